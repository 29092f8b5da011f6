import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedDerivation } from '../../../electron/archive/desk/printed.ts';
import { rebuildSource } from '../../../electron/archive/desk/replay.ts';
import { separate } from '../../../electron/archive/desk/separate.ts';
import type { Derivation } from '../../../electron/contract/derivation.ts';
import { Derivation as DerivationSchema } from '../../../electron/contract/derivation.ts';
import { anyText } from './any-text.ts';

const strip = (text: string) => text.replace(/\s/gu, '');

/** How often each code unit stands in a piece without `as`, a dropped range or an operation. */
function counted(source: string, derivation: Derivation): number[] {
  const times = new Array<number>(source.length).fill(0);
  const count = (start: number, end: number) => {
    for (let at = start; at < end; at++) times[at] = (times[at] ?? 0) + 1;
  };
  for (const article of derivation.articles) {
    for (const block of article.blocks)
      for (const [start, end, as] of block.pieces) if (as === undefined) count(start, end);
  }
  for (const dropped of derivation.dropped) for (const [start, end] of dropped.pieces) count(start, end);
  for (const operation of derivation.operations) count(...operation.range);
  return times;
}

// The full setting takes a quarter of a minute; the ordinary one is part of every check.
const full = process.env.JIANBAO_FULL !== undefined;

describe('whatever the text', { timeout: full ? 900_000 : 20_000 }, () => {
  const runs = { numRuns: full ? 10_000 : 400 };

  test('every code unit stands exactly once in a block, a dropped range or an operation', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(counted(source, separate(source)).every((times) => times === 1)).toBe(true);
      }),
      runs,
    );
  });

  test('blocks, dropped ranges and operations rebuild the source without reading it', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(rebuildSource(separate(source))).toBe(source);
      }),
      runs,
    );
  });

  test('the text of a block is that of its pieces, and its visible characters are those of the source', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const article of separate(source).articles) {
          for (const block of article.blocks) {
            expect(block.text).toBe(block.pieces.map(([start, end, as]) => as ?? source.slice(start, end)).join(''));
            const kept = block.pieces
              .map(([start, end, as]) => (as === undefined ? source.slice(start, end) : ''))
              .join('');
            expect(strip(block.text)).toBe(strip(kept));
          }
        }
      }),
      runs,
    );
  });

  test('what is printed leaves no visible character out', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const printed = printedDerivation(separate(source));
        const ranges = [
          ...printed.articles.flatMap((article) => article.blocks.flatMap((block) => block.pieces)),
          ...printed.dropped.flatMap((dropped) => dropped.pieces),
        ];
        const seen = new Set(
          ranges.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)),
        );
        for (let at = 0; at < source.length; at++) if (!/\s/u.test(source[at] ?? '')) expect(seen.has(at)).toBe(true);
      }),
      { numRuns: full ? 2_000 : 200 },
    );
  });

  test('the same text gives the same derivation, and it is what the contract says', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const derivation = separate(source);
        expect(separate(source)).toEqual(derivation);
        expect(DerivationSchema.parse(derivation)).toEqual(derivation);
      }),
      { numRuns: full ? 2_000 : 200 },
    );
  });
});

test('a derivation that lost a character does not rebuild silently', () => {
  const derivation = separate('一座桥。\n\n又一座桥。');
  const [first] = derivation.operations;
  expect(first).toBeDefined();
  expect(() => rebuildSource({ ...derivation, operations: [] })).toThrow(RangeError);
});
