import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { separate } from '../../electron/archive/desk/separate.ts';
import { runEdits, type Tally } from '../archive/annotate/edits/trial.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { realPages } from './desk-score.ts';
import { type Figure, printResult } from './figures.ts';

/**
 * 10,000 seeded edits of ten kinds over article text, eight marks around each, and what became of them. The texts are
 * the articles of the fixtures, whole pages made of them, and the real pages beside the repository where they are.
 */
const EACH = 1000;
const SEED = 20181105;
const folder = realPages();
const articles = readArticles().map(({ items }) => items.map(({ text }) => text).join('\n'));
const pages = Array.from({ length: 6 }, (_, at) => articles.slice(at * 11, at * 11 + 11).join('\n'));
const real = folder
  ? readdirSync(join(folder, 'raw')).flatMap((name) => {
      const raw = readFileSync(join(folder, 'raw', name), 'utf8').replace(/^\uFEFF/, '');
      const separated = separate(raw).articles.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
      return [raw, ...separated.filter((text) => text.length > 60)];
    })
  : [];
if (!folder) console.error('without the real pages beside the repository (../shared/pages)');
const texts = [...articles, ...pages, ...real];
const begin = performance.now();
const tallies = runEdits(texts, EACH, SEED);
const seconds = (performance.now() - begin) / 1000;

const sum = (of: (tally: Tally) => number) => [...tallies.values()].reduce((total, tally) => total + of(tally), 0);
const found = ({ untouched }: Tally) => untouched.exact + untouched.moved;
const all = (states: Tally['edited']) => states.exact + states.moved + states.changed + states.orphan;
const share = (tally: Tally) => `${((100 * found(tally)) / Math.max(1, all(tally.untouched))).toFixed(2)} %`;
const rows = [...tallies].map(([kind, tally]) => {
  const { edits, untouched, edited, either, wrong } = tally;
  const cells = [kind, edits, all(untouched), untouched.exact, untouched.moved, untouched.changed, untouched.orphan];
  return [
    ...cells,
    share(tally),
    all(edited),
    edited.changed,
    edited.orphan,
    edited.exact + edited.moved,
    all(either),
    wrong,
  ];
});
const head = [
  'edit',
  'edits',
  'not edited',
  'exact',
  'moved',
  'changed',
  'orphan',
  'found',
  'edited',
  'changed',
  'orphan',
];
const table = [
  '# Marks whose text was edited',
  '',
  `${sum((tally) => tally.edits).toLocaleString('en')} edits (seed ${SEED}) of ${texts.length} texts, of which ${real.length} are real pages and their articles. The first group of columns are marks whose characters were not edited, the second those whose characters were. *either* are marks whose characters were edited, though another edit that gives the very same text would have left them alone: nobody can tell, and no answer is wrong. *wrong* are marks that ended exact or moved on other characters than their own.`,
  '',
  `| ${[...head, 'found', 'either', 'wrong'].join(' | ')} |`,
  `|---|${'---:|'.repeat(head.length + 2)}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
].join('\n');
writeFileSync(join(import.meta.dirname, 'results/anchors.md'), table);
console.error(table);
if (process.argv.includes('--failures')) {
  for (const [kind, { failures }] of tallies) console.error(kind, failures.slice(0, 12));
}
const untouched = sum((tally) => all(tally.untouched));
const edited = sum((tally) => all(tally.edited));
const figures: Figure[] = [
  { what: 'edits', value: sum((tally) => tally.edits), unit: 'edits', atLeast: 10_000 },
  { what: 'silent wrong anchors', value: sum((tally) => tally.wrong), unit: 'marks', atMost: 0 },
  { what: `found again, of ${untouched} not edited`, value: (100 * sum(found)) / untouched, unit: '%', atLeast: 99.5 },
  {
    what: `changed or orphan, of ${edited} edited`,
    value: (100 * sum((tally) => tally.edited.changed + tally.edited.orphan)) / edited,
    unit: '%',
    atLeast: 100,
  },
  { what: 'an edit with its marks', value: (seconds * 1000) / sum((tally) => tally.edits), unit: 'ms' },
];
printResult({ bench: 'anchors', figures });
