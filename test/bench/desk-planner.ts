import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printedDerivation } from '../../electron/archive/desk/printed.ts';
import { separate } from '../../electron/archive/desk/separate.ts';
import { plan } from '../archive/desk/edit/planner.ts';
import { faults, truthOf } from '../archive/desk/edit/truth.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { type ScrambledPage, scramblePage } from '../archive/desk/scramble/scramble.ts';
import { realPages, type Score, scoreDesk } from './desk-score.ts';
import type { Figure } from './figures.ts';

/**
 * How many commands a scrambled page is away from the truth, for someone who knows it:
 * `node test/bench/desk-planner.ts [pages] [first seed]`. A page is reached when nothing is found that is not as it
 * should be, and the scorer, which knows nothing of the planner, gives it 1 in every part but the layout spaces, which
 * no command changes.
 */
export interface Planned {
  readonly kinds: readonly string[];
  readonly reached: boolean;
}

const ASKED = 10;

export async function planPages(pages: readonly ScrambledPage[], scorer: string): Promise<Planned[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-planner-'));
  const planned: Planned[] = [];
  const rest = pages.entries();
  const work = async () => {
    for (const [at, scrambled] of rest) {
      const derivation = separate(scrambled.raw);
      const truth = truthOf(scrambled, derivation);
      const { commands, page } = plan(derivation, truth);
      const labels = join(folder, `${at}.json`);
      const raw = join(folder, `${at}.txt`);
      writeFileSync(labels, JSON.stringify(scrambled.labels));
      writeFileSync(raw, scrambled.raw);
      const score = await scoreDesk(scorer, labels, raw, printedDerivation(page));
      planned[at] = {
        kinds: commands.map(({ kind }) => kind),
        reached: faults(page, truth).length === 0 && isPerfect(score),
      };
    }
  };
  await Promise.all([work(), work()]);
  rmSync(folder, { recursive: true });
  return planned;
}

const isPerfect = (score: Score) =>
  [
    score.separation.f1,
    score.seams.f1,
    score.exact_paragraphs,
    score.order,
    score.roles_macro_f1,
    score.titles,
    score.kinds,
    score.open_ends.f1,
  ].every((part) => part === 1);

const STEPS = [
  [0, 0],
  [1, 2],
  [3, 5],
  [6, ASKED],
  [ASKED + 1, 20],
  [21, Number.POSITIVE_INFINITY],
] as const;

/** How many pages take how many commands, and what was asked. */
export function planRows(planned: readonly Planned[]): { lines: string[]; figures: Figure[] } {
  const lengths = planned.map(({ kinds }) => kinds.length).toSorted((a, b) => a - b);
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  const reached = planned.filter((page) => page.reached).length;
  const within = planned.filter((page) => page.reached && page.kinds.length <= ASKED).length / planned.length;
  const kinds = new Map<string, number>();
  for (const kind of planned.flatMap((page) => page.kinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const used = [...kinds].toSorted((a, b) => b[1] - a[1]).map(([kind, times]) => `${kind} ${times}`);
  return {
    lines: [
      '# Commands to the truth',
      '',
      `With the desk's commands alone a planner that knows the truth brings ${reached} of ${planned.length} scrambled pages there, ${(within * 100).toFixed(1)} % of all with at most ${ASKED} commands (asked: 80 %). Half of the pages take at most ${at(0.5)}, eight in ten ${at(0.8)}, nine in ten ${at(0.9)}.`,
      '',
      '| commands | pages |',
      '|---|---|',
      ...STEPS.map(([from, to]) => {
        const name = from === to ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from} or more` : `${from}–${to}`;
        return `| ${name} | ${lengths.filter((length) => length >= from && length <= to).length} |`;
      }),
      '',
      `By kind: ${used.join(', ')}.`,
      '',
    ],
    figures: [
      { what: 'pages brought to the truth by at most 10 commands', value: within * 100, unit: '%', atLeast: 80 },
    ],
  };
}

if (import.meta.main) {
  const folder = realPages();
  if (!folder) throw new Error('the scorer stands beside the repository (../shared/pages)');
  const [count = 300, first = 1] = process.argv.slice(2).map(Number);
  const articles = readArticles();
  const pages = Array.from({ length: count }, (_, at) => scramblePage(first + at, articles));
  const planned = await planPages(pages, join(folder, 'score-desk.mjs'));
  console.log(planRows(planned).lines.join('\n'));
  const missed = planned.flatMap((page, at) => (page.reached ? [] : [first + at]));
  if (missed.length > 0) console.log(`not reached: ${missed.join(', ')}`);
}
