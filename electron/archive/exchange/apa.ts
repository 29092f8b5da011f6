import { isConcluded, type ReferenceDate, yearFirst } from './dates.ts';
import { type Author, pagesOf, type Reference } from './reference.ts';

/** Of more than twenty the first nineteen and the last are named. */
const AUTHORS = 20;

/**
 * The manual of the American Psychological Association, 7th edition, as in a list of references:
 * `Lee, A., & Ward, T. (2023, June 2). Ferry returns. Harrow Vale Courier, A4.` No period stands behind an address.
 */
export function citeApa(reference: Reference): string {
  const { title, publication, date, url } = reference;
  const who = authorsOf(reference.authors);
  const head = who === '' ? [title, dateOf(date)] : [who, dateOf(date), title];
  const parts = [...head, [publication, pagesOf(reference)].filter(Boolean).join(', ')];
  return [...parts.filter(Boolean).map(stopped), ...(url ? [url] : [])].join(' ');
}

function authorsOf(authors: readonly Author[]): string {
  const names = authors.map(nameOf);
  if (names.length < 2) return names.join('');
  if (names.length > AUTHORS) return `${names.slice(0, AUTHORS - 1).join(', ')}, … ${names.at(-1)}`;
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** `Picard, J.-L.` */
function nameOf(author: Author): string {
  if ('literal' in author) return author.literal;
  const initials = author.given
    .split(/\s+/u)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0]?.toUpperCase() ?? ''}.`)
        .join('-'),
    )
    .join(' ');
  return [author.family, initials, author.suffix].filter(Boolean).join(', ');
}

function dateOf(date: ReferenceDate | null): string {
  if (!date) return '(n.d.)';
  const words = `${date.isAbout ? 'ca. ' : ''}${yearFirst(date)}${date.isDoubtful ? '?' : ''}`;
  return isConcluded(date) && !date.isAbout ? `([${words}])` : `(${words})`;
}

function stopped(part: string): string {
  return /[.?!。？！]$/u.test(part) ? part : `${part}.`;
}
