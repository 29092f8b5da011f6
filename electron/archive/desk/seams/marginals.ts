/** How probable each pair is, over all ways to match a page: by head, then by tail. */
export type Marginals = ReadonlyMap<number, ReadonlyMap<number, number>>;

const ROUNDS = 16;

/**
 * The share of all matchings, each counted by the odds of its pairs, in which a pair stands. The best matching says
 * nothing of how near the second best is; this does: two tails that fit one head equally well have a half each, and a
 * head that fits a taken tail makes that pair less certain. Belief propagation, which is exact where the choices of
 * different heads do not form a ring. `weights` are log odds against both staying alone.
 */
export function pairMarginals(weights: PairOdds): Marginals {
  const marginals = new Map<number, Map<number, number>>();
  for (const { head, tail, odds, toTail, toHead } of propagate(weights, 0)) {
    const joint = odds * toTail * toHead;
    const row = marginals.get(head) ?? new Map<number, number>();
    marginals.set(head, row.set(tail, joint / (1 + joint)));
  }
  return marginals;
}

/** Logarithm of the odds of all matchings together, every pair's log odds raised by `shift` (Bethe's approximation). */
export function sumOfMatchings(weights: PairOdds, shift: number): number {
  const heads = new Map<number, number>();
  const tails = new Map<number, number>();
  let sum = 0;
  for (const { head, tail, odds, toTail, toHead } of propagate(weights, shift)) {
    heads.set(head, (heads.get(head) ?? 1) + odds * toHead);
    tails.set(tail, (tails.get(tail) ?? 1) + odds * toTail);
    sum -= Math.log1p(odds * toTail * toHead);
  }
  for (const share of [...heads.values(), ...tails.values()]) sum += Math.log(share);
  return sum;
}

/** Log odds of pairs, by head and tail. */
export type PairOdds = ReadonlyMap<number, ReadonlyMap<number, number>>;

function propagate(weights: PairOdds, shift: number) {
  const edges = [...weights].flatMap(([head, row]) =>
    [...row].map(([tail, weight]) => ({
      head,
      tail,
      odds: Math.exp(Math.min(20, weight + shift)),
      toTail: 1,
      toHead: 1,
    })),
  );
  const most = edges.reduce((last, { head, tail }) => Math.max(last, head, tail), -1);
  const sums = new Float64Array(most + 1);
  for (let round = 0; round < ROUNDS; round++) {
    sums.fill(0);
    for (const edge of edges) sums[edge.head] = (sums[edge.head] ?? 0) + edge.odds * edge.toHead;
    for (const edge of edges) edge.toTail = 1 / (1 + Math.max(0, (sums[edge.head] ?? 0) - edge.odds * edge.toHead));
    sums.fill(0);
    for (const edge of edges) sums[edge.tail] = (sums[edge.tail] ?? 0) + edge.odds * edge.toTail;
    for (const edge of edges) edge.toHead = 1 / (1 + Math.max(0, (sums[edge.tail] ?? 0) - edge.odds * edge.toTail));
  }
  return edges;
}
