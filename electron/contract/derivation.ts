import { z } from 'zod';

/**
 * How a source text became articles. Offsets are UTF-16 positions in the decoded source after a leading byte-order
 * mark is removed. Every code unit of the source stands exactly once: in a block's piece without `as`, in a dropped
 * range, or in an operation. So blocks, dropped ranges and operations rebuild the source without reading it.
 */
export const DeskRole = z.enum([
  'title',
  'subtitle',
  'kicker',
  'label',
  'byline',
  'dateline',
  'subhead',
  'paragraph',
  'caption',
  'photo_credit',
  'continuation_mark',
  'author_note',
]);
export type DeskRole = z.infer<typeof DeskRole>;

/** What a block is. The last three come from documents that are no newspaper pages. */
export const BlockRole = z.enum([...DeskRole.options, 'quotation', 'list_item', 'preformatted']);
export type BlockRole = z.infer<typeof BlockRole>;

export const ArticleKind = z.enum([
  'main',
  'sidebar',
  'commentary',
  'brief',
  'continuation',
  'editor_note',
  'abstract',
]);
export type ArticleKind = z.infer<typeof ArticleKind>;

const Offset = z.int().nonnegative();

/** `[start, end)` of the source; with a third member, what stands for that range in the clean text. */
export const Piece = z.union([z.tuple([Offset, Offset]), z.tuple([Offset, Offset, z.string()])]);
export type Piece = z.infer<typeof Piece>;

export const Confidence = z.number().min(0).max(1);

/** A place in a block where the page was left and taken up again elsewhere. */
export const Seam = z.object({
  /** Position in the block's text of the first character after it. */
  at: Offset,
  confidence: Confidence,
  evidence: z.array(z.string()),
});
export type Seam = z.infer<typeof Seam>;

export const DerivedBlock = z.object({
  role: BlockRole,
  text: z.string(),
  pieces: z.array(Piece),
  /** In the order of the text; absent where there is none. */
  seams: z.array(Seam).optional(),
  /** The end of this paragraph is not on the page. */
  openEnd: z.boolean().optional(),
  /** Depth of a section head, 1 to 6, where the source says it. */
  level: z.int().min(1).max(6).optional(),
  confidence: Confidence,
  /** Short reasons, for a person to read: `"quote balance"`, `"shared words 0.41"`. */
  evidence: z.array(z.string()),
});
export type DerivedBlock = z.infer<typeof DerivedBlock>;

export const DerivedArticle = z.object({
  id: z.string(),
  kind: ArticleKind,
  /** The id, in this derivation, of the article it belongs to. */
  parent: z.string().nullable(),
  title: z.string(),
  confidence: Confidence,
  evidence: z.array(z.string()),
  blocks: z.array(DerivedBlock),
});
export type DerivedArticle = z.infer<typeof DerivedArticle>;

/** A range that stands in no article: a second copy, page furniture, markup. Its text is kept. */
export const DroppedRange = z.object({
  role: z.enum(['duplicate', 'noise']),
  pieces: z.array(z.tuple([Offset, Offset])),
  text: z.string(),
  /** How certain it is that this stands in no article; 1 where absent. */
  confidence: Confidence.optional(),
  evidence: z.array(z.string()),
});
export type DroppedRange = z.infer<typeof DroppedRange>;

/** A named removal or substitution. `text` is what stood there; `as` what stands there now, absent for a removal. */
export const OperationKind = z.enum([
  'line_join',
  'space_removed',
  'hyphen_removed',
  'blank_removed',
  'markup_removed',
  'corrected',
]);
export const Operation = z.object({
  kind: OperationKind,
  range: z.tuple([Offset, Offset]),
  text: z.string(),
  as: z.string().optional(),
});
export type Operation = z.infer<typeof Operation>;

export const Derivation = z.object({
  articles: z.array(DerivedArticle),
  dropped: z.array(DroppedRange),
  operations: z.array(Operation),
});
export type Derivation = z.infer<typeof Derivation>;
