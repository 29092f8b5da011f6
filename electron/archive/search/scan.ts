import type { Span } from '#contract/ids.ts';
import { cut } from './cut.ts';
import { Class, clusterEnd, foldCluster, standsAlone, Unit, unitCode, unitKind } from './fold.ts';
import { endOfPhrase, findPhrase, type Sought } from './match.ts';
import { LOOSE_MARKS } from './terms.ts';

/**
 * Where a phrase stands in a text, as `findPhrase` would tell of the cut text. Cutting is what takes the time, and only
 * a phrase that begins with a word or a mark needs it: a CJK character is the same term whatever stands before it, so
 * it is enough to look at the places where it stands.
 */
export function scanPhrase(text: string, sought: Sought, loose: boolean, most = Number.POSITIVE_INFINITY): Span[] {
  const first = sought.terms[0];
  if (first === undefined) return [];
  if (sought.kinds[0] !== Class.character) return findPhrase(cut(text), sought, loose, most);
  const spans: Span[] = [];
  const passed = passedOver(first);
  /** 0 where it takes a pair: then it is compared as a string. */
  const wanted = first.length === 1 ? first.charCodeAt(0) : 0;
  const scanCluster = (start: number): number => {
    const end = clusterEnd(text, start);
    if (foldCluster(text, start, end).includes(first)) spans.push(...spansAt(text, start, sought, loose));
    return end;
  };
  let at = 0;
  while (spans.length < most) {
    while (at < text.length && passed[text.charCodeAt(at)] === 1) at += 1;
    if (at >= text.length) break;
    const code = text.charCodeAt(at);
    const kind = unitKind(code);
    if (kind === Class.character) {
      if (unitCode(code) === wanted) {
        if (wanted === 0 || !standsAlone(text, at)) {
          at = scanCluster(at);
          continue;
        }
        const end = plainEnd(text, at, sought, loose);
        if (end > 0) spans.push({ start: at, end });
        else if (end < 0) spans.push(...spansAt(text, at, sought, loose));
      }
    } else if (kind === Unit.complex || kind === Unit.combining) {
      // What it combines with was passed over as the character that it is alone.
      at = scanCluster(at > 0 && clusterEnd(text, at - 1) > at ? at - 1 : at);
      continue;
    }
    if (kind !== Class.character || unitCode(code) !== wanted) passed[code] = 1;
    at += 1;
  }
  return spans.length > most ? spans.slice(0, most) : spans;
}

/** For the characters that were looked for last: the units that were met and can begin no hit. */
const passedUnits = new Map<string, Uint8Array>();
const CHARACTERS_KEPT = 32;

function passedOver(character: string): Uint8Array {
  const known = passedUnits.get(character);
  if (known) return known;
  const oldest = passedUnits.size < CHARACTERS_KEPT ? undefined : passedUnits.keys().next().value;
  if (oldest !== undefined) passedUnits.delete(oldest);
  const passed = new Uint8Array(0x10000);
  passedUnits.set(character, passed);
  return passed;
}

/** Whether a phrase stands in a text at all. */
export function standsIn(text: string, sought: Sought, loose: boolean): boolean {
  return scanPhrase(text, sought, loose, 1).length > 0;
}

/**
 * Where the phrase ends that begins at `at`, as long as plain characters follow each other: so most places are told.
 * 0 when something else stands there, -1 when something comes that only the cut text can tell.
 */
function plainEnd(text: string, at: number, { terms, kinds }: Sought, loose: boolean): number {
  for (let i = 1; i < terms.length; i += 1) {
    if (kinds[i] !== Class.character || at + i >= text.length) return -1;
    const code = text.charCodeAt(at + i);
    const kind = unitKind(code);
    if (kind === Class.letter || kind === Class.digit || kind === Class.stop) return 0;
    if (kind === Class.mark && !loose) return 0;
    if (kind !== Class.character || unitCode(code) === 0 || !standsAlone(text, at + i)) return -1;
    const term = terms[i] as string;
    if (term.length !== 1 || unitCode(code) !== term.charCodeAt(0)) return 0;
  }
  return at + terms.length;
}

/** The hits that begin with the character at `at`: it may stand for several terms, as ㈱ does. */
function spansAt(text: string, at: number, sought: Sought, loose: boolean): Span[] {
  const needed = (loose ? (LOOSE_MARKS + 1) * sought.terms.length : sought.terms.length) + 1;
  // The window grows until it holds every term that could decide; its last one may be half a word.
  for (let length = 2 * needed + 6; ; length *= 4) {
    const window = cut(text.slice(at, at + length));
    const isWhole = at + length >= text.length;
    const spans: Span[] = [];
    let begins = 0;
    for (; window.starts[begins] === 0; begins += 1) {
      const last = endOfPhrase(window, sought, begins, loose);
      if (last >= 0) spans.push({ start: at, end: at + (window.ends[last] as number) });
    }
    if (isWhole || window.terms.length > needed + begins) return spans;
  }
}
