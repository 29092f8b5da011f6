import type { Unit } from '../reading/units.ts';
import { type Clue, WEIGHTS, weigh } from './clues.ts';
import { pairMarginals } from './marginals.ts';
import type { PageText } from './pairs.ts';
import type { PairClues } from './seams.ts';

/**
 * How a pair of halves stands among all pairs of its page. A sum of clues judges each pair by itself; whether it is the
 * best for both its halves, and how much the clues are worth together, is told by small decision trees, fitted on
 * scrambled and labelled pages (`test/bench/desk-trees.ts`).
 */
export type Features = Float64Array;

const STANDINGS = [
  'weight',
  'among all ways to match',
  'goes on somewhere',
  'comes from somewhere',
  'ahead of other tails',
  'ahead of other heads',
  'better tails',
  'better heads',
  'ends in a comma',
  'ends in a pause',
  'units between',
  'right below',
  'open ends',
  'other ends lost',
  'beginnings inside',
  'other beginnings free',
  'a whole tail',
  'its beginning',
  'joined at first',
] as const;

/** What is asked of a pair: the value of each clue, then how it stands. */
export const FEATURES: readonly string[] = [...Object.keys(WEIGHTS), ...STANDINGS];
const PLACES = new Map(FEATURES.map((name, at) => [name, at]));

/** Pairs that nothing speaks for are not compared. */
export const HOPELESS = -6;

export function standingsOf(
  clues: PairClues,
  first: readonly { readonly head: number; readonly tail: number }[],
  page: PageText,
): (head: Unit, tail: Unit, list: readonly Clue[]) => Features {
  const rows = new Map<Unit, number[]>();
  const columns = new Map<Unit, number[]>();
  const weights = new Map<number, Map<number, number>>();
  for (const [head, row] of clues) {
    const own = new Map<number, number>();
    weights.set(head.index, own);
    for (const [tail, list] of row) {
      const weight = weigh(list);
      if (weight < HOPELESS) continue;
      own.set(tail.index, weight);
      push(rows, head, weight);
      push(columns, tail, weight);
    }
  }
  const shares = pairMarginals(weights);
  const comes = new Map<number, number>();
  const goes = new Map<number, number>();
  for (const [head, row] of shares)
    for (const [tail, share] of row) {
      comes.set(tail, (comes.get(tail) ?? 0) + share);
      goes.set(head, (goes.get(head) ?? 0) + share);
    }
  const inside = (unit: Unit) => weigh(page.starts.get(unit.index) ?? []);
  const beginnings = page.body.filter((unit) => inside(unit) > 1).length;
  const joined = new Map(first.map((seam) => [seam.head, seam.tail]));
  const lost = (head: Unit) => Math.max(0, 1 - (goes.get(head.index) ?? 0));
  const free = (tail: Unit) => Math.max(0, 1 - (comes.get(tail.index) ?? 0)) / (1 + Math.exp(-inside(tail)));
  const sum = (units: readonly Unit[], of: (unit: Unit) => number) =>
    units.reduce((total, unit) => total + of(unit), 0);
  const allLost = sum([...clues.keys()], lost);
  const allFree = sum(page.body, free);
  return (head, tail, list) => {
    const weight = weigh(list);
    const features = new Float64Array(FEATURES.length);
    for (const clue of list) {
      const place = PLACES.get(clue.name) ?? 0;
      features[place] = (features[place] ?? 0) + clue.value;
    }
    const row = compare(weight, rows.get(head) ?? []);
    const column = compare(weight, columns.get(tail) ?? []);
    const standings = {
      weight,
      'among all ways to match': shares.get(head.index)?.get(tail.index) ?? 0,
      'goes on somewhere': goes.get(head.index) ?? 0,
      'comes from somewhere': comes.get(tail.index) ?? 0,
      'ahead of other tails': row.ahead,
      'ahead of other heads': column.ahead,
      'better tails': row.better,
      'better heads': column.better,
      'ends in a comma': /[，,；;：:]$/u.test(head.plain.slice(-1)) ? 1 : 0,
      'ends in a pause': head.plain.endsWith('、') ? 1 : 0,
      'units between': tail.index - head.index,
      'right below': page.next.get(head.index) === tail.index ? 1 : 0,
      'open ends': clues.size,
      'other ends lost': (allLost - lost(head)) / Math.max(1, clues.size - 1),
      'beginnings inside': beginnings,
      'other beginnings free': allFree - free(tail),
      'a whole tail': tail.complete ? 1 : 0,
      'its beginning': inside(tail),
      'joined at first': joined.get(head.index) === tail.index ? 1 : 0,
    } satisfies Record<(typeof STANDINGS)[number], number>;
    STANDINGS.forEach((name, at) => {
      features[FEATURES.length - STANDINGS.length + at] = standings[name];
    });
    return features;
  };
}

function push(lists: Map<Unit, number[]>, unit: Unit, weight: number): void {
  const list = lists.get(unit);
  if (list) list.push(weight);
  else lists.set(unit, [weight]);
}

/** How far a weight is ahead of the best of the others, and how many are better. */
function compare(weight: number, all: readonly number[]): { readonly ahead: number; readonly better: number } {
  let best = HOPELESS;
  let better = 0;
  let own = false;
  for (const other of all) {
    if (other === weight && !own) {
      own = true;
      continue;
    }
    if (other > best) best = other;
    if (other > weight) better++;
  }
  return { ahead: weight - best, better: Math.min(9, better) };
}
