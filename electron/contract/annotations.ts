import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed, PrintedDate } from './articles.ts';
import { Difference } from './difference.ts';
import { AnnotationId, ArticleId, Span } from './ids.ts';
import { PAGE_ROWS } from './limits.ts';
import { Note } from './note.ts';
import { LeftReason, WebAnnotation } from './web-annotations.ts';

/** Colours are named by what they mean; the names shown can be changed, these keys cannot. */
export const HighlightColour = z.enum(['fact', 'quote', 'question', 'contradiction', 'followup']);
export type HighlightColour = z.infer<typeof HighlightColour>;

/** Names that a person gave to colours; the others have the names of the window's language. */
export const ColourNames = z.partialRecord(HighlightColour, z.string());
export type ColourNames = z.infer<typeof ColourNames>;

/** A bookmark is a place to come back to: it has words, a note and tags as a highlight has, and no meaning. */
export const AnnotationKind = z.enum(['highlight', 'bookmark']);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

/** `exact`: where it was made. `moved`: the same words elsewhere. `changed`: the words differ, waits for a person. `orphan`: the words are gone. */
export const AnchorState = z.enum(['exact', 'moved', 'changed', 'orphan']);
export type AnchorState = z.infer<typeof AnchorState>;

/** W3C TextQuoteSelector and TextPositionSelector in one: positions in the article's `body`. */
export const TextQuote = Span.extend({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type TextQuote = z.infer<typeof TextQuote>;

export const Annotation = z.object({
  id: AnnotationId,
  /** The last 50 bits of the id in base32: block ids of exports. */
  shortId: z.string(),
  articleId: ArticleId,
  kind: AnnotationKind,
  quote: TextQuote,
  /** Of a bookmark it says nothing. */
  colour: HighlightColour,
  /** Markdown. */
  note: z.string(),
  tags: z.array(z.string()),
  confidential: z.boolean(),
  state: AnchorState,
  createdAt: z.int(),
  updatedAt: z.int(),
  revision: z.int().nonnegative(),
});
export type Annotation = z.infer<typeof Annotation>;

/** A highlight that waits for a person: `changed` for a yes or a no, `orphan` for a place. */
export const WaitingAnnotation = Annotation.extend({
  articleTitle: z.string(),
  /** From the words that were marked to those at its place now; empty for an orphan. Of one part where it cannot be said which of several equal words they are. */
  difference: Difference,
});
export type WaitingAnnotation = z.infer<typeof WaitingAnnotation>;

/** Which of an archive's highlights are listed; those of articles in the trash never are. */
export const AnnotationFilter = z.object({
  kind: AnnotationKind.optional(),
  /** Highlights of this meaning. */
  colour: HighlightColour.optional(),
  state: AnchorState.optional(),
  /** A tag's path; its descendants match too. */
  tag: z.string().optional(),
  article: ArticleId.optional(),
  /** Words parted by blanks, each in the quote or in the note; case, width and simplified or traditional do not matter. */
  text: z.string().max(200).optional(),
  /** Made at this instant or later, and before that one: UTC milliseconds. */
  from: z.int().optional(),
  before: z.int().optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** `made`: the newest first. `article`: by title. `printed`: the newest paper first. The last two go on by place in the text. */
export const AnnotationSort = z.enum(['made', 'article', 'printed']);
export type AnnotationSort = z.infer<typeof AnnotationSort>;

/** A highlight in the list of all: of long quotes and notes only the beginning. */
export const ListedAnnotation = Annotation.extend({
  articleTitle: z.string(),
  publication: z.string().nullable(),
  date: PrintedDate.nullable(),
  page: z.string().nullable(),
});
export type ListedAnnotation = z.infer<typeof ListedAnnotation>;

const AnnotationOrder = AnnotationFilter.extend({ sort: AnnotationSort.default('made') });

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };
const conflict = { CONFLICT: { data: z.object({ revision: z.int() }) } };
const outOfRange = { OUT_OF_RANGE: { data: z.object({ length: z.int() }) } };
/** The revision that the caller saw; a different one in the store is a CONFLICT and nothing is written. */
const seen = z.object({ id: AnnotationId, revision: z.int().nonnegative() });
const ChangedAnnotation = Changed.extend({ annotation: Annotation });

export const annotations = {
  forArticle: oc.input(z.object({ article: ArticleId })).output(z.array(Annotation)),
  /** Those of them that are there, whatever their article. */
  some: oc.input(z.object({ ids: z.array(AnnotationId).max(200) })).output(z.array(Annotation)),
  list: oc
    .input(
      AnnotationOrder.extend({
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(PAGE_ROWS),
      }),
    )
    .output(z.object({ items: z.array(ListedAnnotation), total: z.int() })),
  /** Every id of a list in its order: for choosing all, and for finding the row of one. */
  ids: oc.input(AnnotationOrder).output(z.array(AnnotationId)),
  /** The articles that they stand in, each once: for an export. */
  articles: oc.input(z.object({ ids: z.array(AnnotationId).min(1) })).output(z.array(ArticleId)),
  get: oc
    .input(z.object({ id: AnnotationId }))
    .output(ListedAnnotation.extend({ difference: WaitingAnnotation.shape.difference }))
    .errors(notFound),
  /** Of the whole archive. */
  counts: oc.output(
    z.object({
      all: z.int(),
      bookmarks: z.int(),
      colours: z.record(HighlightColour, z.int()),
      states: z.record(AnchorState, z.int()),
    }),
  ),
  colourNames: oc.output(ColourNames),
  /** An empty name is the window's own again. */
  renameColour: oc
    .input(
      z.object({
        colour: HighlightColour,
        name: z
          .string()
          .trim()
          .max(24)
          .regex(/^\P{Cc}*$/u),
      }),
    )
    .output(Changed),
  /** Highlights whose notes lead to this one, as `jianbao://highlight/…`. */
  linkedFrom: oc.input(z.object({ id: AnnotationId })).output(z.array(ListedAnnotation)),
  /** The quote and its surroundings are cut from the stored text, never taken from the caller. Never splits a surrogate pair. */
  create: oc
    .input(
      z.object({
        article: ArticleId,
        span: Span,
        kind: AnnotationKind.default('highlight'),
        colour: HighlightColour,
        note: Note.default(''),
        confidential: z.boolean().default(false),
      }),
    )
    .output(ChangedAnnotation)
    .errors({ ...notFound, ...outOfRange }),
  update: oc
    .input(
      z.object({
        id: AnnotationId,
        colour: HighlightColour.optional(),
        note: Note.optional(),
        confidential: z.boolean().optional(),
        tags: z.array(z.string()).optional(),
        /** As in `answer`, where it is given. */
        revision: z.int().nonnegative().optional(),
      }),
    )
    .output(ChangedAnnotation)
    .errors({ ...notFound, ...conflict }),
  remove: oc.input(z.object({ ids: z.array(AnnotationId).min(1) })).output(Changed),
  /** Newest first; of one article, in the order of its text. */
  waiting: oc
    .input(
      z.object({
        article: ArticleId.optional(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(200).default(200),
      }),
    )
    .output(z.object({ items: z.array(WaitingAnnotation), total: z.int() })),
  /** Yes: the words that stand there now are the highlight's. No: they are not, and it is an orphan with its quote. */
  answer: oc
    .input(seen.extend({ accept: z.boolean() }))
    .output(ChangedAnnotation)
    .errors({ ...notFound, ...conflict, NOT_WAITING: {} }),
  /** Puts a highlight where a person says: its quote is cut anew there. `article` where that is another one. */
  place: oc
    .input(seen.extend({ article: ArticleId.optional(), span: Span }))
    .output(ChangedAnnotation)
    .errors({ ...notFound, ...conflict, ...outOfRange }),
  /** As W3C annotations, the newest first; never a confidential one. `collection`: what an AnnotationCollection of them is named by. */
  portable: oc
    .input(
      z.object({
        article: ArticleId.optional(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(200).default(200),
      }),
    )
    .output(z.object({ collection: z.string(), items: z.array(WebAnnotation), total: z.int() })),
  /**
   * Takes in annotations of a file (`annotationsIn`), W3C or Hypothesis, each once, as one act. `article`: where all of them
   * belong; without it each says so itself. Those whose words are not in the text wait as orphans.
   */
  takeIn: oc.input(z.object({ items: z.array(z.unknown()).min(1).max(200), article: ArticleId.optional() })).output(
    Changed.extend({
      known: z.int(),
      waiting: z.int(),
      left: z.array(z.object({ index: z.int(), reason: LeftReason })),
    }),
  ),
};
