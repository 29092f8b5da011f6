import type { DeskPage } from '#contract/desk.ts';
import type { BlockPlace } from '#contract/desk-commands.ts';
import type { Span } from '#contract/ids.ts';

/** What lights up on both sides together: a block, or a range that stands in no article, by its place in the source. */
export type BlockKey = BlockPlace;

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

/** Every range of the source that went somewhere, in the order of the source. */
function destinations(page: DeskPage): RawRun[] {
  const list: RawRun[] = [];
  for (const [article, { blocks }] of page.articles.entries()) {
    for (const { place, pieces } of blocks) {
      for (const [start, end] of pieces) list.push({ start, end, article, block: place, dropped: null });
    }
  }
  for (const { role, place, pieces } of page.dropped) {
    for (const [start, end] of pieces) list.push({ start, end, article: null, block: place, dropped: role });
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

function runsOf(line: Span, went: readonly RawRun[], from: number): Pick<RawLine, 'runs' | 'article'> {
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
    runs.push({ ...range, start, end });
    share.set(range.article, (share.get(range.article) ?? 0) + end - start);
    at = end;
  }
  fill(line.end);
  const [most] = [...share].sort((a, b) => b[1] - a[1]);
  return { runs, article: most?.[0] ?? null };
}
