import { expect, test } from 'vitest';
import { besideCut, cutPlaces, firstCut } from '../../../renderer/src/features/desk/sentence-steps.ts';

const TEXT = '雨停了。他说：“走吧！”大家走了。';

test('a text can be cut behind its sentences and at its seams, not at its edges', () => {
  expect(cutPlaces(TEXT, [2, 4])).toEqual([2, 4, 12]);
  expect(cutPlaces('It rained. They left.', [])).toEqual([11]);
});

test('the cut begins at the least certain seam, without one behind the sentence nearest to the middle', () => {
  const seams = [
    { at: 3, confidence: 0.9 },
    { at: 5, confidence: 0.2 },
  ];
  expect(firstCut(TEXT, seams)).toBe(5);
  expect(firstCut(TEXT, [])).toBe(12);
  expect(firstCut('一二三四', [])).toBe(2);
});

test('the cut goes past a character of two halves at once, and stays inside the text', () => {
  expect(besideCut('一𠮷二', 1, 1)).toBe(3);
  expect(besideCut('一𠮷二', 3, -1)).toBe(1);
  expect(besideCut('一二', 1, 1)).toBe(1);
  expect(besideCut('一二', 1, -1)).toBe(1);
});
