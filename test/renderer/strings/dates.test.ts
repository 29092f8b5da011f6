import { expect, test } from 'vitest';
import { formatDays, formatEdtf } from '../../../renderer/src/strings/dates.ts';

test('a date is written no more exactly than it is known', () => {
  const dates = ['2023-10-18', '2023-10', '2023', '2023~', '1923-XX'];
  expect(dates.map((date) => formatEdtf(date, 'zh-Hans'))).toEqual([
    '2023年10月18日',
    '2023年10月',
    '2023年',
    '约2023年',
    '1923-XX',
  ]);
  expect(dates.map((date) => formatEdtf(date, 'en'))).toEqual([
    '18 Oct 2023',
    'Oct 2023',
    '2023',
    'about 2023',
    '1923-XX',
  ]);
});

test('days that are a month or a year are called so; others are from one to the other', () => {
  const spans = [
    ['2024-03-18', '2024-03-18'],
    ['2024-02-01', '2024-02-29'],
    ['2024-01-01', '2024-12-31'],
    ['2024-03-01', '2024-05-31'],
  ] as const;
  expect(spans.map(([from, to]) => formatDays(from, to, 'zh-Hans'))).toEqual([
    '2024年3月18日',
    '2024年2月',
    '2024年',
    '2024年3月1日–2024年5月31日',
  ]);
});
