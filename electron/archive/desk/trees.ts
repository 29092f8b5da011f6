/** A leaf, or a question whether the feature with a number is at least `cut`. */
export type Tree =
  | number
  | { readonly feature: number; readonly cut: number; readonly below: Tree; readonly above: Tree };

/** One tree a line, in the order of its questions: `feature>cut`, then what is below the cut, then what is not. */
export function readTrees(table: string, names: readonly string[]): Tree[] {
  const places = new Map(names.map((name, at) => [name, at]));
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const parts = line.split('|').values();
      const read = (): Tree => {
        const part = parts.next().value ?? '0';
        const at = part.lastIndexOf('>');
        if (at < 0) return Number(part);
        return {
          feature: places.get(part.slice(0, at)) ?? 0,
          cut: Number(part.slice(at + 1)),
          below: read(),
          above: read(),
        };
      };
      return read();
    });
}

/** The features that trees in such lines ask for. */
export const namesIn = (table: string): string[] => [
  ...new Set([...table.matchAll(/(?<=^|\|)([^|\n>]*)>[^|\n]*\|/gmu)].map((match) => match[1] ?? '')),
];

export function judge(trees: readonly Tree[], features: Float64Array): number {
  let sum = 0;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') node = (features[node.feature] ?? 0) < node.cut ? node.below : node.above;
    sum += node;
  }
  return sum;
}
