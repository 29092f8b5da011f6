import { expect, test } from 'vitest';
import { formatEdtf } from '../../../renderer/src/strings/dates.ts';

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
