import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classify } from '../../electron/archive/desk/classify.ts';
import { type Clue, type ClueName, WEIGHTS, weigh } from '../../electron/archive/desk/clues.ts';
import { markDuplicates } from '../../electron/archive/desk/duplicates.ts';
import { readFragments } from '../../electron/archive/desk/fragments.ts';
import { lexicon } from '../../electron/archive/desk/lexicon.ts';
import { measureLines, readLines } from '../../electron/archive/desk/lines.ts';
import { isOpen, readPage } from '../../electron/archive/desk/pairs.ts';
import { matchOnce, pairClues, withPage } from '../../electron/archive/desk/seams.ts';
import { knownWords } from '../../electron/archive/desk/spaces.ts';
import { readUnits } from '../../electron/archive/desk/units.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { realPages } from './desk-score.ts';

/**
 * Fits the weights of `clues.ts` on scrambled pages (seeds that no table uses) and prints them: a choice among all
 * tails and "not on this page" for each open head, with a Gaussian prior around the weights that stand there, so that
 * clues which the scrambler seldom shows stay where they are. `node test/bench/desk-fit.ts [pages] [odd|even|all] [labelled pages to leave out]`
 */
const PAGES = Number(process.argv[2] ?? 300);
const PRIOR = 3;
/**
 * Only what the words of a pair say is fitted. Where the other half stands, marks and print are held as newspapers gave
 * them: the scrambler moves columns less far than extractors do, and marks never deceive it.
 */
const FITTED: ReadonlySet<ClueName> = new Set([
  'opens with a noun',
  'opens with a verb',
  'opens with a time',
  'opens with a particle',
  'opens with a pronoun or connective',
  'someone speaks first',
  'reads like the inside of a sentence',
  'words that follow each other',
  'a number goes on',
  'a number breaks off',
  'a unit without its number',
  'a deed is missing',
  'a quoted name behind a verb',
  'what is counted follows',
  'a particle behind a mark',
  'the words of this story rather than another',
  'both would be left over',
  'more open ends than beginnings',
]);
/** A labelled page counts as much as this many scrambled ones. */
const COPIES = 6;

interface Choice {
  readonly options: readonly (readonly Clue[])[];
  /** The right option; -1 for a lost end. */
  readonly right: number;
}

interface Truth {
  readonly joins: readonly { readonly left_end: number; readonly right_start: number | null }[];
  readonly articles: readonly {
    readonly paragraphs: readonly {
      readonly pieces: readonly (readonly [number, number])[];
      readonly truncated_end?: boolean;
    }[];
  }[];
}

function choicesOf(raw: string, labels: Truth): Choice[] {
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
  const heads = page.body.filter(isOpen);
  const pairs = pairClues(page, heads, false);
  const clues = withPage(pairs, matchOnce(pairs, page, false), page);
  return heads.flatMap((head) => {
    const start = next.get(head.end);
    if (start === undefined && !lost.has(head.end)) return [];
    const tails = page.body.filter((tail) => tail !== head);
    const right = tails.findIndex((tail) => tail.start === start);
    if (start !== undefined && right < 0) return [];
    return [{ options: tails.map((tail) => clues.get(head)?.get(tail) ?? []), right }];
  });
}

const half = ['odd', 'even'].indexOf(process.argv[3] ?? '');
const articles = readArticles().filter((_, at) => half < 0 || at % 2 === half);
const choices: Choice[] = [];
for (let seed = 10_001; seed <= 10_000 + PAGES; seed++) {
  const { raw, labels } = scramblePage(seed, articles);
  choices.push(...choicesOf(raw, labels));
}
const root = resolve(import.meta.dirname, '../..');
const real = realPages();
const labelled = [
  ...(real ? [{ labels: join(real, 'labels'), raw: join(real, 'raw') }] : []),
  { labels: join(root, 'test/fixtures/labels'), raw: join(root, 'resources/samples') },
];
for (const folder of labelled) {
  for (const name of readdirSync(folder.labels).toSorted()) {
    if (process.argv.slice(4).some((without) => name.startsWith(without))) continue;
    const truth = JSON.parse(readFileSync(join(folder.labels, name), 'utf8'));
    const raw = readFileSync(join(folder.raw, truth.seed), 'utf8').replace(/^\uFEFF/u, '');
    const some = choicesOf(raw, truth);
    for (let copy = 0; copy < COPIES; copy++) choices.push(...some);
  }
}

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
    if (!FITTED.has(name)) continue;
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
