import { cut } from './cut.ts';
import { Class, clusterEnd, foldCluster, standsAlone, Unit, unitCharacter, unitKind } from './fold.ts';
import { endOfPhrase, findPhrase, type Sought } from './match.ts';
import { LOOSE_MARKS } from './terms.ts';

/**
 * Counts a phrase in a text, up to `most`. The text is cut whole only when the phrase begins with a word or a mark: a
 * CJK character is the same term whatever stands before it, so it is enough to look at the places where it stands.
 */
export function countPhrase(text: string, sought: Sought, loose: boolean, most: number): number {
  const first = sought.terms[0];
  if (first === undefined) return 0;
  if (sought.kinds[0] !== Class.character) return findPhrase(cut(text), sought, loose, most).length;
  const second = !loose && sought.kinds[1] === Class.character ? sought.terms[1] : undefined;
  let count = 0;
  let at = 0;
  while (at < text.length && count < most) {
    const code = text.charCodeAt(at);
    const kind = unitKind(code);
    if (kind === Unit.complex || (kind === Class.character && !standsAlone(text, at))) {
      const end = clusterEnd(text, at);
      if (foldCluster(text, at, end).includes(first)) count += countAt(text, at, sought, loose);
      at = end;
      continue;
    }
    if (kind === Class.character && unitCharacter(code) === first && !isAnother(text, at + 1, second))
      count += countAt(text, at, sought, loose);
    at += 1;
  }
  return count;
}

/** Whether plainly another character stands at `at` than the wanted one: so end most places without being cut. */
function isAnother(text: string, at: number, wanted: string | undefined): boolean {
  if (wanted === undefined || at >= text.length) return false;
  const code = text.charCodeAt(at);
  return unitKind(code) === Class.character && standsAlone(text, at) && unitCharacter(code) !== wanted;
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
    if (isWhole || window.terms.length > needed + begins) return count;
  }
}
