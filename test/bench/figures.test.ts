import { expect, test } from 'vitest';
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
