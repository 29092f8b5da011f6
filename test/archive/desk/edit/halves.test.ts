import { describe, expect, test } from 'vitest';
import { lead, other, page, second } from '../page-of.ts';
import { workOn } from './worked-page.ts';

const head = ['老桥重新开通', '本报记者 沈知远', lead] as const;

describe('join_blocks', () => {
  const cut = workOn(page(...head, second, '书屋坐得满', '本报讯 昨日，书屋开门，孩子们来看书。', other));
  const [SECOND, OTHER] = [cut.at(second), cut.at(other)];

  test('the second text follows the first in one block, wherever it stood, and the joint is a seam', () => {
    const done = cut
      .do({ kind: 'set_open_end', block: OTHER, openEnd: true })
      .do({ kind: 'join_blocks', first: SECOND, second: OTHER });
    expect(done.block(second)).toMatchObject({
      role: 'paragraph',
      text: second + other,
      seams: [{ at: second.length, confidence: 1, evidence: ['by hand'] }],
      openEnd: true,
    });
    expect(done.outline().map((blocks) => blocks.at(-1))).toEqual(['老桥建于', '昨日，书']);
  });

  test('nothing is joined to itself, or to what is not there', () => {
    expect(cut.refusal({ kind: 'join_blocks', first: OTHER, second: OTHER })).toBe('nothing_to_change');
    expect(cut.refusal({ kind: 'join_blocks', first: OTHER, second: OTHER + 1 })).toBe('no_such_block');
  });

  test('an article whose only block is taken is gone', () => {
    const alone = cut.do({ kind: 'move_blocks', blocks: [OTHER], to: 'new_article' });
    expect(alone.do({ kind: 'join_blocks', first: SECOND, second: OTHER }).derivation.articles).toHaveLength(2);
  });
});

describe('Latin halves', () => {
  const english = (first: string, next: string) =>
    workOn(
      page('OLD BRIDGE REOPENS', 'By JOHN SMITH', 'The council met on Monday.', first, 'A fair was held.', next, ''),
    );
  const joined = (first: string, next: string) => {
    const raw = english(first, next);
    const isJoined = raw.block(next)?.pieces[0]?.[0] !== raw.at(next);
    const apart = isJoined ? raw.do({ kind: 'split_block', block: raw.at(first), at: raw.at(next) }) : raw;
    return apart.do({ kind: 'join_blocks', first: raw.at(first), second: raw.at(next) });
  };

  test('have a space between them, which is a blank of the page', () => {
    const done = joined('The old bridge of the', 'river town was opened again.');
    const [first, next] = [done.at('The old'), done.at('river')];
    expect(done.block('The old')).toMatchObject({
      text: 'The old bridge of the river town was opened again.',
      pieces: [
        [first, first + 21],
        [first + 21, first + 23, ' '],
        [next, next + 28],
      ],
      seams: [{ at: 22 }],
    });
  });

  test('of a broken word lose its hyphen, and have it again when they are parted', () => {
    const done = joined('The bridge was opened by neigh-', 'bours who came early.');
    const text = 'The bridge was opened by neighbours who came early.';
    expect(done.block('The bridge')).toMatchObject({ text, seams: [{ at: text.indexOf('bours') }] });
    const parted = done.do({ kind: 'split_block', block: done.at('The bridge'), at: done.at('bours') });
    expect(parted.block('The bridge')).toMatchObject({ text: 'The bridge was opened by neigh-', openEnd: true });
    expect(parted.block('bours')).toMatchObject({ text: 'bours who came early.' });
  });

  test('of a headline have the pause of its two lines', () => {
    const raw = workOn(page('老桥重新', '本报记者 沈知远', lead, '开通了吗', second));
    const [first, next] = [raw.at('老桥重新'), raw.at('开通了吗')];
    const title = raw.do({
      kind: 'set_role',
      blocks: raw.block('开通了吗')?.role === 'title' ? [first] : [next],
      role: 'title',
    });
    expect(title.do({ kind: 'join_blocks', first, second: next }).block('老桥')?.text).toBe('老桥重新 开通了吗');
  });
});

describe('split_block', () => {
  const raw = workOn(page(...head, '居民感受到了服', '务的变化，纷纷走上桥头。', second));
  const block = raw.at('居民');
  const seam = raw.at('务的');

  test('at a seam the halves are blocks again, and the first is open', () => {
    expect(raw.block('居民')?.seams).toHaveLength(1);
    const done = raw.do({ kind: 'split_block', block, at: seam });
    expect(done.block('居民')).toMatchObject({ text: '居民感受到了服', openEnd: true, pieces: [[block, block + 7]] });
    expect(done.block('居民')?.seams).toBeUndefined();
    expect(done.block('务的')).toMatchObject({ role: 'paragraph', text: '务的变化，纷纷走上桥头。' });
    expect(done.block('务的')?.openEnd).toBeUndefined();
  });

  test('a seam that is not where it is parted stays in its half', () => {
    const done = raw.do({ kind: 'split_block', block, at: raw.at('纷纷') });
    expect(done.block('居民')).toMatchObject({ text: '居民感受到了服务的变化，', seams: [{ at: 7 }] });
    const first = raw.do({ kind: 'split_block', block, at: raw.at('感受') });
    expect(first.block('感受')).toMatchObject({ seams: [{ at: 5 }] });
  });

  test('blanks at the joint belong to neither half', () => {
    const spaced = workOn(page('OLD BRIDGE REOPENS', 'By JOHN SMITH', 'The bridge was closed. It is open again.'));
    const at = spaced.at('The bridge');
    const done = spaced.do({ kind: 'split_block', block: at, at: spaced.at('It is') });
    expect(done.block('The bridge')).toMatchObject({ text: 'The bridge was closed.' });
    expect(done.block('The bridge')?.openEnd).toBeUndefined();
    expect(done.block('It is')).toMatchObject({ text: 'It is open again.' });
    expect(spaced.do({ kind: 'split_block', block: at, at: spaced.at(' It is') }).outline()).toEqual(done.outline());
  });

  test('a character is never cut in half, and neither an edge nor another block is inside', () => {
    const emoji = workOn(page(...head, '桥头放起了😀焰火，大家都来看。'));
    const at = emoji.at('桥头放');
    expect(emoji.refusal({ kind: 'split_block', block: at, at: emoji.at('😀') + 1 })).toBe('nothing_to_change');
    expect(emoji.do({ kind: 'split_block', block: at, at: emoji.at('😀') }).block('😀')?.text).toBe(
      '😀焰火，大家都来看。',
    );
    for (const where of [block, raw.at(second), raw.text.length])
      expect(raw.refusal({ kind: 'split_block', block, at: where })).toBe('nothing_to_change');
  });
});
