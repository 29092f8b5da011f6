import type { Days } from './query-text.ts';

/** A month or a year, as it is written. */
interface Time {
  readonly value: string;
}

/** Places among the times, both within. */
export type Range = readonly [first: number, last: number];

/** The times that the days ask for, from the first to the last. */
export function rangeOf(times: readonly Time[], { from, to, before }: Days): Range {
  const first = placeOf(times, from, 0);
  const last = placeOf(times, to, times.length - 1);
  if (before === undefined) return [first, last];
  const end = times.findLastIndex(({ value }) => firstDay(value) < firstDay(before));
  return [first, Math.max(first, Math.min(last, end))];
}

/** The day on which a year, a month or a day begins. */
function firstDay(value: string): string {
  return `${value}-01-01`.slice(0, 10);
}

/** Where a time stands among the times: a month in its year, a year at its first month, or `otherwise`. */
function placeOf(times: readonly Time[], value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const at = times.findIndex((time) => time.value.startsWith(value) || value.startsWith(time.value));
  if (at >= 0)
    return otherwise === 0
      ? at
      : times.findLastIndex((time) => time.value.startsWith(value) || value.startsWith(time.value));
  return otherwise;
}
