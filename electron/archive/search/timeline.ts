import type { SearchFacets } from '#contract/search.ts';
import type { Columns } from './columns.ts';

const MONTHS = 10_000 * 12;
/** An interval without a beginning or an end says nothing of where a timeline begins and ends. */
const OPEN_FIRST = 1;
const OPEN_LAST = 9999;
/** Over more years there are no months. */
const MOST_YEARS = 200;

/**
 * How many of the rows stand in each year and month: all those that a query for that time alone would let through. Each
 * article adds one where its date begins and takes it away where it ends, so that a date of ten years costs what a day does.
 */
export function timeline(
  rows: readonly number[],
  { from, to }: Pick<Columns, 'from' | 'to'>,
): Pick<SearchFacets, 'years' | 'months' | 'undated'> {
  const steps = new Int32Array(MONTHS + 1);
  const yearSteps = new Int32Array(OPEN_LAST + 2);
  let undated = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const begin = from[row] as number;
    const end = to[row] as number;
    if (end === 0) {
      undated += 1;
      continue;
    }
    const firstMonth = monthOf(begin);
    const lastMonth = monthOf(end);
    const firstYear = yearOf(begin);
    const lastYear = yearOf(end);
    steps[firstMonth] = (steps[firstMonth] as number) + 1;
    steps[lastMonth + 1] = (steps[lastMonth + 1] as number) - 1;
    yearSteps[firstYear] = (yearSteps[firstYear] as number) + 1;
    yearSteps[lastYear + 1] = (yearSteps[lastYear + 1] as number) - 1;
    if (firstYear >= OPEN_FIRST && firstMonth < first) first = firstMonth;
    if (lastYear < OPEN_LAST && lastMonth > last) last = lastMonth;
  }
  // Where all that is known is open at one side, the other is all there is.
  if (!Number.isFinite(first)) first = last;
  if (!Number.isFinite(last)) last = first;
  if (!Number.isFinite(first)) return { years: [], months: [], undated };
  if (first > last) [first, last] = [last, first];
  const firstYear = Math.floor(first / 12);
  const lastYear = Math.floor(last / 12);
  const years = summed(yearSteps, firstYear, lastYear).map((count, i) => ({ value: fourDigits(firstYear + i), count }));
  const isLong = lastYear - firstYear >= MOST_YEARS;
  const months = isLong ? [] : summed(steps, first, last).map((count, i) => ({ value: monthText(first + i), count }));
  return { years, months, undated };
}

/** The counts from `first` to `last`, of what each step adds and takes away. */
function summed(steps: Int32Array, first: number, last: number): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let at = 0; at <= last; at += 1) {
    count += steps[at] as number;
    if (at >= first) counts.push(count);
  }
  return counts;
}

function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

/** Months since the year 0. */
function monthOf(day: number): number {
  return yearOf(day) * 12 + (Math.floor(day / 100) % 100) - 1;
}

function monthText(month: number): string {
  return `${fourDigits(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
