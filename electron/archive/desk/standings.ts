import { type Clue, weigh } from './clues.ts';
import { pairMarginals } from './marginals.ts';
import type { PageText } from './pairs.ts';
import type { PairClues } from './seams.ts';
import type { Unit } from './units.ts';

/**
 * How a pair of halves stands among all pairs of its page. A sum of clues judges each pair by itself; whether it is the
 * best for both its halves, and how much the clues are worth together, is told by small decision trees, fitted on
 * scrambled and labelled pages (`test/bench/desk-trees.ts`).
 */
export type Features = ReadonlyMap<string, number>;

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
  return (head, tail, list) => {
    const weight = weigh(list);
    const features = new Map<string, number>();
    for (const clue of list) features.set(clue.name, (features.get(clue.name) ?? 0) + clue.value);
    const row = compare(weight, rows.get(head) ?? []);
    const column = compare(weight, columns.get(tail) ?? []);
    return features
      .set('weight', weight)
      .set('among all ways to match', shares.get(head.index)?.get(tail.index) ?? 0)
      .set('goes on somewhere', goes.get(head.index) ?? 0)
      .set('comes from somewhere', comes.get(tail.index) ?? 0)
      .set('ahead of other tails', row.ahead)
      .set('ahead of other heads', column.ahead)
      .set('better tails', row.better)
      .set('better heads', column.better)
      .set('ends in a comma', /[，,；;：:]$/u.test(head.plain) ? 1 : 0)
      .set('ends in a pause', head.plain.endsWith('、') ? 1 : 0)
      .set('units between', tail.index - head.index)
      .set('right below', page.next.get(head.index) === tail.index ? 1 : 0)
      .set('open ends', clues.size)
      .set('beginnings inside', beginnings)
      .set('a whole tail', tail.complete ? 1 : 0)
      .set('its beginning', inside(tail))
      .set('joined at first', joined.get(head.index) === tail.index ? 1 : 0);
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

/** A leaf, or a question whether a feature is at least `cut`. */
export type Tree =
  | number
  | { readonly feature: string; readonly cut: number; readonly below: Tree; readonly above: Tree };

/** One tree a line, in the order of its questions: `feature>cut`, then what is below the cut, then what is not. */
export function readTrees(table: string): Tree[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const parts = line.split('|').values();
      const read = (): Tree => {
        const part = parts.next().value ?? '0';
        const at = part.lastIndexOf('>');
        if (at < 0) return Number(part);
        return { feature: part.slice(0, at), cut: Number(part.slice(at + 1)), below: read(), above: read() };
      };
      return read();
    });
}

export function judge(trees: readonly Tree[], features: Features): number {
  let sum = 0;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') node = (features.get(node.feature) ?? 0) < node.cut ? node.below : node.above;
    sum += node;
  }
  return sum;
}
