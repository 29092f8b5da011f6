import type { Unit } from '../reading/units.ts';

/** Shorter runs can be a slogan, or a headline that the lead repeats (measured: up to about 32). */
const SHORTEST_COPY = 40;
/** Above this much text only whole equal paragraphs are looked for, to stay linear in memory. */
const LARGEST_INDEX = 400_000;

interface Stream {
  readonly text: string;
  /** Unit of each character. */
  readonly owner: Int32Array;
  /** First character of each unit. */
  readonly begin: Int32Array;
}

function streamOf(units: readonly Unit[]): Stream {
  const text = units.map((unit) => unit.plain).join('');
  const owner = new Int32Array(text.length);
  const begin = new Int32Array(units.length + 1);
  let at = 0;
  for (const unit of units) {
    begin[unit.index] = at;
    owner.fill(unit.index, at, at + unit.plain.length);
    at += unit.plain.length;
  }
  begin[units.length] = at;
  return { text, owner, begin };
}

/** Maximal runs that stand twice, as [first, second, length] in the stream. */
function repeatedRuns(text: string): [number, number, number][] {
  const runs: [number, number, number][] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at + SHORTEST_COPY <= text.length; at++) {
    const gram = text.slice(at, at + SHORTEST_COPY);
    const first = seen.get(gram);
    if (first === undefined) {
      if (at % 8 === 0) seen.set(gram, at);
      continue;
    }
    let length = SHORTEST_COPY;
    while (at + length < text.length && text[first + length] === text[at + length] && first + length < at) length++;
    let back = 0;
    while (first - back > 0 && text[first - back - 1] === text[at - back - 1] && at - back - 1 > first + length) back++;
    runs.push([first - back, at - back, length + back]);
    at += length - 1;
  }
  return runs;
}

/**
 * Marks second copies. Only whole units are dropped: a passage that repeats in the middle of a paragraph is how
 * people write. Of two copies the one in fewer pieces is kept, then the earlier.
 */
export function markDuplicates(units: readonly Unit[]): void {
  const { text, owner, begin } = streamOf(units);
  if (text.length > LARGEST_INDEX) return;
  const drop = (indexes: readonly number[], length: number) => {
    for (const index of indexes) {
      const unit = units[index];
      if (!unit || unit.role === 'noise' || unit.role === 'duplicate') continue;
      unit.role = 'duplicate';
      unit.confidence = 0.9;
      unit.evidence = [`a copy of ${length} characters`];
    }
  };
  for (const [first, second, length] of repeatedRuns(text)) {
    const whole = (from: number) => coveredUnits(begin, owner, from, length);
    const earlier = whole(first);
    const later = whole(second);
    const size = (list: readonly number[]) => list.reduce((sum, index) => sum + (units[index]?.plain.length ?? 0), 0);
    const earlierFits = size(earlier) >= length * 0.8 && earlier.length > 0;
    const laterFits = size(later) >= length * 0.8 && later.length > 0;
    if (laterFits && (!earlierFits || later.length >= earlier.length)) drop(later, length);
    else if (earlierFits) drop(earlier, length);
  }
}

/** Units that lie inside the run, give or take a character at its edges. */
function coveredUnits(begin: Int32Array, owner: Int32Array, from: number, length: number): number[] {
  const list: number[] = [];
  for (let unit = owner[from] ?? 0; unit <= (owner[from + length - 1] ?? 0); unit++) {
    const start = begin[unit] ?? 0;
    const end = begin[unit + 1] ?? 0;
    if (end > start && start >= from - 1 && end <= from + length + 1) list.push(unit);
  }
  return list;
}
