import { join } from 'node:path';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { mean, rowsByDamage, scoreScrambled, spoilt, worstDecile } from './desk-pages.ts';
import { realPages } from './desk-score.ts';

/**
 * Scores the desk on any scrambled pages, to look at some that the tables do not report or to repeat a random one:
 * `node test/bench/desk-scrambled.ts [pages] [first seed]`.
 */
const pages = realPages();
if (!pages) {
  console.error('the scorer stands beside the repository (../shared/pages)');
  process.exit(1);
}
const [count = 60, first = 1] = process.argv.slice(2).map(Number);
const seeds = Array.from({ length: count }, (_, at) => first + at);
const scored = await scoreScrambled(seeds, readArticles(), join(pages, 'score-desk.mjs'));
const worst = worstDecile(scored);
console.log(rowsByDamage(scored).join('\n'));
console.log(
  `\nMean ${mean(scored.map((page) => page.score.score)).toFixed(4)}, worst decile ${mean(worst.map((page) => page.score.score)).toFixed(4)}, every line a paragraph ${mean(scored.map((page) => page.baseline)).toFixed(3)}; ${scored.filter((page) => spoilt(page.score) > 0).length} pages spoilt.`,
);
console.log(
  'worst:',
  worst
    .slice(0, 30)
    .map((page) => `${page.seed}:${page.score.score.toFixed(2)}`)
    .join(' '),
);
