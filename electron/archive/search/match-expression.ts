import { isSolid } from './cut.ts';
import { INDEXED_TERMS } from './limits.ts';
import type { Near, Phrase } from './query.ts';
import { bridge, LOOSE_MARKS } from './terms.ts';

/**
 * FTS5's MATCH expression for a phrase. Terms hold no ASCII punctuation, so nothing a person types can be taken for an
 * operator or end the string.
 */
export function phraseExpression(phrase: Phrase): string {
  const isWhole = phrase.terms.length <= INDEXED_TERMS;
  const terms = isWhole ? phrase.terms : phrase.terms.slice(0, INDEXED_TERMS);
  return `(${columns(phrase)}"${terms.join(' ')}"${phrase.prefix && isWhole ? ' *' : ''})`;
}

/** FTS5 counts as `nearSpans` does, and what it counts are the terms of the text: bridges stand behind all of them. */
export function nearExpression(near: Near): string {
  const parts = near.parts.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`);
  return `(${columns(near)}NEAR(${parts.join(' ')}, ${near.distance}))`;
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

function columns({ field }: Pick<Phrase, 'field'>): string {
  if (field === 'title') return 'title : ';
  if (field === 'note') return 'notes : ';
  return '';
}
