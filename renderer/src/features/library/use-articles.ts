import { keepPreviousData } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ArticleSummary } from '#contract/articles.ts';
import { PAGE_ROWS } from '#contract/limits.ts';
import { archiveQueries, KEPT_MILLISECONDS, type PagedRows, usePagedRows } from '../../api/index.ts';
import type { ListQuery } from './filter.ts';

interface Answer {
  readonly total: number;
  readonly items: readonly ArticleSummary[];
}

const rowsOf = ({ items }: Answer) => items;
const idOf = ({ id }: ArticleSummary) => id;

export function pageOptions({ filter, sort }: ListQuery, page: number) {
  return archiveQueries.articles.list.queryOptions({
    input: { filter, sort, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
    gcTime: KEPT_MILLISECONDS,
    ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The articles of a place, however many there are. */
export function usePagedArticles(query: ListQuery): PagedRows<ArticleSummary, Answer> {
  const optionsOf = useCallback((page: number) => pageOptions(query, page), [query]);
  return usePagedRows<ArticleSummary, Answer>({ optionsOf, rowsOf, idOf });
}
