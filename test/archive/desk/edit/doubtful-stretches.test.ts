import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../../../electron/archive/desk/edit/doubts.ts';
import { DOUBT_BELOW } from '../../../../electron/archive/desk/edit/threshold.ts';
import type { DerivedBlock } from '../../../../electron/contract/derivation.ts';
import { articleOf, type WorkedPage, workOn } from './worked-page.ts';

const TEXT = '甲题甲一。甲二。甲三。图说。甲四。乙题乙一。乙二。';
const TEXTS = TEXT.match(/..。?/gu) ?? [];
const PLACES = new Map(TEXTS.map((text) => [text, TEXT.indexOf(text)] as const));
const at = (text: string) => PLACES.get(text) ?? -1;
const LOW = DOUBT_BELOW - 0.1;

/** The page with the blocks of two articles in this order; those that are named are so certain, the others surely. */
function pageOf(first: readonly string[], second: readonly string[], said: Record<string, number>): WorkedPage {
  const block = (text: string): DerivedBlock => ({
    role: text.endsWith('题') ? 'title' : text.startsWith('图') ? 'caption' : 'paragraph',
    text,
    pieces: [[at(text), at(text) + text.length]],
    confidence: said[text] ?? 1,
    evidence: [],
  });
  const article = (id: string, texts: readonly string[]) => articleOf(id, texts.map(block));
  return workOn(TEXT, { articles: [article('a', first), article('b', second)], dropped: [], operations: [] });
}

const A = ['甲题', '甲一。', '甲二。', '甲三。', '图说。', '甲四。'];
const B = ['乙题', '乙一。', '乙二。'];
const asked = (page: WorkedPage) => doubtsOf(page.derivation).map(({ id, along }) => [id, ...along]);

describe('doubtful paragraphs that follow each other', () => {
  const page = pageOf(A, B, { '甲二。': LOW, '甲三。': LOW, '甲四。': LOW - 0.1 });

  test('are one doubt, pictures between them left aside; it is as certain as the least of them', () => {
    expect(asked(page)).toEqual([[`role@${at('甲二。')}`, at('甲三。'), at('甲四。')]]);
    expect(doubtsOf(page.derivation)[0]?.confidence).toBeCloseTo(LOW - 0.1);
  });

  test('are answered with one yes, and no other block changes', () => {
    const [doubt] = doubtsOf(page.derivation);
    const done = page.do({ kind: 'confirm', doubt: doubt?.id ?? 'role@0', along: doubt?.along ?? [] });
    expect(asked(done)).toEqual([]);
    for (const text of ['甲二。', '甲三。', '甲四。'])
      expect(done.block(text)).toMatchObject({ confidence: 1, evidence: ['confirmed'] });
    expect(done.block('甲一。')?.evidence).toEqual([]);
    expect(done.outline()).toEqual(page.outline());
  });

  test('a yes for the first alone leaves the others, as one doubt of their own', () => {
    const done = page.do({ kind: 'confirm', doubt: `role@${at('甲二。')}` });
    expect(asked(done)).toEqual([[`role@${at('甲三。')}`, at('甲四。')]]);
  });

  test('are asked for one by one where something certain or another article stands between', () => {
    const parted = pageOf(A, B, { '甲一。': LOW, '甲三。': LOW });
    expect(asked(parted)).toEqual([[`role@${at('甲一。')}`], [`role@${at('甲三。')}`]]);
    const moved = pageOf(['甲题', '甲一。', '乙一。'], ['乙题', '甲二。', '甲三。', '甲四。', '乙二。'], {
      '甲一。': LOW,
      '乙一。': LOW,
      '甲二。': LOW,
    });
    expect(asked(moved)).toEqual([[`role@${at('甲一。')}`], [`role@${at('乙一。')}`], [`role@${at('甲二。')}`]]);
  });

  test('one that is far less certain than the one before it is asked for by itself', () => {
    const own = pageOf(A, B, { '甲一。': LOW, '甲二。': 0.2, '甲三。': 0.3 });
    expect(asked(own)).toEqual([[`role@${at('甲一。')}`], [`role@${at('甲二。')}`, at('甲三。')]]);
  });

  test('a block that is not there is refused', () =>
    expect(page.refusal({ kind: 'confirm', doubt: `role@${at('甲二。')}`, along: [9_999] })).toBe('no_such_block'));
});
