import type { Span } from '#contract/ids.ts';
import { cut } from './cut.ts';
import { endOfPhrase } from './match.ts';
import type { Near } from './query.ts';

/**
 * Where phrases stand near each other, in positions of the stored text: every occurrence that is one of a group of all of
 * them. In a group no more than `distance` terms lie between the end of each and the beginning of the last one.
 */
export function nearSpans(text: string, { parts, distance }: Pick<Near, 'parts' | 'distance'>): Span[] {
  const terms = cut(text);
  const lists = parts.map((part) => {
    const firsts: number[] = [];
    for (let first = 0; first < terms.terms.length; first += 1)
      if (endOfPhrase(terms, part, first, false) >= 0) firsts.push(first);
    return { firsts, length: part.terms.length, from: 0, to: 0 };
  });
  const begins = [...new Set(lists.flatMap(({ firsts }) => firsts))].sort((a, b) => a - b);
  const taken = new Map<string, { readonly first: number; readonly last: number }>();
  for (const begin of begins) {
    // Both ends of each list's stretch only move on: a book is gone through once.
    for (const list of lists) {
      while ((list.firsts[list.to] ?? Number.POSITIVE_INFINITY) <= begin) list.to += 1;
      while (list.from < list.to && (list.firsts[list.from] as number) < begin - list.length - distance) list.from += 1;
    }
    if (lists.some(({ from, to }) => from === to)) continue;
    for (const { firsts, length, from, to } of lists)
      for (const first of firsts.slice(from, to)) taken.set(`${first} ${length}`, { first, last: first + length - 1 });
  }
  return [...taken.values()]
    .sort((one, other) => one.first - other.first || one.last - other.last)
    .map(({ first, last }) => ({ start: terms.starts[first] as number, end: terms.ends[last] as number }));
}
