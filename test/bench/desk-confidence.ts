import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { doubtsOf } from '../../electron/archive/desk/edit/doubts.ts';
import { partsOf } from '../../electron/archive/desk/edit/parts.ts';
import { DOUBT_BELOW } from '../../electron/archive/desk/edit/threshold.ts';
import { separate } from '../../electron/archive/desk/separate.ts';
import { realPages } from './desk-score.ts';
import { judge, type Truth } from './desk-truth.ts';
import type { Figure } from './figures.ts';

/**
 * Whether the desk knows where it is wrong. Counted are all blocks and all seams of a page:
 *
 * - a seam is wrong when the text behind it does not follow the text before it;
 * - a block is wrong when its role, its story, its text from the first character to the last, or what it says of an
 *   open end is. A story is the one whose headline stands with some of its own text (`desk-truth.ts`);
 * - a seam is flagged when it is less certain than the desk's one threshold; a block when it is, or a seam in it is.
 *   So a block that is wrong because of a seam counts as flagged by that seam, and a right block with a flagged seam
 *   counts as a false alarm like any other.
 *
 * What is said (in the ten bins) is held against what it is said of: for a block its role, story, beginning and end,
 * because a seam inside speaks for itself; for a story that it begins there; for a dropped range that it is no text.
 */
export interface Mark {
  readonly kind: 'block' | 'seam' | 'story' | 'dropped';
  readonly said: number;
  readonly right: boolean;
  /** The least certain of the block and its seams. */
  readonly least: number;
  /** Nothing is wrong with it, its seams included. */
  readonly whole: boolean;
}

export interface KnownPage {
  readonly raw: string;
  readonly labels: Truth;
}

export function marksOf({ raw, labels }: KnownPage, derivation: Derivation = separate(raw)): Mark[] {
  const verdicts = judge(derivation, labels, raw);
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], said: number, right: boolean, least = said, whole = right) => {
    marks.push({ kind, said, right, least, whole });
  };
  derivation.articles.forEach((article, number) => {
    add('story', article.confidence, verdicts.story(number));
    article.blocks.forEach((block, at) => {
      for (const { left, right, confidence } of seamsIn(block)) add('seam', confidence, verdicts.seam(left, right));
      const { role, article, start, end, text } = verdicts.block(number, at);
      const least = Math.min(block.confidence, ...(block.seams ?? []).map((seam) => seam.confidence));
      add('block', block.confidence, role && article && start && end, least, role && article && text);
    });
  });
  for (const [at, { confidence = 1 }] of derivation.dropped.entries()) add('dropped', confidence, verdicts.dropped(at));
  return marks;
}

/** The seams of a block by places of the source: where the text before ends, and where the text behind begins. */
function seamsIn(block: DerivedBlock) {
  const edges = new Map<number, { left: number; right: number }>();
  let at = 0;
  let left = 0;
  for (const { start, end, text, replaced } of partsOf(block)) {
    if (!replaced) edges.set(at, { left, right: start });
    at += text.length;
    if (!replaced) left = end;
  }
  return (block.seams ?? []).flatMap((seam) => {
    const edge = edges.get(seam.at);
    return edge ? [{ ...edge, confidence: seam.confidence }] : [];
  });
}

/** Shares of wrong and of right blocks and seams that are flagged below a threshold. */
export function flagged(marks: readonly Mark[], below = DOUBT_BELOW) {
  const counted = marks.filter(({ kind }) => kind === 'block' || kind === 'seam');
  const share = (list: readonly Mark[]) =>
    list.length === 0 ? 0 : list.filter(({ least }) => least < below).length / list.length;
  const wrong = counted.filter(({ whole }) => !whole);
  const right = counted.filter(({ whole }) => whole);
  return { all: counted.length, wrong: wrong.length, ofWrong: share(wrong), ofRight: share(right) };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function binRows(marks: readonly Mark[]): string[] {
  const kinds = ['block', 'seam', 'story', 'dropped'] as const;
  const cell = (some: readonly Mark[]) =>
    some.length === 0
      ? '–'
      : `${(some.filter(({ right }) => right).length / some.length).toFixed(2)} of ${some.length}`;
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = marks.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === bin);
    const mean = inside.reduce((sum, { said }) => sum + said, 0) / Math.max(1, inside.length);
    const cells = kinds.map((kind) => cell(inside.filter((mark) => mark.kind === kind)));
    return `| ${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)} | ${inside.length > 0 ? mean.toFixed(2) : '–'} | ${cell(inside)} | ${cells.join(' | ')} |`;
  });
}

/** The pages with hand-made truth: those beside the repository, and the project's own samples. */
export function knownPages(labels: string, raw: string): KnownPage[] {
  return readdirSync(labels)
    .toSorted()
    .map((name) => {
      const truth = JSON.parse(readFileSync(join(labels, name), 'utf8')) as Truth & { readonly seed: string };
      return { labels: truth, raw: readFileSync(join(raw, truth.seed), 'utf8').replace(/^\uFEFF/u, '') };
    });
}

/** The part of the desk's table that says how much its confidence means, and the figures asked of it. */
export function reportConfidence(
  scrambled: readonly KnownPage[],
  otherKinds: readonly KnownPage[],
): { table: string[]; figures: Figure[] } {
  const root = resolve(import.meta.dirname, '../..');
  const folder = realPages();
  const sets = {
    [`${scrambled.length} scrambled pages`]: scrambled,
    'pages of other kinds': otherKinds,
    'labelled pages': folder ? knownPages(join(folder, 'labels'), join(folder, 'raw')) : [],
    'own samples': knownPages(join(root, 'test/fixtures/labels'), join(root, 'resources/samples')),
  };
  const doubts = new Map<string, number>();
  const marks = Object.entries(sets).map(([name, pages]) => {
    const derived = pages.map((page) => [page, separate(page.raw)] as const);
    const listed = derived.reduce((sum, [, derivation]) => sum + doubtsOf(derivation).length, 0);
    doubts.set(name, listed / Math.max(1, pages.length));
    return [name, derived.flatMap(([page, derivation]) => marksOf(page, derivation))] as const;
  });
  const rows = marks.map(([name, list]) => {
    const { all, wrong, ofWrong, ofRight } = flagged(list);
    const listed = (doubts.get(name) ?? 0).toFixed(1);
    return `| ${name} | ${all} | ${wrong} | ${percent(ofWrong)} | ${percent(ofRight)} | ${listed} |`;
  });
  const first = marks[0]?.[1] ?? [];
  const { ofWrong, ofRight } = flagged(first);
  return {
    table: [
      '# Confidence',
      '',
      `Blocks and seams less certain than ${DOUBT_BELOW} are flagged. Asked: at least 90 % of the wrong, at most 10 % of the right. The weights are fitted on other seeds, of the same articles.`,
      '',
      '| pages | blocks and seams | wrong | wrong ones flagged | right ones flagged | doubts that a person is asked, a page |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
      'Said against right, on the scrambled pages: what share of the decisions said to be so certain is right.',
      '',
      '| said | mean | right | blocks | seams | stories | dropped |',
      '|---|---|---|---|---|---|---|',
      ...binRows(first),
      '',
    ],
    figures: [
      { what: 'wrong blocks and seams that are flagged', value: ofWrong * 100, unit: '%', atLeast: 90 },
      { what: 'right blocks and seams that are flagged', value: ofRight * 100, unit: '%', atMost: 10 },
    ],
  };
}
