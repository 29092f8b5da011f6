import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed, PrintedDate } from './articles.ts';
import { ArticleId } from './ids.ts';
import { PAGE_ROWS } from './limits.ts';

/** `onto`: the story goes on on another page; `from`: it comes from one. */
export const JumpDirection = z.enum(['onto', 'from']);
export type JumpDirection = z.infer<typeof JumpDirection>;

/** One end of a jump, as a person sees it: the article and the words nearest to the gap. */
const JumpEnd = z.object({
  /** The article that would be joined: the whole, where its page belongs to one already. */
  article: ArticleId,
  title: z.string(),
  publication: z.string().nullable(),
  date: PrintedDate.nullable(),
  /** The page it is printed on. */
  page: z.string().nullable(),
  source: z.string(),
  /** The mark as printed; null for an article without one. */
  mark: z.string().nullable(),
  /** The last words before the jump, or the first after it. */
  words: z.string(),
});

/** Why two ends may belong together, the strongest first; `against` speaks for the contrary. */
export const JumpReason = z.object({
  kind: z.enum([
    'page_named',
    'page_named_back',
    'same_issue',
    'same_title',
    'shared_words',
    'sentence_goes_on',
    'best_for_both',
  ]),
  against: z.boolean(),
  /** What is shared, in the words of the page. */
  words: z.array(z.string()),
});
export type JumpReason = z.infer<typeof JumpReason>;

export const JumpCandidate = JumpEnd.extend({ score: z.number().min(0).max(1), reasons: z.array(JumpReason) });
export type JumpCandidate = z.infer<typeof JumpCandidate>;

export const JumpStub = JumpEnd.extend({
  /** Stays the same while the page does. */
  id: z.string(),
  direction: JumpDirection,
  /** The page that the mark names, as `A4` or `4`. */
  toPage: z.string().nullable(),
  /** Ranked; empty for a stub that stays open until its other page is here. */
  candidates: z.array(JumpCandidate),
});
export type JumpStub = z.infer<typeof JumpStub>;

export const JoinRefusalReason = z.enum(['not_found', 'same_article', 'is_part', 'in_trash', 'raw_page']);
export type JoinRefusalReason = z.infer<typeof JoinRefusalReason>;

const refused = { REFUSED: { data: z.object({ reason: JoinRefusalReason }) } };

/** Stories that go on on another page. Nothing is joined by itself. */
export const jumps = {
  /**
   * Every end that is not joined, by paper, day and page. `pairs` leaves out an end that comes from a page on which one
   * goes on to its own: what a person goes through.
   */
  list: oc
    .input(
      z.object({
        show: z.enum(['all', 'pairs']).default('all'),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(PAGE_ROWS),
      }),
    )
    .output(z.object({ total: z.int(), items: z.array(JumpStub) })),
  /** How many `pairs` there are, for the number beside the screen's name. */
  count: oc.output(z.object({ open: z.int() })),
  /** `to` follows `from` and is one article with it, on two pages; undone like every act. */
  join: oc
    .input(z.object({ from: ArticleId, to: ArticleId }))
    .output(Changed)
    .errors(refused),
  /** Takes a joined article apart before this part. `count` is 0 for what is no part. */
  part: oc.input(z.object({ part: ArticleId })).output(Changed),
};
