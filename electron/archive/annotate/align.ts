/** Which units of a text are which units of the text it became. */
export interface Alignment {
  /** For each unit of the old text, the unit of the new one that it certainly is; -1 where there is none or more than one could be it. */
  readonly to: Int32Array;
  /** For each unit of the new text, the unit of the old one that it certainly was, or -1. */
  readonly from: Int32Array;
  /** Whether the unit of the old text stands in the order it had; what was moved stands apart. */
  isInPlace(unit: number): boolean;
}

/** Words of this length that stand once in either text are the same words. */
const SEED = 12;
/** Of what stands between two seeds, so many pairs of units are compared at most. */
const MOST_PAIRS = 4_000_000;
/** A match with differences on both sides must be this long: `53万` and `37万` have a 3 in common and nothing else. */
const ISLAND = 4;
const MOST_RUNS = 4000;
/** So far from the first and the last difference, a long text is not looked at: the same words stand at the same place. */
const MARGIN = 4000;

/**
 * Aligns two folded texts. It says less than a diff does: a unit is aligned only where every best alignment agrees on it, so
 * that of two equal sentences side by side, one of which was taken out, neither is said to be the one that was left.
 * `lines` are the ends of paragraphs: a short one that stands once in either text is the same one wherever it went.
 */
export function align(before: string, after: string, lines: { before: Ends; after: Ends }): Alignment {
  const [head, tail] = untouched(before, after);
  if (head + tail === 0) return alignAll(before, after, lines);
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const middle = alignAll(before.slice(head, oldEnd), after.slice(head, newEnd), {
    before: within(lines.before, head, oldEnd),
    after: within(lines.after, head, newEnd),
  });
  const whole = (list: Int32Array, length: number, end: number, change: number) =>
    Int32Array.from({ length }, (_, unit) => {
      if (unit < head) return unit;
      if (unit >= end) return unit + change;
      const other = list[unit - head] ?? NONE;
      return other < 0 ? NONE : other + head;
    });
  return {
    to: whole(middle.to, before.length, oldEnd, newEnd - oldEnd),
    from: whole(middle.from, after.length, newEnd, oldEnd - newEnd),
    isInPlace: (unit) => unit < head || unit >= oldEnd || middle.isInPlace(unit - head),
  };
}

/** Of long texts, how many units at either end are the same and so far from what differs that nothing else could be meant. */
function untouched(before: string, after: string): [number, number] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [Math.max(0, head - MARGIN), Math.max(0, tail - MARGIN)];
}

function within(ends: Ends, start: number, end: number): Ends {
  const inside = ends.filter((at) => at > start && at < end).map((at) => at - start);
  return [...inside, end - start];
}

function alignAll(before: string, after: string, lines: { before: Ends; after: Ends }): Alignment {
  const pairs = openPairs(before.length, after.length);
  seed(placesOf(before, lines.before), placesOf(after, lines.after), pairs);
  pairs.settle();
  fillGaps(before, after, pairs);
  const placed = longestChain(runsOf(pairs.to));
  return { to: pairs.to, from: pairs.from, isInPlace: (unit) => placed[unit] === 1 };
}

/** Positions in a folded text at which its paragraphs end. */
export type Ends = readonly number[];

interface Pairs {
  readonly to: Int32Array;
  readonly from: Int32Array;
  claim(before: number, after: number): void;
  /** Takes the claims that nothing contradicts; the others are forgotten. */
  settle(): void;
}

const NONE = -1;
const DISPUTED = -2;

function openPairs(before: number, after: number): Pairs {
  const to = new Int32Array(before).fill(NONE);
  const from = new Int32Array(after).fill(NONE);
  let forth = new Int32Array(before).fill(NONE);
  let back = new Int32Array(after).fill(NONE);
  return {
    to,
    from,
    claim(i, j) {
      forth[i] = forth[i] === NONE || forth[i] === j ? j : DISPUTED;
      back[j] = back[j] === NONE || back[j] === i ? i : DISPUTED;
    },
    settle() {
      for (const [i, j] of forth.entries()) {
        if (j < 0 || back[j] !== i || to[i] !== NONE || from[j] !== NONE) continue;
        to[i] = j;
        from[j] = i;
      }
      forth = new Int32Array(before).fill(NONE);
      back = new Int32Array(after).fill(NONE);
    },
  };
}

/** Positions of stretches that stand once; `DISPUTED` for those that stand more often. */
type Places = ReadonlyMap<string, number>;

/**
 * Words of `SEED` units, and paragraphs that are shorter. None reaches over the end of a paragraph: of `甲。乙。` it would
 * bind the full stop of the one to the other, and when paragraphs part each must keep its own.
 */
function placesOf(text: string, ends: Ends): Places {
  const places = new Map<string, number>();
  let start = 0;
  for (const end of ends) {
    if (end > start && end - start < SEED) note(places, text.slice(start, end), start);
    for (let at = start; at + SEED <= end; at += 1) note(places, text.slice(at, at + SEED), at);
    start = end;
  }
  return places;
}

function note(places: Map<string, number>, words: string, at: number): void {
  places.set(words, places.has(words) ? DISPUTED : at);
}

function seed(before: Places, after: Places, pairs: Pairs): void {
  for (const [words, i] of before) {
    const j = after.get(words) ?? DISPUTED;
    if (i < 0 || j < 0) continue;
    for (let unit = 0; unit < words.length; unit += 1) pairs.claim(i + unit, j + unit);
  }
}

/** What stands between two certain units. The ends of the texts are certain: before the first unit, and behind the last. */
interface Gap {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
}

function fillGaps(before: string, after: string, pairs: Pairs): void {
  const taken = new Int32Array(after.length + 1);
  for (const [j, i] of pairs.from.entries()) taken[j + 1] = (taken[j] ?? 0) + (i === NONE ? 0 : 1);
  const isFree = ({ j, jEnd }: Gap) => j <= jEnd && taken[j] === taken[jEnd];
  for (const gap of gapsOf(pairs.to, after.length)) {
    const { i, iEnd, j, jEnd } = gap;
    if (isFree(gap) && (iEnd - i) * (jEnd - j) <= MOST_PAIRS) alignGap(before, after, gap, pairs);
    else growInto(before, after, gap, pairs);
  }
  pairs.settle();
}

function gapsOf(to: Int32Array, length: number): Gap[] {
  const gaps: Gap[] = [];
  let last = -1;
  for (let i = 0; i <= to.length; i += 1) {
    if (i < to.length && to[i] === NONE) continue;
    if (i > last + 1) {
      gaps.push({ i: last + 1, iEnd: i, j: last < 0 ? 0 : (to[last] ?? 0) + 1, jEnd: to[i] ?? length });
    }
    last = i;
  }
  return gaps;
}

/** Both ends of a gap that was torn apart: what follows on in both texts is the same, as long as one end alone asks for it. */
function growInto(before: string, after: string, { i, iEnd, j, jEnd }: Gap, pairs: Pairs): void {
  const isSame = (one: number, other: number) => pairs.from[other] === NONE && before[one] === after[other];
  for (let step = 0; i + step < iEnd && isSame(i + step, j + step); step += 1) pairs.claim(i + step, j + step);
  for (let step = 1; iEnd - step >= i && isSame(iEnd - step, jEnd - step); step += 1) {
    pairs.claim(iEnd - step, jEnd - step);
  }
}

/** Longest common subsequences of a gap: claims the pairs that are in every one of them. */
function alignGap(before: string, after: string, { i, iEnd, j, jEnd }: Gap, pairs: Pairs): void {
  const [rows, columns] = [iEnd - i, jEnd - j];
  if (rows === 0 || columns === 0) return;
  const width = columns + 1;
  const isSame = (row: number, column: number) => before[i + row] === after[j + column];
  const ahead = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const cell = row * width + column;
      ahead[cell] = isSame(row, column)
        ? (ahead[cell + width + 1] ?? 0) + 1
        : Math.max(ahead[cell + width] ?? 0, ahead[cell + 1] ?? 0);
    }
  }
  const best = ahead[0] ?? 0;
  const only = new Int32Array(rows).fill(NONE);
  let behind = new Uint16Array(width);
  for (let row = 0; row < rows; row += 1) {
    const next = new Uint16Array(width);
    for (let column = 0; column <= columns; column += 1) {
      const below = (row + 1) * width + column;
      const left = column > 0 ? column - 1 : 0;
      const through = column > 0 && isSame(row, left) ? (behind[left] ?? 0) + 1 : 0;
      next[column] = Math.max(behind[column] ?? 0, column > 0 ? (next[left] ?? 0) : 0, through);
      // A best way that passes the unit by, and one that takes it along with this unit of the new text.
      if ((behind[column] ?? 0) + (ahead[below] ?? 0) === best) only[row] = DISPUTED;
      if (column < columns && isSame(row, column) && (behind[column] ?? 0) + 1 + (ahead[below + 1] ?? 0) === best) {
        only[row] = only[row] === NONE ? column : DISPUTED;
      }
    }
    behind = next;
  }
  claimRuns(only, columns, (row, column) => pairs.claim(i + row, j + column));
}

function claimRuns(only: Int32Array, columns: number, claim: (row: number, column: number) => void): void {
  for (let row = 0; row < only.length; ) {
    const column = only[row] ?? NONE;
    let length = 1;
    while (column >= 0 && only[row + length] === column + length) length += 1;
    const touches = (row === 0 && column === 0) || (row + length === only.length && column + length === columns);
    if (column >= 0 && (touches || length >= ISLAND)) {
      for (let step = 0; step < length; step += 1) claim(row + step, column + step);
    }
    row += length;
  }
}

interface Run {
  readonly start: number;
  readonly length: number;
  readonly to: number;
}

function runsOf(to: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < to.length; ) {
    const first = to[at] ?? NONE;
    let length = 1;
    while (first >= 0 && at + length < to.length && to[at + length] === first + length) length += 1;
    if (first >= 0) runs.push({ start: at, length, to: first });
    at += length;
  }
  return runs;
}

/** The most of the text that kept its order: 1 for its units. */
function longestChain(runs: readonly Run[]): Uint8Array {
  const end = runs.at(-1);
  const placed = new Uint8Array(end ? end.start + end.length : 0);
  if (runs.length > MOST_RUNS) return placed.fill(1);
  const weights: number[] = [];
  const previous: number[] = [];
  let heaviest = NONE;
  for (const [index, run] of runs.entries()) {
    let from = NONE;
    for (let other = 0; other < index; other += 1) {
      const isBefore = (runs[other]?.to ?? 0) < run.to;
      if (isBefore && (weights[other] ?? 0) > (weights[from] ?? 0)) from = other;
    }
    weights.push((weights[from] ?? 0) + run.length);
    previous.push(from);
    if ((weights[index] ?? 0) > (weights[heaviest] ?? 0)) heaviest = index;
  }
  for (let index = heaviest; index >= 0; index = previous[index] ?? NONE) {
    const run = runs[index];
    if (run) placed.fill(1, run.start, run.start + run.length);
  }
  return placed;
}
