import { z } from 'zod';
import { ArticleKind, DeskRole } from './derivation.ts';

/**
 * What a person does to a page at the desk. Blocks, articles and dropped ranges are named by places of the source, so
 * that a command means the same after an undo, after another command and on a newer derivation of the same page:
 * a block by the position of its first piece (`BlockPlace`), an article by any of its blocks, a dropped range by the
 * position of its first piece.
 */
export const BlockPlace = z.int().nonnegative();
export type BlockPlace = z.infer<typeof BlockPlace>;

/** What waits for a yes or a no: `seam@682` is the seam before source position 682, the others name their block. */
export const DoubtId = z.string().regex(/^(?:seam|open_end|role|article|duplicate)@\d{1,9}$/);
export type DoubtId = z.infer<typeof DoubtId>;

/** Where moved blocks go: before a block of an article, to its end, or into an article of their own. */
export const BlockTarget = z.union([
  z.object({ article: BlockPlace, before: BlockPlace.nullable() }),
  z.literal('new_article'),
]);
export type BlockTarget = z.infer<typeof BlockTarget>;

export const DeskCommand = z.discriminatedUnion('kind', [
  /** The block and those after it become an article of their own. */
  z.object({ kind: z.literal('split_article'), before: BlockPlace }),
  /** The blocks of `from` follow those of `into`; what remains is `into`. */
  z.object({ kind: z.literal('merge_articles'), into: BlockPlace, from: BlockPlace }),
  /** In the order in which they are given. An article that loses its last block is gone. */
  z.object({ kind: z.literal('move_blocks'), blocks: z.array(BlockPlace).min(1), to: BlockTarget }),
  z.object({ kind: z.literal('set_role'), blocks: z.array(BlockPlace).min(1), role: DeskRole }),
  /** Takes blocks out of every article: page furniture, or a second copy. */
  z.object({
    kind: z.literal('drop_blocks'),
    blocks: z.array(BlockPlace).min(1),
    role: z.enum(['noise', 'duplicate']),
  }),
  /** Puts a dropped range back. */
  z.object({ kind: z.literal('restore_range'), dropped: BlockPlace, role: DeskRole, to: BlockTarget }),
  /** The second half begins at this position of the source: at a seam, or anywhere inside. */
  z.object({ kind: z.literal('split_block'), block: BlockPlace, at: BlockPlace }),
  /** The text of `second`, wherever it stands, follows that of `first` in one block. */
  z.object({ kind: z.literal('join_blocks'), first: BlockPlace, second: BlockPlace }),
  z.object({ kind: z.literal('set_open_end'), block: BlockPlace, openEnd: z.boolean() }),
  /** `parent`: the article it belongs to. */
  z.object({ kind: z.literal('set_kind'), article: BlockPlace, to: ArticleKind, parent: BlockPlace.nullable() }),
  /** A doubt that is none: the decision stands and is certain from now on, and with it the blocks that it was asked for. */
  z.object({ kind: z.literal('confirm'), doubt: DoubtId, along: z.array(BlockPlace).optional() }),
  /** The decision is taken back at that spot only: a seam is cut, an end closed, a copy put back, an article's start joined to the one before. */
  z.object({ kind: z.literal('reject'), doubt: DoubtId }),
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** Why a command cannot be done on the page as it is. */
export const CommandRefusal = z.enum([
  'no_such_block',
  'no_such_range',
  'no_such_doubt',
  'nothing_to_change',
  'same_article',
]);
export type CommandRefusal = z.infer<typeof CommandRefusal>;
