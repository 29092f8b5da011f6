import type { TextQuote } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';

/** UTF-16 units of surroundings kept on each side of a quote: enough to tell repeated phrases apart, short enough to store with each. */
export const CONTEXT = 32;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a quote and its surroundings from an article's body. Every edge is moved outward to the edge of a grapheme
 * cluster, so neither a surrogate pair nor a letter and its accent is ever split; the surroundings may be a little
 * longer than `CONTEXT` for the same reason.
 * @throws RangeError when the span lies outside the body.
 */
export function quoteAt(body: string, span: Span): TextQuote {
  const { start, end } = widenToGraphemes(body, span);
  const from = graphemeStart(body, Math.max(0, start - CONTEXT));
  const to = graphemeEnd(body, Math.min(body.length, end + CONTEXT));
  return { start, end, exact: body.slice(start, end), prefix: body.slice(from, start), suffix: body.slice(end, to) };
}

/** The smallest span of whole grapheme clusters that holds `span`. @throws RangeError when the span lies outside the text. */
export function widenToGraphemes(text: string, { start, end }: Span): Span {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new RangeError(`${start}–${end} is not inside ${text.length} characters`);
  }
  return { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
}

function graphemeStart(text: string, position: number): number {
  if (isPlainEdge(text, position)) return position;
  return graphemes.segment(text).containing(position)?.index ?? position;
}

function graphemeEnd(text: string, position: number): number {
  if (isPlainEdge(text, position)) return position;
  const cluster = graphemes.segment(text).containing(position);
  if (!cluster || cluster.index === position) return position;
  return cluster.index + cluster.segment.length;
}

/** Ordinary Han, kana, Latin and punctuation on both sides never combine: the usual case needs no segmenter. */
function isPlainEdge(text: string, position: number): boolean {
  if (position === 0 || position >= text.length) return true;
  return isPlain(text.charCodeAt(position - 1)) && isPlain(text.charCodeAt(position));
}

function isPlain(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0xff01 && unit < 0xff5f);
}
