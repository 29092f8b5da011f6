import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctBlock } from '#archive/desk/edit/correct-block.ts';
import { openLedger } from '#archive/desk/edit/ledger.ts';
import { rebuildSource } from '#archive/desk/replay.ts';
import type { Derivation, DerivedBlock } from '#contract/derivation.ts';

/** A page of one paragraph whose second half stands before its first, with a blank taken out in the middle of either. */
const SOURCE = '增长百分之\n三，\u{20bb7}野说。工业 增加值同比';
const page: Derivation = {
  articles: [
    {
      id: 'a',
      kind: 'main',
      parent: null,
      title: '',
      confidence: 1,
      evidence: [],
      blocks: [
        {
          role: 'paragraph',
          text: '工业增加值同比增长百分之三，\u{20bb7}野说。',
          pieces: [
            [13, 15],
            [16, 21],
            [0, 5],
            [6, 13],
          ],
          confidence: 1,
          evidence: [],
        },
      ],
    },
  ],
  dropped: [],
  operations: [
    { kind: 'line_join', range: [5, 6], text: '\n' },
    { kind: 'space_removed', range: [15, 16], text: ' ' },
  ],
};

const blockOf = ({ articles }: Derivation) => articles[0]?.blocks[0] as DerivedBlock;

function corrected(from: Derivation, start: number, end: number, text: string): Derivation | undefined {
  const ledger = openLedger(from.operations);
  const block = correctBlock(blockOf(from), { start, end, text }, ledger);
  const [article] = from.articles;
  return block && article && { ...from, articles: [{ ...article, blocks: [block] }], operations: ledger.list() };
}

function replaced(words: string, text: string, from = page): Derivation {
  const start = blockOf(from).text.indexOf(words);
  const done = corrected(from, start, start + words.length, text);
  if (!done) throw new Error('nothing is left');
  return done;
}

test('a correction is an operation on the range of the source that it replaces', () => {
  const done = replaced('增长', '下降');
  expect(blockOf(done).pieces).toEqual([
    [13, 15],
    [16, 21],
    [0, 2, '下降'],
    [2, 5],
    [6, 13],
  ]);
  expect(done.operations).toContainEqual({ kind: 'corrected', range: [0, 2], text: '增长', as: '下降' });
  expect(rebuildSource(done)).toBe(SOURCE);
});

test('what is put in goes with the character before it, at the start with the one behind', () => {
  expect(blockOf(replaced('', '今年', page)).pieces[0]).toEqual([13, 14, '今年工']);
  expect(blockOf(corrected(page, 2, 2, '的') as Derivation).pieces[1]).toEqual([14, 15, '业的']);
});

test('a range on both sides of a seam is corrected on each', () => {
  const done = replaced('同比增长', '比去年降低');
  expect(blockOf(done).text).toBe('工业增加值比去年降低百分之三，\u{20bb7}野说。');
  expect(done.operations.filter(({ kind }) => kind === 'corrected')).toEqual([
    { kind: 'corrected', range: [0, 2], text: '增长' },
    { kind: 'corrected', range: [19, 21], text: '同比', as: '比去年降低' },
  ]);
  expect(rebuildSource(done)).toBe(SOURCE);
});

test('the first range of a block stays, so that what was done to it at the desk still finds it', () => {
  expect(blockOf(replaced('工', '')).pieces[0]).toEqual([13, 15, '业']);
});

test('putting the words of the source back leaves no trace', () => {
  for (const [words, text] of [
    ['增长', '下降'],
    ['百分之三', ''],
    ['\u{20bb7}', '吉'],
    ['工业', '农业'],
  ] as const) {
    const there = replaced(words, text);
    const at = blockOf(page).text.indexOf(words);
    expect(corrected(there, at, at + text.length, words)).toEqual(page);
  }
});

test('a block is not corrected away', () => {
  expect(corrected(page, 0, blockOf(page).text.length, '')).toBeUndefined();
});

test('whatever is corrected, the text is as asked and every character of the source stands exactly once', () => {
  const edit = fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', '不', '12', '\u{20bb8}', '增长', ' '));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let now = page;
      for (const [at, length, text] of edits) {
        const before = blockOf(now).text;
        const [from, to] = [at % (before.length + 1), Math.min(before.length, (at % (before.length + 1)) + length)];
        const isSplit = [from, to].some((edge) => /^[\udc00-\udfff]/u.test(before.slice(edge)));
        const done = isSplit ? undefined : corrected(now, from, to, text);
        if (!done) continue;
        expect(blockOf(done).text).toBe(before.slice(0, from) + text + before.slice(to));
        expect(rebuildSource(done)).toBe(SOURCE);
        now = done;
      }
    }),
    { numRuns: 2000, seed: 4 },
  );
});
