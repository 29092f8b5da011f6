import { describe, expect, test } from 'vitest';
import { rangesBetween, regionBeside, type Way } from '../../../renderer/src/features/desk/line-steps.ts';
import type { PageRegion } from '../../../renderer/src/features/desk/page-regions.ts';

/** Two columns of three lines, in an order of the file that is not the order of the page; five characters each. */
const TEXT = '右一之文字\n左一之文字\n左二之文字\n右三之文字\n左三之文字\n右二之文字';
const at = (line: number, x: number, y: number, w = 40, h = 10): PageRegion => ({
  ...{ start: line * 6, end: line * 6 + 5, article: 0, block: line * 6, dropped: null },
  ...{ x, y, w, h },
});
const PAGE = [at(0, 50, 0), at(1, 0, 0), at(2, 0, 12), at(3, 50, 24), at(4, 0, 24), at(5, 50, 12)];
const name = (
  place: { page: number; index: number } | undefined,
  pages: readonly (readonly PageRegion[])[] = [PAGE],
) => {
  const region = place && pages[place.page]?.[place.index];
  return region && TEXT.slice(region.start, region.start + 2);
};
const walk = (from: number, ...ways: Way[]) => {
  let place = { page: 0, index: from };
  for (const way of ways) place = regionBeside([PAGE], place, way) ?? place;
  return name(place);
};

describe('an arrow goes', () => {
  test('down and up in its column, whatever the order of the file, and no further than its ends', () => {
    expect(walk(1, 'down')).toBe('左二');
    expect(walk(1, 'down', 'down')).toBe('左三');
    expect(walk(1, 'down', 'down', 'down')).toBe('左三');
    expect(walk(3, 'up', 'up', 'up')).toBe('右一');
  });

  test('across to the line beside it', () => {
    expect(walk(2, 'right')).toBe('右二');
    expect(walk(3, 'left')).toBe('左三');
    expect(walk(4, 'left')).toBe('左三');
  });

  test('across to the nearest line of a column that ends higher or begins lower', () => {
    const columns = [at(0, 0, 0), at(1, 0, 60), at(2, 50, 20), at(3, 50, 32), at(4, 100, 0)];
    expect(regionBeside([columns], { page: 0, index: 1 }, 'right')).toEqual({ page: 0, index: 3 });
    expect(regionBeside([columns], { page: 0, index: 0 }, 'right')).toEqual({ page: 0, index: 2 });
    expect(regionBeside([columns], { page: 0, index: 4 }, 'right')).toBeUndefined();
  });

  test('from the last line of a page to the first of the next that has any, and back', () => {
    const pages = [PAGE, [], PAGE];
    expect(regionBeside(pages, { page: 0, index: 4 }, 'down')).toEqual({ page: 2, index: 0 });
    expect(regionBeside(pages, { page: 2, index: 1 }, 'up')).toEqual({ page: 0, index: 5 });
    expect(regionBeside(pages, { page: 0, index: 4 }, 'left')).toBeUndefined();
  });

  test('left to the next of lines that run downwards', () => {
    const upright = [at(0, 90, 0, 10, 80), at(1, 70, 0, 10, 80), at(2, 50, 0, 10, 30)];
    expect(regionBeside([upright], { page: 0, index: 0 }, 'left')).toEqual({ page: 0, index: 1 });
    expect(regionBeside([upright], { page: 0, index: 1 }, 'left')).toEqual({ page: 0, index: 2 });
  });
});

describe('a rectangle from one line to another', () => {
  test('of the same line is that line', () => {
    expect(rangesBetween(PAGE, 2, 2, TEXT)).toEqual([{ start: 12, end: 17 }]);
  });

  test('down a column leaves the other out; lines that follow one another in the file are one range', () => {
    expect(rangesBetween(PAGE, 1, 4, TEXT)).toEqual([
      { start: 6, end: 17 },
      { start: 24, end: 29 },
    ]);
    expect(rangesBetween(PAGE, 4, 1, TEXT)).toEqual(rangesBetween(PAGE, 1, 4, TEXT));
  });

  test('from corner to corner is all of it', () => {
    expect(rangesBetween(PAGE, 1, 3, TEXT)).toEqual([{ start: 0, end: TEXT.length }]);
  });
});
