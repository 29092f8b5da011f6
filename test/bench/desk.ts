import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printedDerivation } from '../../electron/archive/desk/printed.ts';
import { separate } from '../../electron/archive/desk/separate.ts';
import { realPages, SCORE_HEAD, type Score, scoreDesk, scoreRow } from './desk-score.ts';
import { printResult } from './figures.ts';

/** Scores the page desk on every labelled page beside the repository. `--full` prints the scorer's own words too. */
const pages = realPages();
if (!pages) {
  console.error('no labelled pages beside the repository (../shared/pages)');
  process.exit(1);
}
const scores: Score[] = [];
const times: number[] = [];
separate('warm');
for (const name of readdirSync(join(pages, 'labels')).toSorted()) {
  const labels = join(pages, 'labels', name);
  const raw = join(pages, 'raw', JSON.parse(readFileSync(labels, 'utf8')).seed);
  const text = readFileSync(raw, 'utf8').replace(/^\uFEFF/, '');
  const begin = performance.now();
  const derivation = separate(text);
  times.push(performance.now() - begin);
  const score = scoreDesk(join(pages, 'score-desk.mjs'), labels, raw, printedDerivation(derivation));
  if (process.argv.includes('--full')) console.log(JSON.stringify(score, null, 1));
  scores.push(score);
}
const mean = scores.reduce((sum, score) => sum + score.score, 0) / scores.length;
const table = [
  '# The page desk on labelled pages',
  '',
  ...SCORE_HEAD,
  ...scores.map(scoreRow),
  '',
  `Mean score ${mean.toFixed(3)}; ${Math.max(...times).toFixed(0)} ms for the slowest page (${Math.max(...scores.map((score) => score.characters))} characters).`,
  '',
].join('\n');
console.error(table);
const results = resolve(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'desk.md'), table);
const spoilt = scores.map(
  (score) => score.lost_characters + score.doubled_characters + score.altered_blocks + score.invented_spaces,
);
printResult({
  bench: 'desk',
  figures: [
    { what: `mean score of ${scores.length} labelled pages`, value: mean, unit: 'of 1' },
    {
      what: 'characters lost, doubled, altered, blanks invented',
      value: spoilt.reduce((sum, count) => sum + count, 0),
      unit: '',
      atMost: 0,
    },
    { what: 'the slowest page', value: Math.max(...times), unit: 'ms' },
  ],
});
