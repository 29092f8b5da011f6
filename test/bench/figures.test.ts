import { expect, test } from 'vitest';
import { makeArticles } from './corpus.ts';
import { formatTable, isMet, percentile } from './figures.ts';

test('a percentile is a value that was measured', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(() => percentile([], 0.5)).toThrow();
});

test('a figure that misses what was asked says so in the table', () => {
  const slow = { what: 'first result, p95', value: 61.04, unit: 'ms', atMost: 50 };
  const quick = { what: 'files a second', value: 412, unit: '/s', atLeast: 300 };
  expect([isMet(slow), isMet(quick)]).toEqual([false, true]);
  const rows = formatTable([{ bench: 'search', figures: [slow, quick] }], '2 cores')
    .split('\n')
    .slice(6);
  expect(rows).toEqual([
    '| search | first result, p95 | 61 ms | ≤ 50 ms | **no** |',
    '| search | files a second | 412 /s | ≥ 300 /s | yes |',
    '',
  ]);
});

test('made-up articles are the same for the same seed, as long as asked, and uneven', () => {
  const made = [...makeArticles(40, 2_000, 7)];
  expect([...makeArticles(40, 2_000, 7)]).toEqual(made);
  expect(new Set(made.map(({ name }) => name)).size).toBe(40);
  for (const { text } of made) expect(Math.abs(text.length - 2_100)).toBeLessThan(200);
  const counts = new Map<string, number>();
  for (const { text } of made) for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(2_500);
});
