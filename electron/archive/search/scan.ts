import { Class, clusterEnd, foldCluster } from './fold.ts';
import { endOfPhrase, findPhrase, LOOSE_MARKS, type Sought } from './match.ts';
import { cut } from './terms.ts';

/**
 * Counts a phrase in a text, up to `most`. The text is cut whole only when the phrase begins with a word or a mark: a
 * CJK character is the same term whatever stands before it, so it is enough to look at the places where it stands.
 */
export function countPhrase(text: string, sought: Sought, loose: boolean, most: number): number {
  const first = sought.terms[0];
  if (first === undefined) return 0;
  if (cut(first).kinds[0] !== Class.character) return findPhrase(cut(text), sought, loose, most).length;
  let count = 0;
  for (let at = 0; at < text.length && count < most; ) {
    const end = clusterEnd(text, at);
    if (foldCluster(text, at, end).includes(first)) count += countAt(text, at, sought, loose);
    at = end;
  }
  return count;
}

/** How often the phrase begins with the character at `at`: one may stand for several terms, as ㈱ does. */
function countAt(text: string, at: number, sought: Sought, loose: boolean): number {
  const needed = (loose ? (LOOSE_MARKS + 1) * sought.terms.length : sought.terms.length) + 1;
  // The window grows until it holds every term that could decide; its last one may be half a word.
  for (let length = 2 * needed + 6; ; length *= 4) {
    const window = cut(text.slice(at, at + length));
    const isWhole = at + length >= text.length;
    let count = 0;
    let begins = 0;
    for (; window.starts[begins] === 0; begins += 1) if (endOfPhrase(window, sought, begins, loose) >= 0) count += 1;
    if (isWhole || window.terms.length >= needed + begins) return count;
  }
}
