import type { ArticleKind, DeskRole } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { BlockTarget, DeskCommand } from '#contract/desk-commands.ts';
import type { BlockKey } from './page-model.ts';
import { findBlock, findDropped, readingOrder, sourceAt } from './page-order.ts';

/** What an act on chosen blocks is in commands; none where it would change nothing. */
export type Plan = readonly DeskCommand[];
type Chosen = ReadonlySet<BlockKey>;

function blocksIn(page: DeskPage, chosen: Chosen): BlockKey[] {
  return page.articles.flatMap(({ blocks }) => blocks.map(({ place }) => place)).filter((place) => chosen.has(place));
}

function droppedIn(page: DeskPage, chosen: Chosen): BlockKey[] {
  return page.dropped.map(({ place }) => place).filter((place) => chosen.has(place));
}

/** An article begins at the first of the chosen blocks. */
export function splitArticle(page: DeskPage, chosen: Chosen): Plan {
  const [before] = blocksIn(page, chosen);
  const found = findBlock(page, before ?? null);
  return found && found.at > 0 ? [{ kind: 'split_article', before: found.block.place }] : [];
}

/** The article goes into the one above it; where blocks of several are chosen, they become one. */
export function mergeArticles(page: DeskPage, chosen: Chosen): Plan {
  const numbers = [...new Set(blocksIn(page, chosen).map((place) => findBlock(page, place)?.number ?? 0))];
  const [first = 0] = numbers;
  const all = numbers.length > 1 ? numbers : [first - 1, first];
  const places = all.map((number) => page.articles[number]?.blocks[0]?.place);
  const [into, ...rest] = places;
  if (into === undefined || numbers.length === 0) return [];
  return rest.flatMap((from) => (from === undefined ? [] : [{ kind: 'merge_articles', into, from } as const]));
}

/** To the end of an article by its number from 0, or into one of their own. */
export function sendTo(page: DeskPage, chosen: Chosen, number: number | 'new'): Plan {
  const first = number === 'new' ? undefined : page.articles[number]?.blocks[0]?.place;
  if (number !== 'new' && first === undefined) return [];
  const to: BlockTarget = first === undefined ? 'new_article' : { article: first, before: null };
  const blocks = blocksIn(page, chosen).filter(
    (place) => number === 'new' || findBlock(page, place)?.number !== number,
  );
  return [
    ...(blocks.length > 0 ? [{ kind: 'move_blocks', blocks, to } as const] : []),
    ...droppedIn(page, chosen).map(
      (dropped) => ({ kind: 'restore_range', dropped, role: 'paragraph', to }) satisfies DeskCommand,
    ),
  ];
}

/** Past the block above or below; at the edge of an article, into the next one. */
export function moveBy(page: DeskPage, chosen: Chosen, by: 1 | -1): Plan {
  const blocks = blocksIn(page, chosen);
  const edge = findBlock(page, (by < 0 ? blocks[0] : blocks.at(-1)) ?? null);
  if (!edge) return [];
  const inside = edge.article.blocks.map(({ place }) => place);
  const past = inside[edge.at + by];
  if (past !== undefined) {
    const before = by < 0 ? past : (inside.slice(edge.at + 2).find((place) => !chosen.has(place)) ?? null);
    return [{ kind: 'move_blocks', blocks, to: { article: past, before } }];
  }
  const next = page.articles[edge.number + by]?.blocks[0]?.place;
  if (next === undefined) return [];
  return [{ kind: 'move_blocks', blocks, to: { article: next, before: by < 0 ? null : next } }];
}

export function setRole(page: DeskPage, chosen: Chosen, role: DeskRole): Plan {
  const blocks = blocksIn(page, chosen).filter((place) => findBlock(page, place)?.block.role !== role);
  return [
    ...(blocks.length > 0 ? [{ kind: 'set_role', blocks, role } as const] : []),
    ...restoreRanges(page, chosen, role),
  ];
}

export function dropBlocks(page: DeskPage, chosen: Chosen, role: 'noise' | 'duplicate'): Plan {
  const blocks = blocksIn(page, chosen);
  return blocks.length > 0 ? [{ kind: 'drop_blocks', blocks, role }] : [];
}

/** Each goes back behind the block that stands before it on the raw page. */
export function restoreRanges(page: DeskPage, chosen: Chosen, role: DeskRole = 'paragraph'): Plan {
  return droppedIn(page, chosen).map((dropped) => ({
    kind: 'restore_range',
    dropped,
    role,
    to: placeFor(page, findDropped(page, dropped)?.place ?? dropped),
  }));
}

function placeFor(page: DeskPage, place: BlockKey): BlockTarget {
  const ends = page.articles.flatMap(({ blocks }, number) =>
    blocks.map((block, at) => ({ number, at, end: block.pieces.at(-1)?.[1] ?? 0 })),
  );
  const before = ends.filter(({ end }) => end <= place).sort((one, other) => other.end - one.end)[0];
  const article = page.articles[before?.number ?? 0];
  const first = article?.blocks[0]?.place;
  if (first === undefined) return 'new_article';
  return { article: first, before: article?.blocks[before ? before.at + 1 : 0]?.place ?? null };
}

export function toggleOpenEnd(page: DeskPage, place: BlockKey | null): Plan {
  const found = findBlock(page, place);
  return found ? [{ kind: 'set_open_end', block: found.block.place, openEnd: !found.block.openEnd }] : [];
}

/** Cuts a block before a position of its text. */
export function cutBlock(page: DeskPage, place: BlockKey, at: number): Plan {
  const found = findBlock(page, place);
  const position = found && at > 0 ? sourceAt(found.block, at) : undefined;
  return found && position !== undefined ? [{ kind: 'split_block', block: found.block.place, at: position }] : [];
}

export function joinBlocks(page: DeskPage, first: BlockKey, second: BlockKey): Plan {
  if (first === second || !findBlock(page, first) || !findBlock(page, second)) return [];
  return [{ kind: 'join_blocks', first, second }];
}

export function setKind(page: DeskPage, place: BlockKey, to: ArticleKind, parent: string | null): Plan {
  const above = page.articles.find(({ key }) => key === parent)?.blocks[0]?.place ?? null;
  return [{ kind: 'set_kind', article: place, to, parent: above }];
}

/** The choice from one block to another, in the order in which they are read. */
export function stretch(order: readonly BlockKey[], from: BlockKey, to: BlockKey): Set<BlockKey> {
  const [first = 0, last = 0] = [order.indexOf(from), order.indexOf(to)].sort((one, other) => one - other);
  return new Set(first < 0 ? [to] : order.slice(first, last + 1));
}

/** The block that is next above or below. */
export function stepFrom(
  page: DeskPage,
  order: readonly BlockKey[],
  from: BlockKey | null,
  by: 1 | -1,
): BlockKey | null {
  if (from === null) return order[0] ?? readingOrder(page)[0] ?? null;
  return order[order.indexOf(from) + by] ?? from;
}
