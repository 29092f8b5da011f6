import { isSolid } from './cut.ts';
import type { Phrase } from './query.ts';
import { bridge, LOOSE_MARKS } from './terms.ts';

/** A longer phrase is looked up by its beginning and compared with the text. */
export const INDEXED_TERMS = 48;

/**
 * FTS5's MATCH expression for a phrase. Terms hold no ASCII punctuation, so nothing a person types can be taken for an
 * operator or end the string.
 */
export function phraseExpression(phrase: Phrase): string {
  const isWhole = phrase.terms.length <= INDEXED_TERMS;
  const terms = isWhole ? phrase.terms : phrase.terms.slice(0, INDEXED_TERMS);
  return `(${columns(phrase)}"${terms.join(' ')}"${phrase.prefix && isWhole ? ' *' : ''})`;
}

/**
 * Finds the phrase with marks between its words, and more, because NEAR knows no order: what it finds is compared with
 * the text. Undefined where no mark can stand inside. The bridges come first: most phrases that nobody wrote have none.
 */
export function looseExpression(phrase: Phrase): string | undefined {
  const isWhole = phrase.terms.length <= INDEXED_TERMS;
  const terms = isWhole ? phrase.terms : phrase.terms.slice(0, INDEXED_TERMS);
  const last = phrase.terms.length - 1;
  const star = (i: number) => (phrase.prefix && i === last ? ' *' : '');
  const bridges = phrase.terms.flatMap((term, i) => {
    const before = phrase.terms[i - 1];
    if (before === undefined || !isSolid(phrase.kinds[i]) || !isSolid(phrase.kinds[i - 1])) return [];
    return [`"${bridge(before, term)}"${star(i)}`];
  });
  if (bridges.length === 0) return undefined;
  const near = terms.map((term, i) => `"${term}"${star(i)}`);
  const between = terms.length - 2 + LOOSE_MARKS * bridges.length;
  return `(${columns(phrase)}(${bridges.join(' OR ')})) AND (${columns(phrase)}NEAR(${near.join(' ')}, ${between}))`;
}

/** The same phrase in the small index over titles. */
export function titleExpression(phrase: Phrase): string {
  return phraseExpression({ ...phrase, field: 'any' });
}

function columns({ field }: Phrase): string {
  if (field === 'title') return 'title : ';
  if (field === 'note') return 'notes : ';
  return '';
}
