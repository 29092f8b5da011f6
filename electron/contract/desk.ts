import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed, PrintedDate } from './articles.ts';
import { ArticleKind, BlockRole, Confidence, Piece, Seam } from './derivation.ts';
import { BlockPlace, BlockTarget, CommandRefusal, DeskCommand, DoubtId } from './desk-commands.ts';
import { AnnouncedId, ArticleId, SourceId, Span } from './ids.ts';
import { JumpDirection } from './jumps.ts';

/**
 * A page's way: `raw` waits for the desk, `failed` was not separated, `separated` has the desk's own articles,
 * `open` has a person's changes that are not in the library yet, `accepted` was seen and taken by a person.
 */
export const PageState = z.enum(['raw', 'failed', 'separated', 'open', 'accepted']);
export type PageState = z.infer<typeof PageState>;

/** A decision of the desk that is not certain, in the order in which a reader meets it. */
export const Doubt = z.object({
  id: DoubtId,
  kind: z.enum(['seam', 'open_end', 'role', 'article', 'duplicate']),
  /** The block it concerns; for a duplicate, the dropped range. */
  place: BlockPlace,
  /** The text right behind it that is doubtful because it is: one answer is for all of them. */
  along: z.array(BlockPlace),
  confidence: Confidence,
  evidence: z.array(z.string()),
});
export type Doubt = z.infer<typeof Doubt>;

export const DeskBlock = z.object({
  /** What commands name it by. */
  place: BlockPlace,
  role: BlockRole,
  span: Span,
  pieces: z.array(Piece),
  openEnd: z.boolean(),
  seams: z.array(Seam),
  confidence: Confidence,
  evidence: z.array(z.string()),
});
export type DeskBlock = z.infer<typeof DeskBlock>;

/** A raw page beside what it became, with the changes that a person made and has not accepted yet. */
export const DeskPage = z.object({
  source: SourceId,
  name: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  /** The decoded source, rebuilt from blocks, dropped ranges and operations. */
  text: z.string(),
  state: PageState,
  /** Counts every command, undo, redo and acceptance: what was made on an older one is refused. */
  revision: z.int().nonnegative(),
  /** Who has changes that are not accepted, or accepted it last. */
  who: z.string().nullable(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  articles: z.array(
    z.object({
      /** Its id in the library; null for one that is made when the page is accepted. */
      id: ArticleId.nullable(),
      /** The same through all commands: a key for the window. */
      key: z.string(),
      title: z.string(),
      kind: ArticleKind,
      /** The key of the article it belongs to. */
      parent: z.string().nullable(),
      body: z.string(),
      blocks: z.array(DeskBlock),
    }),
  ),
  dropped: z.array(
    z.object({
      place: BlockPlace,
      role: z.enum(['duplicate', 'noise']),
      pieces: z.array(Piece),
      text: z.string(),
      confidence: Confidence,
    }),
  ),
  doubts: z.array(
    Doubt.extend({
      /** Where running text belongs that stands in the wrong place, if anything names that. */
      instead: BlockTarget.nullable(),
    }),
  ),
  /** Where the library's articles of this page go on, or come from: joined by a person. */
  joins: z.array(
    z.object({
      /** The key of the article; of none where a change that waits takes it away, and accepting parts the two. */
      key: z.string(),
      title: z.string(),
      direction: JumpDirection,
      /** The page on which the other end stands. */
      source: SourceId,
      sourceName: z.string(),
      page: z.string().nullable(),
    }),
  ),
});
export type DeskPage = z.infer<typeof DeskPage>;

/** A page in the queue. */
export const QueuedPage = z.object({
  source: SourceId,
  name: z.string(),
  publication: z.string().nullable(),
  date: PrintedDate.nullable(),
  page: z.string().nullable(),
  state: PageState,
  articles: z.int().nonnegative(),
  doubts: z.int().nonnegative(),
  who: z.string().nullable(),
  updatedAt: z.int(),
});
export type QueuedPage = z.infer<typeof QueuedPage>;

/** What became of the highlights of a page's articles when it was accepted. */
export const CarriedMarks = z.object({ kept: z.int(), moved: z.int(), changed: z.int(), orphan: z.int() });
export type CarriedMarks = z.infer<typeof CarriedMarks>;

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };
const behind = { CONFLICT: { data: z.object({ revision: z.int() }) } };
const step = z.object({ source: SourceId, revision: z.int().nonnegative() });
/** Which pages of the queue; without states those in any. */
export const QueueFilter = z.object({
  states: z.array(PageState).min(1).optional(),
  /** Only pages without a doubt, or only those with. */
  doubts: z.enum(['none', 'some']).optional(),
});

/** What became of the pages without a doubt since they were announced. */
export const CleanChanges = z.object({
  /** Pages that were not among them. */
  came: z.int().nonnegative(),
  /** Pages that somebody works on, accepted or took away. */
  gone: z.int().nonnegative(),
  /** Pages that are another revision than was shown. */
  changed: z.int().nonnegative(),
});
export type CleanChanges = z.infer<typeof CleanChanges>;

export const desk = {
  page: oc
    .input(z.object({ source: SourceId }))
    .output(DeskPage)
    .errors(notFound),
  /** All of the commands or none; each is one step of undo unless they come together. */
  apply: oc
    .input(step.extend({ commands: z.array(DeskCommand).min(1).max(500) }))
    .output(DeskPage)
    .errors({ ...notFound, ...behind, REFUSED: { data: z.object({ command: z.int(), reason: CommandRefusal }) } }),
  undo: oc
    .input(step)
    .output(DeskPage)
    .errors({ ...notFound, ...behind }),
  redo: oc
    .input(step)
    .output(DeskPage)
    .errors({ ...notFound, ...behind }),
  /** Forgets every change since the page was accepted or separated. */
  reset: oc
    .input(step)
    .output(DeskPage)
    .errors({ ...notFound, ...behind }),
  /** The articles of the page as it stands now are the library's; highlights are carried over, and what became of them is said. */
  accept: oc
    .input(step)
    .output(
      Changed.extend({
        page: DeskPage,
        marks: CarriedMarks,
        /** Corrections of this page whose words stand in none of its articles now; `corrections.list` tells them. */
        lostCorrections: z.int().nonnegative(),
      }),
    )
    .errors({ ...notFound, ...behind }),
  queue: oc
    .input(
      QueueFilter.extend({ offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(200).default(200) }),
    )
    .output(
      z.object({
        total: z.int(),
        pages: z.array(QueuedPage),
        counts: z.record(PageState, z.int()),
        /** Pages nobody accepted yet that have no doubt. */
        clean: z.int(),
      }),
    ),
  /** The next page of the queue that nobody accepted yet. */
  next: oc.input(z.object({ after: SourceId.nullable() })).output(z.object({ source: SourceId.nullable() })),
  /** Some of the pages that could be accepted without a look, at random, to be looked at first. */
  sample: oc
    .input(z.object({ count: z.int().min(1).max(100).default(20) }))
    .output(z.object({ announced: AnnouncedId, total: z.int(), pages: z.array(QueuedPage) })),
  /**
   * Accepts the pages that have no doubt and no changes, as one act: those that were announced with the sample, as they
   * were then. Where they are not the same any more none is accepted, and it is said what changed.
   */
  acceptClean: oc
    .input(z.object({ announced: AnnouncedId }))
    .output(Changed)
    .errors({ CONFLICT: { data: z.object({ changes: CleanChanges.nullable() }) } }),
};
