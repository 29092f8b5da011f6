import type { Piece } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import type { Span } from '#contract/ids.ts';
import type { BlockKey } from './page-model.ts';
import { findBlock } from './page-order.ts';

export interface CutsUnder {
  readonly commands: readonly DeskCommand[];
  /** What lies under the rectangle once they are done. */
  readonly places: readonly BlockKey[];
}

/** What a rectangle holds of some blocks only is to be a block of its own: where they must be cut for that. */
export function cutsUnder(page: DeskPage, blocks: readonly BlockKey[], ranges: readonly Span[]): CutsUnder {
  const commands: DeskCommand[] = [];
  const places: BlockKey[] = [];
  for (const place of blocks) {
    const pieces = findBlock(page, place)?.block.pieces ?? [];
    let part = place;
    let wasHeld: boolean | undefined;
    for (const piece of pieces) {
      const isHeld = holdsMost(ranges, piece);
      if (wasHeld !== undefined && isHeld !== wasHeld) {
        commands.push({ kind: 'split_block', block: part, at: piece[0] });
        part = piece[0];
      }
      if (isHeld && wasHeld !== true) places.push(part);
      wasHeld = isHeld;
    }
    if (pieces.length === 0) places.push(place);
  }
  return { commands, places };
}

function holdsMost(ranges: readonly Span[], [start, end]: Piece): boolean {
  const held = ranges.reduce(
    (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return held * 2 >= end - start;
}
