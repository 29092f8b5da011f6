import { expect, test } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { mergeMarks, shareMarks } from '../../../renderer/src/api/merge-marks.ts';

const here = 'here' as ArticleId;
const mark = (id: string, start: number, other: Partial<Annotation> = {}): Annotation => ({
  id: id as AnnotationId,
  shortId: '',
  articleId: here,
  quote: { start, end: start + 2, exact: '', prefix: '', suffix: '' },
  kind: 'highlight',
  colour: 'fact',
  note: '',
  tags: [],
  confidential: false,
  state: 'exact',
  createdAt: 0,
  updatedAt: 0,
  revision: 0,
  ...other,
});
const marks = [mark('a', 0), mark('b', 4), mark('c', 8)];
const ask = (found: readonly Annotation[], ...ids: string[]) =>
  mergeMarks(marks, here, ids.length > 0 ? (ids as AnnotationId[]) : found.map(({ id }) => id), found);
const idsOf = (list: readonly Annotation[]) => list.map(({ id }) => id).join('');

test('a new mark comes where its words are, behind an older one on the same words', () => {
  expect(idsOf(ask([mark('d', 4)]))).toBe('abdc');
});

test('a mark that is there no more is taken away, and so is one that went to another article', () => {
  expect(idsOf(ask([], 'b'))).toBe('ac');
  expect(idsOf(ask([mark('b', 4, { articleId: 'elsewhere' as ArticleId })]))).toBe('ac');
});

test('a mark that moved is placed anew, and the others are the very same', () => {
  const next = ask([mark('a', 9, { revision: 1 })]);
  expect(idsOf(next)).toBe('bca');
  expect(next[0]).toBe(marks[1]);
});

test('where nothing is other than it was, the list is the very same', () => {
  expect(ask([mark('b', 4)])).toBe(marks);
  expect(ask([], 'unknown')).toBe(marks);
});

test('what is older than what is shown is left out, and what only lost a tag is not', () => {
  const newer = [mark('a', 0, { revision: 2, note: '新' })];
  expect(mergeMarks(newer, here, ['a' as AnnotationId], [mark('a', 0, { revision: 1 })])).toBe(newer);
  const tagged = [mark('a', 0, { tags: ['雨'] })];
  expect(mergeMarks(tagged, here, ['a' as AnnotationId], [mark('a', 0)])[0]?.tags).toEqual([]);
});

test('of a list that was read again the marks that are as they were are the very same, wherever they stand now', () => {
  const again = [mark('n', 0), ...marks.map((one) => structuredClone(one))];
  const shared = shareMarks(marks, again);
  expect(shared.slice(1).every((one, index) => one === marks[index])).toBe(true);
  expect(shareMarks(marks, structuredClone(marks))).toBe(marks);
  expect(shareMarks(marks, [mark('a', 0, { note: '新' }), ...marks.slice(1)])[0]?.note).toBe('新');
  expect(shareMarks(marks, marks.slice(1))).toEqual(marks.slice(1));
});
