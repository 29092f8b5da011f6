import type { Language } from './index.ts';

const EDTF = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;

/** An EDTF date in words, no more exact than it is: a year stays a year, `~` reads "about". Anything else as written. */
export function formatEdtf(edtf: string, language: Language): string {
  const [, year, month, day, doubt] = EDTF.exec(edtf) ?? [];
  if (!year) return edtf;
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const text = formatter(language, day ? 'day' : month ? 'month' : 'year').format(moment);
  if (!doubt) return text;
  return language === 'en' ? `about ${text}` : `约${text}`;
}

/** The span that a date means, no more exact than it is: a whole month, a whole year, or from one day to another. */
export function formatDays(from: string, to: string, language: Language): string {
  if (from === to) return formatEdtf(from, language);
  const [year, month] = from.split('-');
  if (from === `${year}-01-01` && to === `${year}-12-31`) return formatEdtf(year ?? from, language);
  const isMonth = from.endsWith('-01') && to.slice(0, 7) === from.slice(0, 7) && Number(to.slice(8)) >= 28;
  if (isMonth) return formatEdtf(`${year}-${month}`, language);
  return `${formatEdtf(from, language)}–${formatEdtf(to, language)}`;
}

/** January is 1. */
export function monthName(month: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1),
  );
}

/** An instant as a day; today and yesterday by name. */
export function formatDay(instant: number, now: number, language: Language): string {
  const days = Math.round((startOfDay(now) - startOfDay(instant)) / 86_400_000);
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' }).format(-days, 'day');
  }
  return formatter(language, 'instant').format(instant);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one takes longer than drawing the row it stands in. */
function formatter(language: Language, exactness: 'year' | 'month' | 'day' | 'instant'): Intl.DateTimeFormat {
  const key = `${language} ${exactness}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(
      locale(language),
      exactness === 'instant'
        ? { dateStyle: 'medium' }
        : {
            timeZone: 'UTC',
            year: 'numeric',
            ...(exactness === 'year' ? {} : { month: language === 'en' ? 'short' : 'long' }),
            ...(exactness === 'day' ? { day: 'numeric' } : {}),
          },
    );
  formatters.set(key, made);
  return made;
}

function startOfDay(instant: number): number {
  return new Date(instant).setHours(0, 0, 0, 0);
}

function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : 'zh-CN';
}
