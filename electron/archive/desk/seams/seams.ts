import { closesByName } from '../blocks/story-starts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { confidenceOf, isBody, neighbour, type Unit } from '../reading/units.ts';
import { judge, readTrees } from '../trees.ts';
import { assign } from './assignment.ts';
import { type Clue, reasonsOf, weigh } from './clues.ts';
import { depthClues, readDepths } from './column-depths.ts';
import { withLostEnds } from './lost-ends.ts';
import { headsOf, isOpen, type PageText, readPage, readPair, tailsOf } from './pairs.ts';
import { settleShortLines } from './short-lines.ts';
import { STANDING_TREES } from './standing-trees.ts';
import { FEATURES, HOPELESS, standingsOf } from './standings.ts';
import { readStretches } from './stretches.ts';

/** A sentence that the layout cut, joined again. */
export interface Seam {
  readonly head: number;
  readonly tail: number;
  /** The tail is the next text below, with at most pictures between. */
  readonly adjacent: boolean;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** The seams of a page, and what else they could have been. */
export interface Matching {
  readonly seams: readonly Seam[];
  readonly page: PageText;
  /** What speaks for and against every pair that was weighed, by head and tail. */
  readonly clues: PairClues;
}

/** Weaker pairs are forgotten; between this and 0 a pair can still be vouched for by its neighbours. */
const LEAST = -2.5;
const NEVER = -20;
/** Heads and tails beyond this many are matched within a window only, so that a huge text stays linear. */
const MOST_PAIRS = 60_000;
const WINDOW = 3;

interface Pair {
  readonly weight: number;
  readonly adjacent: boolean;
  readonly reasons: readonly string[];
}

/** Start clues that weigh more than this say that a unit goes on inside a sentence. */
const INSIDE = 1;
const SURELY_INSIDE = 2;

/** Matches a page; once more where short lines turn out to be what they were not taken for. */
export function findSeams(units: readonly Unit[], words: Lexicon): Matching {
  const matching = matchPage(units, words);
  return settleShortLines(matching) ? matchPage(units, words) : matching;
}

function matchPage(units: readonly Unit[], words: Lexicon): Matching {
  const page = readPage(units, words);
  const heads = headsOf(page);
  const wide = heads.length * page.body.length > MOST_PAIRS;
  const clues = pairClues(page, heads, wide);
  const first = matchOnce(clues, page, wide);
  if (heads.length === 0 || wide || !page.rarity) return { seams: first, page, clues };
  // What was joined tells the stories apart, and the stories tell which columns may be joined.
  const told = withLostEnds(withStandings(withPage(clues, first, page), first, page));
  const seams = matchOnce(told, page, false);
  return { seams: dropCycles([...seams, ...joinLeftOver(told, seams, page)]), page, clues: told };
}

/** A text that weighs more surely goes on inside a sentence: the rest of it stands somewhere on this page. */
const LEFT_OVER = 1.5;
/** What the certainty that a text goes on makes up for. */
const SOME_HEAD = 2.5;

/** Texts that begin inside a sentence and that no head has taken: the heads still open are asked once more. */
function joinLeftOver(clues: PairClues, made: readonly Joined[], page: PageText): Seam[] {
  const taken = new Set(made.flatMap((seam) => [seam.head, -seam.tail - 1]));
  const heads = [...clues.keys()].filter((head) => !taken.has(head.index));
  const tails = page.body.filter(
    (unit) => !taken.has(-unit.index - 1) && weigh(page.starts.get(unit.index) ?? []) > LEFT_OVER,
  );
  if (heads.length === 0 || tails.length === 0) return [];
  const weights = heads.map((head) =>
    tails.map((tail) => {
      const list = clues.get(head)?.get(tail);
      return list ? weigh(list) + SOME_HEAD : NEVER;
    }),
  );
  return assign(weights).flatMap((at, number) => {
    const head = heads[number];
    const tail = tails[at];
    if (at < 0 || !head || !tail) return [];
    const list = clues.get(head)?.get(tail) ?? [];
    const pair = { weight: 0, adjacent: page.next.get(head.index) === tail.index, reasons: reasonsOf(list) };
    return [seamOf(head.index, tail.index, pair, weigh(list))];
  });
}

/** The best matching of a page by these clues. */
export const matchOnce = (clues: PairClues, page: PageText, wide: boolean): Seam[] =>
  dropCycles(resolve([...clues.keys()], pairsOf(clues, page), wide));

export type PairClues = ReadonlyMap<Unit, ReadonlyMap<Unit, readonly Clue[]>>;

/** The clues of every pair that can be, by head and tail. */
export function pairClues(page: PageText, heads: readonly Unit[], wide: boolean): PairClues {
  const place = new Map(page.body.map((unit, at) => [unit.index, at]));
  const tails = new Set(tailsOf(page));
  return new Map(
    heads.map((head) => {
      const at = place.get(head.index) ?? 0;
      const near = wide ? page.body.slice(Math.max(0, at - WINDOW), at + WINDOW) : page.body;
      return [
        head,
        new Map(
          near.flatMap((tail) => (tail === head || !tails.has(tail) ? [] : [[tail, readPair(head, tail, page)]])),
        ),
      ];
    }),
  );
}

/**
 * The same pairs, with what a first matching of the page says: which stories the stretches around them belong to, and
 * what would be left over. A text that begins inside a sentence has its other half somewhere.
 */
export function withPage(clues: PairClues, first: readonly Joined[], page: PageText): PairClues {
  const heads = [...clues.keys()];
  const inside = (unit: Unit) => weigh(page.starts.get(unit.index) ?? []);
  const stretches = readStretches(
    page,
    new Map(first.map((seam) => [seam.head, seam.tail])),
    heads,
    (unit) => inside(unit) > INSIDE,
  );
  const taken = new Set(first.flatMap((seam) => [seam.head, -seam.tail - 1]));
  const openHeads = heads.length - first.length;
  const openTails = page.body.filter((unit) => !taken.has(-unit.index - 1) && inside(unit) > SURELY_INSIDE).length;
  const depths = readDepths(page, clues);
  const surplus = Math.max(-0.5, Math.min(1, (openHeads - openTails) / heads.length));
  return new Map(
    [...clues].map(([head, row]) => [
      head,
      new Map(
        [...row].map(([tail, list]) => {
          if (weigh(list) < LEAST - 3) return [tail, list];
          const more: Clue[] = [
            { name: 'more open ends than beginnings', value: surplus },
            ...placeClues(head, tail, page, taken, inside),
            ...depthClues(head, tail, page, depths),
          ];
          if (!taken.has(head.index) && !taken.has(-tail.index - 1))
            more.push({ name: 'both would be left over', value: 1 / (1 + Math.exp(-inside(tail))) });
          return [tail, [...list, ...more, ...stretches.compare(head, tail)]];
        }),
      ),
    ]),
  );
}

/** What stands where the column of the head ends and where that of the tail begins, for halves that stand apart. */
function placeClues(
  head: Unit,
  tail: Unit,
  page: PageText,
  taken: ReadonlySet<number>,
  inside: (unit: Unit) => number,
): Clue[] {
  const below = page.next.get(head.index);
  if (below === tail.index) return [];
  const clues: Clue[] = [];
  const next = below === undefined ? undefined : page.units[below];
  if (next === undefined) clues.push({ name: 'no text below', value: 1 });
  else if (taken.has(-next.index - 1)) clues.push({ name: 'the text below completes another', value: 1 });
  // Where that text is cut too, columns are read across, and each is completed further down.
  else if (!isOpen(next)) clues.push({ name: 'the text below begins anew', value: 1 / (1 + Math.exp(inside(next))) });
  const behind = neighbour(page.units, head.index, 1);
  if (behind && (behind.role === 'author_note' || closesByName(behind)))
    clues.push({ name: 'a story ends below', value: 1 });
  const above = neighbour(page.units, tail.index, -1);
  if (above && above !== head && isBody(above) && isOpen(above))
    clues.push({
      name: taken.has(above.index) ? 'below a sentence completed elsewhere' : 'below another open end',
      value: 1,
    });
  return clues;
}

const TREES = readTrees(STANDING_TREES, FEATURES);

/** The same pairs, judged once more by how each stands among all of them. */
export function withStandings(clues: PairClues, first: readonly Joined[], page: PageText): PairClues {
  const standing = standingsOf(clues, first, page);
  return new Map(
    [...clues].map(([head, row]) => [
      head,
      new Map(
        [...row].map(([tail, list]) => {
          if (weigh(list) < HOPELESS) return [tail, list];
          const value = judge(TREES, standing(head, tail, list));
          return [tail, [...list, { name: 'how it stands among all pairs' as const, value }]];
        }),
      ),
    ]),
  );
}

type Joined = Pick<Seam, 'head' | 'tail'>;

function pairsOf(clues: PairClues, page: PageText): Map<number, Map<number, Pair>> {
  return new Map(
    [...clues].map(([head, row]) => {
      const pairs = new Map<number, Pair>();
      for (const [tail, list] of row) {
        const weight = weigh(list);
        if (weight > LEAST)
          pairs.set(tail.index, {
            weight,
            adjacent: page.next.get(head.index) === tail.index,
            reasons: reasonsOf(list),
          });
      }
      return [head.index, pairs];
    }),
  );
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
  let weights = heads.map((head) => tails.map((tail) => pairs.get(head.index)?.get(tail)?.weight ?? NEVER));
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
        if (weight <= NEVER || Math.abs(head - tail) <= 2) return weight;
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
