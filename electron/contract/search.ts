import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ArticleSummary, PAGE_ROWS } from './articles.ts';
import { ArticleId, Span } from './ids.ts';

/** What is wrong with a query, and where. The rest of the query is answered all the same. */
export const QueryProblem = z.object({
  code: z.enum([
    'unbalanced_quote',
    'unknown_field',
    'unknown_value',
    'bad_date',
    'bad_near',
    'nothing_to_search',
    'only_exclusions',
    'too_long',
  ]),
  at: Span,
});
export type QueryProblem = z.infer<typeof QueryProblem>;

export const SearchHit = z.object({
  article: ArticleSummary,
  /** Cut from the stored text around the first hits. */
  snippet: z.object({
    text: z.string(),
    field: z.enum(['body', 'note', 'title']),
    /** Where the snippet begins in that field. */
    offset: z.int().nonnegative(),
    /** Hits inside `text`. */
    marks: z.array(Span),
  }),
  /** Every hit in the article's `body`, in its positions; at most 1,000. */
  hits: z.array(Span),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const Suggestion = z.object({
  kind: z.enum(['title', 'publication', 'person', 'tag', 'correction']),
  text: z.string(),
  article: ArticleId.optional(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Longer queries are cut, and say so. */
export const QUERY_CHARACTERS = 10_000;

export const search = {
  query: oc
    .input(
      z.object({
        text: z.string(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(50),
        sort: z.enum(['relevance', 'date', 'title']).default('relevance'),
      }),
    )
    .output(
      z.object({
        items: z.array(SearchHit),
        total: z.int().nonnegative(),
        problems: z.array(QueryProblem),
      }),
    ),
  /** Every matching id, for export and for selecting all results. */
  ids: oc.input(z.object({ text: z.string() })).output(z.array(ArticleId)),
  /** All hits of a query in one article, for marking them in the text and stepping through them. */
  inArticle: oc.input(z.object({ article: ArticleId, text: z.string() })).output(z.array(Span)),
  suggest: oc
    .input(z.object({ text: z.string().max(200), limit: z.int().positive().max(20).default(8) }))
    .output(z.array(Suggestion)),
};
