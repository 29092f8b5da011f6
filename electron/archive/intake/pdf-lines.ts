import { oneLine, type PlacedBox, type PlacedLine, type PlacedPage, unionOf } from './page-text.ts';
import { withoutRadicals } from './radicals.ts';

/** A run of text as the page's program draws it, turned into the page's own coordinates: y grows downwards. */
export interface PdfRun {
  readonly text: string;
  readonly box: PlacedBox;
  /** Where the baseline begins, and the way it runs: a vector of length one. */
  readonly at: readonly [x: number, y: number];
  readonly along: readonly [x: number, y: number];
  readonly length: number;
  readonly size: number;
  /** The program goes to another line after it. */
  readonly endsLine: boolean;
}

interface Line extends PlacedLine {
  readonly at: PdfRun['at'];
  readonly along: PdfRun['along'];
  readonly size: number;
}

/** Blanks wider than this part two columns; a headline's own are at most two. */
const WIDEST_BLANK = 3;
/** A line that begins this much further in, in its own characters, begins a paragraph. */
const INDENT = 1.2;
/** Two lines of unknown leading are of one block up to this distance, in their own height. */
const LOOSEST = 2;

/** The runs of a page in the order in which they are drawn, as lines, and lines as blocks: a paragraph, a headline. */
export function blocksOfRuns(runs: readonly PdfRun[]): PlacedPage['blocks'] {
  const blocks: Line[][] = [];
  for (const line of linesOf(runs)) {
    const block = blocks.at(-1);
    if (block && continues(block, line)) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map((lines) => ({
    box: undefined,
    lines: lines.map(({ text, box, words }) => ({ text, box, words })),
  }));
}

function linesOf(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = [];
  let open: PdfRun[] = [];
  const close = () => {
    const text = oneLine(withoutRadicals(open.map((run) => run.text).join(''))).trim();
    const printed = open.filter((run) => run.text.trim() !== '');
    const [first] = printed;
    if (first && text !== '') {
      const { at, along, size } = printed.reduce((largest, run) => (run.size > largest.size ? run : largest), first);
      lines.push({
        text,
        words: [],
        box: unionOf(printed.map(({ box }) => box)),
        at: [first.at[0], at[1]],
        along,
        size,
      });
    }
    open = [];
  };
  for (const run of runs) {
    const before = open.findLast(({ text }) => text.trim() !== '');
    if (before && run.text.trim() !== '' && !followsOn(before, run)) close();
    open.push(run);
    if (run.endsLine) close();
  }
  close();
  return lines;
}

/** Whether a run stands on the line of another, not far behind its end. */
function followsOn(before: PdfRun, run: PdfRun): boolean {
  const [alongX, alongY] = before.along;
  if (alongX * run.along[0] + alongY * run.along[1] < 0.99) return false;
  const [x, y] = [run.at[0] - before.at[0], run.at[1] - before.at[1]];
  const size = Math.max(before.size, run.size);
  const gap = x * alongX + y * alongY - before.length;
  return Math.abs(x * alongY - y * alongX) < size / 2 && gap > -size && gap < size * WIDEST_BLANK;
}

/** Whether a line is the next of a block: as large, below the last at the block's leading, and not indented. */
function continues(block: readonly Line[], line: Line): boolean {
  const [last, before] = [block.at(-1), block.at(-2)];
  if (!last) return false;
  const ratio = line.size / last.size;
  if (ratio > 1.15 || ratio < 0.87 || last.along[0] * line.along[0] + last.along[1] * line.along[1] < 0.99)
    return false;
  const distance = across(last, line);
  const leading = before ? across(before, last) * 1.25 : line.size * LOOSEST;
  if (distance <= line.size / 4 || distance > leading) return false;
  const begins = (each: Line) => each.at[0] * line.along[0] + each.at[1] * line.along[1];
  const left = Math.min(...block.map(begins));
  const indent = begins(line) - left;
  // A line that begins left of all others is what follows an indented first one.
  return indent < line.size * INDENT && indent > -line.size * 6;
}

/** How far the second line stands below the first, whichever way they run. */
function across(first: Line, second: Line): number {
  const [alongX, alongY] = first.along;
  return (second.at[1] - first.at[1]) * alongX - (second.at[0] - first.at[0]) * alongY;
}
