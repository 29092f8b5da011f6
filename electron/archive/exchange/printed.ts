import type { BlockRole, Derivation, DerivedBlock } from '#contract/derivation.ts';
import type { PositionBox, PositionPage, PositionUnit } from '#contract/positions.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A word, or a run of Chinese, and whether a blank follows. */
export interface PrintedWord {
  readonly text: string;
  readonly box: Box;
  readonly spaced: boolean;
}
export interface PrintedLine {
  readonly box: Box;
  readonly words: readonly PrintedWord[];
  /** It ends in a hyphen that is no part of the text. */
  readonly hyphen: boolean;
  readonly corrected: boolean;
}
export interface PrintedBlock {
  /** Unique on its page. */
  readonly id: string;
  readonly role: BlockRole;
  readonly article: string;
  readonly box: Box;
  readonly lines: readonly PrintedLine[];
}
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly unit: PositionUnit;
  /** Nothing is known of places on it: its geometry is made up. */
  readonly isMadeUp: boolean;
  readonly blocks: readonly PrintedBlock[];
}

interface OpenLine {
  readonly place: PositionBox | undefined;
  readonly page: number;
  text: string;
  end: number;
  corrected: boolean;
}

/** Of a page that says nothing of places. */
const MADE_UP = { width: 1000, margin: 50, line: 24, characters: 40 };

/**
 * The text of a page's articles as it is now, each line where it was printed. What a correction put in stands on the
 * line whose words it replaced. A source of several pages gives several.
 */
export function printedPages(derivation: Derivation, pages: readonly PositionPage[] | undefined): PrintedPage[] {
  return pages ? onTheirPages(derivation, pages) : [madeUpPage(derivation)];
}

function onTheirPages({ articles, operations }: Derivation, pages: readonly PositionPage[]): PrintedPage[] {
  const lines = pages.flatMap(({ boxes }, page) =>
    boxes.flatMap((box) => (box.kind === 'line' ? [{ page, box }] : [])),
  );
  const words = pages.flatMap(({ boxes }) => boxes.filter(({ kind }) => kind === 'word'));
  const hyphens = new Set(operations.flatMap(({ kind, range }) => (kind === 'hyphen_removed' ? [range[0]] : [])));
  const printed = pages.map(({ width, height, unit }) => ({ width, height, unit, blocks: [] as PrintedBlock[] }));
  for (const article of articles)
    for (const block of article.blocks)
      for (const [page, own] of Map.groupBy(openLines(block, lines), (line) => line.page)) {
        const on = printed[page];
        if (!on) continue;
        const made = own.map((line) => closeLine(line, words, hyphens.has(line.end)));
        on.blocks.push({
          id: `b${on.blocks.length + 1}`,
          role: block.role,
          article: article.id,
          box: around(made.map(({ box }) => box)),
          lines: made,
        });
      }
  return printed.map((page) => ({ ...page, isMadeUp: false }));
}

/** The clean text of a block, cut where its source's lines end. */
function openLines(block: DerivedBlock, lines: readonly { page: number; box: PositionBox }[]): OpenLine[] {
  const made: OpenLine[] = [];
  let at = 0;
  const put = (text: string, start: number, end: number, corrected: boolean) => {
    const found = lines[indexAt(lines, start)];
    const last = made.at(-1);
    if (!found || found.box.range[1] <= start) {
      // Between two lines: a blank that stands for the end of the first.
      if (last) last.text += text;
      return;
    }
    const line =
      last?.place === found.box ? last : { place: found.box, page: found.page, text: '', end, corrected: false };
    if (line !== last) made.push(line);
    line.text += text;
    line.end = end;
    line.corrected ||= corrected;
  };
  for (const [start, end, as] of block.pieces) {
    if (as !== undefined) {
      put(as, start, end, as.trim() !== '');
      at += as.length;
      continue;
    }
    for (let from = start; from < end; ) {
      const line = lines[indexAt(lines, from)]?.box.range;
      const to =
        line && line[0] <= from && from < line[1] ? Math.min(end, line[1]) : Math.min(end, nextStart(lines, from));
      put(block.text.slice(at, at + to - from), from, to, false);
      at += to - from;
      from = to;
    }
  }
  return made.filter(({ text }) => text.trim() !== '');
}

/** The last line that begins at a position or before it; -1 where none does. */
function indexAt(lines: readonly { box: PositionBox }[], position: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.box.range[0] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function nextStart(lines: readonly { box: PositionBox }[], position: number): number {
  return lines[indexAt(lines, position) + 1]?.box.range[0] ?? Number.POSITIVE_INFINITY;
}

/** Words stand where the source says; of others the place follows from how far into the line they are. */
function closeLine(
  { place, text, end, corrected }: OpenLine,
  all: readonly PositionBox[],
  hyphen: boolean,
): PrintedLine {
  const box = place ?? { x: 0, y: 0, w: 0, h: 0 };
  const start = place?.range[0] ?? 0;
  const known = corrected ? [] : all.filter(({ range }) => range[0] >= start && range[1] <= end);
  return {
    ...wordsOf(text, box, (from, to) => known.filter(({ range }) => range[0] < start + to && range[1] > start + from)),
    hyphen,
    corrected,
  };
}

function wordsOf(text: string, { x, y, w, h }: Box, boxesAt: (from: number, to: number) => readonly Box[]) {
  const unit = w / Math.max(1, text.length);
  const words = [...text.matchAll(/(\S+)(\s*)/gu)].map(({ 1: word = '', 2: blank = '', index }): PrintedWord => {
    const boxes = boxesAt(index, index + word.length);
    const box = boxes.length > 0 ? around(boxes) : { x: x + unit * index, y, w: unit * word.length, h };
    return { text: word, box, spaced: blank !== '' };
  });
  return { box: { x, y, w, h }, words };
}

function madeUpPage({ articles }: Derivation): PrintedPage {
  const { width, margin, line, characters } = MADE_UP;
  let y = margin;
  const blocks: PrintedBlock[] = [];
  for (const article of articles)
    for (const { role, text } of article.blocks) {
      const lines = wrap(text, characters).map((words): PrintedLine => {
        const box = { x: margin, y, w: width - 2 * margin, h: line };
        y += line;
        return { ...wordsOf(words, box, () => []), hyphen: false, corrected: false };
      });
      if (lines.length === 0) continue;
      y += line;
      blocks.push({
        id: `b${blocks.length + 1}`,
        role,
        article: article.id,
        box: around(lines.map(({ box }) => box)),
        lines,
      });
    }
  return { width, height: y + margin, unit: 'pixel', isMadeUp: true, blocks };
}

/** Lines of so many characters; a Latin word is not cut, and a blank stays at the end of its line. */
function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of text.matchAll(/[\p{Script=Latin}\p{M}\p{N}\p{P}]+\s*|\s+|./gsu)) {
    if (line.trim() !== '' && line.length + part.trimEnd().length > characters) {
      lines.push(line);
      line = '';
    }
    line += part.replace(/\s+/gu, ' ');
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}
