import type { Tree } from '../../electron/archive/desk/trees.ts';

/** Gradient boosting with few and shallow trees: each asks what the trees before it have left over. */
export interface Sample {
  readonly features: Float64Array;
  /** First and second derivative of the log likelihood by the score, for the scores as they stand. */
  slope: number;
  curve: number;
  score: number;
}

export interface Growth {
  readonly names: readonly string[];
  readonly trees: number;
  readonly depth: number;
  readonly step: number;
  /** Pull of a leaf towards 0. */
  readonly hold: number;
  readonly leastInLeaf: number;
}

const BINS = 24;

/** Adds the trees to the scores; `look` sets slope and curve before each tree. Returns one tree a line. */
export function boost(samples: readonly Sample[], growth: Growth, look: (round: number) => void): string {
  const { names, depth, step, hold, leastInLeaf } = growth;
  const cuts = names.map((_, feature) => {
    const values = Float64Array.from(samples, ({ features }) => features[feature] ?? 0).toSorted();
    const all = [...new Set(values)];
    const some = Array.from(
      { length: BINS - 1 },
      (_, at) => values[Math.floor((values.length * (at + 1)) / BINS)] ?? 0,
    );
    return all.length <= BINS ? all.slice(1) : [...new Set(some)];
  });
  const bins = names.map((_, feature) => {
    const own = cuts[feature] ?? [];
    return Uint8Array.from(samples, ({ features }) => {
      const value = features[feature] ?? 0;
      let bin = 0;
      while (bin < own.length && value >= (own[bin] ?? 0)) bin++;
      return bin;
    });
  });
  /** Of all samples, as numbers in a row: asked of every feature of every node. */
  const slopeOf = new Float64Array(samples.length);
  const curveOf = new Float64Array(samples.length);
  const grow = (some: Uint32Array, left: number): Tree => {
    let slope = 0;
    let curve = 0;
    for (let at = 0; at < some.length; at++) {
      slope += slopeOf[some[at] ?? 0] ?? 0;
      curve += curveOf[some[at] ?? 0] ?? 0;
    }
    const leaf = Number(((step * slope) / (curve + hold)).toFixed(3));
    if (left === 0 || some.length < leastInLeaf) return leaf;
    let gain = 0.001;
    let feature = -1;
    let bin = 0;
    const slopes = new Float64Array(BINS + 1);
    const curves = new Float64Array(BINS + 1);
    names.forEach((_, name) => {
      const own = bins[name] ?? new Uint8Array();
      slopes.fill(0);
      curves.fill(0);
      for (let at = 0; at < some.length; at++) {
        const sample = some[at] ?? 0;
        const here = own[sample] ?? 0;
        slopes[here] = (slopes[here] ?? 0) + (slopeOf[sample] ?? 0);
        curves[here] = (curves[here] ?? 0) + (curveOf[sample] ?? 0);
      }
      let below = 0;
      let under = 0;
      for (let cut = 0; cut < (cuts[name]?.length ?? 0); cut++) {
        below += slopes[cut] ?? 0;
        under += curves[cut] ?? 0;
        if (under < 1 || curve - under < 1) continue;
        const more =
          below ** 2 / (under + hold) + (slope - below) ** 2 / (curve - under + hold) - slope ** 2 / (curve + hold);
        if (more > gain) {
          gain = more;
          feature = name;
          bin = cut;
        }
      }
    });
    if (feature < 0) return leaf;
    const own = bins[feature] ?? new Uint8Array();
    return {
      feature,
      cut: cuts[feature]?.[bin] ?? 0,
      below: grow(
        some.filter((at) => (own[at] ?? 0) <= bin),
        left - 1,
      ),
      above: grow(
        some.filter((at) => (own[at] ?? 0) > bin),
        left - 1,
      ),
    };
  };
  const print = (tree: Tree): string =>
    typeof tree === 'number'
      ? String(tree)
      : `${names[tree.feature]}>${Number(tree.cut.toPrecision(4))}|${print(tree.below)}|${print(tree.above)}`;
  const lines: string[] = [];
  const every = Uint32Array.from(samples, (_, at) => at);
  for (let round = 0; round < growth.trees; round++) {
    look(round);
    samples.forEach(({ slope, curve }, at) => {
      slopeOf[at] = slope;
      curveOf[at] = curve;
    });
    const tree = grow(every, depth);
    lines.push(print(tree));
    for (const sample of samples) {
      let node = tree;
      while (typeof node !== 'number') node = (sample.features[node.feature] ?? 0) < node.cut ? node.below : node.above;
      sample.score += node;
    }
  }
  return lines.join('\n');
}
