import type { AnchorState, TextQuote } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';
import { type Alignment, align, type Ends } from './align.ts';
import { type FoldedText, foldForComparing } from './fold.ts';
import { quoteAt, widenToGraphemes } from './quote.ts';

/** Where a mark is after its text changed. */
export interface Anchored {
  /**
   * Cut anew from the text when the words are the same (`exact`, `moved`). Otherwise the words as they were, so that a
   * person can compare; its positions are where the mark now points, empty for an orphan.
   */
  readonly quote: TextQuote;
  readonly state: AnchorState;
}

/**
 * The rule for marks whose text changed, where the text before is known: `exact` and `moved` when their words are the same
 * (white space and width aside, nothing more) and it is certain that they are these words and not others like them;
 * `changed` when something stands in their place, or when it cannot be said which of several equal words they are;
 * `orphan` when nothing is left of them. What stands around a mark may change as it likes.
 */
export function reanchor(before: string, after: string): (mark: Anchored) => Anchored {
  const [old, now] = [foldText(before), foldText(after)];
  const alignment = align(old.text, now.text, { before: old.ends, after: now.ends });
  return ({ quote, state }) => {
    const wanted = foldForComparing(quote.exact).text;
    const units = unitsOf(old, quote);
    const pointed = old.text.slice(units.start, units.end);
    const same = samePlace(units, old, now, alignment);
    const place = same ? toSource(after, now, same) : standingFor(units, after, now, alignment);
    const kept = quoteAt(after, place);
    // An accent that was added to its last letter is part of that letter.
    const isWanted = wanted !== '' && foldForComparing(kept.exact).text === wanted;
    if (state === 'exact' || state === 'moved') {
      if (same && isWanted && pointed === wanted) {
        return {
          quote: kept,
          state: kept.exact === quote.exact.trim() && isInPlace(units, alignment) ? 'exact' : 'moved',
        };
      }
    } else if (pointed !== wanted) {
      const back = isWanted ? place : within(after, now, place, quote);
      if (back) return { quote: quoteAt(after, back), state: 'exact' };
    }
    // A mark that waits for a person goes on waiting, wherever its place went.
    return state === 'orphan' || place.end === place.start
      ? { quote: { ...quote, start: place.start, end: place.start }, state: 'orphan' }
      : { quote: { ...quote, ...place }, state: 'changed' };
  };
}

/** Surroundings that must be those of the quote on both sides, where its words came back among others. */
const AROUND = 8;

/** The words of a quote, back at the very place at which they were lost and between the words they stood between. */
function within(text: string, now: FoldedText, place: Span, { exact, prefix, suffix }: TextQuote): Span | undefined {
  const [words, before, behind] = [exact, prefix, suffix].map((part) => foldForComparing(part).text);
  const [left, right] = [before?.slice(-AROUND) ?? '', behind?.slice(0, AROUND) ?? ''];
  if (!words || place.start === place.end) return undefined;
  const { start, end } = unitsOf(now, place);
  const found: number[] = [];
  for (let at = now.text.indexOf(words, start); at >= 0 && at + words.length <= end; ) {
    if (now.text.endsWith(left, at) && now.text.startsWith(right, at + words.length)) found.push(at);
    at = now.text.indexOf(words, at + 1);
  }
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return undefined;
  return toSource(text, now, { start: only, end: only + words.length });
}

function isInPlace({ start, end }: Span, alignment: Alignment): boolean {
  for (let unit = start; unit < end; unit += 1) if (alignment.isInPlace(unit)) return true;
  return false;
}

interface Folded extends FoldedText {
  readonly ends: Ends;
}

function foldText(text: string): Folded {
  const folded = foldForComparing(text);
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(unitAt(folded, at));
  return { ...folded, ends: [...ends, folded.text.length] };
}

/** The first folded unit at or behind a position of the text. */
function unitAt({ at }: FoldedText, position: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

const unitsOf = (folded: FoldedText, { start, end }: Span): Span => ({
  start: unitAt(folded, start),
  end: unitAt(folded, end),
});

/** The same units side by side in the new text. Those that could be one or the other go with those that are certain. */
function samePlace(units: Span, old: FoldedText, now: FoldedText, { to, from }: Alignment): Span | undefined {
  let shift: number | undefined;
  for (let unit = units.start; unit < units.end; unit += 1) {
    const other = to[unit] ?? -1;
    if (other < 0) continue;
    if (shift !== undefined && shift !== other - unit) return undefined;
    shift = other - unit;
  }
  if (shift === undefined) return undefined;
  const span = { start: units.start + shift, end: units.end + shift };
  if (span.start < 0 || now.text.slice(span.start, span.end) !== old.text.slice(units.start, units.end))
    return undefined;
  for (let unit = units.start; unit < units.end; unit += 1) {
    const was = from[unit + shift] ?? -1;
    if (was >= 0 && was !== unit) return undefined;
  }
  return span;
}

/** What now stands between what stood around the mark; where that was torn apart, what is left of the mark itself. */
function standingFor(units: Span, after: string, now: FoldedText, { to }: Alignment): Span {
  let [left, right] = [units.start - 1, units.end];
  while (left >= 0 && (to[left] ?? -1) < 0) left -= 1;
  while (right < to.length && (to[right] ?? -1) < 0) right += 1;
  const from = left < 0 ? 0 : (to[left] ?? 0) + 1;
  const until = right < to.length ? (to[right] ?? 0) : now.text.length;
  const near = Math.max(units.start - 1 - left, right - units.end) <= REACH;
  const own = hull(units, to);
  if (near && from <= until && (!own || (own.start >= from && own.end <= until))) {
    if (from < until) return toSource(after, now, { start: from, end: until });
    const at = from < now.at.length ? (now.at[from] ?? 0) : after.length;
    return { start: at, end: at };
  }
  if (own) return toSource(after, now, own);
  const at = left < 0 ? 0 : Math.min(after.length, (now.at[from - 1] ?? 0) + 1);
  return { start: at, end: at };
}

/** So far from the mark, what is certain may lie for the place between to be the mark's. */
const REACH = 24;

/** From the first unit of the mark that is still there to the last one that follows it. */
function hull({ start, end }: Span, to: Int32Array): Span | undefined {
  let found: { start: number; end: number } | undefined;
  for (let unit = start; unit < end; unit += 1) {
    const at = to[unit] ?? -1;
    if (at < 0) continue;
    if (!found) found = { start: at, end: at + 1 };
    else if (at >= found.end) found.end = at + 1;
  }
  return found;
}

function toSource(text: string, { at }: FoldedText, { start, end }: Span): Span {
  return widenToGraphemes(text, { start: at[start] ?? 0, end: (at[end - 1] ?? -1) + 1 });
}
