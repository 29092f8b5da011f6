/**
 * The best way to pair heads with tails, each at most once: maximises the sum of weights; a pair with a weight of 0 or
 * less is never made. The Hungarian method with potentials, cubic in the number of heads that have a choice at all.
 * `weights[h][t]`; returns for each head its tail, or -1.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const heads = weights.length;
  const tails = weights[0]?.length ?? 0;
  if (heads === 0 || tails === 0) return new Array(heads).fill(-1);
  // One dummy tail of weight 0 for every head: staying alone is always possible.
  const columns = tails + heads;
  const cost = (head: number, column: number) => (column < tails ? -Math.max(0, weights[head]?.[column] ?? 0) : 0);
  const rowPotential = new Float64Array(heads + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= heads; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const reduced = cost(current - 1, j - 1) - (rowPotential[current] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          way[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          const owner = rowOf[j] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[j] = (columnPotential[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    } while (column !== 0);
  }
  const result = new Array<number>(heads).fill(-1);
  for (let column = 1; column <= tails; column++) {
    const row = rowOf[column] ?? 0;
    if (row > 0 && (weights[row - 1]?.[column - 1] ?? 0) > 0) result[row - 1] = column - 1;
  }
  return result;
}
