const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?)?)?$/;
const TOKENS = /\[([^\]]*)\]|YYYY|YY|Q|MMMM|MMM|MM|Mo|M|DDDD|Do|DD|D|dddd|ddd|dd|E|d|HH|H|hh|h|mm|m|ss|s|A|a/g;

/**
 * A day or a moment, `2018-11-05T10:30:00` or a beginning of it, by the letters of moment.js that templates are full of.
 * Undefined where it is no such day, or where what is asked for is not known: a wrong day is worse than none.
 */
export function formatDay(day: string, pattern: string, language: string): string | undefined {
  const found = DAY.exec(day);
  if (!found) return undefined;
  const [, year = '', month, date, hour, minute, second] = found;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1)));
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language || 'en', { ...options, timeZone: 'UTC' }).format(at);
  let isKnown = true;
  const known = (part: string | undefined, write: (part: string) => string) => {
    if (part === undefined) isKnown = false;
    return part === undefined ? '' : write(part);
  };
  const short = (part: string) => String(Number(part));
  // A day without an hour is asked for its hour by templates for moments: it began at midnight.
  const clock = (part: string | undefined) => part ?? (date === undefined ? undefined : '00');
  const twelve = (part: string) => String(Number(part) % 12 || 12);
  const text = pattern.replace(TOKENS, (token, verbatim: string | undefined) => {
    if (verbatim !== undefined) return verbatim;
    switch (token) {
      case 'YYYY':
        return year;
      case 'YY':
        return year.slice(2);
      case 'Q':
        return known(month, (part) => String(Math.ceil(Number(part) / 3)));
      case 'MMMM':
        return known(month, () => named({ month: 'long' }));
      case 'MMM':
        return known(month, () => named({ month: 'short' }));
      case 'MM':
        return known(month, (part) => part);
      case 'M':
      case 'Mo':
        return known(month, short);
      case 'DD':
        return known(date, (part) => part);
      case 'D':
        return known(date, short);
      case 'Do':
        return known(date, (part) => ordinal(Number(part), language));
      case 'DDDD':
        return known(date, () => String((at.getTime() - Date.UTC(Number(year), 0)) / 86_400_000 + 1).padStart(3, '0'));
      case 'dddd':
        return known(date, () => named({ weekday: 'long' }));
      case 'ddd':
        return known(date, () => named({ weekday: 'short' }));
      case 'dd':
        return known(date, () => named({ weekday: 'narrow' }));
      case 'd':
        return known(date, () => String(at.getUTCDay()));
      case 'E':
        return known(date, () => String(at.getUTCDay() || 7));
      case 'HH':
        return known(clock(hour), (part) => part);
      case 'H':
        return known(clock(hour), short);
      case 'hh':
        return known(clock(hour), (part) => twelve(part).padStart(2, '0'));
      case 'h':
        return known(clock(hour), twelve);
      case 'mm':
        return known(clock(minute), (part) => part);
      case 'm':
        return known(clock(minute), short);
      case 'ss':
        return known(clock(second), (part) => part);
      case 's':
        return known(clock(second), short);
      default:
        return known(clock(hour), (part) => {
          const half = Number(part) < 12 ? 'am' : 'pm';
          return token === 'A' ? half.toUpperCase() : half;
        });
    }
  });
  return isKnown ? text : undefined;
}

function ordinal(day: number, language: string): string {
  if (!language.startsWith('en')) return `${day}`;
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(day);
  return `${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[rule]}`;
}
