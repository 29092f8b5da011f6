import type { Operation } from '#contract/derivation.ts';
import {
  isCjk,
  isInvisible,
  isLatin,
  isLineEnd,
  isSpace,
  rememberedNumber,
  SOFT_HYPHEN,
  solid,
  spelledOut,
} from './characters.ts';
import { type Fragment, needsSpace } from './fragments.ts';
import type { Measure } from './lines.ts';

/** A range inside a fragment that the reader does not see as it stands in the source. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly as: string;
  readonly kind: Operation['kind'];
}

/** Printed rows of a fragment, told by line ends or by spaces that stand where lines ended. */
export interface Rows {
  readonly widths: readonly number[];
  /** Printed width of the column, where at least three rows agree on it. */
  readonly column: number | undefined;
}

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly line: boolean;
  readonly left: string;
  readonly right: string;
}

/** White space runs inside the fragment. */
function gapsOf(source: string, fragment: Fragment): Gap[] {
  const gaps: Gap[] = [];
  for (let at = fragment.start; at < fragment.end; at++) {
    const code = source.charCodeAt(at);
    if (code >= 0x3001 && code < 0xfe00) continue;
    if (!isSpace(source[at] ?? '') && !isInvisible(source[at] ?? '')) continue;
    let end = at;
    let line = false;
    while (end < fragment.end && (isSpace(source[end] ?? '') || isInvisible(source[end] ?? ''))) {
      line ||= isLineEnd(source[end] ?? '');
      end++;
    }
    gaps.push({ start: at, end, line, left: source[at - 1] ?? '', right: source[end] ?? '' });
    at = end;
  }
  return gaps;
}

/** How wide `[from, to)` was printed, in squares. */
function printedWidth(text: string, from: number, to: number): number {
  let halves = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code < 0xa000) halves += 2;
    else if (code >= 0xd800 && code < 0xdc00 && at + 1 < to) halves += halvesOf(text.slice(at, ++at + 1));
    else halves += halvesOf(text[at] ?? '');
  }
  return halves / 2;
}

/** Half-width punctuation between squares was set on the square in print. */
const halvesOf = rememberedNumber((ch) => {
  if (isSpace(ch) || isInvisible(ch)) return 0;
  return isCjk(ch) || /[,:;()!?"]/.test(ch) ? 2 : 1;
});

const square = (ch: string) => isCjk(ch) || /[,:;()"!?~+]/.test(ch);

export function readRows(source: string, fragment: Fragment): Rows {
  const widths: number[] = [];
  let from = fragment.start;
  for (const gap of gapsOf(source, fragment)) {
    if (!gap.line && !(isCjk(gap.left) || isCjk(gap.right))) continue;
    widths.push(printedWidth(source, from, gap.start));
    from = gap.end;
  }
  widths.push(printedWidth(source, from, fragment.end));
  const inner = widths.slice(1, -1).toSorted((a, b) => a - b);
  const middle = inner[Math.floor(inner.length / 2)];
  if (middle === undefined || middle < 8 || middle > 45) return { widths, column: undefined };
  const near = inner.filter((width) => Math.abs(width - middle) <= 1.6).length;
  return { widths, column: inner.length >= 2 && near >= inner.length * 0.6 ? middle : undefined };
}

const QUOTED = /[“‘「『《"]([^“”‘’「」『』《》"。，,]{2,24})[”’」』》"]/gu;

/** Offsets of blanks that belong to a short quoted name (`“大楼 小课”`). */
function quotedBlanks(source: string, fragment: Fragment): Set<number> {
  const found = new Set<number>();
  const text = source.slice(fragment.start, fragment.end);
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1] ?? '';
    for (let at = 0; at < inner.length; at++)
      if (isSpace(inner[at] ?? '')) found.add(fragment.start + match.index + 1 + at);
  }
  return found;
}

/** Set apart by the writer, not by the column: names, titles and headlines keep their pauses. */
export type Setting = 'running' | 'display';

/**
 * What is taken out of a fragment's white space. In running text a blank between squares is a line end of the print
 * (it recurs at the column width) and goes; a blank in a short quoted name stays unless it stands exactly where a
 * line ended. Line ends of the source become a space between Latin words and nothing between squares.
 */
export function layoutCuts(
  source: string,
  fragment: Fragment,
  setting: Setting,
  rows: Rows,
  measure: Measure,
  known: ReadonlySet<string>,
): Cut[] {
  const cuts: Cut[] = [];
  const quoted = setting === 'running' ? quotedBlanks(source, fragment) : new Set<number>();
  let row = fragment.start;
  for (const gap of gapsOf(source, fragment)) {
    const { start, end } = gap;
    const text = source.slice(start, end);
    const blank = [...text].some(isSpace);
    const width = printedWidth(source, row, start);
    const full = rows.column !== undefined && Math.abs(width - rows.column) <= (row === fragment.start ? 2.6 : 1.3);
    if (gap.line) {
      row = end;
      if (
        isLatin(source[start - 2] ?? '') &&
        /[-\u2010]/.test(gap.left) &&
        /\p{Ll}/u.test(gap.right) &&
        setting === 'running'
      ) {
        if (!keepsHyphen(source, start - 1, end, known)) {
          cuts.push({ start: start - 1, end: start, as: '', kind: 'hyphen_removed' });
        }
        cuts.push({ start, end, as: '', kind: 'line_join' });
        continue;
      }
      const capital = start === fragment.start + 1 && opensWithDropCap(source, fragment.start, gap.right);
      const space = !capital && (setting === 'display' ? !/[-—–]$/.test(gap.left) : needsSpace(gap.left, gap.right));
      cuts.push({
        start,
        end,
        as: text.includes(SOFT_HYPHEN) && measure.latin ? '' : space ? ' ' : '',
        kind: 'line_join',
      });
      continue;
    }
    if (!blank) {
      cuts.push({ start, end, as: '', kind: text.includes(SOFT_HYPHEN) ? 'hyphen_removed' : 'markup_removed' });
      continue;
    }
    // English prints dashes and curly quotes too, and its blanks beside them are the writer's.
    const cjk = (ch: string) => isCjk(ch) && !(measure.latin && /[\u2010-\u2026·]/u.test(ch));
    const squares = square(gap.left) && square(gap.right) && (cjk(gap.left) || cjk(gap.right));
    const mixed = !squares && (cjk(gap.left) || cjk(gap.right));
    if (start === fragment.start + 1 && opensWithDropCap(source, fragment.start, gap.right)) {
      cuts.push({ start, end, as: '', kind: 'space_removed' });
      continue;
    }
    const layout = setting === 'running' && (squares ? !quoted.has(start) || full : mixed && full);
    if (layout) {
      row = end;
      cuts.push({ start, end, as: '', kind: 'space_removed' });
    } else if (text !== ' ' && text !== '\u3000') cuts.push({ start, end, as: ' ', kind: 'space_removed' });
  }
  return cuts;
}

/** A drop cap stands apart from the rest of its word: `T he`, `T HE`. A and I can be words of their own. */
export const opensWithDropCap = (source: string, start: number, next: string) =>
  /[B-HJ-Z]/.test(source[start] ?? '') &&
  !/\p{L}/u.test(source[start - 1] ?? '') &&
  /\p{L}/u.test(next) &&
  isLatin(next);

const HYPHENATED = new Set([
  'self',
  'well',
  'ex',
  'half',
  'all',
  'so',
  'non',
  'long',
  'short',
  'high',
  'low',
  'part',
  'full',
  'first',
  'second',
  'third',
  'two',
  'three',
  'four',
  'five',
  'old',
  'year',
]);

/** A hyphen at a line end is the writer's own when the page has the hyphenated word elsewhere, or its first half asks for one. */
export function keepsHyphen(source: string, hyphen: number, next: number, known: ReadonlySet<string>): boolean {
  const left = /[\p{L}]+$/u.exec(source.slice(Math.max(0, hyphen - 30), hyphen))?.[0] ?? '';
  const right = /^[\p{L}]+/u.exec(source.slice(next, next + 30))?.[0] ?? '';
  if (known.has(`${left}-${right}`.toLowerCase())) return true;
  if (known.has((left + right).toLowerCase())) return false;
  return HYPHENATED.has(left.toLowerCase());
}

/** Latin words of the page that stand unbroken, for telling a broken word from a hyphenated one. */
export function knownWords(source: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const match of source.matchAll(/\p{L}+(?:-\p{L}+)*(?![\p{L}]|-\s)/gu)) {
    if (match[0].length <= 30 && isLatin(match[0])) words.add(match[0].toLowerCase());
  }
  return words;
}

/** The text of a fragment as the reader sees it. */
export function readText(source: string, fragment: Pick<Fragment, 'start' | 'end'>, cuts: readonly Cut[]): string {
  let text = '';
  let at = fragment.start;
  for (const cut of cuts) {
    text += source.slice(at, cut.start) + cut.as;
    at = cut.end;
  }
  return text + source.slice(at, fragment.end);
}

const PADDED = spelledOut(/(?<!\p{Script=Han})\p{Script=Han}([ \u3000]{1,2})\p{Script=Han}(?!\p{Script=Han})/gu);

/** A name padded to the width of three characters loses its padding: `周 博` in a list of names. */
export function paddedNameCuts(source: string, fragment: Fragment): Cut[] {
  const cuts: Cut[] = [];
  const text = source.slice(fragment.start, fragment.end);
  if (solid(text).length > 60) return cuts;
  for (const match of text.matchAll(PADDED)) {
    const start = fragment.start + match.index + 1;
    cuts.push({ start, end: start + (match[1] ?? '').length, as: '', kind: 'space_removed' });
  }
  return cuts;
}
