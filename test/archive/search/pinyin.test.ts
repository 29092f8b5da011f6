import { pinyin } from 'pinyin-pro';
import { beforeEach, describe, expect, test } from 'vitest';
import { SuggestionIndex } from '#archive/search/suggestions.ts';
import type { ArticleId } from '#contract/ids.ts';

let index: SuggestionIndex;
const TITLES = ['优化营商环境的十条措施', '营商环境再提升', '重庆渡口', '重点工程', '西安', '先进', '绿水', 'GDP年报'];

beforeEach(() => {
  index = new SuggestionIndex();
  index.add(
    TITLES.map((title, i) => ({
      article: `a${i}` as ArticleId,
      title,
      byline: i === 0 ? '记者 林越' : null,
      publication: i === 0 ? '江城日报' : null,
    })),
  );
  index.setTags(['就业/城镇']);
  index.readAs((character) => pinyin(character, { toneType: 'none', type: 'array', multiple: true }));
});

const suggested = (typed: string) => index.suggest(typed, 8).map(({ kind, text }) => `${kind} ${text}`);

describe('letters find what can be read so', () => {
  test.each([
    ['yshj', 'words 营商环境'],
    ['yingshang', 'words 营商'],
    ['yingshanghuanjing', 'words 营商环境'],
    ['yingshj', 'words 营商环境'],
    ['yshuanj', 'words 营商环境'],
    ['YSHJ', 'words 营商环境'],
    ['ying shang', 'words 营商'],
    ['yshj', 'title 营商环境再提升'],
    ['chongq', 'title 重庆渡口'],
    ['zhongdian', 'title 重点工程'],
    ["xi'an", 'title 西安'],
    ['xian', 'title 西安'],
    ['xian', 'title 先进'],
    ['lx', 'nothing'],
    ['ly', 'person 林越'],
    ['linyue', 'person 林越'],
    ['jcrb', 'publication 江城日报'],
    ['jiuye', 'tag 就业/城镇'],
    ['by:liny', 'person 林越'],
    ['nianb', 'title GDP年报'],
  ])('%s: %s', (typed, expected) =>
    expect(suggested(typed)).toEqual(expected === 'nothing' ? [] : expect.arrayContaining([expected])),
  );
});

test('the word that most titles have comes before the titles, those that begin with it before the others', () => {
  expect(suggested('yshj').slice(0, 3)).toEqual([
    'words 营商环境',
    'title 营商环境再提升',
    'title 优化营商环境的十条措施',
  ]);
});

test('what came later is read too, what went is not offered', () => {
  index.add([{ article: 'b' as ArticleId, title: '营商环境白皮书', byline: null, publication: null }]);
  expect(suggested('bps')).toEqual(['words 白皮书', 'title 营商环境白皮书']);
  index.remove(['b' as ArticleId]);
  expect(suggested('bps')).toEqual([]);
});

test('letters that nothing is read as are no slower to say so', () => {
  for (const typed of ['zzzz', 'a'.repeat(40), 'iuv', 'q', '-yshj', 'yshj*']) expect(suggested(typed)).toEqual([]);
});
