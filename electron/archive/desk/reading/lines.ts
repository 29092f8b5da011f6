import { isBlank, isLineEnd, isMostlyLatin, widthOf } from './characters.ts';

/** One line as it stands in the source, without the blanks around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Blanks before the first character, in ems. */
  readonly indent: number;
  /** From the first character to the last, in ems. */
  readonly width: number;
  /** Empty lines since the line before. */
  readonly gap: number;
}

/** What the line lengths of a page say about how it was printed. */
export interface Measure {
  /** Printed column width in ems; undefined where every line is a whole paragraph. */
  readonly width: number | undefined;
  /** Some first lines are set in, so a line that is not set in continues its paragraph. */
  readonly indents: boolean;
  readonly latin: boolean;
}

const TAB = 4;

export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (let at = 0; at <= source.length; ) {
    let end = at;
    while (end < source.length && !isLineEnd(source[end] ?? '')) end++;
    let first = at;
    let indent = 0;
    while (first < end && isBlank(source[first] ?? '')) {
      indent += source[first] === '\t' ? TAB : widthOf(source[first] ?? '');
      first++;
    }
    let last = end;
    while (last > first && isBlank(source[last - 1] ?? '')) last--;
    if (last > first) {
      lines.push({ start: first, end: last, indent, width: widthOf(source.slice(first, last)), gap });
      gap = 0;
    } else gap++;
    at = end + (source.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

/**
 * The printed width, where lines of the source are printed lines: most lines that have another right below them are
 * about equally long. In Latin text the right edge is ragged, so the long end counts and the tolerance is wider.
 */
export function measureLines(source: string, lines: readonly Line[]): Measure {
  const latin = isMostlyLatin(source);
  const inner: number[] = [];
  let indented = 0;
  let inBlocks = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    if (lines[at + 1]?.gap === 0) inner.push(line.width);
    if (line.gap === 0 || lines[at + 1]?.gap === 0) {
      inBlocks++;
      if (line.indent >= 1) indented++;
    }
  }
  const indents = indented > 0 && indented < inBlocks * 0.6;
  if (inner.length < 4) return { width: undefined, indents, latin };
  const sorted = inner.toSorted((a, b) => a - b);
  if (latin) {
    const long = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    const near = inner.filter((width) => width >= long * 0.72 && width <= long * 1.15).length;
    return { width: long <= 60 && long >= 8 && near >= inner.length * 0.5 ? long : undefined, indents, latin };
  }
  const counts = new Map<number, number>();
  for (const width of inner) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  let best = 0;
  let width = 0;
  for (const candidate of counts.keys()) {
    const near = [-1, 0, 1].reduce((sum, step) => sum + (counts.get(candidate + step) ?? 0), 0);
    if (near > best || (near === best && candidate > width)) {
      best = near;
      width = candidate;
    }
  }
  return {
    width: width >= 6 && width <= 60 && best >= Math.max(3, inner.length * 0.4) ? width : undefined,
    indents,
    latin,
  };
}
