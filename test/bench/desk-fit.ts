import { type Clue, type ClueName, WEIGHTS, weigh } from '../../electron/archive/desk/seams/clues.ts';
import { type ChoicePage, chosenArticles, labelledChoices, scrambledChoices } from './desk-choices.ts';

/**
 * Fits the weights of `clues.ts` on scrambled pages (seeds that no table uses) and labelled ones, and prints them: a
 * choice among all tails and "not on this page" for each open head, with a Gaussian prior around the weights that stand
 * there, so that clues which the scrambler seldom shows stay where they are.
 * `node test/bench/desk-fit.ts [pages] [odd|even|all] [labelled pages to leave out]`; afterwards the trees of
 * `standings.ts` are fitted anew (`desk-trees.ts`).
 */
const PRIOR = 3;
/**
 * Where the other half stands is held as newspapers gave it: the scrambler moves columns less far than extractors do.
 */
const HELD: ReadonlySet<ClueName> = new Set([
  'the last words of the page',
  'a rotated page',
  'elsewhere on the page',
  'stands earlier',
  'distance',
  'stories between',
  'a story ends below',
  'how it stands among all pairs',
]);
/** A labelled page counts as much as this many scrambled ones. */
const COPIES = 12;

interface Options {
  readonly options: readonly (readonly Clue[])[];
  /** The right option; -1 for a lost end. */
  readonly right: number;
}

const optionsOf = ({ clues, choices }: ChoicePage): Options[] =>
  choices.map(({ head, tails, right }) => ({ options: tails.map((tail) => clues.get(head)?.get(tail) ?? []), right }));

const choices = [
  ...scrambledChoices(Number(process.argv[2] ?? 900), chosenArticles(process.argv[3])).flatMap(optionsOf),
  ...labelledChoices(process.argv.slice(4)).flatMap((page) =>
    Array.from({ length: COPIES }, () => optionsOf(page)).flat(),
  ),
];

const names = Object.keys(WEIGHTS) as ClueName[];
const weights: Record<ClueName, number> = { ...WEIGHTS };
const momentum = Object.fromEntries(names.map((name) => [name, 0])) as Record<ClueName, number>;
const spread = Object.fromEntries(names.map((name) => [name, 0])) as Record<ClueName, number>;

function step(round: number): { loss: number; right: number } {
  const slope = Object.fromEntries(names.map((name) => [name, 0])) as Record<ClueName, number>;
  let loss = 0;
  let hits = 0;
  for (const { options, right } of choices) {
    const scores = options.map((clues) => weigh(clues, weights));
    const top = Math.max(0, ...scores);
    const parts = scores.map((score) => Math.exp(score - top));
    const sum = parts.reduce((a, b) => a + b, 0) + Math.exp(-top);
    loss -= Math.log((right < 0 ? Math.exp(-top) : (parts[right] ?? 0)) / sum + 1e-12);
    const best = scores.indexOf(Math.max(...scores));
    if ((scores[best] ?? 0) > 0 ? best === right : right < 0) hits++;
    options.forEach((clues, at) => {
      const pull = (at === right ? 1 : 0) - (parts[at] ?? 0) / sum;
      if (Math.abs(pull) < 1e-5) return;
      for (const clue of clues) slope[clue.name] += pull * clue.value;
    });
  }
  for (const name of names) {
    if (HELD.has(name)) continue;
    const gradient = slope[name] - (weights[name] - WEIGHTS[name]) * PRIOR;
    momentum[name] = 0.9 * momentum[name] + 0.1 * gradient;
    spread[name] = 0.99 * spread[name] + 0.01 * gradient * gradient;
    weights[name] +=
      (0.05 * momentum[name]) / (1 - 0.9 ** round) / (Math.sqrt(spread[name] / (1 - 0.99 ** round)) + 1e-6);
  }
  return { loss: loss / choices.length, right: hits / choices.length };
}

for (let round = 1; round <= 150; round++) {
  const { loss, right } = step(round);
  if (round === 1 || round % 50 === 0)
    console.log(`round ${round}: loss ${loss.toFixed(4)}, right ${right.toFixed(3)} of ${choices.length}`);
}
for (const name of names) console.log(`  '${name}': ${weights[name].toFixed(1)}, // was ${WEIGHTS[name]}`);
