import { expect, test } from 'vitest';
import { rawLines } from '../../../renderer/src/features/desk/page-model.ts';
import { COPY, PAGE, PARAGRAPH } from './desk-page.ts';

test('blank lines are left out and the numbers stay those of the file', () => {
  expect(rawLines(PAGE).map(({ number }) => number)).toEqual([1, 3, 4, 6, 7, 8, 9]);
});

test('both lines of a joined paragraph lead to the same block', () => {
  const [, first, second] = rawLines(PAGE);
  expect([first?.runs[0]?.block, second?.runs[0]?.block]).toEqual([PARAGRAPH, PARAGRAPH]);
});

test('a dropped copy belongs to no article, says what it is and can be pointed at', () => {
  expect(rawLines(PAGE)[4]).toMatchObject({ article: null, runs: [{ dropped: 'duplicate', block: COPY }] });
});

test('the runs of a line cover it without a gap', () => {
  for (const line of rawLines(PAGE)) {
    const text = line.runs.map(({ start, end }) => PAGE.text.slice(start, end)).join('');
    expect(text).toBe(PAGE.text.slice(line.start, line.end));
  }
});
