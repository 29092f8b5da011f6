import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed } from './articles.ts';
import { CarriedMarks } from './desk.ts';
import { Difference } from './difference.ts';
import { ArticleId, CorrectionId, Span } from './ids.ts';

/**
 * `done`: it is in the text, or was until a later correction. `conflict`: it was not done, because somebody else had changed
 * the same words since; both are kept. `lost`: it was done, and the desk took its words out of every article since.
 */
export const CorrectionState = z.enum(['done', 'conflict', 'lost']);
export type CorrectionState = z.infer<typeof CorrectionState>;

/** What a person corrected in the text of an article, at one time. The source is never touched. */
export const Correction = z.object({
  id: CorrectionId,
  article: ArticleId,
  who: z.string(),
  at: z.int(),
  why: z.string(),
  state: CorrectionState,
  /** One for each place, with a few words on both sides. */
  changes: z.array(Difference),
  /** The article can have the text again that it had after this. */
  canGoBack: z.boolean(),
});
export type Correction = z.infer<typeof Correction>;

/** Why a text was not corrected. */
export const CorrectionRefusal = z.enum([
  /** Two edits touch the same words, or one is outside the text. */
  'overlapping',
  /** It would reach over the end of a paragraph, make one, or leave one without text: that is the desk's. */
  'paragraph',
  /** It would cut a character in two. */
  'character',
  'nothing_to_change',
  /** The desk has not separated the page yet, and will put other articles in its place. */
  'raw_page',
  /** The article is a part of another one: it is read and corrected there. */
  'is_part',
  /** Changes of the page that wait at the desk could not be done any more. */
  'desk_work',
  /** The text was changed by something else than corrections since. */
  'text_changed',
]);
export type CorrectionRefusal = z.infer<typeof CorrectionRefusal>;

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };
const refused = { REFUSED: { data: z.object({ reason: CorrectionRefusal }) } };
/** The revision of the article that the person saw. */
const seen = z.object({ article: ArticleId, revision: z.int().nonnegative() });
const why = z.string().max(10_000).default('');
const Done = Changed.extend({ correction: Correction, marks: CarriedMarks });

export const corrections = {
  /**
   * Replaces words in the text, as one act. Spans count in the `body` of the revision that the person saw; where it was
   * corrected since, they are followed. Where the same words were, this one is kept as a `conflict` and nothing is written.
   */
  make: oc
    .input(
      seen.extend({
        edits: z
          .array(
            z.object({
              span: Span,
              /** The words that the person saw there: they stay known if this becomes a conflict. */
              was: z.string().optional(),
              text: z.string().max(100_000),
            }),
          )
          .min(1)
          .max(1000),
        why,
      }),
    )
    .output(Done)
    .errors({ ...notFound, ...refused }),
  /** The newest first. */
  list: oc.input(z.object({ article: ArticleId })).output(z.array(Correction)),
  /** Gives the article the text again that it had after a correction; null: before the first that can be gone back to. A correction of its own. */
  goBack: oc
    .input(seen.extend({ to: CorrectionId.nullable(), why }))
    .output(Done)
    .errors({ ...notFound, ...refused }),
  /** A conflict that was seen is not listed any more. */
  dismiss: oc
    .input(z.object({ id: CorrectionId }))
    .output(Changed)
    .errors(notFound),
};
