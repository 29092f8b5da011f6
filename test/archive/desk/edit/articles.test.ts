import { describe, expect, test } from 'vitest';
import { lead, other, page, second } from '../page-of.ts';
import { workOn } from './worked-page.ts';

const news = workOn(
  page('老桥重新开通', '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门，孩子们来看书。', other),
);
const OUTLINE = [
  ['老桥重新', '本报记者', '清晨六点', '老桥建于'],
  ['书屋坐得', '本报讯', '昨日，书', '放学铃声'],
];
const BRIDGE = news.at('老桥重新');
const BOOKS = news.at('书屋坐得');

test('the page has two articles', () => expect(news.outline()).toEqual(OUTLINE));

describe('split_article', () => {
  const command = { kind: 'split_article', before: news.at(second) } as const;

  test('the block and those after it are an article of their own, next to the one they came from', () => {
    const done = news.do(command);
    expect(done.outline()).toEqual([OUTLINE[0]?.slice(0, 3), ['老桥建于'], OUTLINE[1]]);
    expect(done.derivation.articles[1]).toMatchObject({
      id: `new@${command.before}`,
      kind: 'main',
      parent: null,
      title: '',
      confidence: 1,
    });
  });

  test('at its first block there is nothing to change, and a place in the middle of a block names none', () => {
    expect(news.refusal({ ...command, before: BRIDGE })).toBe('nothing_to_change');
    expect(news.refusal({ ...command, before: BRIDGE + 1 })).toBe('no_such_block');
  });

  test('a second article with the same first block gets another id', () => {
    const done = news.do(
      command,
      { kind: 'move_blocks', blocks: [news.at(other)], to: { article: command.before, before: null } },
      { kind: 'move_blocks', blocks: [command.before], to: { article: BRIDGE, before: null } },
      command,
    );
    const ids = done.derivation.articles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(`new@${command.before}+`);
  });
});

describe('merge_articles', () => {
  test('the blocks of one follow those of the other, in either direction', () => {
    const [first = [], next = []] = OUTLINE;
    const into = news.do({ kind: 'merge_articles', into: news.at(second), from: BOOKS });
    expect(into.outline()).toEqual([[...first, ...next]]);
    expect(into.derivation.articles[0]).toMatchObject({
      id: news.derivation.articles[0]?.id,
      title: '老桥重新开通 书屋坐得满',
    });
    expect(news.do({ kind: 'merge_articles', into: BOOKS, from: BRIDGE }).outline()).toEqual([[...next, ...first]]);
  });

  test('what belonged to the article that goes belongs to the one that stays', () => {
    const done = news.do(
      { kind: 'split_article', before: news.at(other) },
      { kind: 'set_kind', article: news.at(other), to: 'sidebar', parent: BOOKS },
      { kind: 'merge_articles', into: BRIDGE, from: BOOKS },
    );
    expect(done.derivation.articles.map(({ kind, parent }) => [kind, parent])).toEqual([
      ['main', null],
      ['sidebar', done.derivation.articles[0]?.id],
    ]);
    const back = done.do({ kind: 'merge_articles', into: news.at(other), from: BRIDGE });
    expect(back.derivation.articles.map(({ parent }) => parent)).toEqual([null]);
  });

  test('an article is not merged into itself', () => {
    expect(news.refusal({ kind: 'merge_articles', into: BRIDGE, from: news.at(second) })).toBe('same_article');
    expect(news.refusal({ kind: 'merge_articles', into: BRIDGE, from: BRIDGE + 1 })).toBe('no_such_block');
  });
});

describe('set_kind', () => {
  const command = { kind: 'set_kind', article: BOOKS, to: 'commentary', parent: BRIDGE } as const;

  test('says what an article is and what it belongs to', () => {
    const done = news.do(command);
    const [bridge, books] = done.derivation.articles;
    expect(books).toMatchObject({ kind: 'commentary', parent: bridge?.id });
    expect(done.refusal(command)).toBe('nothing_to_change');
    expect(done.do({ ...command, parent: null }).derivation.articles[1]?.parent).toBeNull();
  });

  test('an article belongs neither to itself nor to what belongs to it', () => {
    expect(news.refusal({ ...command, parent: news.at(other) })).toBe('same_article');
    expect(news.do(command).refusal({ ...command, article: BRIDGE, parent: BOOKS })).toBe('same_article');
  });
});
