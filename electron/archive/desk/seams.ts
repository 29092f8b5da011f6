import { assign } from './assignment.ts';
import { reasonsOf, weigh } from './clues.ts';
import type { Lexicon } from './lexicon.ts';
import { isOpen, readPage, readPair } from './pairs.ts';
import { confidenceOf, type Unit } from './units.ts';

/** A sentence that the layout cut, joined again. */
export interface Seam {
  readonly head: number;
  readonly tail: number;
  /** The tail is the next text below, with at most pictures between. */
  readonly adjacent: boolean;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** Weaker pairs are forgotten; between this and 0 a pair can still be vouched for by its neighbours. */
const LEAST = -2.5;
/** Heads and tails beyond this many are matched within a window only, so that a huge text stays linear. */
const MOST_PAIRS = 60_000;
const WINDOW = 3;

interface Pair {
  readonly weight: number;
  readonly adjacent: boolean;
  readonly reasons: readonly string[];
}

export function findSeams(units: readonly Unit[], words: Lexicon): Seam[] {
  const page = readPage(units, words);
  const heads = page.body.filter(isOpen);
  if (heads.length === 0) return [];
  const pairs = new Map<number, Map<number, Pair>>();
  const wide = heads.length * page.body.length > MOST_PAIRS;
  const place = new Map(page.body.map((unit, at) => [unit.index, at]));
  for (const head of heads) {
    const row = new Map<number, Pair>();
    const at = place.get(head.index) ?? 0;
    const near = wide ? page.body.slice(Math.max(0, at - WINDOW), at + WINDOW) : page.body;
    for (const tail of near) {
      if (tail === head) continue;
      const clues = readPair(head, tail, page);
      const weight = weigh(clues);
      if (weight > LEAST)
        row.set(tail.index, { weight, adjacent: page.next.get(head.index) === tail.index, reasons: reasonsOf(clues) });
    }
    pairs.set(head.index, row);
  }
  return dropCycles(resolve(heads, pairs, wide));
}

/** One matching for the whole page; then the pairs that stand far apart are asked to keep their order. */
function resolve(heads: readonly Unit[], pairs: ReadonlyMap<number, ReadonlyMap<number, Pair>>, wide: boolean): Seam[] {
  const tails = [...new Set([...pairs.values()].flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b);
  const seams: Seam[] = [];
  if (wide) {
    const taken = new Set<number>();
    for (const head of heads) {
      const best = [...(pairs.get(head.index) ?? [])]
        .filter(([tail, pair]) => pair.weight > 0 && !taken.has(tail))
        .toSorted((a, b) => b[1].weight - a[1].weight)[0];
      if (!best) continue;
      taken.add(best[0]);
      seams.push(seamOf(head.index, best[0], best[1], best[1].weight));
    }
    return seams;
  }
  let weights = heads.map((head) => tails.map((tail) => pairs.get(head.index)?.get(tail)?.weight ?? -9));
  let matched = assign(weights);
  // Far pairs that a strong pair vouches for: same direction, same order.
  const sure = matched.flatMap((tail, head) =>
    tail >= 0 && (weights[head]?.[tail] ?? 0) > 2 ? [[heads[head]?.index ?? 0, tails[tail] ?? 0] as const] : [],
  );
  const far = sure.filter(([head, tail]) => Math.abs(head - tail) > 2);
  if (far.length > 0) {
    weights = weights.map((row, h) =>
      row.map((weight, t) => {
        const head = heads[h]?.index ?? 0;
        const tail = tails[t] ?? 0;
        if (weight <= -9 || Math.abs(head - tail) <= 2) return weight;
        const inOrder = far.filter(([a, b]) => a !== head && a < head === b < tail).length;
        const against = far.filter(([a, b]) => a !== head && a < head !== b < tail).length;
        return weight + 0.5 * Math.min(2, inOrder) - 0.7 * Math.min(2, against);
      }),
    );
    matched = assign(weights);
  }
  matched.forEach((tail, h) => {
    const head = heads[h];
    const tailIndex = tails[tail];
    if (tail < 0 || !head || tailIndex === undefined) return;
    const pair = pairs.get(head.index)?.get(tailIndex);
    if (!pair) return;
    const weight = weights[h]?.[tail] ?? 0;
    const rival = Math.max(0, ...(weights[h] ?? []).filter((_, other) => other !== tail && !matched.includes(other)));
    seams.push(seamOf(head.index, tailIndex, pair, Math.min(weight, weight - rival + 0.5)));
  });
  return seams;
}

function seamOf(head: number, tail: number, pair: Pair, margin: number): Seam {
  return { head, tail, adjacent: pair.adjacent, confidence: confidenceOf(margin), evidence: pair.reasons };
}

/** A chain that bites its own tail is cut at its weakest seam. */
function dropCycles(seams: readonly Seam[]): Seam[] {
  const after = new Map(seams.map((seam) => [seam.head, seam]));
  const dropped = new Set<Seam>();
  const seen = new Set<Seam>();
  for (const first of seams) {
    const walk: Seam[] = [];
    let seam: Seam | undefined = first;
    while (seam && !seen.has(seam)) {
      seen.add(seam);
      walk.push(seam);
      seam = after.get(seam.tail);
    }
    const from = seam ? walk.indexOf(seam) : -1;
    if (from < 0) continue;
    dropped.add(walk.slice(from).reduce((low, other) => (other.confidence < low.confidence ? other : low)));
  }
  return seams.filter((seam) => !dropped.has(seam));
}
