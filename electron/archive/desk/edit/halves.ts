import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { rebuildSource } from '../replay.ts';
import type { CommandOf } from './command.ts';
import { joinParts, partParts } from './joint.ts';
import { openLedger } from './ledger.ts';
import { breaksOff, type PlacedSeam, partsOf, seamsOf, withOpenEnd, withParts } from './parts.ts';
import { BY_HAND, findBlock, replaceBlock, withArticles, withBlocks } from './places.ts';
import { CommandRefused } from './refusal.ts';
import { setAs } from './setting.ts';

/** The first half keeps an open end where no sentence ends; the end of the second is that of the whole. */
export function splitBlock(derivation: Derivation, { block: place, at }: CommandOf<'split_block'>): Derivation {
  const found = findBlock(derivation, place);
  const { block } = found;
  const ledger = openLedger(derivation.operations);
  const halves = partParts(partsOf(block), at, ledger);
  if (!halves) throw new CommandRefused('nothing_to_change');
  const seams = seamsOf(block).filter((seam) => seam.before !== at);
  const make = (parts: typeof halves.first): DerivedBlock => withParts(block, parts, seams);
  const first = make(halves.first);
  const { level: _, ...second } = make(halves.second);
  const blocks = [{ ...withOpenEnd(first, breaksOff(first)), ...BY_HAND }, second];
  return { ...replaceBlock(derivation, found, blocks), operations: ledger.list() };
}

/** The joined block stands where the first half stood and is what that was. */
export function joinBlocks(derivation: Derivation, command: CommandOf<'join_blocks'>): Derivation {
  const first = findBlock(derivation, command.first);
  const second = findBlock(derivation, command.second);
  if (first.block === second.block) throw new CommandRefused('nothing_to_change');
  const ledger = openLedger(derivation.operations);
  const behind = setAs(second.block, first.block.role, ledger);
  const source = () => rebuildSource(derivation);
  const parts = joinParts(partsOf(first.block), partsOf(behind), first.block.role, ledger, source);
  const seam: PlacedSeam = { before: command.second, ...BY_HAND };
  const seams = [...seamsOf(first.block), seam, ...seamsOf(behind)];
  const { openEnd } = second.block;
  const joined = withOpenEnd(withParts(first.block, parts, seams), first.block.role === 'paragraph' && openEnd);
  // The doubtful end of the first half has found its other half; that of the second is as doubtful as it was.
  const { confidence } = openEnd ? second.block : first.block.openEnd ? BY_HAND : first.block;
  const block = { ...joined, confidence };
  const articles = derivation.articles.map((article) => {
    if (!article.blocks.some((other) => other === first.block || other === second.block)) return article;
    return withBlocks(
      article,
      article.blocks.flatMap((other) => (other === first.block ? [block] : other === second.block ? [] : [other])),
    );
  });
  return withArticles({ ...derivation, operations: ledger.list() }, articles);
}
