import { isConcluded, isoDate } from './dates.ts';
import { type Author, type Reference, stopped } from './reference.ts';

/** From the fourth on they are `等`. */
const AUTHORS = 3;

/**
 * GB/T 7714—2015 for newspapers and for what is on the web: `林月. 标题[N]. 江城日报, 2018-11-05(1).`
 * A date that is concluded or in doubt stands in brackets, as an estimated year does (8.4.3.3). Where nobody is named the title
 * comes first, as in lists that are numbered.
 */
export function citeGb7714(reference: Reference): string {
  const { title, publication, date, url, accessed, type } = reference;
  const kind = `[${type === 'webpage' ? 'EB' : 'N'}${url ? '/OL' : ''}]`;
  const day = date ? bracketed(isoDate(date), isConcluded(date)) : '';
  const page = reference.pages.length > 0 ? `(${reference.pages.join(', ')})` : '';
  const seen = url ? `[${accessed}]` : '';
  const issue =
    type === 'webpage'
      ? `${day && `(${day})`}${seen}`
      : `${publication}${publication && day ? ', ' : ''}${day}${page}${seen}`;
  const parts = [authorsOf(reference), title && `${title}${kind}`, issue];
  return `${parts
    .filter((part) => part !== '')
    .map(stopped)
    .join(' ')}${url && ` ${url}.`}`;
}

function bracketed(text: string, is: boolean): string {
  return is ? `[${text}]` : text;
}

function authorsOf({ authors, isChinese }: Reference): string {
  const names = authors.slice(0, AUTHORS).map(nameOf);
  if (authors.length > AUTHORS) names.push(isChinese ? '等' : 'et al');
  return names.join(', ');
}

/** `KING M L Jr`: the family in capitals, of given names the first letters without points. */
function nameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  const initials = author.given.split(/[\s.-]+/u).map((name) => [...name][0]?.toUpperCase() ?? '');
  return [author.family.toUpperCase(), ...initials, author.suffix.replace('.', '')].filter(Boolean).join(' ');
}
