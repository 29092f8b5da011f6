/** One end of a date, as far as it is known. */
export interface DatePoint {
  readonly year: number;
  /** How many years it stands for: `201X` is ten from 2010 on. */
  readonly years: 1 | 10 | 100;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 is spring, as EDTF's season 21. */
  readonly season: number | null;
  readonly day: number | null;
}

/** A printed date as a citation needs it. */
export interface ReferenceDate {
  readonly edtf: string;
  readonly from: DatePoint;
  /** The end of an interval that has one. */
  readonly to: DatePoint | null;
  /** EDTF `~`: about then. */
  readonly isAbout: boolean;
  /** EDTF `?`. */
  readonly isDoubtful: boolean;
  /** Not printed on it, but concluded from a file's name or a neighbour: styles set it in brackets. */
  readonly isInferred: boolean;
}

/** Whether it is less than what a paper prints above its text: concluded, about then, in doubt, or some year of ten. */
export function isConcluded({ isInferred, isAbout, isDoubtful, from }: ReferenceDate): boolean {
  return isInferred || isAbout || isDoubtful || from.years > 1;
}

const POINT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|\dX|XX))?(?:-(\d{2}|\dX|XX))?[?~%]?$/;

/** Undefined for what is no EDTF level 1 date, and for an interval whose beginning is not known. */
export function referenceDate(edtf: string, isInferred: boolean): ReferenceDate | undefined {
  const [start = '', end] = edtf.split('/');
  const from = pointOf(start);
  if (!from) return undefined;
  return {
    edtf,
    from,
    to: (end && pointOf(end)) || null,
    isAbout: /[~%]/.test(edtf),
    isDoubtful: /[?%]/.test(edtf),
    isInferred,
  };
}

/** Digits that are not known are left out with what stands behind them. */
function pointOf(text: string): DatePoint | undefined {
  const [, year, month = '', day = ''] = POINT.exec(text) ?? [];
  if (year === undefined) return undefined;
  const years = year.endsWith('XX') ? 100 : year.endsWith('X') ? 10 : 1;
  const number = /X/.test(month) ? Number.NaN : Number(month);
  const isMonth = years === 1 && number >= 1 && number <= 12;
  const isSeason = years === 1 && number >= 21 && number <= 24;
  return {
    year: Number(year.replaceAll('X', '0')),
    years,
    month: isMonth ? number : null,
    season: isSeason ? number - 20 : null,
    day: isMonth && /^\d+$/.test(day) ? Number(day) : null,
  };
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');

/** `2018-11-05`, `2018-11`, `2018春`; two ends with a slash, as ISO 8601 has it. */
export function isoDate({ from, to }: ReferenceDate): string {
  return [from, ...(to ? [to] : [])].map(isoPoint).join('/');
}

function isoPoint({ year, years, month, season, day }: DatePoint): string {
  if (years > 1) return `${four(year)}/${four(year + years - 1)}`;
  if (season !== null) return `${four(year)}${'春夏秋冬'[season - 1]}`;
  return [four(year), ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])].join('-');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const SEASONS = ['Spring', 'Summer', 'Fall', 'Winter'];

/** `November 5, 2018`, `Spring 2018`, `November 5–8, 2018`: as American manuals set a date. */
export function dateInWords({ from, to }: ReferenceDate): string {
  if (!to) return pointInWords(from);
  const isSameYear = from.years === 1 && to.years === 1 && from.year === to.year;
  if (!isSameYear || partInWords(from) === '' || partInWords(to) === '')
    return `${pointInWords(from)}–${pointInWords(to)}`;
  const isSameMonth = from.month === to.month && from.day !== null && to.day !== null;
  return `${partInWords(from)}–${isSameMonth ? to.day : partInWords(to)}${comma(to)} ${four(to.year)}`;
}

/** `2018, November 5`, with the year in front. */
export function yearFirst({ from, to }: ReferenceDate): string {
  if (!to) return pointYearFirst(from);
  const part = partInWords(to);
  const isSameMonth = from.month === to.month && from.day !== null && to.day !== null;
  if (from.years > 1 || to.years > 1 || from.year !== to.year || part === '')
    return `${pointYearFirst(from)}–${pointYearFirst(to)}`;
  return `${pointYearFirst(from)}–${isSameMonth ? to.day : part}`;
}

function pointInWords(point: DatePoint): string {
  if (point.years > 1) return `${four(point.year)}–${four(point.year + point.years - 1)}`;
  const part = partInWords(point);
  return part === '' ? four(point.year) : `${part}${comma(point)} ${four(point.year)}`;
}

function pointYearFirst(point: DatePoint): string {
  const part = point.years > 1 ? '' : partInWords(point);
  return part === '' ? pointInWords(point) : `${four(point.year)}, ${part}`;
}

/** Without its year. */
function partInWords({ month, season, day }: DatePoint): string {
  if (season !== null) return SEASONS[season - 1] ?? '';
  if (month === null) return '';
  return `${MONTHS[month - 1]}${day === null ? '' : ` ${day}`}`;
}

/** Before a year stands a comma only where a day does. */
function comma({ day }: DatePoint): string {
  return day === null ? '' : ',';
}

/** `YYYY-MM-DD` in the same words. */
export function dayInWords(day: string): string {
  const date = referenceDate(day, false);
  return date ? dateInWords(date) : day;
}
