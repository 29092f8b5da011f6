import type { Span } from '#contract/ids.ts';
import type { PositionBox, PositionPage } from '#contract/positions.ts';
import type { RawLine, RawRun } from './page-model.ts';

/** A place on a page, in its own unit. */
export type PageRect = Pick<PositionBox, 'x' | 'y' | 'w' | 'h'>;

/** A run of the raw text where it is printed: all of a line, or a part of one. */
export interface PageRegion extends RawRun, PageRect {}

/**
 * Every run of the raw lines as it stands on the page. A line that went to two places is cut where its words are, or,
 * where nothing is known of words, in the proportion of its characters.
 */
export function regionsOf(text: string, lines: readonly RawLine[], page: PositionPage): PageRegion[] {
  const byStart = new Map(lines.map((line) => [line.start, line]));
  return linesOf(page).flatMap(({ box, words }) =>
    printedRuns(text, byStart.get(box.range[0])?.runs ?? []).map(
      (run): PageRegion => ({ ...run, ...withinPage(placeOf(run, box, words), page) }),
    ),
  );
}

/** Recognisers put lines over the edge, or nowhere, or give them no size: each has a place that can be pointed at. */
const LEAST = 0.004;

function withinPage({ x, y, w, h }: PageRect, page: Pick<PositionPage, 'width' | 'height'>): PageRect {
  const within = (from: number, length: number, whole: number) => {
    const least = whole * LEAST;
    const start = Math.min(Math.max(0, from), whole - least);
    return [start, Math.max(least, Math.min(whole, from + length) - start)] as const;
  };
  const [left, width] = within(x, w, page.width);
  const [top, height] = within(y, h, page.height);
  return { x: left, y: top, w: width, h: height };
}

/** Every line of a page with its own words, which stand behind it. */
function linesOf({ boxes }: PositionPage): { readonly box: PositionBox; readonly words: readonly PositionBox[] }[] {
  const lines: { readonly box: PositionBox; readonly words: PositionBox[] }[] = [];
  for (const box of boxes) {
    if (box.kind === 'line') lines.push({ box, words: [] });
    else if (box.kind === 'word') lines.at(-1)?.words.push(box);
  }
  return lines;
}

/** The runs that show: a blank that the desk took out of a line does not cut it in two. */
function printedRuns(text: string, runs: readonly RawRun[]): RawRun[] {
  const printed: RawRun[] = [];
  for (const run of runs) {
    if (text.slice(run.start, run.end).trim() === '') continue;
    const last = printed.at(-1);
    const isSame = last && last.block === run.block && last.article === run.article && last.dropped === run.dropped;
    if (isSame && text.slice(last.end, run.start).trim() === '')
      printed[printed.length - 1] = { ...last, end: run.end };
    else printed.push(run);
  }
  return printed;
}

function placeOf({ start, end }: Span, line: PositionBox, words: readonly PositionBox[]): PageRect {
  const [from, to] = line.range;
  if (start <= from && end >= to) return { x: line.x, y: line.y, w: line.w, h: line.h };
  const own = words.filter(({ range }) => range[0] >= from && range[0] < end && range[1] > start && range[1] <= to);
  if (own.length > 0) {
    const x = Math.min(...own.map((word) => word.x));
    const y = Math.min(...own.map((word) => word.y));
    const right = Math.max(...own.map((word) => word.x + word.w));
    const bottom = Math.max(...own.map((word) => word.y + word.h));
    return { x, y, w: right - x, h: bottom - y };
  }
  const [first, share] = [(Math.max(start, from) - from) / (to - from), (end - Math.max(start, from)) / (to - from)];
  return isUpright(line)
    ? { x: line.x, y: line.y + line.h * first, w: line.w, h: line.h * share }
    : { x: line.x + line.w * first, y: line.y, w: line.w * share, h: line.h };
}

/** A line that runs downwards. */
export function isUpright({ w, h, range }: PositionBox): boolean {
  return range[1] - range[0] > 1 && h > w * 1.5;
}

/** The source under a rectangle: every line whose middle lies in it; lines that follow one another are one range. */
export function rangesUnder(rect: PageRect, page: PositionPage, text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { kind, range, x, y, w, h } of page.boxes) {
    if (kind !== 'line') continue;
    const [middle, centre] = [x + w / 2, y + h / 2];
    const isInside = middle >= rect.x && middle <= rect.x + rect.w && centre >= rect.y && centre <= rect.y + rect.h;
    if (!isInside) continue;
    const last = spans.at(-1);
    if (last && text.slice(last.end, range[0]).trim() === '') last.end = range[1];
    else spans.push({ start: range[0], end: range[1] });
  }
  return spans;
}
