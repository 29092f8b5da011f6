import { beforeEach, describe, expect, test } from 'vitest';
import { peopleOf } from '#archive/search/bylines.ts';
import { Corrections, editDistance } from '#archive/search/corrections.ts';
import { type SuggestedArticle, SuggestionIndex } from '#archive/search/suggestions.ts';
import type { ArticleId } from '#contract/ids.ts';

function article(id: number, title: string, rest: Partial<SuggestedArticle> = {}): SuggestedArticle {
  return { article: `a${id}` as ArticleId, title, byline: null, publication: null, ...rest };
}

let index: SuggestionIndex;
beforeEach(() => {
  index = new SuggestionIndex();
  index.add([
    article(1, '优化营商环境的十条措施', { publication: '江城日报', byline: '本报记者 林越 通讯员 周晓禾' }),
    article(2, '北京东北部迎来降雪', { publication: '江城日报', byline: '记者 林越' }),
    article(3, 'The Environment of Investment', { publication: 'River City News', byline: 'By Anna Lin' }),
    article(4, '《“两个一百年”目标》解读'),
    article(5, '營商環境再提升'),
  ]);
  index.setTags(['就业/城镇新增', '营商']);
});

function texts(typed: string, limit = 8): string[] {
  return index.suggest(typed, limit).map((suggestion) => suggestion.text);
}

describe('what was typed stands in what is suggested', () => {
  test.each([
    ['营商', ['营商', '營商環境再提升', '优化营商环境的十条措施']],
    ['营', ['营商', '營商環境再提升']],
    ['环境', ['營商環境再提升', '优化营商环境的十条措施']],
    ['京北', []],
    ['东北部', ['北京东北部迎来降雪']],
    ['一百年目标', ['《“两个一百年”目标》解读']],
    ['措施 优化', ['优化营商环境的十条措施']],
    ['inv', ['The Environment of Investment']],
    ['nvest', []],
    ['investment env', ['The Environment of Investment']],
    ['城镇', ['就业/城镇新增']],
    ['', []],
    ['，', []],
  ])('%j', (typed, expected) => expect(texts(typed)).toEqual(expected));
});

test('publications and people come before titles, the most used first', () => {
  index.add([article(6, '林间小路'), article(7, '林越答记者问')]);
  expect(index.suggest('林', 3).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'person 林越',
    'title 林间小路',
    'title 林越答记者问',
  ]);
  expect(index.suggest('江城', 8)).toEqual([{ kind: 'publication', text: '江城日报' }]);
});

test('a title leads to its article', () => {
  expect(index.suggest('降雪', 8)).toEqual([{ kind: 'title', text: '北京东北部迎来降雪', article: 'a2' }]);
});

test('a field being typed asks for its kind alone', () => {
  expect(texts('优化 tag:营')).toEqual(['营商']);
  expect(texts('paper:江')).toEqual(['江城日报']);
  expect(texts('by:林')).toEqual(['林越']);
  expect(texts('title:环境')).toEqual(['營商環境再提升', '优化营商环境的十条措施']);
});

test('a changed title is found by its new words only, and a removed article not at all', () => {
  index.add([article(2, '南部升温')]);
  expect(texts('降雪')).toEqual([]);
  expect(texts('升温')).toEqual(['南部升温']);
  expect(texts('林越')).toEqual(['林越']);
  index.remove(['a1' as ArticleId, 'a2' as ArticleId]);
  expect(texts('升温')).toEqual([]);
  expect(texts('林越')).toEqual([]);
  expect(texts('江城')).toEqual([]);
});

test('a tag that is gone is not suggested', () => {
  index.setTags(['营商']);
  expect(texts('城镇')).toEqual([]);
  expect(texts('tag:营商')).toEqual(['营商']);
});

test('much that is gone is cleared away without losing the rest', () => {
  index.add(Array.from({ length: 6000 }, (_, i) => article(100 + i, `旧闻${i}`)));
  index.remove(Array.from({ length: 6000 }, (_, i) => `a${100 + i}` as ArticleId));
  expect(texts('旧闻')).toEqual([]);
  expect(texts('营商')).toEqual(['营商', '營商環境再提升', '优化营商环境的十条措施']);
});

describe('a misspelt word is put right, a known one is left alone', () => {
  test.each([
    ['enviroment', ['environment']],
    ['Invesmtent', ['Investment'.toLowerCase()]],
    ['city enviroment', ['city environment']],
    ['environment', []],
    ['environ', []],
    ['env', []],
    ['zzzzzz', []],
  ])('%s', (typed, expected) =>
    expect(
      index
        .suggest(typed, 8)
        .filter(({ kind }) => kind === 'correction')
        .map(({ text }) => text),
    ).toEqual(expected),
  );
});

test('nearer words come first, then the more frequent', () => {
  const corrections = new Corrections();
  for (const word of ['nation', 'notion', 'notion', 'motion', 'ration']) corrections.add(word);
  expect(corrections.correct('nction', 3)).toEqual(['notion', 'nation', 'motion']);
});

test('edits count letters put in, left out, changed and changed about', () => {
  expect([
    editDistance('goverment', 'government'),
    editDistance('teh', 'the'),
    editDistance('', 'abc'),
    editDistance('kitten', 'sitting'),
  ]).toEqual([1, 1, 3, 3]);
});

describe('people are told from what stands beside them', () => {
  test.each([
    ['本报记者 林越 通讯员 周晓禾', ['林越', '周晓禾']],
    ['□本报记者　林越', ['林越']],
    ['新华社记者林越、周晓禾', ['林越', '周晓禾']],
    ['文/林越 图/周晓禾', ['林越', '周晓禾']],
    ['By Anna Lin and Robert de Vries', ['Anna Lin', 'Robert de Vries']],
    ['本报评论员', []],
    ['', []],
  ])('%s', (byline, people) => expect(peopleOf(byline)).toEqual(people));
});

test('what a person can type is answered, whatever it is', () => {
  for (const typed of ['"', 'tag:', '-', '\ud800', '😀', '\u0000', 'a'.repeat(200), '的'.repeat(200), '((*', 'by:"'])
    expect(Array.isArray(index.suggest(typed, 8))).toBe(true);
});

test('a rare pair is found that shares its bucket with one that a thousand titles have', () => {
  index.add(Array.from({ length: 1200 }, (_, i) => article(100 + i, `发展第${i}年`)));
  index.add([article(9000, '桥刹小记')]);
  expect(texts('桥刹')).toEqual(['桥刹小记']);
});
