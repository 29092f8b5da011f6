import { LOOSE_MARKS } from './match.ts';
import type { Phrase } from './query.ts';

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

/** Finds more than the phrase with punctuation inside, because NEAR knows no order: what it finds is compared with the text. */
export function looseExpression(phrase: Phrase): string {
  const isWhole = phrase.terms.length <= INDEXED_TERMS;
  const terms = isWhole ? phrase.terms : phrase.terms.slice(0, INDEXED_TERMS);
  const near = terms.map((term, i) => `"${term}"${phrase.prefix && isWhole && i === terms.length - 1 ? ' *' : ''}`);
  const between = terms.length - 2 + LOOSE_MARKS * (terms.length - 1);
  return `(${columns(phrase)}NEAR(${near.join(' ')}, ${between}))`;
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
