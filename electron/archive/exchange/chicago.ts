import { dateInWords, dayInWords, isConcluded, type ReferenceDate } from './dates.ts';
import { type Author, pagesOf, type Reference, stopped } from './reference.ts';

/** Of more than ten the bibliography names seven (14.76). */
const [MOST_IN_ENTRY, FIRST_IN_ENTRY] = [10, 7];
/** Of more than three a note names one. */
const MOST_IN_NOTE = 3;

/**
 * The Chicago manual, 17th edition, notes and bibliography, as a note stands under a passage:
 * `Ann Lee, “Ferry Returns,” Harrow Vale Courier, June 2, 2023, A4.`
 */
export function chicagoNote(reference: Reference): string {
  const { authors, title, publication, date, url, accessed } = reference;
  const names = authors.map((author) => nameOf(author, false));
  const who = names.length > MOST_IN_NOTE ? `${names[0]} et al.` : series(names);
  const where = [
    publication,
    date ? wordsOf(date) : url ? '' : 'n.d.',
    pagesOf(reference),
    url && !date ? `accessed ${dayInWords(accessed)}` : '',
    url,
  ].filter(Boolean);
  const head = [who && `${who},`, title && quoted(title, ',')].filter(Boolean).join(' ');
  return stopped([head, where.join(', ')].filter(Boolean).join(' '));
}

/**
 * The same as an entry of a bibliography, where a page of a paper is not given (14.191) and the paper stands for an author
 * whom nobody named (14.199): `Lee, Ann. “Ferry Returns.” Harrow Vale Courier, June 2, 2023.`
 */
export function chicagoEntry(reference: Reference): string {
  const { authors, title, publication, date, url, accessed } = reference;
  const shown = authors.length > MOST_IN_ENTRY ? authors.slice(0, FIRST_IN_ENTRY) : authors;
  const names = shown.map((author, at) => nameOf(author, at === 0));
  const who =
    names.length === 0
      ? publication
      : shown.length < authors.length
        ? `${names.join(', ')}, et al.`
        : series(names, true);
  const where = [names.length === 0 ? '' : publication, date ? wordsOf(date) : url ? '' : 'n.d.'].filter(Boolean);
  const parts = [
    who && stopped(who),
    title && quoted(title, '.'),
    where.length > 0 ? stopped(where.join(', ')) : '',
    url && !date ? `Accessed ${dayInWords(accessed)}.` : '',
    url && `${url}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Turned around with a comma, which Chinese names have not. */
function nameOf(author: Author, isTurned: boolean): string {
  if ('literal' in author) return author.literal;
  const { family, given, suffix } = author;
  if (!isTurned) return [given, family, suffix].filter(Boolean).join(' ');
  return [family, given, suffix].filter(Boolean).join(', ');
}

/** `A`, `A and B`, `A, B, and C`; in an entry a comma stands before every `and`, because the first name is turned around. */
function series(names: readonly string[], isEntry = false): string {
  if (names.length < 2) return names.join('');
  const isTurned = isEntry && (names[0]?.includes(', ') ?? false);
  return `${names.slice(0, -1).join(', ')}${names.length > 2 || isTurned ? ',' : ''} and ${names.at(-1)}`;
}

/**
 * In quotation marks with the mark that follows inside them; those of the headline become single ones (6.9, 13.30). A
 * question mark takes the place of a period, and a comma stands behind it (14.96).
 */
function quoted(title: string, mark: '.' | ','): string {
  const inner = title
    .replace(/[“„]/gu, '‘')
    .replace(/”/gu, '’')
    .replace(/"([^"]*)"/gu, '‘$1’');
  const isQuotation = /[”"]$/u.test(title);
  const text = inner.replace(isQuotation ? /[.。,，]?’$/u : /[.。,，]$/u, '');
  const isDone = mark === '.' && /[?!？！…]$/u.test(text);
  return `“${text}${isDone ? '' : mark}${isQuotation ? '’' : ''}”`;
}

function wordsOf(date: ReferenceDate): string {
  const words = `${date.isAbout ? 'ca. ' : ''}${dateInWords(date)}${date.isDoubtful ? '?' : ''}`;
  return isConcluded(date) ? `[${words}]` : words;
}
