import { describe, expect, test } from 'vitest';
import type { DerivedBlock } from '../../../../electron/contract/derivation.ts';
import type { DeskCommand } from '../../../../electron/contract/desk-commands.ts';
import { lead, other, page, second } from '../page-of.ts';
import { workOn } from './worked-page.ts';

const news = workOn(
  page('老桥重新开通', '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门，孩子们来看书。', other),
);
const BRIDGE = news.at('老桥重新');
const BOOKS = news.at('书屋坐得');
const [LEAD, SECOND, OTHER] = [lead, second, other].map((words) => news.at(words)) as [number, number, number];

describe('move_blocks', () => {
  const move = (blocks: number[], to: 'new_article' | { article: number; before: number | null }) =>
    ({ kind: 'move_blocks', blocks, to }) as const;

  test('to the end of another article, or before one of its blocks, in the order in which they are given', () => {
    expect(
      news
        .do(move([LEAD], { article: BOOKS, before: null }))
        .outline()[1]
        ?.at(-1),
    ).toBe('清晨六点');
    const [first, next] = news.do(move([SECOND, LEAD], { article: OTHER, before: OTHER })).outline();
    expect(first).toEqual(['老桥重新', '本报记者']);
    expect(next).toEqual(['书屋坐得', '本报讯', '昨日，书', '老桥建于', '清晨六点', '放学铃声']);
  });

  test('inside one article, which is named by any of its blocks, even one that moves', () => {
    const [first] = news.do(move([SECOND], { article: SECOND, before: LEAD })).outline();
    expect(first).toEqual(['老桥重新', '本报记者', '老桥建于', '清晨六点']);
  });

  test('into an article of their own, behind the one that they came from', () => {
    const done = news.do(move([OTHER, LEAD], 'new_article'));
    expect(done.outline().map((blocks) => blocks[0])).toEqual(['老桥重新', '书屋坐得', '放学铃声']);
    expect(done.derivation.articles[2]).toMatchObject({ id: `new@${OTHER}`, kind: 'main' });
  });

  test('an article that loses its last block is gone, and nothing belongs to it any more', () => {
    const all = news.derivation.articles[1]?.blocks.flatMap((block) => block.pieces[0]?.[0] ?? []) ?? [];
    const done = news
      .do({ kind: 'set_kind', article: BRIDGE, to: 'sidebar', parent: BOOKS })
      .do(move(all, { article: BRIDGE, before: null }));
    expect(done.derivation.articles).toMatchObject([{ kind: 'sidebar', parent: null }]);
  });

  test('where they stand already there is nothing to change, and a block of another article names no place', () => {
    expect(news.refusal(move([SECOND], { article: BRIDGE, before: null }))).toBe('nothing_to_change');
    expect(news.refusal(move([SECOND], { article: BRIDGE, before: OTHER }))).toBe('no_such_block');
    expect(news.refusal(move([SECOND + 1], 'new_article'))).toBe('no_such_block');
    expect(news.do(move([SECOND], 'new_article')).refusal(move([SECOND], 'new_article'))).toBe('nothing_to_change');
  });
});

describe('set_role', () => {
  test('the title of an article is what its title blocks say', () => {
    const done = news.do({ kind: 'set_role', blocks: [LEAD, BRIDGE], role: 'subhead' });
    expect(done.derivation.articles[0]?.title).toBe('');
    const back = done.do({ kind: 'set_role', blocks: [BRIDGE], role: 'title' });
    expect(back.derivation.articles[0]?.title).toBe('老桥重新开通');
    expect(back.block('老桥重新')).toMatchObject({ role: 'title', confidence: 1, evidence: ['by hand'] });
  });

  test('a headline has its printed blanks, running text does not', () => {
    const spaced = '修桥补路 利在千秋 “大楼 小课”进社区';
    const raw = workOn(page('老桥重新开通', '本报记者 沈知远', lead, spaced, second));
    const at = raw.at(spaced);
    const paragraph = raw.do({ kind: 'set_role', blocks: [at], role: 'paragraph' });
    expect(paragraph.block('修桥补路')?.text).toBe('修桥补路利在千秋“大楼 小课”进社区');
    const head = paragraph.do({ kind: 'set_role', blocks: [at], role: 'kicker' });
    expect(head.block('修桥补路')?.text).toBe(spaced);
    expect(head.block('修桥补路')?.pieces).toEqual([[at, at + spaced.length]]);
  });

  test('lines of one block are one line of a headline and run on in a paragraph', () => {
    const lines = '老桥重新\n开通';
    const title = { role: 'title', text: '老桥重新 开通', confidence: 1, evidence: [] } as const;
    const block = {
      ...title,
      pieces: [
        [0, 4],
        [4, 5, ' '],
        [5, 7],
      ] as DerivedBlock['pieces'],
      evidence: [],
    };
    const article = { id: 'a', kind: 'main', parent: null, title: title.text, confidence: 1, evidence: [] } as const;
    const raw = workOn(lines, {
      articles: [{ ...article, evidence: [], blocks: [block] }],
      dropped: [],
      operations: [{ kind: 'line_join', range: [4, 5], text: '\n', as: ' ' }],
    });
    const paragraph = raw.do({ kind: 'set_role', blocks: [0], role: 'paragraph' });
    expect(paragraph.block('老桥重新')?.text).toBe('老桥重新开通');
    expect(paragraph.do({ kind: 'set_role', blocks: [0], role: 'title' }).derivation.articles[0]?.title).toBe(
      '老桥重新 开通',
    );
  });

  test('only a paragraph has an open end', () => {
    const open = news.do({ kind: 'set_open_end', block: SECOND, openEnd: true });
    expect(open.do({ kind: 'set_role', blocks: [SECOND], role: 'caption' }).block(second)?.openEnd).toBeUndefined();
  });

  test('is refused where all are that already', () => {
    expect(news.refusal({ kind: 'set_role', blocks: [LEAD, SECOND], role: 'paragraph' })).toBe('nothing_to_change');
  });
});

describe('drop_blocks and restore_range', () => {
  const drop: DeskCommand = { kind: 'drop_blocks', blocks: [SECOND, BOOKS], role: 'noise' };

  test('what is dropped keeps its text and stands in no article', () => {
    const done = news.do(drop);
    expect(done.derivation.dropped).toMatchObject([
      { role: 'noise', text: second, confidence: 1 },
      { role: 'noise', text: '书屋坐得满', confidence: 1 },
    ]);
    expect(done.derivation.articles.map(({ title }) => title)).toEqual(['老桥重新开通', '']);
  });

  test('it comes back where it is wanted, as what it is wanted', () => {
    const back = news
      .do(drop)
      .do({ kind: 'restore_range', dropped: BOOKS, role: 'title', to: 'new_article' })
      .do({ kind: 'restore_range', dropped: SECOND, role: 'caption', to: { article: OTHER, before: OTHER } });
    expect(back.derivation.dropped).toEqual([]);
    expect(back.block(second)).toMatchObject({
      role: 'caption',
      text: second,
      pieces: [[SECOND, SECOND + second.length]],
    });
    expect(back.derivation.articles.map(({ title }) => title)).toEqual(['老桥重新开通', '书屋坐得满', '']);
  });

  test('words of several lines are the same after they were dropped and put back', () => {
    const lines = 'The old bridge reopened on Mon-\nday, and neighbours came early to\nsee the first car of the year.';
    const raw = workOn(page('OLD BRIDGE REOPENS', 'By JOHN SMITH', lines));
    const at = raw.at('The old');
    const before = raw.block('The old');
    expect(before?.text).toContain('on Monday, and neighbours came early to see');
    const dropped = raw.do({ kind: 'drop_blocks', blocks: [at], role: 'duplicate' });
    expect(dropped.derivation.dropped).toMatchObject([{ role: 'duplicate', text: lines }]);
    const to = { article: 0, before: null };
    const back = dropped.do({ kind: 'restore_range', dropped: at, role: 'paragraph', to });
    expect(back.block('The old')).toMatchObject({ text: before?.text, pieces: before?.pieces });
  });

  test('neither the last text of a page nor what was not dropped can be asked for', () => {
    const every = news.derivation.articles.flatMap(({ blocks }) =>
      blocks.flatMap(({ pieces }) => pieces[0]?.[0] ?? []),
    );
    expect(news.refusal({ ...drop, blocks: every })).toBe('nothing_to_change');
    const to = { article: BRIDGE, before: null };
    expect(news.refusal({ kind: 'restore_range', dropped: SECOND, role: 'paragraph', to })).toBe('no_such_range');
  });
});

test('set_open_end opens and closes the end of a block, once', () => {
  const open = news.do({ kind: 'set_open_end', block: SECOND, openEnd: true });
  expect(open.block(second)).toMatchObject({ openEnd: true, confidence: 1 });
  expect(open.refusal({ kind: 'set_open_end', block: SECOND, openEnd: true })).toBe('nothing_to_change');
  expect(open.do({ kind: 'set_open_end', block: SECOND, openEnd: false }).block(second)?.openEnd).toBeUndefined();
});
