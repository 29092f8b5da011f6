import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { weigh } from '../../electron/archive/desk/seams/clues.ts';
import { FEATURES, HOPELESS, standingsOf } from '../../electron/archive/desk/seams/standings.ts';
import { boost, type Sample } from './boost.ts';
import { type ChoicePage, chosenArticles, labelledChoices, scrambledChoices } from './desk-choices.ts';

/**
 * Fits the trees of `standings.ts`: gradient boosting of the choice that each open head has, among all texts of its
 * page and "not on this page", starting from the sum of its clues. `node test/bench/desk-trees.ts [pages] [odd|even|all]
 * [labelled pages to leave out]`. Shallow, with many samples in a leaf, so that they say what newspapers do and
 * not what our articles say.
 */
const PAGES = Number(process.argv[2] ?? 900);
const TREES = 100;
const DEPTH = 3;
const STEP = 0.25;
const HOLD = 8;
const LEAST_IN_LEAF = 40;
/** A labelled page counts as much as this many scrambled ones. */
const COPIES = 8;

interface Option extends Sample {
  readonly isRight: boolean;
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
      return [{ features, score, isRight: at === right, slope: 0, curve: 0 }];
    });
    return right >= 0 && !options.some((option) => option.isRight) ? [] : [{ options, copies }];
  });
}

const groups = [
  ...scrambledChoices(PAGES, chosenArticles(process.argv[3])).flatMap((page) => groupsOf(page, 1)),
  ...labelledChoices(process.argv.slice(4)).flatMap((page) => groupsOf(page, COPIES)),
];
const options = groups.flatMap((group) => group.options);
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

const growth = { names: FEATURES, trees: TREES, depth: DEPTH, step: STEP, hold: HOLD, leastInLeaf: LEAST_IN_LEAF };
const trees = boost(options, growth, (round) => {
  const { right, loss } = look();
  if (round % 5 === 0) console.log(`${round} trees: loss ${loss.toFixed(4)}, right ${right.toFixed(4)}`);
});
writeFileSync(
  resolve(import.meta.dirname, '../../electron/archive/desk/seams/standing-trees.ts'),
  `/** Fitted by \`test/bench/desk-trees.ts\`. */\nexport const STANDING_TREES = \`\n${trees}\n\`;\n`,
);
