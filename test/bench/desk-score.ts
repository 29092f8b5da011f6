import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Derivation } from '#contract/derivation.ts';

/** What `score-desk.mjs` prints, as far as the tables use it. */
export interface Score {
  readonly page: string;
  readonly lost_characters: number;
  readonly doubled_characters: number;
  readonly altered_blocks: number;
  readonly invented_spaces: number;
  readonly characters: number;
  readonly separation: { readonly f1: number };
  readonly seams: { readonly f1: number; readonly found: number; readonly of: number; readonly wrong: number };
  readonly paragraphs: { readonly exact: number; readonly of: number };
  readonly exact_paragraphs: number;
  readonly order: number;
  readonly roles_macro_f1: number;
  readonly roles: Readonly<Record<string, number>>;
  readonly titles: number;
  readonly titles_right: number;
  readonly kinds: number;
  readonly kinds_right: number;
  readonly articles: { readonly labelled: number; readonly found: number };
  readonly open_ends: { readonly f1: number; readonly recall: number; readonly of: number };
  readonly spaces: number;
  readonly score: number;
}

/** The folder of real pages beside the repository, or undefined. */
export function realPages(): string | undefined {
  const root = resolve(import.meta.dirname, '../..');
  return ['../shared/pages', '../../shared/pages']
    .map((path) => resolve(root, path))
    .find((path) => existsSync(join(path, 'score-desk.mjs')));
}

const run = promisify(execFile);

/** Runs the scorer as a user would. */
export async function scoreDesk(
  scorer: string,
  labels: string,
  raw: string,
  result: Pick<Derivation, 'articles' | 'dropped'>,
): Promise<Score> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-score-'));
  try {
    const path = join(folder, 'result.json');
    writeFileSync(path, JSON.stringify(result));
    try {
      return JSON.parse((await run(process.execPath, [scorer, labels, path, raw])).stdout);
    } catch (failure) {
      // Lost characters make it exit 1 and print all the same.
      const printed = failure instanceof Error && 'stdout' in failure ? String(failure.stdout) : '';
      if (printed === '') throw failure;
      return JSON.parse(printed);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row of the table; the first columns must be 0. */
export function scoreRow(score: Score): string {
  const two = (value: number) => value.toFixed(3);
  return [
    '',
    score.page.replace(/_.*/u, ''),
    [score.lost_characters, score.doubled_characters, score.altered_blocks, score.invented_spaces].join('/'),
    two(score.separation.f1),
    `${score.seams.found}/${score.seams.of} (${score.seams.wrong} wrong)`,
    `${score.paragraphs.exact}/${score.paragraphs.of}`,
    two(score.order),
    two(score.roles_macro_f1),
    `${score.titles_right}/${score.articles.labelled}`,
    `${score.kinds_right}/${score.articles.labelled}`,
    `${two(score.open_ends.f1)} of ${score.open_ends.of}`,
    two(score.spaces),
    two(score.score),
    '',
  ]
    .join(' | ')
    .trim();
}

export const SCORE_HEAD = [
  '| page | lost/doubled/altered/invented | separation | seams | paragraphs | order | roles | titles | kinds | open ends | spaces | score |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
];
