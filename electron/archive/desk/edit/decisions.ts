import type { Derivation, DerivedArticle, DerivedBlock, DroppedRange } from '#contract/derivation.ts';
import type { DoubtId } from '#contract/desk-commands.ts';
import { mergeArticles } from './articles.ts';
import { restoreRange, setOpenEnd, setRole } from './blocks.ts';
import type { CommandOf } from './command.ts';
import { splitBlock } from './halves.ts';
import { breaksOff, partsOf, seamsOf, withParts } from './parts.ts';
import {
  blockBefore,
  type FoundBlock,
  findBlock,
  findBlocks,
  placeOf,
  replaceArticle,
  replaceBlock,
} from './places.ts';
import { CommandRefused } from './refusal.ts';

const CONFIRMED = { confidence: 1, evidence: ['confirmed'] };

/** A section head is seldom longer, in characters. */
const LONGEST_HEAD = 40;

/** A decision of the desk where it was taken. It can be confirmed or taken back however certain it is. */
type Decision =
  | { readonly kind: 'seam'; readonly found: FoundBlock; readonly before: number }
  | { readonly kind: 'open_end' | 'role'; readonly found: FoundBlock }
  | { readonly kind: 'article'; readonly article: DerivedArticle; readonly index: number }
  | { readonly kind: 'duplicate'; readonly range: DroppedRange };

/** @throws CommandRefused no_such_doubt */
function findDecision(derivation: Derivation, id: DoubtId): Decision {
  const [kind, digits] = id.split('@');
  const at = Number(digits);
  if (kind === 'duplicate') {
    const range = derivation.dropped.find((other) => other.role === 'duplicate' && placeOf(other) === at);
    if (range) return { kind, range };
  } else if (kind === 'seam') {
    const found = findSeam(derivation, at);
    if (found) return { kind, found, before: at };
  } else if (kind === 'article') {
    const index = derivation.articles.findIndex(({ blocks }) => blocks[0] && placeOf(blocks[0]) === at);
    const article = derivation.articles[index];
    if (article) return { kind, article, index };
  } else if (kind === 'role' || kind === 'open_end') {
    const found = allBlocks(derivation).find(({ block }) => placeOf(block) === at);
    if (found && (kind === 'role' || found.block.openEnd)) return { kind, found };
  }
  throw new CommandRefused('no_such_doubt');
}

function allBlocks({ articles }: Derivation): FoundBlock[] {
  return articles.flatMap((article) => article.blocks.map((block, index) => ({ article, block, index })));
}

function findSeam(derivation: Derivation, before: number): FoundBlock | undefined {
  return allBlocks(derivation).find(
    ({ block }) => block.seams && seamsOf(block).some((seam) => seam.before === before),
  );
}

export function confirm(derivation: Derivation, { doubt, along = [] }: CommandOf<'confirm'>): Derivation {
  const confirmed = confirmOne(derivation, doubt);
  return findBlocks(confirmed, along).reduce(
    (page, { block }) => replaceBlock(page, findBlock(page, placeOf(block) ?? 0), [{ ...block, ...CONFIRMED }]),
    confirmed,
  );
}

function confirmOne(derivation: Derivation, doubt: DoubtId): Derivation {
  const decision = findDecision(derivation, doubt);
  switch (decision.kind) {
    case 'seam':
      return replaceBlock(derivation, decision.found, [confirmSeam(decision.found.block, decision.before)]);
    case 'duplicate': {
      const { range } = decision;
      refuseCertain(range.confidence ?? 1);
      const dropped = derivation.dropped.map((other) => (other === range ? { ...range, ...CONFIRMED } : other));
      return { ...derivation, dropped };
    }
    case 'article':
      refuseCertain(decision.article.confidence);
      return replaceArticle(derivation, { ...decision.article, ...CONFIRMED });
    default: {
      const { article, block, index } = decision.found;
      refuseCertain(block.confidence);
      const changed = { ...block, ...CONFIRMED };
      return replaceArticle(derivation, { ...article, blocks: article.blocks.with(index, changed) });
    }
  }
}

function confirmSeam(block: DerivedBlock, before: number): DerivedBlock {
  const seams = seamsOf(block).map((seam) => {
    if (seam.before !== before) return seam;
    refuseCertain(seam.confidence);
    return { before, ...CONFIRMED };
  });
  return withParts(block, partsOf(block), seams);
}

function refuseCertain(confidence: number): void {
  if (confidence === 1) throw new CommandRefused('nothing_to_change');
}

export function reject(derivation: Derivation, { doubt }: CommandOf<'reject'>): Derivation {
  const decision = findDecision(derivation, doubt);
  switch (decision.kind) {
    case 'seam': {
      const block = placeOf(decision.found.block) ?? 0;
      return splitBlock(derivation, { kind: 'split_block', block, at: decision.before });
    }
    case 'duplicate':
      return putBack(derivation, decision.range);
    case 'article':
      return joinToBefore(derivation, decision.article, decision.index);
    case 'open_end': {
      const block = placeOf(decision.found.block) ?? 0;
      return setOpenEnd(derivation, { kind: 'set_open_end', block, openEnd: false });
    }
    default: {
      const { block } = decision.found;
      const isShort = block.text.length <= LONGEST_HEAD && breaksOff(block);
      const role = block.role === 'paragraph' && isShort ? 'subhead' : 'paragraph';
      return setRole(derivation, { kind: 'set_role', blocks: [placeOf(block) ?? 0], role });
    }
  }
}

/** Behind the block that stands before it in the source. */
function putBack(derivation: Derivation, range: DroppedRange): Derivation {
  const dropped = placeOf(range) ?? 0;
  const kind = 'restore_range';
  const found = blockBefore(derivation, dropped);
  if (found) {
    const behind = found.article.blocks[found.index + 1];
    const to = { article: placeOf(found.block) ?? 0, before: (behind && placeOf(behind)) ?? null };
    return restoreRange(derivation, { kind, dropped, role: 'paragraph', to });
  }
  const first = derivation.articles[0]?.blocks[0];
  const place = first && placeOf(first);
  const to = place === undefined ? 'new_article' : { article: place, before: place };
  return restoreRange(derivation, { kind, dropped, role: 'paragraph', to });
}

/** What was taken for a headline is a section head of the story that goes on, once that story has begun. */
function joinToBefore(derivation: Derivation, article: DerivedArticle, index: number): Derivation {
  const before = derivation.articles[index - 1];
  const into = before?.blocks[0] && placeOf(before.blocks[0]);
  const from = article.blocks[0] && placeOf(article.blocks[0]);
  if (before === undefined || into === undefined || from === undefined) throw new CommandRefused('nothing_to_change');
  const merged = mergeArticles(derivation, { kind: 'merge_articles', into, from });
  if (!before.blocks.some((block) => block.role === 'paragraph')) return merged;
  const titles = article.blocks.filter((block) => block.role === 'title').flatMap((block) => placeOf(block) ?? []);
  return titles.length === 0 ? merged : setRole(merged, { kind: 'set_role', blocks: titles, role: 'subhead' });
}
