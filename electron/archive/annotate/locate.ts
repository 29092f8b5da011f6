import search from 'approx-string-match';
import type { AnchorState, TextQuote } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';
import { type FoldedText, foldForComparing } from './fold.ts';
import { widenToGraphemes } from './quote.ts';

export interface Located {
  readonly state: Exclude<AnchorState, 'orphan'>;
  readonly span: Span;
}

/** Letters and digits that must stand around equal words before they are taken for the same passage. */
const CONTEXT_LETTERS = 3;
/** A passage with this many letters is taken for the same one by itself, when its surroundings do not say otherwise. */
const PASSAGE_LETTERS = 16;
/** Of the near matches, so many that agree best with their surroundings are looked at closely. */
const CANDIDATES = 64;
/** Below this share of agreement the surroundings are another place's. */
const SAME_PLACE = 0.6;
/** Of a near match, at most this share of the characters may differ. */
const NEAR = 0.34;

/**
 * Finds a quote again after its article changed. Repeated phrases are told apart by their surroundings first, then by
 * distance from the old position.
 *
 * `exact` and `moved` are silent, so both ask for the same words (white space, width and quotation marks aside) in the
 * same surroundings: a figure, name or negation that differs is `changed` and waits for a person, and so are the same
 * words where the sentence around them differs. A lookalike in another paragraph is not the quote.
 * Returns undefined when the words are gone: the caller keeps the highlight and marks it as orphaned.
 */
export function locateQuote(text: string, quote: TextQuote): Located | undefined {
  if (quote.exact === '') return undefined;
  if (standsUntouched(text, quote)) return { state: 'exact', span: { start: quote.start, end: quote.end } };

  const folded = foldForComparing(text);
  const wanted = foldForComparing(quote.exact).text;
  if (wanted === '') return undefined;
  const before = foldSide(quote.prefix, 'before');
  const after = foldSide(quote.suffix, 'after');
  const weigh = (span: Span) => weighPlace(folded, span, before, after, quote.start);
  const places = occurrences(folded.text, wanted)
    .map((start) => weigh({ start, end: start + wanted.length }))
    .sort(byAgreement);

  const same = places.find((place) => isSamePassage(place, wanted, before, after));
  if (same) {
    const span = toSource(text, folded, same.span);
    const inPlace = span.start === quote.start && text.slice(span.start, span.end) === quote.exact;
    return { state: inPlace ? 'exact' : 'moved', span };
  }
  const errors = Math.floor(wanted.length * NEAR);
  const near = [
    ...places.slice(0, CANDIDATES),
    ...(errors === 0 ? [] : search(folded.text, wanted, errors)).slice(0, CANDIDATES).map(weigh),
    ...bracketed(folded.text, wanted, before, after).map(weigh),
  ]
    .sort(byAgreement)
    .find(({ span }) => span.end > span.start && likeness(folded.text, span, before, after) >= SAME_PLACE);
  return near && { state: 'changed', span: toSource(text, folded, near.span) };
}

function standsUntouched(text: string, { start, end, exact, prefix, suffix }: TextQuote): boolean {
  return (
    end - start === exact.length &&
    text.startsWith(exact, start) &&
    text.endsWith(prefix, start) &&
    text.startsWith(suffix, end) &&
    // A side without surroundings was an end of the text and must still be one.
    (prefix !== '' || start === 0) &&
    (suffix !== '' || end === text.length)
  );
}

/** One side of the surroundings, folded; `near` is the part of it in the quote's own paragraph. */
interface Side {
  readonly text: string;
  readonly near: string;
}

function foldSide(context: string, side: 'before' | 'after'): Side {
  const edge = side === 'before' ? context.lastIndexOf('\n') : context.indexOf('\n');
  const near = edge < 0 ? context : side === 'before' ? context.slice(edge + 1) : context.slice(0, edge);
  return { text: foldForComparing(context).text, near: foldForComparing(near).text };
}

interface Place {
  /** In the folded text. */
  readonly span: Span;
  /** How many units of the surroundings agree, counted outward from the quote. */
  readonly agreesBefore: number;
  readonly agreesAfter: number;
  readonly distance: number;
}

function weighPlace(
  { text, at }: FoldedText,
  { start, end }: Span,
  before: Side,
  after: Side,
  oldStart: number,
): Place {
  let agreesBefore = 0;
  while (agreesBefore < before.text.length && text[start - 1 - agreesBefore] === before.text.at(-1 - agreesBefore)) {
    agreesBefore += 1;
  }
  let agreesAfter = 0;
  while (agreesAfter < after.text.length && text[end + agreesAfter] === after.text[agreesAfter]) agreesAfter += 1;
  return { span: { start, end }, agreesBefore, agreesAfter, distance: Math.abs((at[start] ?? 0) - oldStart) };
}

function byAgreement(a: Place, b: Place): number {
  return b.agreesBefore + b.agreesAfter - (a.agreesBefore + a.agreesAfter) || a.distance - b.distance;
}

/** 0 to 1: how much of the surroundings is still there, small differences allowed; those in the quote's own paragraph alone count where they are long enough, because a paragraph may move. */
function likeness(text: string, span: Span, before: Side, after: Side): number {
  const whole = share(text, span, before.text, after.text);
  return letters(before.near + after.near) > CONTEXT_LETTERS
    ? Math.max(whole, share(text, span, before.near, after.near))
    : whole;
}

function share(text: string, { start, end }: Span, before: string, after: string): number {
  if (before === '' && after === '') return 1;
  const reach = 8; // inserted units that may stand between the quote and its old surroundings
  const found =
    unitsFound(text.slice(Math.max(0, start - before.length - reach), start), before) +
    unitsFound(text.slice(end, end + after.length + reach), after);
  return found / (before.length + after.length);
}

function unitsFound(window: string, pattern: string): number {
  if (pattern === '') return 0;
  return pattern.length - (search(window, pattern, pattern.length)[0]?.errors ?? pattern.length);
}

function isSamePassage(place: Place, wanted: string, before: Side, after: Side): boolean {
  const { agreesBefore, agreesAfter } = place;
  if (before.text === '' && after.text === '') return true;
  if (agreesBefore < before.near.length || agreesAfter < after.near.length) return false;
  const around =
    letters(before.text.slice(before.text.length - agreesBefore)) + letters(after.text.slice(0, agreesAfter));
  const wholeContext = agreesBefore === before.text.length && agreesAfter === after.text.length;
  return wholeContext || around >= CONTEXT_LETTERS || letters(wanted) >= PASSAGE_LETTERS;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function occurrences(text: string, wanted: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) starts.push(at);
  return starts;
}

/** Whatever now stands between the old surroundings, where they are still there; nothing when the words were cut out. */
function bracketed(text: string, wanted: string, before: Side, after: Side): Span[] {
  const length = 8;
  const head = before.text.slice(-length);
  const tail = after.text.slice(0, length);
  if (letters(head) < CONTEXT_LETTERS || tail === '') return [];
  const longest = 2 * wanted.length + 4;
  return occurrences(text, head).flatMap((at) => {
    const start = at + head.length;
    const end = text.indexOf(tail, start);
    return end > start && end - start <= longest ? [{ start, end }] : [];
  });
}

function toSource(text: string, { at }: FoldedText, { start, end }: Span): Span {
  return widenToGraphemes(text, { start: at[start] ?? 0, end: (at[end - 1] ?? -1) + 1 });
}
