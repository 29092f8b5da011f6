import { type DatePoint, SEASONS } from './dates.ts';
import type { Author, Reference } from './reference.ts';

/** A record of RIS, with the line ends that its description asks for: two capitals, two blanks, a hyphen, a blank. */
export function toRis(reference: Reference): string {
  const { id, type, title, authors, publication, date, pages, section, url, accessed, language, keywords } = reference;
  const fields: readonly (readonly [tag: string, value: string])[] = [
    ['TY', type === 'article-newspaper' ? 'NEWS' : 'ELEC'],
    ['ID', id],
    ...authors.map((author) => ['AU', nameOf(author)] as const),
    ['TI', title],
    ['T2', publication],
    ['PY', date?.from.years === 1 ? String(date.from.year).padStart(4, '0') : ''],
    ['DA', date?.from.years === 1 ? dateOf(date.from) : ''],
    ['SP', pages.join(', ')],
    ['SE', section],
    ['LA', language],
    ['UR', url],
    ['Y2', accessed.replaceAll('-', '/')],
    ...keywords.map((word) => ['KW', word] as const),
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}

function nameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  return [author.family, author.given, author.suffix].filter(Boolean).join(', ');
}

/** `2018/11/05/`: year, month, day and anything else, each of which may be empty. */
function dateOf({ year, month, day, season }: DatePoint): string {
  const part = (number: number | null) => (number === null ? '' : String(number).padStart(2, '0'));
  return [String(year).padStart(4, '0'), part(month), part(day), season === null ? '' : SEASONS[season - 1]].join('/');
}
