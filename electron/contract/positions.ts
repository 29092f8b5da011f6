import { oc } from '@orpc/contract';
import { z } from 'zod';
import { BlobPiece } from './blob-piece.ts';
import { SourceId } from './ids.ts';
import { PIECE_BYTES } from './limits.ts';

const Offset = z.int().nonnegative();

/** Where a range of the decoded source stands on its page, in the page's unit, from the upper left corner. */
export const PositionBox = z.object({
  /** `[start, end)`, as the pieces of a derivation count. */
  range: z.tuple([Offset, Offset]),
  x: z.number(),
  y: z.number(),
  w: z.number().nonnegative(),
  h: z.number().nonnegative(),
  kind: z.enum(['block', 'line', 'word']),
});
export type PositionBox = z.infer<typeof PositionBox>;

/** `mm10` and `inch1200` are ALTO's tenths of a millimetre and 1200ths of an inch, `point` is PDF's 72nd of an inch. */
export const PositionUnit = z.enum(['pixel', 'mm10', 'inch1200', 'point']);
export type PositionUnit = z.infer<typeof PositionUnit>;

/** A picture of the whole page: whatever its pixels are, it covers the page from edge to edge. */
export const PageImageFacts = z.object({
  mediaType: z.enum(['image/png', 'image/jpeg']),
  width: z.int().positive(),
  height: z.int().positive(),
  bytes: z.int().positive(),
});
export type PageImageFacts = z.infer<typeof PageImageFacts>;

export const PositionPage = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  unit: PositionUnit,
  image: PageImageFacts.nullable(),
  /** In the order of the text. The boxes of lines hold every character of it that is not blank. */
  boxes: z.array(PositionBox),
});
export type PositionPage = z.infer<typeof PositionPage>;

/** Where the text of a source stands on the pages it was printed on. */
export const PagePositions = z.object({
  source: SourceId,
  pages: z.array(PositionPage).min(1),
  /** The source is a PDF of so many bytes: its pages, in the same order, are drawn from it. */
  pdf: z.object({ bytes: z.int().positive() }).nullable(),
});
export type PagePositions = z.infer<typeof PagePositions>;

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };
const unread = { ...notFound, OUT_OF_RANGE: { data: z.object({ bytes: z.int() }) }, UNREADABLE: {} };

export const positions = {
  /** Null for a source that says nothing of places. */
  of: oc
    .input(z.object({ source: SourceId }))
    .output(PagePositions.nullable())
    .errors(notFound),
  /** One piece of a page's image, from `offset` on; the image's size is in its facts. */
  image: oc
    .input(z.object({ source: SourceId, page: z.int().nonnegative(), offset: z.int().nonnegative() }))
    .output(z.object({ piece: BlobPiece }))
    .errors(unread),
  /** Of a PDF that has places `[offset, offset + bytes)`, or as much of it as there is. */
  pdf: oc
    .input(z.object({ source: SourceId, offset: z.int().nonnegative(), bytes: z.int().positive().max(PIECE_BYTES) }))
    .output(z.object({ piece: BlobPiece }))
    .errors(unread),
};
