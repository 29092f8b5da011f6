import type { Piece } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { Span } from '#contract/ids.ts';

/** Below this a decision of the desk is shown as a doubt. */
export const DOUBT = 0.5;

/** A block's place among the articles of its page: what lights up on both sides together. */
export type BlockKey = `${number}.${number}`;

/** A run of the raw text with one destination. */
export interface RawRun extends Span {
  /** Index of the article it went to; null for what stands in none. */
  readonly article: number | null;
  readonly block: BlockKey | null;
  readonly dropped: 'duplicate' | 'noise' | null;
}

export interface RawLine extends Span {
  /** As an editor counts: from 1. */
  readonly number: number;
  readonly runs: readonly RawRun[];
  /** The article that most of the line went to. */
  readonly article: number | null;
}

interface Destination {
  readonly start: number;
  readonly end: number;
  readonly article: number | null;
  readonly block: BlockKey | null;
  readonly dropped: 'duplicate' | 'noise' | null;
}

/** Every range of the source that went somewhere, in the order of the source. */
function destinations(page: DeskPage): Destination[] {
  const list: Destination[] = [];
  for (const [article, { blocks }] of page.articles.entries()) {
    for (const [index, block] of blocks.entries()) {
      for (const [start, end] of block.pieces)
        list.push({ start, end, article, block: `${article}.${index}`, dropped: null });
    }
  }
  for (const { role, pieces } of page.dropped) {
    for (const [start, end] of pieces) list.push({ start, end, article: null, block: null, dropped: role });
  }
  return list.sort((a, b) => a.start - b.start);
}

/** The raw page line by line. Blank lines are left out: their number tells that they were there. */
export function rawLines(page: DeskPage): RawLine[] {
  const went = destinations(page);
  const lines: RawLine[] = [];
  let next = 0;
  for (const [index, { start, end }] of lineSpans(page.text).entries()) {
    if (page.text.slice(start, end).trim() === '') continue;
    while (next < went.length && (went[next]?.end ?? 0) <= start) next++;
    lines.push({ number: index + 1, start, end, ...runsOf({ start, end }, went, next) });
  }
  return lines;
}

function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/gu)) {
    const line = match[1] ?? '';
    spans.push({ start: match.index, end: match.index + line.length });
    if (match[2] === '') break;
  }
  return spans;
}

function runsOf(line: Span, went: readonly Destination[], from: number): Pick<RawLine, 'runs' | 'article'> {
  const runs: RawRun[] = [];
  const share = new Map<number | null, number>();
  let at = line.start;
  const fill = (end: number) => {
    if (end > at) runs.push({ start: at, end, article: null, block: null, dropped: null });
    at = Math.max(at, end);
  };
  for (let index = from; index < went.length; index++) {
    const range = went[index];
    if (!range || range.start >= line.end) break;
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, line.end);
    if (end <= start) continue;
    fill(start);
    runs.push({ start, end, article: range.article, block: range.block, dropped: range.dropped });
    share.set(range.article, (share.get(range.article) ?? 0) + end - start);
    at = end;
  }
  fill(line.end);
  const [most] = [...share].sort((a, b) => b[1] - a[1]);
  return { runs, article: most?.[0] ?? null };
}

/** One stretch of a clean block between two seams. */
export interface CleanPart {
  readonly text: string;
  /** Where it begins in the source. */
  readonly start: number;
}

/**
 * A clean block cut at its seams: the places where the page was left and taken up again elsewhere. A line end, a
 * hyphen at it or a layout space between two pieces is no seam.
 */
export function cleanParts(text: string, pieces: readonly Piece[], source: string): CleanPart[] {
  const parts: CleanPart[] = [];
  let from = 0;
  let at = 0;
  let start = pieces[0]?.[0] ?? 0;
  for (const [index, piece] of pieces.entries()) {
    at += piece[2] === undefined ? piece[1] - piece[0] : piece[2].length;
    const following = pieces[index + 1];
    if (following === undefined || !isSeam(piece[1], following[0], source)) continue;
    parts.push({ text: text.slice(from, at), start });
    from = at;
    start = following[0];
  }
  parts.push({ text: text.slice(from), start });
  return parts;
}

function isSeam(end: number, start: number, source: string): boolean {
  if (start < end) return true;
  const between = source.slice(end, start);
  const lineEnds = between.match(/\r\n|\r|\n/gu)?.length ?? 0;
  return lineEnds > 1 || between.replaceAll(/[-\u00ad\u2010\s]/gu, '') !== '';
}
