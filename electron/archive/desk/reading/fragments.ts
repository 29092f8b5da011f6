import { openingReporter, readClosingNames, readLead, readNameLine } from '../blocks/bylines.ts';
import { creditStart, opensCaption } from '../blocks/captions.ts';
import {
  closingContinuation,
  headingMark,
  isAuthorNote,
  isContinuationMark,
  isFurniture,
  isNumberedHead,
  isSectionName,
  type LabelKind,
  openingContinuation,
  openingLabel,
  readLabel,
} from '../blocks/marks.ts';
import { endsSentence, isBlank, isLatin, solid } from './characters.ts';
import type { Line, Measure } from './lines.ts';

/** What the words of a fragment alone say that it is, before its neighbours are asked. */
export type Sign =
  | 'furniture'
  | 'label'
  | 'continuation_mark'
  | 'byline'
  | 'bare names'
  | 'author_note'
  | 'photo_credit'
  | 'caption'
  | 'dateline'
  | 'head';

/** A stretch of the source that belongs together without doubt: lines of one block, or a part of one line. */
export interface Fragment {
  readonly start: number;
  readonly end: number;
  /** Fragments of one block of lines have the same number. */
  readonly block: number;
  /** Empty lines before the first line of the block. */
  readonly gap: number;
  readonly sign: Sign | undefined;
  readonly label: LabelKind | undefined;
  /** Set in from the left edge, on a page where some first lines are; undefined where the page does not tell. */
  readonly setIn: boolean | undefined;
  /** More of the same line stands before or after it. */
  readonly inLine: boolean;
}

type Draft = { -readonly [K in keyof Fragment]: Fragment[K] };

const HEAD_LIMIT = 40;

function signOf(text: string): { sign: Sign | undefined; label: LabelKind | undefined } {
  const none = { sign: undefined, label: undefined };
  if (text.length > 240) return none;
  if (isContinuationMark(text)) return { sign: 'continuation_mark', label: undefined };
  const label = readLabel(text);
  if (label) return { sign: 'label', label };
  if (isFurniture(text)) return { sign: 'furniture', label: undefined };
  if (isAuthorNote(text)) return { sign: 'author_note', label: undefined };
  if (creditStart(text) === 0) return { sign: 'photo_credit', label: undefined };
  const names = readNameLine(text);
  if (names) return { sign: names, label: undefined };
  if (opensCaption(text) && text.length < 160 && !readLead(text)) return { sign: 'caption', label: undefined };
  if (isNumberedHead(text) && isHeadShaped(text)) return { sign: 'head', label: undefined };
  return none;
}

/** Behind a number in Han a head may be a saying of two halves, as long as it stays one. */
function isHeadShaped(text: string): boolean {
  const plain = solid(text);
  if (plain.length > HEAD_LIMIT || /[。；;]/u.test(plain)) return false;
  const commas = plain.match(/[，,]/gu)?.length ?? 0;
  return commas === 0 || (commas === 1 && plain.length <= 20 && !/^[A-Z0]/u.test(plain) && !/[，,]$/u.test(plain));
}

/** Whether the line below goes on with the sentence of the line above, as far as the print tells. */
function goesOn(source: string, above: Line, below: Line, measure: Measure): 'joined' | 'apart' | 'same head' {
  const upper = source.slice(Math.max(above.start, above.end - 80), above.end);
  const short = (line: Line) => line.end - line.start <= 240;
  const plain = (line: Line) => short(line) && signOf(source.slice(line.start, line.end)).sign === undefined;
  const complete = endsSentence(upper);
  if (measure.latin) {
    const [first, second] = [source.slice(above.start, above.end), source.slice(below.start, below.end)];
    if (/^[A-Z]$/.test(first)) return /^\p{L}/u.test(second) ? 'joined' : 'apart';
    if (/^[A-Z]$/.test(second)) return 'apart';
    // A head in capitals ends where small letters begin, and begins behind a whole sentence.
    const shouts = (text: string) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
    if (shouts(first) && !shouts(second)) return 'apart';
    if (complete && shouts(second) && !shouts(first)) return 'apart';
  }
  if (measure.indents && below.indent >= 1 && below.indent > above.indent + 0.9) return 'apart';
  const width = measure.width;
  if (width !== undefined && above.width <= width * 1.2) {
    const full = measure.latin ? above.width >= width * 0.72 : above.width >= width - (above.indent >= 1 ? 3.2 : 1.6);
    if (full && !(complete && !measure.indents && above.width < width - 0.6 && !measure.latin)) {
      if (!complete || measure.indents || measure.latin)
        return plain(below) || above.width >= width - 0.6 ? 'joined' : 'apart';
      return 'joined';
    }
    if (complete) return 'apart';
  } else if (complete) return 'apart';
  const heads = [above, below].every(
    (line) => line.width <= 24 && plain(line) && !/[。，；,;]/u.test(source.slice(line.start, line.end)),
  );
  return heads && !endsSentence(source.slice(below.start, below.end)) ? 'same head' : 'apart';
}

const standsAlone = (line: string) =>
  isSectionName(line) || ['furniture', 'label', 'continuation_mark'].includes(signOf(line).sign ?? '');

/** Columns of one page can differ in width: a block of even lines is measured by itself. */
function measureBlock(lines: readonly Line[], from: number, measure: Measure): Measure {
  if (measure.width === undefined || measure.latin) return measure;
  const widths: number[] = [];
  for (let at = from; lines[at + 1]?.gap === 0; at++) widths.push(lines[at]?.width ?? 0);
  const middle = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)];
  if (middle === undefined || widths.length < 3) return measure;
  const even = widths.filter((width) => Math.abs(width - middle) <= 2).length;
  return even >= widths.length * 0.75 ? { ...measure, width: middle - 0.5 } : measure;
}

/** Blocks of lines become fragments: wrapped lines join, paragraphs and set-apart lines part. */
export function readFragments(source: string, lines: readonly Line[], measure: Measure): Fragment[] {
  const fragments: Fragment[] = [];
  let block = -1;
  let gap = 0;
  let local = measure;
  let open: { start: number; end: number; head: boolean; setIn: boolean | undefined } | undefined;
  const close = () => {
    if (open) fragments.push(...splitBySigns(source, open.start, open.end, block, gap, open.setIn));
    open = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const above = lines[at - 1];
    if (!above || line.gap > 0) {
      close();
      block++;
      gap = line.gap;
      local = measureBlock(lines, at, measure);
    } else {
      // A line that says of itself what it is takes no other.
      const own = open?.start === above.start && above.width <= 40 && standsAlone(source.slice(above.start, above.end));
      const how = open && !own ? goesOn(source, above, line, local) : 'apart';
      // Two lines make one headline; a third short line is something else.
      if (open && (how === 'joined' || (how === 'same head' && !open.head))) {
        open.end = line.end;
        open.head = how === 'same head';
        continue;
      }
      close();
      gap = 0;
    }
    open = { start: line.start, end: line.end, head: false, setIn: measure.indents ? line.indent >= 1 : undefined };
  }
  close();
  return fragments;
}

/** Parts a fragment where its own words show a joint: a dateline before, a credit or names behind. */
function splitBySigns(
  source: string,
  start: number,
  end: number,
  block: number,
  gap: number,
  setIn: boolean | undefined,
): Fragment[] {
  const parts: Draft[] = [];
  const add = (from: number, to: number, sign?: Sign, label?: LabelKind) => {
    let first = from;
    let last = to;
    while (first < last && isBlank(source[first] ?? '')) first++;
    while (last > first && isBlank(source[last - 1] ?? '')) last--;
    if (first === last) return;
    const read = sign ? { sign, label } : signOf(source.slice(first, Math.min(last, first + 260)));
    parts.push({
      start: first,
      end: last,
      block,
      gap,
      setIn: first === start ? setIn : undefined,
      inLine: false,
      ...read,
    });
  };
  const mark = headingMark(source.slice(start, Math.min(end, start + 12)));
  if (mark > 0) {
    add(start, start + mark, 'furniture');
    const rest = source.slice(start + mark, Math.min(end, start + mark + 260));
    const read = signOf(rest.trim());
    const headed = solid(rest).length <= HEAD_LIMIT + 8 && !/[。；]/u.test(rest);
    const named = read.sign === 'bare names' ? undefined : read.sign;
    add(start + mark, end, named ?? (headed ? 'head' : undefined), read.label);
    return finish(parts);
  }
  const whole = source.slice(start, Math.min(end, start + 260));
  if (end - start <= 240) {
    const read = signOf(whole);
    if (read.sign && read.sign !== 'caption') {
      add(start, end, read.sign, read.label);
      return finish(parts);
    }
  }
  let from = start;
  let to = end;
  const lead = (length: number, sign: Sign, label?: LabelKind) => {
    add(from, from + length, sign, label);
    from += length;
    while (from < to && isBlank(source[from] ?? '')) from++;
  };
  const jump = openingContinuation(source.slice(from, from + 60));
  if (jump) lead(jump, 'continuation_mark');
  const reporter = openingReporter(source.slice(from, Math.min(to, from + 60)));
  if (reporter !== undefined && to - from > reporter + 8) lead(reporter, 'byline');
  const label = openingLabel(source.slice(from, Math.min(to, from + 60)));
  if (label && from + label.length < to) {
    lead(label.length, 'label', label.kind);
    const rest = source.slice(from, Math.min(to, from + 60));
    if (to - from <= 30 && isHeadShaped(rest) && !endsSentence(rest)) {
      add(from, to, 'head');
      return finish(parts);
    }
  }
  const dated = readLead(source.slice(from, Math.min(to, from + 140)));
  if (dated && to - from > dated.dateline + 8) {
    const base = from;
    lead(dated.dateline, 'dateline');
    if (dated.byline) {
      from = base + dated.byline[0];
      lead(dated.byline[1] - dated.byline[0], 'byline');
    }
  }
  const behind: [number, number, Sign][] = [];
  const tail = () => source.slice(Math.max(from, to - 90), to);
  const trim = (start: number, sign: Sign) => {
    const cut = to - tail().length + start;
    if (cut <= from) return;
    behind.unshift([cut, to, sign]);
    to = cut;
    while (to > from && isBlank(source[to - 1] ?? '')) to--;
  };
  const onward = closingContinuation(tail());
  if (onward !== undefined) trim(onward, 'continuation_mark');
  const names = readClosingNames(tail());
  if (names !== undefined && to - from > 12) trim(names, 'byline');
  if (to - from <= 200) {
    const credit = creditStart(source.slice(from, to));
    if (credit !== undefined && credit > 0) {
      add(from, from + credit, 'caption');
      add(from + credit, to, 'photo_credit');
      from = to;
    }
  }
  if (from < to) {
    // What a lead was cut from is body text; a short rest must not be read as names.
    if (from > start)
      parts.push({
        start: from,
        end: to,
        block,
        gap,
        setIn: undefined,
        sign: undefined,
        label: undefined,
        inLine: true,
      });
    else add(from, to);
  }
  for (const [a, b, sign] of behind) add(a, b, sign);
  return finish(parts);
}

function finish(parts: Draft[]): Fragment[] {
  for (const part of parts) part.inLine = parts.length > 1;
  return parts;
}

/** Latin text keeps a space where a line ended; squares have none. */
export function needsSpace(left: string, right: string): boolean {
  const word = (ch: string) => isLatin(ch) || /[\p{N}]/u.test(ch);
  const before = word(left) || /[.,;:!?)\]%"'”’–—-]/.test(left);
  const after = word(right) || /[([“‘"'–—$£€-]/.test(right);
  return before && after && (word(left) || word(right)) && !(left === '-' || left === '—');
}
