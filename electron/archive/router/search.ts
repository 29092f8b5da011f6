import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import type { ForeignWrites } from '../foreign-writes.ts';
import type { Search } from '../search/search.ts';
import { findTerms } from '../search/term-list.ts';
import { articleReads } from '../store/articles.ts';

/** What another process wrote is indexed before anything is searched. */
export function searchRoutes(
  { reader, suggestions }: Pick<ArchiveContext, 'reader' | 'suggestions'>,
  foreign: Pick<ForeignWrites, 'notice' | 'indexing'>,
  search: Search,
) {
  const os = implement(archiveContract).search;
  const articles = articleReads(reader);
  return {
    query: os.query.handler(({ input, signal }) => {
      foreign.notice();
      return search.query(input, signal);
    }),
    facets: os.facets.handler(({ input, signal }) => {
      foreign.notice();
      return search.facets(input.text, signal);
    }),
    indexing: os.indexing.handler(() => foreign.indexing()),
    ids: os.ids.handler(({ input, signal }) => {
      foreign.notice();
      return search.ids(input.text, signal);
    }),
    inArticle: os.inArticle.handler(({ input, signal }) => search.inArticle(input.article, input.text, signal)),
    terms: os.terms.handler(({ input, signal }) => {
      foreign.notice();
      return findTerms(search, input.names, input.condition, signal);
    }),
    suggest: os.suggest.handler(async ({ input }) => {
      const found = await suggestions.suggest(input.text, input.limit);
      // An article that became part of another is told to nobody by the rows that are left.
      return found.filter(({ article }) => article === undefined || articles.countExisting([article]) > 0);
    }),
  };
}
