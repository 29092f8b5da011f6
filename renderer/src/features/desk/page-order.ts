import type { DeskBlock, DeskPage } from '#contract/desk.ts';
import type { Span } from '#contract/ids.ts';
import type { BlockKey } from './page-model.ts';

export type DeskArticle = DeskPage['articles'][number];
export type Dropped = DeskPage['dropped'][number];

/** One that is accepted already, or still waits for the desk, has nothing to accept: Enter goes on. */
export function canBeAccepted({ state }: DeskPage): boolean {
  return state !== 'accepted' && state !== 'raw';
}

export interface FoundBlock {
  readonly article: DeskArticle;
  /** Among the articles of the page, from 0. */
  readonly number: number;
  readonly block: DeskBlock;
  /** Among the blocks of the article, from 0. */
  readonly at: number;
}

export function findBlock(page: DeskPage, place: BlockKey | null): FoundBlock | undefined {
  if (place === null) return undefined;
  for (const [number, article] of page.articles.entries()) {
    const at = article.blocks.findIndex((block) => block.place === place);
    const block = article.blocks[at];
    if (block) return { article, number, block, at };
  }
  return undefined;
}

export function findDropped(page: DeskPage, place: BlockKey | null): Dropped | undefined {
  return page.dropped.find((range) => range.place === place);
}

/** Blocks article by article, then what stands in none. */
export function readingOrder(page: DeskPage): BlockKey[] {
  return [...page.articles.flatMap(({ blocks }) => blocks), ...page.dropped].map(({ place }) => place);
}

/** The same in the order of the raw page. */
export function rawOrder(page: DeskPage): BlockKey[] {
  return readingOrder(page).sort((one, other) => one - other);
}

/** A place that a command did away with: what took its text in, else what stands nearest before it. */
export function nearestPlace(page: DeskPage, place: BlockKey): BlockKey | null {
  const all = rawOrder(page);
  if (all.includes(place)) return place;
  const holder = [...page.articles.flatMap(({ blocks }) => blocks), ...page.dropped].find(({ pieces }) =>
    pieces.some(([start, end]) => start <= place && place < end),
  );
  return holder?.place ?? all.findLast((other) => other <= place) ?? all[0] ?? null;
}

export function textOf(article: DeskArticle, block: DeskBlock): string {
  return article.body.slice(block.span.start, block.span.end);
}

/** The position of the source of the character at a position of the block's text; undefined at its end. */
export function sourceAt(block: DeskBlock, at: number): number | undefined {
  let from = 0;
  for (const [start, end, as] of block.pieces) {
    const length = as === undefined ? end - start : as.length;
    if (at < from + length) return as === undefined ? start + at - from : start;
    from += length;
  }
  return undefined;
}

/** What stands, wholly or in part, under a rectangle drawn on the page. */
export function blocksUnder(page: DeskPage, ranges: readonly Span[]): BlockKey[] {
  const all = [...page.articles.flatMap(({ blocks }) => blocks), ...page.dropped];
  return all
    .filter(({ pieces }) =>
      pieces.some(([start, end]) => ranges.some((range) => range.start < end && start < range.end)),
    )
    .map(({ place }) => place);
}
