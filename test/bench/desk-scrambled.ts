import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printedDerivation } from '../../electron/archive/desk/printed.ts';
import { separate } from '../../electron/archive/desk/separate.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { realPages, type Score, scoreDesk } from './desk-score.ts';

/** Scores the desk on scrambled pages of known truth: `node test/bench/desk-scrambled.ts [pages] [first seed]`. */
const pages = realPages();
if (!pages) {
  console.error('the scorer stands beside the repository (../shared/pages)');
  process.exit(1);
}
const [count = 60, first = 1] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const articles = readArticles();
const folder = mkdtempSync(join(tmpdir(), 'desk-scrambled-'));
const scores: { score: Score; damages: readonly string[]; seed: number; ms: number }[] = [];
separate('warm');
for (let seed = first; seed < first + count; seed++) {
  const page = scramblePage(seed, articles);
  const raw = join(folder, 'page.txt');
  const labels = join(folder, 'labels.json');
  writeFileSync(raw, page.raw);
  writeFileSync(labels, JSON.stringify(page.labels));
  const begin = performance.now();
  const derivation = separate(page.raw);
  const ms = performance.now() - begin;
  scores.push({
    score: scoreDesk(join(pages, 'score-desk.mjs'), labels, raw, printedDerivation(derivation)),
    damages: page.damages,
    seed,
    ms,
  });
}
rmSync(folder, { recursive: true });

const mean = (list: readonly number[]) =>
  list.length === 0 ? Number.NaN : list.reduce((sum, value) => sum + value, 0) / list.length;
const parts = {
  separation: (score: Score) => score.separation.f1,
  seams: (score: Score) => score.seams.f1,
  paragraphs: (score: Score) => score.exact_paragraphs,
  order: (score: Score) => score.order,
  roles: (score: Score) => score.roles_macro_f1,
  titles: (score: Score) => score.titles,
  kinds: (score: Score) => score.kinds,
  'open ends': (score: Score) => score.open_ends.f1,
  spaces: (score: Score) => score.spaces,
  score: (score: Score) => score.score,
} as const;
const kinds = ['all pages', ...new Set(scores.flatMap((entry) => entry.damages))];
const lines = [
  '# The page desk on scrambled pages',
  '',
  `${count} pages, seeds ${first} to ${first + count - 1}.`,
  '',
  `| pages with | n | ${Object.keys(parts).join(' | ')} |`,
  `|---|---|${Object.keys(parts)
    .map(() => '---|')
    .join('')}`,
  ...kinds.map((kind) => {
    const some = scores.filter((entry) => kind === 'all pages' || entry.damages.includes(kind));
    return `| ${kind} | ${some.length} | ${Object.values(parts)
      .map((part) => mean(some.map((entry) => part(entry.score))).toFixed(3))
      .join(' | ')} |`;
  }),
  '',
];
const sorted = scores.toSorted((a, b) => a.score.score - b.score.score);
const decile = sorted.slice(0, Math.max(1, Math.floor(count / 10)));
lines.push(
  `Worst decile: mean ${mean(decile.map((entry) => entry.score.score)).toFixed(3)}. Damaged conservation: ${scores.filter(({ score }) => score.lost_characters + score.doubled_characters + score.altered_blocks + score.invented_spaces > 0).length} pages. Slowest ${Math.max(...scores.map((entry) => entry.ms)).toFixed(0)} ms.`,
  '',
);
console.log(lines.join('\n'));
console.log(
  'worst:',
  sorted
    .slice(0, 12)
    .map((entry) => `${entry.seed}:${entry.score.score.toFixed(2)}`)
    .join(' '),
);
if (process.argv.includes('--write'))
  writeFileSync(resolve(import.meta.dirname, 'results/desk-scrambled.md'), lines.join('\n'));
