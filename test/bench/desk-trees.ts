import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { weigh } from '../../electron/archive/desk/clues.ts';
import { HOPELESS, standingsOf, type Tree } from '../../electron/archive/desk/standings.ts';
import { type ChoicePage, chosenArticles, labelledChoices, scrambledChoices } from './desk-choices.ts';

/**
 * Fits the trees of `standings.ts`: gradient boosting of the choice that each open head has, among all texts of its
 * page and "not on this page", starting from the sum of its clues. `node test/bench/desk-trees.ts [pages] [odd|even|all]
 * [labelled pages to leave out]`. Few and shallow, with many samples in a leaf, so that they say what newspapers do and
 * not what our articles say.
 */
const PAGES = Number(process.argv[2] ?? 900);
const TREES = Number(process.env.TREES ?? 25);
const DEPTH = 3;
const STEP = 0.2;
const HOLD = 8;
const LEAST_IN_LEAF = 40;
const BINS = 24;
/** A labelled page counts as much as this many scrambled ones. */
const COPIES = 8;

interface Option {
  readonly features: ReadonlyMap<string, number>;
  score: number;
  readonly isRight: boolean;
  slope: number;
  curve: number;
  bins: Uint8Array;
}
interface Group {
  readonly options: readonly Option[];
  readonly copies: number;
}

function groupsOf({ page, first, clues, choices }: ChoicePage, copies: number): Group[] {
  const standing = standingsOf(clues, first, page);
  return choices.flatMap(({ head, tails, right }) => {
    const options = tails.flatMap((tail, at): Option[] => {
      const list = clues.get(head)?.get(tail) ?? [];
      const score = weigh(list);
      if (score < HOPELESS) return [];
      const features = standing(head, tail, list);
      return [{ features, score, isRight: at === right, slope: 0, curve: 0, bins: new Uint8Array() }];
    });
    return right >= 0 && !options.some((option) => option.isRight) ? [] : [{ options, copies }];
  });
}

const groups = [
  ...scrambledChoices(PAGES, chosenArticles(process.argv[3])).flatMap((page) => groupsOf(page, 1)),
  ...labelledChoices(process.argv.slice(4)).flatMap((page) => groupsOf(page, COPIES)),
];
const options = groups.flatMap((group) => group.options);
const names = [...new Set(options.flatMap((option) => [...option.features.keys()]))].toSorted();
const cuts = names.map((name) => {
  const values = options.map((option) => option.features.get(name) ?? 0).toSorted((a, b) => a - b);
  const all = [...new Set(values)];
  const some = Array.from({ length: BINS - 1 }, (_, at) => values[Math.floor((values.length * (at + 1)) / BINS)] ?? 0);
  return all.length <= BINS ? all.slice(1) : [...new Set(some)];
});
for (const option of options) {
  option.bins = Uint8Array.from(names, (name, at) => {
    const value = option.features.get(name) ?? 0;
    return cuts[at]?.filter((cut) => value >= cut).length ?? 0;
  });
}

/** Sets slope and curve of every option; returns how many heads choose rightly and the mean loss. */
function look(): { right: number; loss: number } {
  let right = 0;
  let loss = 0;
  let heads = 0;
  for (const { options: all, copies } of groups) {
    const top = Math.max(0, ...all.map((option) => option.score));
    const sum = Math.exp(-top) + all.reduce((total, option) => total + Math.exp(option.score - top), 0);
    let share = Math.exp(-top) / sum;
    for (const option of all) {
      const probability = Math.exp(option.score - top) / sum;
      option.slope = ((option.isRight ? 1 : 0) - probability) * copies;
      option.curve = Math.max(1e-4, probability * (1 - probability)) * copies;
      if (option.isRight) share = probability;
    }
    loss -= Math.log(share) * copies;
    heads += copies;
    const best = all.find((option) => option.score === top);
    if (best ? best.isRight : !all.some((option) => option.isRight)) right += copies;
  }
  return { right: right / heads, loss: loss / heads };
}

const sumOf = (some: readonly Option[], part: 'slope' | 'curve') => some.reduce((sum, option) => sum + option[part], 0);

function grow(some: readonly Option[], depth: number): Tree {
  const slope = sumOf(some, 'slope');
  const curve = sumOf(some, 'curve');
  const leaf = Number(((STEP * slope) / (curve + HOLD)).toFixed(3));
  if (depth === 0 || some.length < LEAST_IN_LEAF) return leaf;
  let gain = 0.001;
  let feature = -1;
  let bin = 0;
  names.forEach((_, at) => {
    const count = (cuts[at]?.length ?? 0) + 1;
    const slopes = new Float64Array(count);
    const curves = new Float64Array(count);
    for (const option of some) {
      const own = option.bins[at] ?? 0;
      slopes[own] = (slopes[own] ?? 0) + option.slope;
      curves[own] = (curves[own] ?? 0) + option.curve;
    }
    let below = 0;
    let under = 0;
    for (let cut = 0; cut < count - 1; cut++) {
      below += slopes[cut] ?? 0;
      under += curves[cut] ?? 0;
      if (under < 1 || curve - under < 1) continue;
      const more =
        below ** 2 / (under + HOLD) + (slope - below) ** 2 / (curve - under + HOLD) - slope ** 2 / (curve + HOLD);
      if (more > gain) {
        gain = more;
        feature = at;
        bin = cut;
      }
    }
  });
  if (feature < 0) return leaf;
  const isBelow = (option: Option) => (option.bins[feature] ?? 0) <= bin;
  return {
    feature: names[feature] ?? '',
    cut: cuts[feature]?.[bin] ?? 0,
    below: grow(some.filter(isBelow), depth - 1),
    above: grow(
      some.filter((option) => !isBelow(option)),
      depth - 1,
    ),
  };
}

const print = (tree: Tree): string =>
  typeof tree === 'number'
    ? String(tree)
    : `${tree.feature}>${Number(tree.cut.toPrecision(4))}|${print(tree.below)}|${print(tree.above)}`;

const trees: string[] = [];
for (let round = 0; round < TREES; round++) {
  const { right, loss } = look();
  if (round % 5 === 0) console.log(`${round} trees: loss ${loss.toFixed(4)}, right ${right.toFixed(4)}`);
  const tree = grow(options, DEPTH);
  trees.push(print(tree));
  for (const option of options) {
    let node = tree;
    while (typeof node !== 'number')
      node = (option.features.get(node.feature) ?? 0) < node.cut ? node.below : node.above;
    option.score += node;
  }
}
writeFileSync(
  resolve(import.meta.dirname, '../../electron/archive/desk/standing-trees.ts'),
  `import { readTrees } from './standings.ts';\n\n/** Fitted by \`test/bench/desk-trees.ts\`. */\nexport const TREES = readTrees(\`\n${trees.join('\n')}\n\`);\n`,
);
