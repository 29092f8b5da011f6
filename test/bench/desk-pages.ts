import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printedDerivation } from '../../electron/archive/desk/printed.ts';
import { separate } from '../../electron/archive/desk/separate.ts';
import { type CleanArticle, readKinds } from '../archive/desk/scramble/article.ts';
import { type Damage, type ScrambledPage, scramblePage } from '../archive/desk/scramble/scramble.ts';
import { type Score, scoreDesk } from './desk-score.ts';

export interface ScoredPage extends ScrambledPage {
  readonly score: Score;
  /** The score of taking every line as a paragraph of one article. */
  readonly baseline: number;
  /** What the desk took, in milliseconds. */
  readonly ms: number;
}

/** Scrambles, separates and scores pages, two at a time because the scorer is a process of its own. */
export async function scoreScrambled(
  seeds: readonly number[],
  articles: readonly CleanArticle[],
  scorer: string,
): Promise<ScoredPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-scrambled-'));
  const scored: ScoredPage[] = [];
  const rest = seeds.entries();
  const work = async () => {
    for (const [at, seed] of rest) {
      const page = scramblePage(seed, articles);
      const raw = join(folder, `${seed}.txt`);
      const labels = join(folder, `${seed}.json`);
      writeFileSync(raw, page.raw);
      writeFileSync(labels, JSON.stringify(page.labels));
      const begin = performance.now();
      const derivation = printedDerivation(separate(page.raw));
      const ms = performance.now() - begin;
      const score = await scoreDesk(scorer, labels, raw, derivation);
      const baseline = (await scoreDesk(scorer, labels, raw, everyLine(page.raw))).score;
      scored[at] = { ...page, score, baseline, ms };
    }
  };
  separate('warm');
  await Promise.all([work(), work()]);
  rmSync(folder, { recursive: true });
  return scored;
}

/** What no desk at all would make of a page: one article, its title the first line, every line a paragraph. */
export function everyLine(text: string): Parameters<typeof scoreDesk>[3] {
  const blocks = [...text.matchAll(/[^\n\r]*\S[^\n\r]*/gu)].map((line) => ({
    role: 'paragraph' as const,
    text: line[0],
    pieces: [[line.index, line.index + line[0].length] as [number, number]],
    confidence: 1,
    evidence: [],
  }));
  const title = blocks[0]?.text ?? '';
  return {
    articles: [{ id: 'a1', kind: 'main', parent: null, title, confidence: 1, evidence: [], blocks }],
    dropped: [],
  };
}

const PARTS = {
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

export const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

const HEAD = [
  `| pages with | n | ${Object.keys(PARTS).join(' | ')} |`,
  `|---|---|${'---|'.repeat(Object.keys(PARTS).length)}`,
];

function row(name: string, pages: readonly ScoredPage[]): string {
  const parts = Object.values(PARTS).map((part) => mean(pages.map((page) => part(page.score))).toFixed(3));
  return `| ${name} | ${pages.length} | ${parts.join(' | ')} |`;
}

/** One row for all pages and one for each kind of damage. */
export function rowsByDamage(pages: readonly ScoredPage[]): string[] {
  const kinds = [undefined, ...new Set<Damage>(pages.flatMap((page) => page.damages))];
  return [
    ...HEAD,
    ...kinds.map((kind) =>
      row(
        kind ?? 'all pages',
        pages.filter((page) => kind === undefined || page.damages.includes(kind)),
      ),
    ),
  ];
}

/** Pages of the kinds in `test/fixtures/kinds`, each damaged in so many ways. */
export async function scoreKinds(scorer: string): Promise<Map<string, ScoredPage[]>> {
  const seeds = Array.from({ length: 6 }, (_, at) => at + 1);
  const scored = new Map<string, ScoredPage[]>();
  for (const [kind, articles] of readKinds()) scored.set(kind, await scoreScrambled(seeds, articles, scorer));
  return scored;
}

export const rowsByKind = (kinds: ReadonlyMap<string, readonly ScoredPage[]>): string[] => [
  ...HEAD,
  row('all kinds', [...kinds.values()].flat()),
  ...[...kinds].map(([kind, pages]) => row(kind, pages)),
];

/** The pages that scored worst, a tenth of all. */
export const worstDecile = (pages: readonly ScoredPage[]) =>
  pages.toSorted((a, b) => a.score.score - b.score.score).slice(0, Math.max(1, Math.floor(pages.length / 10)));

/** Characters lost or doubled, blocks altered, spaces invented: all must be 0. */
export const spoilt = (score: Score) =>
  score.lost_characters + score.doubled_characters + score.altered_blocks + score.invented_spaces;
