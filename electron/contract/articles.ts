import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CitationStyle } from './citations.ts';
import { ArticleKind, BlockRole, Confidence, Piece } from './derivation.ts';
import { Days } from './holdings.ts';
import { ArticleId, ChangeId, SourceId, Span, TagId } from './ids.ts';
import { PAGE_ROWS } from './limits.ts';
import { Note } from './note.ts';

export const ReadingState = z.enum(['unread', 'reading', 'read', 'archived']);
export type ReadingState = z.infer<typeof ReadingState>;

export const TagRef = z.object({ id: TagId, path: z.string(), colour: z.string().nullable() });
export type TagRef = z.infer<typeof TagRef>;

/** A date as printed and as EDTF level 1, with the two instants that sorting uses. */
export const PrintedDate = z.object({
  edtf: z.string(),
  printed: z.string().nullable(),
  inferred: z.boolean(),
});
export type PrintedDate = z.infer<typeof PrintedDate>;

/** One row of the library. */
export const ArticleSummary = z.object({
  id: ArticleId,
  title: z.string(),
  kicker: z.string().nullable(),
  kind: ArticleKind,
  byline: z.string().nullable(),
  publication: z.string().nullable(),
  date: PrintedDate.nullable(),
  /** The page of the paper as printed: `1`, `A04`; of several, the first. */
  page: z.string().nullable(),
  /** What the page is called: `要闻`. */
  section: z.string().nullable(),
  /** Name of the imported file, without its folders. */
  source: z.string(),
  sourceId: SourceId,
  /** First words of the text, one line. */
  excerpt: z.string(),
  characters: z.int().nonnegative(),
  readingState: ReadingState,
  highlights: z.int().nonnegative(),
  tags: z.array(TagRef),
  /** `raw`: a newspaper page that the desk has not separated yet. */
  desk: z.enum(['none', 'raw', 'separated']),
  importedAt: z.int(),
  deletedAt: z.int().nullable(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const Block = z.object({
  role: BlockRole,
  level: z.int().min(1).max(6).nullable(),
  /** Where the block stands in the article's `body`. */
  span: Span,
  /** The source ranges it is made of. */
  pieces: z.array(Piece),
  openEnd: z.boolean(),
  confidence: Confidence,
});
export type Block = z.infer<typeof Block>;

/** What an article goes on with on another page. */
export const ArticlePart = z.object({
  /** The article as which that page knows it. */
  article: ArticleId,
  /** The blocks from `start` on, up to the next part, are made of ranges of this source. */
  source: SourceId,
  sourceName: z.string(),
  page: z.string().nullable(),
  section: z.string().nullable(),
  /** Where its text begins in `body`. */
  start: z.int().positive(),
});
export type ArticlePart = z.infer<typeof ArticlePart>;

export const Article = ArticleSummary.extend({
  subtitle: z.string().nullable(),
  parent: ArticleId.nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  /** The clean texts of the blocks in order, joined by one line feed. Highlights and hits count in it. */
  body: z.string(),
  blocks: z.array(Block),
  /** Pages that the article goes on to, in order; nearly always none. */
  parts: z.array(ArticlePart),
  /** The article that this one is a part of: it is read there. */
  partOf: ArticleId.nullable(),
  /** A note on the whole article, Markdown. */
  note: z.string(),
  /** Position in `body` where reading stopped. */
  readingPosition: z.int().nonnegative(),
  sourceSha256: z.string(),
  /** The latest change of what stands in it: text, head, tags, note, highlights that are not confidential. */
  editedAt: z.int(),
  revision: z.int().nonnegative(),
});
export type Article = z.infer<typeof Article>;

export const ArticleFilter = z.object({
  /** A tag path; its descendants match too. */
  tag: z.string().optional(),
  /** Null: those of which no paper is known. */
  publication: z.string().nullable().optional(),
  /** An issue: exactly what has this date. Its articles are in the order of their pages. */
  days: Days.optional(),
  /** A page of it, as printed. */
  page: z.string().optional(),
  source: SourceId.optional(),
  readingState: ReadingState.optional(),
  hasHighlight: z.boolean().optional(),
  /** Only the trash, or (by default) everything outside it. */
  trash: z.boolean().optional(),
});
export type ArticleFilter = z.infer<typeof ArticleFilter>;

export const ArticleSort = z.enum(['imported', 'date', 'title', 'publication']);
export type ArticleSort = z.infer<typeof ArticleSort>;

export { PAGE_ROWS } from './limits.ts';

const notFound = { NOT_FOUND: { data: z.object({ id: z.string() }) } };

/** The same for every act that can be undone: `history.undo` takes the id. */
export const Changed = z.object({ change: ChangeId, count: z.int().nonnegative() });

export const articles = {
  list: oc
    .input(
      z.object({
        filter: ArticleFilter.default({}),
        sort: ArticleSort.default('imported'),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(PAGE_ROWS),
      }),
    )
    .output(z.object({ items: z.array(ArticleSummary), total: z.int().nonnegative() })),
  /** Every id of a list in its order, for "select all", next and previous, and export. */
  ids: oc
    .input(z.object({ filter: ArticleFilter.default({}), sort: ArticleSort.default('imported') }))
    .output(z.array(ArticleId)),
  get: oc
    .input(z.object({ id: ArticleId }))
    .output(Article)
    .errors(notFound),
  /** One line that says where its words are from, as it stands under them. */
  citation: oc
    .input(z.object({ id: ArticleId, style: CitationStyle.default('auto') }))
    .output(z.string())
    .errors(notFound),
  /** Counts for the places on the left. */
  places: oc.output(
    z.object({
      all: z.int(),
      unread: z.int(),
      reading: z.int(),
      read: z.int(),
      archived: z.int(),
      highlighted: z.int(),
      trash: z.int(),
      publications: z.array(z.object({ name: z.string(), count: z.int() })),
    }),
  ),
  setNote: oc
    .input(z.object({ id: ArticleId, note: Note }))
    .output(Changed)
    .errors(notFound),
  setReadingState: oc.input(z.object({ ids: z.array(ArticleId).min(1), state: ReadingState })).output(Changed),
  /** Also moves the reading state on: from unread to reading, and to read at the end. */
  setReadingPosition: oc
    .input(z.object({ id: ArticleId, position: z.int().nonnegative(), isAtEnd: z.boolean().default(false) }))
    .output(z.void()),
  /** Moves to the trash; nothing is destroyed. */
  remove: oc.input(z.object({ ids: z.array(ArticleId).min(1) })).output(Changed),
  restore: oc.input(z.object({ ids: z.array(ArticleId).min(1) })).output(Changed),
};
