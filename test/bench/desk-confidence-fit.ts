import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type WeighedDecision, weighDecisions } from '../../electron/archive/desk/confidence/confidence.ts';
import type { DecisionKind } from '../../electron/archive/desk/confidence/decisions.ts';
import type { Signs } from '../../electron/archive/desk/confidence/evidence.ts';
import { readDesk } from '../../electron/archive/desk/separate.ts';
import { readArticles, readKinds } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { boost } from './boost.ts';
import { flagged, type KnownPage, marksOf } from './desk-confidence.ts';
import { isRight } from './desk-decisions.ts';
import { judge } from './desk-truth.ts';

/**
 * Fits the weights of `confidence.ts` on scrambled pages whose seeds no table uses: for each kind of decision a
 * logistic regression held near 0, first by itself and then, on other pages, with those around it and with small trees
 * for what signs say together; the threshold of a doubt on pages that none of them saw. `node test/bench/desk-confidence-fit.ts [pages of each]` writes all of it.
 */
const PAGES = Number(process.argv[2] ?? 400);
const FIRST = 50_001;
/** Pull towards 0: what is seldom seen says little. */
const PRIOR = 1.5;
/** A sign seen in fewer decisions is left out. */
const SEEN = 25;
const LEAST = 0.03;
/**
 * Trees ask how a decision stands among others, not what its words are: measures of one text would be a name for it, and
 * the same articles stand on many pages. Even so most of what they gain there is of those articles: fitted on every second
 * article and asked about the others, they flag one wrong decision in a hundred more than the weights alone do. Fitted by halves (weights on every second
 * article, what is added to them on the others) nine in ten wrong decisions cost 17 % of the right ones instead of 9 %,
 * and no fewer of the labelled pages: there are not articles enough for it.
 */
const OF_ONE_TEXT =
  /^(?:any$|length|paragraphs|its headline|words |a? ?section head without|rather the words|a title with|read as|start |begins |reason |clue |very short|above |a (?:column|stretch) with|little |numbered|its last line|its text)/u;
/** A tree asks only for signs seen at least so often. */
const OFTEN = 60;
const GROWTH = { trees: 30, depth: 3, step: 0.2, hold: 20, leastInLeaf: 200 } as const;

interface Sample {
  readonly signs: Signs;
  /** Those of the decision and of those around it. */
  readonly all: Signs;
  readonly right: boolean;
}
type Samples = Map<DecisionKind, Sample[]>;

/**
 * One page in so many is of the other kinds. Fitted without them, three in four of the mistakes on such pages are flagged
 * with one right block in four; half of the kinds let the other half be told apart with one in five.
 */
const OTHER_KINDS = 5;

const articles = readArticles();
const kinds = [...readKinds().values()];
function* pages(first: number): Generator<KnownPage> {
  for (let seed = first; seed < first + PAGES; seed++) {
    const kind = seed % OTHER_KINDS === 0 ? kinds[(seed / OTHER_KINDS) % kinds.length] : undefined;
    yield scramblePage(seed, kind ?? articles);
  }
}

/** What `signsOf` reads of the decisions of some pages, by kind. */
function collect(first: number, signsOf: (decision: WeighedDecision) => Signs): Samples {
  const samples: Samples = new Map();
  for (const { raw, labels } of pages(first)) {
    const page = readDesk(raw);
    const verdicts = judge(page.derivation, labels, raw);
    for (const decision of weighDecisions(page)) {
      const list = samples.get(decision.kind) ?? [];
      samples.set(decision.kind, list);
      const all = { ...decision.signs, ...decision.neighbours };
      list.push({ signs: signsOf(decision), all, right: isRight(decision, page, verdicts) });
    }
  }
  return samples;
}

/** Newton’s method on the penalised likelihood. */
function fitWeights(list: readonly Sample[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { signs } of list)
    for (const name in signs) if (signs[name] !== 0) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen]
    .flatMap(([name, count]) => (count >= Math.min(SEEN, list.length / 4) ? [name] : []))
    .toSorted();
  const size = names.length;
  const rows = list.map(({ signs }) => Float64Array.from(names, (name) => signs[name] ?? 0));
  const weights = new Float64Array(size);
  for (let round = 0; round < 12; round++) {
    const slope = new Float64Array(size);
    const bend = Array.from({ length: size }, (_, at) => {
      const row = new Float64Array(size);
      row[at] = names[at] === 'any' ? 0.01 : PRIOR;
      return row;
    });
    rows.forEach((row, at) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (row[i] ?? 0) * (weights[i] ?? 0);
      const share = 1 / (1 + Math.exp(-sum));
      const pull = (list[at]?.right ? 1 : 0) - share;
      const curve = Math.max(1e-4, share * (1 - share));
      for (let i = 0; i < size; i++) {
        const value = row[i] ?? 0;
        if (value === 0) continue;
        slope[i] = (slope[i] ?? 0) + pull * value;
        const line = bend[i];
        if (line) for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + curve * value * (row[j] ?? 0);
      }
    });
    for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) - (names[i] === 'any' ? 0.01 : PRIOR) * (weights[i] ?? 0);
    const step = solve(bend, slope);
    let most = 0;
    for (let i = 0; i < size; i++) {
      weights[i] = (weights[i] ?? 0) + (step[i] ?? 0);
      most = Math.max(most, Math.abs(step[i] ?? 0));
    }
    if (most < 1e-3) break;
  }
  return new Map(names.flatMap((name, at) => (Math.abs(weights[at] ?? 0) >= LEAST ? [[name, weights[at] ?? 0]] : [])));
}

/** Cholesky; `lower` holds the lower half of a positive definite matrix and is overwritten. */
function solve(lower: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (i: number, j: number) => lower[i]?.[j] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      const row = lower[i];
      if (row) row[j] = i === j ? Math.sqrt(Math.max(1e-9, sum)) : sum / at(j, j);
    }
  }
  const half = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (half[k] ?? 0);
    half[i] = sum / at(i, i);
  }
  const result = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = half[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (result[k] ?? 0);
    result[i] = sum / at(i, i);
  }
  return result;
}

const quoted = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);

type Fitted = ReadonlyMap<DecisionKind, ReadonlyMap<string, number>>;

function write(file: string, kinds: readonly DecisionKind[], samples: Samples): Fitted {
  const fitted = new Map<DecisionKind, ReadonlyMap<string, number>>();
  const parts = kinds.map((kind) => {
    const list = samples.get(kind) ?? [];
    const weights = fitWeights(list);
    fitted.set(kind, weights);
    const wrong = list.filter(({ right }) => !right).length;
    console.log(`${file}, ${kind}: ${list.length} decisions, ${wrong} wrong, ${weights.size} weights`);
    const lines = [...weights].map(([name, weight]) => `    ${quoted(name)}: ${Number(weight.toFixed(2))},`);
    return `  ${quoted(kind)}: {\n${lines.join('\n')}\n  },`;
  });
  writeFileSync(
    resolve(import.meta.dirname, `../../electron/archive/desk/confidence/${file}-weights.ts`),
    `/** Fitted by \`test/bench/desk-confidence-fit.ts\`: log odds that a decision is right, by kind and sign. */\nexport const ${file.toUpperCase()}_WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {\n${parts.join('\n')}\n};\n`,
  );
  return fitted;
}

/** What the signs of a decision and of those around it say together. */
function writeTrees(samples: Samples, fitted: Fitted): void {
  const tables = [...samples].flatMap(([kind, list]) => {
    if (kind === 'copy') return [];
    const seen = new Map<string, number>();
    for (const { all } of list) for (const name in all) if (all[name] !== 0) seen.set(name, (seen.get(name) ?? 0) + 1);
    const often = [...seen].flatMap(([name, count]) => (count >= OFTEN && !OF_ONE_TEXT.test(name) ? [name] : []));
    const names = ['said', ...often.toSorted()];
    const weights = fitted.get(kind);
    const options = list.map(({ signs, all, right }) => {
      let said = 0;
      for (const name in signs) said += (signs[name] ?? 0) * (weights?.get(name) ?? 0);
      const measure = (name: string) => (name === 'said' ? said : (all[name] ?? 0));
      return { features: Float64Array.from(names, measure), score: said, slope: 0, curve: 0, right };
    });
    const lines = boost(options, { names, ...GROWTH }, (round) => {
      let loss = 0;
      for (const option of options) {
        const share = 1 / (1 + Math.exp(-option.score));
        option.slope = (option.right ? 1 : 0) - share;
        option.curve = Math.max(1e-4, share * (1 - share));
        loss -= Math.log(Math.max(1e-9, option.right ? share : 1 - share));
      }
      if (round === 0 || round === GROWTH.trees - 1)
        console.log(`trees, ${kind}: ${list.length} decisions, loss ${(loss / list.length).toFixed(4)}`);
    });
    return [`  ${quoted(kind)}: \`\n${lines}\n\`,`];
  });
  writeFileSync(
    resolve(import.meta.dirname, '../../electron/archive/desk/confidence/trees.ts'),
    `/** Fitted by \`test/bench/desk-confidence-fit.ts\`: what is added to the log odds of each kind of decision. */\nexport const CONFIDENCE_TREES: Readonly<Record<string, string>> = {\n${tables.join('\n')}\n};\n`,
  );
}

/** A little over and under what is asked: the next pages are not these. */
const FOUND = 0.91;
const FALSE_ALARMS = 0.095;

/** The lowest threshold at which enough wrong blocks and seams are flagged, as long as few right ones are. */
function writeThreshold(): void {
  const marks = [...pages(FIRST + 2 * PAGES)].flatMap((page) => marksOf(page));
  const goesOn = (below: number) => {
    const { ofWrong, ofRight } = flagged(marks, below);
    return ofWrong < FOUND && ofRight < FALSE_ALARMS;
  };
  let below = 0.5;
  while (below < 0.99 && goesOn(below)) below += 0.0025;
  const { wrong, ofWrong, ofRight } = flagged(marks, below);
  console.log(`below ${below.toFixed(4)}: ${ofWrong.toFixed(3)} of ${wrong} wrong, ${ofRight.toFixed(3)} of the right`);
  const path = resolve(import.meta.dirname, '../../electron/archive/desk/edit/threshold.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/(DOUBT_BELOW = )[\d.]+/u, `$1${Number(below.toFixed(4))}`));
}

const ALL = ['seam', 'open end', 'paragraph', 'head', 'line', 'article', 'copy'] as const;
const step = process.argv[3] ?? 'alone';
if (step === 'alone') {
  const samples = collect(FIRST, (decision) => decision.signs);
  write('text', ['seam', 'open end', 'paragraph'], samples);
  write('line', ['head', 'line', 'article', 'copy'], samples);
} else if (step === 'neighbours') {
  const samples = collect(FIRST + PAGES, (decision) => decision.neighbours);
  writeTrees(samples, write('neighbour', ALL, samples));
} else writeThreshold();
// Each step reads what the one before wrote, on pages that none of them saw.
const next = { alone: 'neighbours', neighbours: 'threshold' }[step];
if (next) execFileSync(process.execPath, [import.meta.filename, `${PAGES}`, next], { stdio: 'inherit' });
