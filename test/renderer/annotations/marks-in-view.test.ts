import { expect, test } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { marksOn } from '../../../renderer/src/features/annotations/marks-on.ts';
import { MOST_CARDS, nearMarks } from '../../../renderer/src/features/annotations/near-marks.ts';
import { marksWithin } from '../../../renderer/src/features/annotations/painted-stretch.ts';

const mark = (start: number, end: number, state: Annotation['state'] = 'exact'): Annotation => ({
  id: `${start}-${end}` as AnnotationId,
  shortId: '',
  articleId: '' as ArticleId,
  quote: { start, end, exact: '', prefix: '', suffix: '' },
  kind: 'highlight',
  colour: 'fact',
  note: '',
  tags: [],
  confidential: false,
  state,
  createdAt: 0,
  updatedAt: 0,
  revision: 0,
});
const thousands = Array.from({ length: 5_000 }, (_, index) => mark(index * 4, index * 4 + 6));
const starts = (marks: readonly Annotation[]) => marks.map(({ quote }) => quote.start);

test('of thousands of marks those are near that begin where one reads', () => {
  const near = nearMarks(thousands, 1_001, undefined);
  expect(near).toHaveLength(MOST_CARDS);
  expect(starts(near).slice(0, 2)).toEqual([1_004, 1_008]);
});

test('at the end of the text the last ones are near', () => {
  expect(starts(nearMarks(thousands, 19_990, undefined)).at(-1)).toBe(19_996);
  expect(nearMarks(thousands, 1_000_000, undefined)).toHaveLength(MOST_CARDS);
});

test('the active mark is always among them, in its order', () => {
  const far = thousands[4_000]?.id;
  expect(starts(nearMarks(thousands, 0, far)).at(-1)).toBe(16_000);
  expect(starts(nearMarks(thousands, 19_000, thousands[2]?.id))[0]).toBe(8);
  expect(nearMarks(thousands, 0, thousands[3]?.id)).toHaveLength(MOST_CARDS);
});

test('a place lies in every mark around it, not in one that ends there, and in none whose words are gone', () => {
  const marks = [mark(0, 5), mark(2, 4), mark(4, 9), mark(0, 9, 'orphan')];
  expect(starts(marksOn(marks, 3))).toEqual([0, 2]);
  expect(starts(marksOn(marks, 4))).toEqual([0, 4]);
  expect(marksOn(marks, 9)).toEqual([]);
  expect(marksOn(marks, undefined)).toEqual([]);
});

test('those are painted of which some words stand in a stretch, however far they reach', () => {
  const marks = [mark(0, 900), mark(10, 20), mark(20, 30), mark(39, 60), mark(40, 50)];
  expect(starts(marksWithin(marks, { start: 20, end: 40 }))).toEqual([0, 20, 39]);
});

test('fewer are near where fewer have room', () => {
  expect(nearMarks(thousands, 1_001, undefined, 20)).toHaveLength(20);
});
