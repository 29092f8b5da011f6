import { describe, expect, test } from 'vitest';
import type { PositionBox, PositionPage } from '#contract/positions.ts';
import type { RawLine, RawRun } from '../../../renderer/src/features/desk/page-model.ts';
import { rangesUnder, regionsOf } from '../../../renderer/src/features/desk/page-regions.ts';

const TEXT = '甲乙丙丁\n戊 己庚\n\n辛壬';
const box = (kind: PositionBox['kind'], range: [number, number], x: number, y: number, w: number, h: number) => ({
  ...{ kind, range, x, y, w, h },
});
const page: PositionPage = {
  ...{ width: 100, height: 100, unit: 'pixel', image: null },
  boxes: [
    box('line', [0, 4], 0, 0, 40, 10),
    box('word', [0, 2], 1, 1, 18, 8),
    box('word', [2, 4], 21, 1, 18, 8),
    box('line', [5, 9], 0, 12, 40, 10),
    box('line', [11, 13], 60, 0, 10, 40),
  ],
};
type Block = NonNullable<RawRun['block']>;
const [FIRST, SECOND]: readonly [Block, Block] = [0, 1];
const run = (start: number, end: number, article: number | null, block: Block | null): RawRun => ({
  ...{ start, end, article, block, dropped: null },
});
const line = (number: number, runs: readonly RawRun[]): RawLine => ({
  ...{ number, start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0, runs, article: 0 },
});
const placed = (lines: readonly RawLine[]) =>
  regionsOf(TEXT, lines, page).map(({ start, end, block, x, y, w, h }) => [TEXT.slice(start, end), block, x, y, w, h]);

describe('a region', () => {
  test('is the box of its line where all of it went to one place', () => {
    expect(placed([line(1, [run(0, 4, 0, FIRST)])])).toEqual([['甲乙丙丁', FIRST, 0, 0, 40, 10]]);
  });

  test('is the boxes of its words where the line went to two', () => {
    expect(placed([line(1, [run(0, 2, 0, FIRST), run(2, 4, 1, SECOND)])])).toEqual([
      ['甲乙', FIRST, 1, 1, 18, 8],
      ['丙丁', SECOND, 21, 1, 18, 8],
    ]);
  });

  test('is its share of the line where nothing is known of words, across and downwards', () => {
    expect(
      placed([
        line(2, [run(5, 7, 0, FIRST), run(7, 9, 1, SECOND)]),
        line(4, [run(11, 12, 0, FIRST), run(12, 13, 1, SECOND)]),
      ]),
    ).toEqual([
      ['戊 ', FIRST, 0, 12, 20, 10],
      ['己庚', SECOND, 20, 12, 20, 10],
      ['辛', FIRST, 60, 0, 10, 20],
      ['壬', SECOND, 60, 20, 10, 20],
    ]);
  });

  test('stays on its page, and can be pointed at whatever its file says of its size', () => {
    const odd = (x: number, y: number, w: number, h: number) =>
      regionsOf(TEXT, [line(1, [run(0, 4, 0, FIRST)])], { ...page, boxes: [box('line', [0, 4], x, y, w, h)] }).map(
        ({ x, y, w, h }) => [x, y, w, h].map((length) => Math.round(length * 10) / 10),
      );
    expect(odd(80, 10, 50, 10)).toEqual([[80, 10, 20, 10]]);
    expect(odd(-10, -5, 50, 10)).toEqual([[0, 0, 40, 5]]);
    expect(odd(500, 400, 30, 10)).toEqual([[99.6, 99.6, 0.4, 0.4]]);
    expect(odd(-70, 10, 30, 0)).toEqual([[0, 10, 0.4, 0.4]]);
  });

  test('is not cut by a blank that the desk took out', () => {
    expect(placed([line(2, [run(5, 6, 0, FIRST), run(6, 7, null, null), run(7, 9, 0, FIRST)])])).toEqual([
      ['戊 己庚', FIRST, 0, 12, 40, 10],
    ]);
  });
});

describe('a rectangle', () => {
  const under = (x: number, y: number, w: number, h: number) =>
    rangesUnder({ x, y, w, h }, page, TEXT).map(({ start, end }) => TEXT.slice(start, end));
  test('takes the lines whose middle it holds', () => {
    expect(under(0, 0, 30, 9)).toEqual(['甲乙丙丁']);
    expect(under(0, 0, 15, 9)).toEqual([]);
    expect(under(50, 0, 30, 30)).toEqual(['辛壬']);
  });
  test('takes lines that follow one another as one range, and what is between two others as two', () => {
    expect(under(0, 0, 100, 100)).toEqual(['甲乙丙丁\n戊 己庚\n\n辛壬']);
    const [first, , , , last] = page.boxes;
    const apart = { ...page, boxes: [first, last].flatMap((each) => each ?? []) };
    expect(rangesUnder({ x: 0, y: 0, w: 100, h: 100 }, apart, TEXT)).toEqual([
      { start: 0, end: 4 },
      { start: 11, end: 13 },
    ]);
  });
});
