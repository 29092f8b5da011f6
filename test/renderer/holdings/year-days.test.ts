import { expect, test } from 'vitest';
import { dayAfterKey, fullness, monthsOf } from '../../../renderer/src/features/holdings/year-days.ts';

const issue = (day: string, pages = 1) => ({ from: day, to: day, articles: 1, pages, unread: 1, marked: 0 });

test('a year has its months with the day of the week they begin on; only days between held ones are missing', () => {
  const shelf = { first: '2024-02-27', last: '2024-03-02' };
  const months = monthsOf(2024, [issue('2024-02-27'), issue('2024-02-29'), issue('2024-03-02')], shelf);
  expect(months.map(({ offset }) => offset)).toEqual([0, 3, 4, 0, 2, 5, 0, 3, 6, 1, 4, 6]);
  expect(months.map(({ days }) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  const all = months.flatMap(({ days }) => days);
  expect(all.filter(({ isMissing }) => isMissing).map(({ day }) => day)).toEqual(['2024-02-28', '2024-03-01']);
  expect(all.filter((cell) => cell.issue).map(({ day }) => day)).toEqual(['2024-02-27', '2024-02-29', '2024-03-02']);
});

test('a month that is all that is known of a date is no day; nothing is missing where no day is held', () => {
  const vague = { ...issue('2024-03-01'), to: '2024-03-31' };
  const cells = monthsOf(2024, [vague], { first: null, last: null }).flatMap(({ days }) => days);
  expect(cells.filter((cell) => cell.issue || cell.isMissing)).toEqual([]);
});

test('a year before 100 is that year', () => {
  expect(monthsOf(33, [], { first: null, last: null })[0]?.days[0]).toMatchObject({ day: '0033-01-01' });
});

test('a day is as full as its printed pages, and one of which no page is known is one page', () => {
  expect([0, 1, 2, 3, 4, 7, 8, 64].map((pages) => fullness({ pages }))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
});

test('arrows go to the next day that is held, up and down by a week at least; there is none beyond the last', () => {
  const days = ['2024-01-01', '2024-01-03', '2024-01-09', '2024-02-20'];
  const go = (key: string, here = '2024-01-03') => dayAfterKey(days, here, key);
  expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => go(key))).toEqual([
    '2024-01-09',
    '2024-01-01',
    '2024-02-20',
    undefined,
    '2024-01-01',
    '2024-02-20',
    undefined,
  ]);
  expect(go('ArrowUp', '2024-01-09')).toBe('2024-01-01');
  expect(go('ArrowRight', '2024-02-20')).toBeUndefined();
});
