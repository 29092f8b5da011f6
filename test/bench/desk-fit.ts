import { classify } from '../../electron/archive/desk/classify.ts';
import { type Clue, type ClueName, WEIGHTS, weigh } from '../../electron/archive/desk/clues.ts';
import { markDuplicates } from '../../electron/archive/desk/duplicates.ts';
import { readFragments } from '../../electron/archive/desk/fragments.ts';
import { lexicon } from '../../electron/archive/desk/lexicon.ts';
import { measureLines, readLines } from '../../electron/archive/desk/lines.ts';
import { isOpen, readPage, readPair } from '../../electron/archive/desk/pairs.ts';
import { knownWords } from '../../electron/archive/desk/spaces.ts';
import { readUnits } from '../../electron/archive/desk/units.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';

/**
 * Fits the weights of `clues.ts` on scrambled pages (seeds that no table uses) and prints them: a choice among all
 * tails and "not on this page" for each open head, with a Gaussian prior around the weights that stand there, so that
 * clues which the scrambler seldom shows stay where they are. `node test/bench/desk-fit.ts [pages]`
 */
const PAGES = Number(process.argv[2] ?? 300);
const PRIOR = 1.5;

interface Choice {
  readonly options: readonly (readonly Clue[])[];
  /** The right option; -1 for a lost end. */
  readonly right: number;
}

function choicesOf(seed: number): Choice[] {
  const { raw, labels } = scramblePage(seed, articles);
  const lines = readLines(raw);
  const measure = measureLines(raw, lines);
  const units = readUnits(raw, readFragments(raw, lines, measure), measure, knownWords(raw));
  classify(units, lexicon());
  markDuplicates(units);
  const page = readPage(units, lexicon());
  const next = new Map(labels.joins.map((join) => [join.left_end, join.right_start]));
  const lost = new Set(
    labels.articles.flatMap((article) =>
      article.paragraphs.flatMap((paragraph) => (paragraph.truncated_end ? [paragraph.pieces.at(-1)?.[1] ?? -1] : [])),
    ),
  );
  return page.body.filter(isOpen).flatMap((head) => {
    const start = next.get(head.end);
    if (start === undefined && !lost.has(head.end)) return [];
    const tails = page.body.filter((tail) => tail !== head);
    const right = tails.findIndex((tail) => tail.start === start);
    if (start !== undefined && right < 0) return [];
    return [{ options: tails.map((tail) => readPair(head, tail, page)), right }];
  });
}

const articles = readArticles();
const choices: Choice[] = [];
for (let seed = 10_001; seed <= 10_000 + PAGES; seed++) choices.push(...choicesOf(seed));

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
