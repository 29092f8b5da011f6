import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { rebuildSource } from '../replay.ts';
import type { CommandOf } from './command.ts';
import { dropBlock, layOut, readLayout } from './dropped.ts';
import { openLedger } from './ledger.ts';
import { withOpenEnd } from './parts.ts';
import {
  BY_HAND,
  blockBefore,
  findBlock,
  findBlocks,
  placeOf,
  replaceArticle,
  withArticles,
  withBlocks,
} from './places.ts';
import { CommandRefused } from './refusal.ts';
import { setAs } from './setting.ts';
import { putBlocks } from './targets.ts';

export function moveBlocks(derivation: Derivation, { blocks, to }: CommandOf<'move_blocks'>): Derivation {
  const found = findBlocks(derivation, blocks);
  const id = to === 'new_article' ? undefined : findBlock(derivation, to.article).article.id;
  const after = found[0]?.article.id;
  const moving = new Set(found.map(({ block }) => block));
  // Its article is kept until they have arrived: they may come back to it.
  const without = { ...derivation, articles: takeAway(derivation, moving) };
  const moved = putBlocks(
    without,
    found.map(({ block }) => placedByHand(block)),
    to,
    { id, after },
  );
  const result = withArticles(moved, moved.articles);
  if (outline(result) === outline(derivation)) throw new CommandRefused('nothing_to_change');
  return result;
}

/** Of running text the desk doubts where it stands, and a person said that; its open end is as doubtful as it was. */
function placedByHand(block: DerivedBlock): DerivedBlock {
  return block.role === 'paragraph' && !block.openEnd ? { ...block, ...BY_HAND } : block;
}

/** Which blocks stand where, whatever their articles are called. */
const outline = ({ articles }: Derivation) => JSON.stringify(articles.map(({ blocks }) => blocks.map(placeOf)));

function takeAway({ articles }: Derivation, blocks: ReadonlySet<DerivedBlock>) {
  return articles.map((article) =>
    article.blocks.some((block) => blocks.has(block))
      ? withBlocks(
          article,
          article.blocks.filter((block) => !blocks.has(block)),
        )
      : article,
  );
}

export function setRole(derivation: Derivation, { blocks, role }: CommandOf<'set_role'>): Derivation {
  const found = findBlocks(derivation, blocks).filter(({ block }) => block.role !== role);
  if (found.length === 0) throw new CommandRefused('nothing_to_change');
  const ledger = openLedger(derivation.operations);
  const changed = new Map(
    found.map(({ block }) => [
      block,
      { ...withOpenEnd(setAs(block, role, ledger), role === 'paragraph' && block.openEnd), ...BY_HAND },
    ]),
  );
  const articles = derivation.articles.map((article) =>
    article.blocks.some((block) => changed.has(block))
      ? withBlocks(
          article,
          article.blocks.map((block) => changed.get(block) ?? block),
        )
      : article,
  );
  return { ...derivation, articles, operations: ledger.list() };
}

export function dropBlocks(derivation: Derivation, { blocks, role }: CommandOf<'drop_blocks'>): Derivation {
  const found = findBlocks(derivation, blocks);
  const ledger = openLedger(derivation.operations);
  const dropped = found.map(({ block }) => dropBlock(block, role, ledger));
  const articles = takeAway(derivation, new Set(found.map(({ block }) => block)));
  // Notes and highlights must hang on something.
  if (articles.every((article) => article.blocks.length === 0)) throw new CommandRefused('nothing_to_change');
  return withArticles(
    {
      articles,
      dropped: [...derivation.dropped, ...dropped].toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0)),
      operations: ledger.list(),
    },
    articles,
  );
}

export function restoreRange(derivation: Derivation, command: CommandOf<'restore_range'>): Derivation {
  const range = derivation.dropped.find((other) => placeOf(other) === command.dropped);
  if (!range) throw new CommandRefused('no_such_range');
  const { to } = command;
  const id = to === 'new_article' ? undefined : findBlock(derivation, to.article).article.id;
  const ledger = openLedger(derivation.operations);
  const blocks = layOut(range, command.role, readLayout(rebuildSource(derivation)), ledger);
  if (blocks.length === 0) throw new CommandRefused('nothing_to_change');
  const restored: Derivation = {
    articles: derivation.articles,
    dropped: derivation.dropped.filter((other) => other !== range),
    operations: ledger.list(),
  };
  return putBlocks(restored, blocks, to, { id, after: blockBefore(derivation, command.dropped)?.article.id });
}

export function setOpenEnd(derivation: Derivation, { block: place, openEnd }: CommandOf<'set_open_end'>): Derivation {
  const { article, block, index } = findBlock(derivation, place);
  if ((block.openEnd ?? false) === openEnd) throw new CommandRefused('nothing_to_change');
  const changed = { ...withOpenEnd(block, openEnd), ...BY_HAND };
  return replaceArticle(derivation, { ...article, blocks: article.blocks.with(index, changed) });
}
