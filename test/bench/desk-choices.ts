import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classify } from '../../electron/archive/desk/blocks/classify.ts';
import { markDuplicates } from '../../electron/archive/desk/blocks/duplicates.ts';
import { readFragments } from '../../electron/archive/desk/reading/fragments.ts';
import { lexicon } from '../../electron/archive/desk/reading/lexicon.ts';
import { measureLines, readLines } from '../../electron/archive/desk/reading/lines.ts';
import { knownWords } from '../../electron/archive/desk/reading/spaces.ts';
import { readUnits, type Unit } from '../../electron/archive/desk/reading/units.ts';
import { headsOf, type PageText, readPage } from '../../electron/archive/desk/seams/pairs.ts';
import { matchOnce, type PairClues, pairClues, type Seam, withPage } from '../../electron/archive/desk/seams/seams.ts';
import { type CleanArticle, readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { realPages } from './desk-score.ts';

/** An open head that must choose among the texts of its page. */
export interface Choice {
  readonly head: Unit;
  readonly tails: readonly Unit[];
  /** The right one; -1 for a lost end. */
  readonly right: number;
}

/** A page as far as its seams are fitted. */
export interface ChoicePage {
  readonly page: PageText;
  readonly first: readonly Seam[];
  readonly clues: PairClues;
  readonly choices: readonly Choice[];
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

export function readChoices(raw: string, labels: Truth): ChoicePage {
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
  const heads = headsOf(page);
  const pairs = pairClues(page, heads, false);
  const first = matchOnce(pairs, page, false);
  const choices = heads.flatMap((head): Choice[] => {
    const start = next.get(head.end);
    if (start === undefined && !lost.has(head.end)) return [];
    const tails = page.body.filter((tail) => tail !== head);
    const right = tails.findIndex((tail) => tail.start === start);
    return start !== undefined && right < 0 ? [] : [{ head, tails, right }];
  });
  return { page, first, clues: withPage(pairs, first, page), choices };
}

/** Scrambled pages of seeds that no table reports. */
export const scrambledChoices = (count: number, articles: readonly CleanArticle[]): ChoicePage[] =>
  Array.from({ length: count }, (_, at) => {
    const { raw, labels } = scramblePage(100_001 + at, articles);
    return readChoices(raw, labels);
  });

/** Every second article only, or all of them. */
export function chosenArticles(half: string | undefined): CleanArticle[] {
  const rest = ['odd', 'even'].indexOf(half ?? '');
  return readArticles().filter((_, at) => rest < 0 || at % 2 === rest);
}

/** The labelled pages beside the repository and in it, but for those whose names begin with one of `without`. */
export function labelledChoices(without: readonly string[]): ChoicePage[] {
  const root = resolve(import.meta.dirname, '../..');
  const real = realPages();
  const folders = [
    ...(real ? [{ labels: join(real, 'labels'), raw: join(real, 'raw') }] : []),
    { labels: join(root, 'test/fixtures/labels'), raw: join(root, 'resources/samples') },
  ];
  return folders.flatMap((folder) =>
    readdirSync(folder.labels)
      .filter((name) => !without.some((start) => name.startsWith(start)))
      .toSorted()
      .map((name) => {
        const truth = JSON.parse(readFileSync(join(folder.labels, name), 'utf8'));
        return readChoices(readFileSync(join(folder.raw, truth.seed), 'utf8').replace(/^\uFEFF/u, ''), truth);
      }),
  );
}
