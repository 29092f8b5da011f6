import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed } from './articles.ts';
import { AnnotationId, ArticleId, Span } from './ids.ts';

/** Colours are named by what they mean; the names shown can be changed, these keys cannot. */
export const HighlightColour = z.enum(['fact', 'quote', 'question', 'contradiction', 'followup']);
export type HighlightColour = z.infer<typeof HighlightColour>;

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
  quote: TextQuote,
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

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };
const ChangedAnnotation = Changed.extend({ annotation: Annotation });

export const annotations = {
  forArticle: oc.input(z.object({ article: ArticleId })).output(z.array(Annotation)),
  list: oc
    .input(
      z.object({
        colour: HighlightColour.optional(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(200).default(200),
      }),
    )
    .output(z.object({ items: z.array(Annotation.extend({ articleTitle: z.string() })), total: z.int() })),
  /** The quote and its surroundings are cut from the stored text, never taken from the caller. Never splits a surrogate pair. */
  create: oc
    .input(
      z.object({
        article: ArticleId,
        span: Span,
        colour: HighlightColour,
        note: z.string().max(1_048_576).default(''),
        confidential: z.boolean().default(false),
      }),
    )
    .output(ChangedAnnotation)
    .errors({ ...notFound, OUT_OF_RANGE: { data: z.object({ length: z.int() }) } }),
  update: oc
    .input(
      z.object({
        id: AnnotationId,
        colour: HighlightColour.optional(),
        note: z.string().max(1_048_576).optional(),
        confidential: z.boolean().optional(),
        tags: z.array(z.string()).optional(),
        /** The revision that the caller saw; a different one in the store is a CONFLICT and nothing is written. */
        revision: z.int().nonnegative().optional(),
      }),
    )
    .output(ChangedAnnotation)
    .errors({ ...notFound, CONFLICT: { data: z.object({ revision: z.int() }) } }),
  remove: oc.input(z.object({ ids: z.array(AnnotationId).min(1) })).output(Changed),
};
