import { createElement } from 'react';
import { expect, test } from 'vitest';
import { RowCollection } from '../../../renderer/src/ui/long-list/row-collection.ts';
import { rowKeys } from '../../../renderer/src/ui/long-list/row-keys.ts';

test('a list of 100,000 rows makes only the rows that are asked for', () => {
  const made: number[] = [];
  const rows = new RowCollection(100_000, (row) => {
    made.push(row);
    return createElement('i');
  });
  const node = rows.getItem(99_999);
  node?.render?.(node);

  expect([rows.size, rows.getFirstKey(), rows.getLastKey(), made]).toEqual([100_000, 0, 99_999, [99_999]]);
  expect([rows.getKeyBefore(0), rows.getKeyAfter(99_999), rows.getItem(100_000)]).toEqual([null, null, null]);
});

test('a row that stays keeps its node when the list grows or shrinks', () => {
  const rows = new RowCollection(10, () => createElement('i'));
  const third = rows.getItem(3);
  expect(rows.resized(20).getItem(3)).toBe(third);
  expect(rows.resized(2).getItem(3)).toBeNull();
});

test('arrows stop at both ends, pages go as far as there are rows', () => {
  const keys = rowKeys(10, () => 4);
  expect([keys.getKeyAbove?.(0), keys.getKeyBelow?.(9)]).toEqual([null, null]);
  expect([keys.getKeyPageBelow?.(2), keys.getKeyPageBelow?.(8), keys.getKeyPageAbove?.(2)]).toEqual([6, 9, 0]);
  expect(keys.getKeyForSearch).toBeUndefined();
});

test('rows that were gone through are let go, those around the view are the same again', () => {
  const rows = new RowCollection(100_000, () => createElement('i'));
  const first = rows.getItem(0);
  const focused = rows.getItem(7);
  for (let row = 1; row < 5_000; row += 1) {
    rows.getItem(row);
    rows.getItem(7);
  }
  const last = rows.getItem(4_999);
  expect([rows.getItem(0) === first, rows.getItem(7) === focused, rows.getItem(4_999) === last]).toEqual([
    false,
    true,
    true,
  ]);
});
