import type { Span } from '#contract/ids.ts';
import { type Cut, isSolid } from './cut.ts';
import { Class } from './fold.ts';
import { LOOSE_MARKS } from './terms.ts';

/** A run of terms to look for, with their kinds. */
export interface Sought {
  readonly terms: readonly string[];
  readonly kinds: ArrayLike<number>;
  /** The last term is the beginning of a word. */
  readonly prefix: boolean;
}

/**
 * Where a phrase stands in a text that was cut, in positions of the stored text. Occurrences may overlap. `loose` lets
 * punctuation stand between two words, but no end of a sentence.
 */
export function findPhrase(text: Cut, sought: Sought, loose: boolean, most = Number.POSITIVE_INFINITY): Span[] {
  const spans: Span[] = [];
  const first = sought.terms[0];
  if (first === undefined) return spans;
  for (let at = 0; at < text.terms.length && spans.length < most; at += 1) {
    if (sought.terms.length > 1 && text.terms[at] !== first) continue;
    const last = endOfPhrase(text, sought, at, loose);
    if (last < 0) continue;
    spans.push({ start: text.starts[at] as number, end: text.ends[last] as number });
  }
  return spans;
}

export function hasPhrase(text: Cut, sought: Sought, loose: boolean): boolean {
  return findPhrase(text, sought, loose, 1).length > 0;
}

/** Index of the term with which the phrase that begins at term `at` ends; -1 when it does not begin there. */
export function endOfPhrase(text: Cut, sought: Sought, at: number, loose: boolean): number {
  return matchFrom(text, sought, at, 0, loose ? LOOSE_MARKS : 0);
}

/** The same for the part of the phrase from its term `index`. */
function matchFrom(text: Cut, sought: Sought, at: number, index: number, marks: number): number {
  const { terms, prefix } = sought;
  const found = text.terms[at];
  const wanted = terms[index] as string;
  if (found === undefined) return -1;
  if (index === terms.length - 1) return (prefix ? found.startsWith(wanted) : found === wanted) ? at : -1;
  if (found !== wanted) return -1;
  const most = isSolid(sought.kinds[index]) && isSolid(sought.kinds[index + 1]) ? marks : 0;
  for (let gap = 0; gap <= most; gap += 1) {
    const end = matchFrom(text, sought, at + 1 + gap, index + 1, marks);
    if (end >= 0) return end;
    if (text.kinds[at + 1 + gap] !== Class.mark) return -1;
  }
  return -1;
}
