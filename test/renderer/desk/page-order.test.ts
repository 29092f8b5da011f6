import { expect, test } from 'vitest';
import { nearestPlace, rawOrder, readingOrder, sourceAt } from '../../../renderer/src/features/desk/page-order.ts';
import { CAPTION, COPY, LAMPS, NIGHT, PAGE, PARAGRAPH, TITLE } from './desk-page.ts';

test('one reads article by article and what is in none last; the raw page has its own order', () => {
  expect(readingOrder(PAGE)).toEqual([TITLE, PARAGRAPH, CAPTION, NIGHT, LAMPS, COPY]);
  expect(rawOrder(PAGE)).toEqual([TITLE, PARAGRAPH, CAPTION, COPY, NIGHT, LAMPS]);
});

test('where a block went into another, its place is that of the block that holds its text now', () => {
  expect(nearestPlace(PAGE, 13)).toBe(PARAGRAPH);
  expect(nearestPlace(PAGE, LAMPS)).toBe(LAMPS);
  expect(nearestPlace({ ...PAGE, articles: [], dropped: [] }, 13)).toBeNull();
});

test('a position of the text is the position of its character in the source, also behind a seam', () => {
  const block = PAGE.articles[0]?.blocks[1];
  if (!block) throw new Error('no paragraph');
  expect([0, 5, 6, 10, 11].map((at) => sourceAt(block, at))).toEqual([6, 11, 13, 17, undefined]);
});

test('what stands for other text counts with its own length', () => {
  const block = PAGE.articles[0]?.blocks[0];
  if (!block) throw new Error('no title');
  expect(
    [0, 1, 2].map((at) =>
      sourceAt(
        {
          ...block,
          pieces: [
            [0, 3, '春'],
            [3, 4],
          ],
        },
        at,
      ),
    ),
  ).toEqual([0, 3, undefined]);
});
