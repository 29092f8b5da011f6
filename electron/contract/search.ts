import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ArticleSummary, PAGE_ROWS } from './articles.ts';
import { ArticleKind } from './derivation.ts';
import { ArticleId, Span } from './ids.ts';
import { QUERY_FIELDS } from './query-fields.ts';

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

/** A piece of a query as it was read, for showing it and taking it out. */
export const QueryPart = z.object({
  at: Span,
  is: z.enum(['words', 'or', 'near', ...QUERY_FIELDS]),
  excluded: z.boolean(),
  /** Without its field and its quotation marks. */
  value: z.string(),
});
export type QueryPart = z.infer<typeof QueryPart>;

/** Cut from the stored text around the first hits. */
const Snippet = z.object({
  text: z.string(),
  field: z.enum(['body', 'note', 'title']),
  /** Where the snippet begins in that field. */
  offset: z.int().nonnegative(),
  /** Hits inside `text`. */
  marks: z.array(Span),
});

export const SearchHit = z.object({
  article: ArticleSummary,
  snippet: Snippet,
  /** Every hit in the article's `body`, in its positions; at most 1,000. */
  hits: z.array(Span),
  /** How many of them stand in highlighted words. */
  inMarks: z.int().nonnegative(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const Suggestion = z.object({
  /** `words`: what letters can be read as that stands in titles and names. */
  kind: z.enum(['title', 'publication', 'person', 'tag', 'correction', 'words']),
  text: z.string(),
  article: ArticleId.optional(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SearchSort = z.enum(['relevance', 'date', 'title', 'publication']);
export type SearchSort = z.infer<typeof SearchSort>;

/** Values of one kind; the most frequent ones, by how many of the articles found have them. */
const facet = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int().positive() }));

/** How many values of a kind are listed. */
export const FACET_VALUES = 50;

/**
 * What is told of all articles that a query finds. Each count is exact: as many remain when the value is asked for as
 * well. An article whose date is a year stands in each of its months.
 */
export const SearchFacets = z.object({
  total: z.int().nonnegative(),
  papers: facet(z.string()),
  people: facet(z.string()),
  /** With everything below them. */
  tags: facet(z.string()),
  kinds: facet(ArticleKind),
  /** Values that are not listed. */
  more: z.object({ papers: z.int(), people: z.int(), tags: z.int() }),
  /** Every year and month between the first and the last, `2023` and `2023-10`; no months over more than 200 years. */
  years: z.array(z.object({ value: z.string(), count: z.int().nonnegative() })),
  months: z.array(z.object({ value: z.string(), count: z.int().nonnegative() })),
  undated: z.int().nonnegative(),
});
export type SearchFacets = z.infer<typeof SearchFacets>;

/** A list longer than this is looked for in two. */
export const TERM_NAMES = 300;

/** What one name of a list has been found in. */
export const TermHits = z.object({
  index: z.int().nonnegative(),
  name: z.string(),
  /** The query that finds all of it; empty where there is nothing to search for in the name. */
  text: z.string(),
  total: z.int().nonnegative(),
  passages: z.array(
    z.object({
      article: ArticleId,
      title: z.string(),
      publication: z.string().nullable(),
      date: z.string().nullable(),
      snippet: Snippet,
      hits: z.int().nonnegative(),
    }),
  ),
});
export type TermHits = z.infer<typeof TermHits>;

/** Texts that the index is made anew of, and how many of them it has already: until then a search may miss some. */
export const Indexing = z.object({ done: z.int().nonnegative(), of: z.int().positive() });
export type Indexing = z.infer<typeof Indexing>;

/** Longer queries are cut, and say so. */
export const QUERY_CHARACTERS = 10_000;

export const search = {
  query: oc
    .input(
      z.object({
        text: z.string(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(50),
        sort: SearchSort.default('relevance'),
      }),
    )
    .output(
      z.object({
        items: z.array(SearchHit),
        total: z.int().nonnegative(),
        problems: z.array(QueryProblem),
        parts: z.array(QueryPart),
      }),
    ),
  /** Counted over the same articles as `query` found; they are not looked for a second time. */
  facets: oc.input(z.object({ text: z.string() })).output(SearchFacets),
  indexing: oc.output(Indexing.nullable()),
  /** Every matching id, for export and for selecting all results. */
  ids: oc.input(z.object({ text: z.string() })).output(z.array(ArticleId)),
  /** All hits of a query in one article, for marking them in the text and stepping through them. */
  inArticle: oc.input(z.object({ article: ArticleId, text: z.string() })).output(z.array(Span)),
  /** Each name of a list by itself, one after the other; the condition is a query that holds for all of them. */
  terms: oc
    .input(
      z.object({
        names: z.array(z.string().max(200)).max(TERM_NAMES),
        condition: z.string().max(QUERY_CHARACTERS).default(''),
      }),
    )
    .output(eventIterator(TermHits)),
  suggest: oc
    .input(z.object({ text: z.string().max(200), limit: z.int().positive().max(20).default(8) }))
    .output(z.array(Suggestion)),
};
