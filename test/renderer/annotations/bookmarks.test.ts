import { expect, test } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import { bookmarkAt, firstWords } from '../../../renderer/src/features/annotations/bookmarks.ts';

test('a place is told by the first sentence there, and by no more than forty characters', () => {
  expect(firstWords(100, '清晨六点半，豆浆铺升起白汽。石板路刚洗过。')).toEqual({ start: 100, end: 114 });
  expect(firstWords(7, '先问住户 再动砖瓦')).toEqual({ start: 7, end: 16 });
  expect(firstWords(0, '长'.repeat(300))).toEqual({ start: 0, end: 40 });
  expect(firstWords(0, '')).toBeUndefined();
});

const mark = (kind: Annotation['kind'], start: number, end: number, state: Annotation['state'] = 'exact') =>
  ({ kind, state, quote: { start, end, exact: '', prefix: '', suffix: '' } }) as Annotation;

test('the bookmark on these words is found, and neither a highlight nor one whose words are gone', () => {
  const marks = [mark('highlight', 0, 9), mark('bookmark', 3, 3, 'orphan'), mark('bookmark', 8, 12)];
  expect(bookmarkAt(marks, { start: 0, end: 9 })).toBe(marks[2]);
  expect(bookmarkAt(marks, { start: 12, end: 20 })).toBeUndefined();
  expect(bookmarkAt(marks, { start: 0, end: 8 })).toBeUndefined();
});
