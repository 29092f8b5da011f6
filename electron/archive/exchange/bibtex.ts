import { isConcluded } from './dates.ts';
import type { Author, Reference } from './reference.ts';

/** What TeX reads as something else. Braces go by their names: BibTeX counts them even behind a backslash. */
const IN_TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  '&': '\\&',
  _: '\\_',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LANGUAGES: Readonly<Record<string, string>> = { zh: 'chinese', en: 'english' };

/**
 * An entry that BibTeX and biblatex read, in UTF-8. The title stands in two pairs of braces, so that no style changes its
 * letters; `year`, `month` and `day` are for BibTeX, `date` has the same as EDTF for biblatex. What no style prints says that a
 * date is not the printed one.
 */
export function toBibtex(reference: Reference): string {
  const { id, type, title, authors, publication, date, pages, url, accessed, language, keywords } = reference;
  const { year, years, month, day } = date?.from ?? { year: 0, years: 0, month: null, day: null };
  const isNewspaper = type === 'article-newspaper';
  const fields: readonly (readonly [string, string])[] = [
    ['author', braced(authors.map(nameOf).join(' and '))],
    ['title', title && `{{${escapeTex(title)}}}`],
    ['journal', braced(escapeTex(publication))],
    ['entrysubtype', isNewspaper ? '{newspaper}' : ''],
    ['year', years === 1 ? `{${year}}` : ''],
    ['month', month === null ? '' : (MONTHS[month - 1] ?? '')],
    ['day', day === null ? '' : `{${day}}`],
    ['date', braced(date?.edtf ?? '')],
    ['annote', date && isConcluded(date) ? '{date not as printed}' : ''],
    ['pages', braced(escapeTex(pages.join(', ')))],
    ['url', braced(plainAddress(url))],
    ['urldate', braced(accessed)],
    ['langid', braced(LANGUAGES[language.slice(0, 2).toLowerCase()] ?? '')],
    ['keywords', braced(escapeTex(keywords.join(', ')))],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${isNewspaper ? 'article' : 'misc'}{jb-${id},\n${lines.join('')}}\n`;
}

export function escapeTex(text: string): string {
  return text.replace(/[\\{}~^%#$&_]/g, (mark) => IN_TEX[mark] ?? mark);
}

/** A name that has no parts stands in braces: an `and` or a comma in it is its own. */
function nameOf(author: Author): string {
  if ('literal' in author) return `{${escapeTex(author.literal)}}`;
  return [author.family, author.suffix, author.given].filter(Boolean).map(escapeTex).join(', ');
}

/** An address is taken as it is, so nothing in it is escaped but what would end its field. */
function plainAddress(url: string): string {
  return url.replace(/[\\{}^"]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function braced(value: string): string {
  return value && `{${value}}`;
}
