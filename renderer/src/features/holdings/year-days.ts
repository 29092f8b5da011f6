import type { IssueHoldings } from '#contract/holdings.ts';

export interface DayCell {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly number: number;
  readonly issue: IssueHoldings | undefined;
  /** Nothing of this day, though there is of days before and after it. */
  readonly isMissing: boolean;
}

export interface Month {
  readonly month: number;
  /** Empty places before the first day: a week begins with Monday. */
  readonly offset: number;
  readonly days: readonly DayCell[];
}

interface Range {
  readonly first: string | null;
  readonly last: string | null;
}

/** Twelve months of a year, each day with what is held of it. */
export function monthsOf(year: number, issues: readonly IssueHoldings[], { first, last }: Range): Month[] {
  const byDay = new Map(issues.filter(({ from, to }) => from === to).map((issue) => [issue.from, issue]));
  return Array.from({ length: 12 }, (_, index) => {
    const length = dateOf(year, index + 1, 0).getUTCDate();
    return {
      month: index + 1,
      offset: (dateOf(year, index, 1).getUTCDay() + 6) % 7,
      days: Array.from({ length }, (_, at) => {
        const day = [String(year).padStart(4, '0'), two(index + 1), two(at + 1)].join('-');
        const issue = byDay.get(day);
        const isInside = first !== null && last !== null && day > first && day < last;
        return { day, number: at + 1, issue, isMissing: isInside && issue === undefined };
      }),
    };
  });
}

/** From nothing to a whole paper, by printed pages; a day of which no page is known is one page. */
export function fullness({ pages }: Pick<IssueHoldings, 'pages'>): 1 | 2 | 3 | 4 {
  if (pages >= 8) return 4;
  if (pages >= 4) return 3;
  return pages >= 2 ? 2 : 1;
}

/** The day that a key leads to, of days in order; undefined where there is none further. */
export function dayAfterKey(days: readonly string[], here: string, key: string): string | undefined {
  switch (key) {
    case 'ArrowRight':
      return days.find((day) => day > here);
    case 'ArrowLeft':
      return days.findLast((day) => day < here);
    case 'ArrowDown':
      return days.find((day) => daysBetween(here, day) >= 7);
    case 'ArrowUp':
      return days.findLast((day) => daysBetween(day, here) >= 7);
    case 'Home':
      return days[0];
    case 'End':
      return days.at(-1);
    default:
      return undefined;
  }
}

function daysBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}

/** `Date.UTC` takes years below 100 for others. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
