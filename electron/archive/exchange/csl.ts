import { type DatePoint, isConcluded, type ReferenceDate } from './dates.ts';
import type { Reference } from './reference.ts';

interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  readonly season?: number;
  /** Not exactly, or not as printed. */
  readonly circa?: true;
}

type CslName =
  | { readonly literal: string }
  | { readonly family: string; readonly given: string; readonly suffix?: string };

/** An item as the Citation Style Language has it (https://github.com/citation-style-language/schema). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly page?: string;
  readonly section?: string;
  readonly URL?: string;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly keyword?: string;
}

export function toCsl(reference: Reference): CslItem {
  const { id, type, title, authors, publication, date, pages, section, url, accessed, language, keywords } = reference;
  return {
    id: `jb-${id}`,
    type,
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map(nameOf) }),
    ...(publication && { 'container-title': publication }),
    ...(date && { issued: issuedOf(date) }),
    ...(pages.length > 0 && { page: pages.join(', ') }),
    ...(section && { section }),
    ...(url && { URL: url }),
    ...(accessed && { accessed: { 'date-parts': [accessed.split('-').map(Number)] } }),
    ...(language && { language }),
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
  };
}

function nameOf(author: Reference['authors'][number]): CslName {
  if ('literal' in author) return { literal: author.literal };
  const { family, given, suffix } = author;
  return { family, given, ...(suffix && { suffix }) };
}

function issuedOf(date: ReferenceDate): CslDate {
  const { from, to } = date;
  const last = to ?? (from.years > 1 ? { ...from, year: from.year + from.years - 1 } : null);
  return {
    'date-parts': [partsOf(from), ...(last ? [partsOf(last)] : [])],
    ...(from.season !== null && { season: from.season }),
    ...(isConcluded(date) && { circa: true }),
  };
}

function partsOf({ year, month, day }: DatePoint): number[] {
  return [year, month, day].filter((part) => part !== null);
}
