/** The earliest and the latest day that a date can mean, `YYYY-MM-DD`. */
export interface DayBounds {
  readonly from: string;
  readonly to: string;
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|\dX|XX))?(?:-(\d{2}|\dX|XX))?[?~%]?$/;

/** Months of EDTF's seasons 21 to 24: spring begins in March. Winter runs into the next year. */
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 14],
};

/**
 * The bounds of an EDTF level 1 date (https://www.loc.gov/standards/datetime/): day, month, season, year, unspecified
 * digits and intervals, open ones too; `?`, `~` and `%` do not widen it. Returns undefined for anything else and for
 * days that no calendar has.
 */
export function dayBounds(edtf: string): DayBounds | undefined {
  const [start, end, more] = edtf.split('/');
  if (start === undefined || more !== undefined) return undefined;
  if (end === undefined) return simpleBounds(start);
  const from = start === '' || start === '..' ? { from: '0000-01-01', to: '' } : simpleBounds(start);
  const to = end === '' || end === '..' ? { from: '', to: '9999-12-31' } : simpleBounds(end);
  if (!from || !to || from.from > to.to) return undefined;
  return { from: from.from, to: to.to };
}

function simpleBounds(text: string): DayBounds | undefined {
  const match = DATE.exec(text);
  if (!match?.[1]) return undefined;
  const [, year, month, day] = match;
  const firstYear = Number(year.replaceAll('X', '0'));
  const lastYear = Number(year.replaceAll('X', '9'));
  const season = month === undefined ? undefined : SEASONS[month];
  if (season) return day ? undefined : { from: dayText(firstYear, season[0], 1), to: lastDay(lastYear, season[1]) };
  const months = digits(month, 1, 12);
  const days = digits(day, 1, 31);
  if (!months || !days) return undefined;
  const length = monthLength(lastYear, months.last);
  if (days.first > length) return undefined;
  const last = day === undefined || day.includes('X') ? Math.min(days.last, length) : days.last;
  if (last > length) return undefined;
  return { from: dayText(firstYear, months.first, days.first), to: dayText(lastYear, months.last, last) };
}

/** The values that one or two digits can stand for, within what a month or a day can be. */
function digits(text: string | undefined, least: number, most: number): { first: number; last: number } | undefined {
  if (text === undefined) return { first: least, last: most };
  const first = Math.max(Number(text.replaceAll('X', '0')), text.includes('X') ? least : 0);
  const last = text.includes('X') ? Math.min(Number(text.replaceAll('X', '9')), most) : Number(text);
  return first < least || last > most || first > last ? undefined : { first, last };
}

function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function lastDay(year: number, month: number): string {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return dayText(inYear, inMonth, monthLength(inYear, inMonth));
}

function dayText(year: number, month: number, day: number): string {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
