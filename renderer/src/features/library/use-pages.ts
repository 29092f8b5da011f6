import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#contract/articles.ts';
import { PAGE_ROWS } from '#contract/limits.ts';
import { archiveQueries } from '../../api/index.ts';
import type { ListQuery } from './filter.ts';

/** Pages that left the view are forgotten after this: a window of them stays in memory, however long the list is. */
const KEPT_MILLISECONDS = 60_000;
/** While one drags the scroll bar, pages that only fly by are not asked for. */
const SETTLED_MILLISECONDS = 60;

export interface PagedArticles {
  readonly total: number | undefined;
  readonly rowAt: (row: number) => ArticleSummary | undefined;
  /** Row numbers of the articles in memory. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly onView: (first: number, last: number) => void;
}

export function pageOptions({ filter, sort }: ListQuery, page: number) {
  return archiveQueries.articles.list.queryOptions({
    input: { filter, sort, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
    gcTime: KEPT_MILLISECONDS,
  });
}

/** A list of any length, read in pages of 200 as they come into view. */
export function usePagedArticles(query: ListQuery): PagedArticles {
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onView = useCallback((from: number, to: number) => {
    clearTimeout(timer.current);
    const next = [Math.floor(from / PAGE_ROWS), Math.floor(to / PAGE_ROWS)] as const;
    timer.current = setTimeout(
      () => setView((current) => (current[0] === next[0] && current[1] === next[1] ? current : next)),
      SETTLED_MILLISECONDS,
    );
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const { data: head } = useQuery({ ...pageOptions(query, 0), placeholderData: keepPreviousData });
  const total = head?.total;
  const lastPage = Math.max(0, Math.ceil((total ?? 0) / PAGE_ROWS) - 1);
  const numbers = useMemo(() => {
    const from = Math.min(first, lastPage);
    return Array.from({ length: Math.min(last, lastPage) - from + 1 }, (_, index) => from + index);
  }, [first, last, lastPage]);
  const pages = useQueries({ queries: numbers.map((page) => pageOptions(query, page)), combine: dataOf });

  return useMemo(() => {
    const loaded = new Map(numbers.map((page, index) => [page, pages[index]]));
    if (head) loaded.set(0, loaded.get(0) ?? head.items);
    const rowOf = new Map<string, number>();
    for (const [page, items] of loaded) {
      for (const [index, article] of (items ?? []).entries()) rowOf.set(article.id, page * PAGE_ROWS + index);
    }
    const rowAt = (row: number) => loaded.get(Math.floor(row / PAGE_ROWS))?.[row % PAGE_ROWS];
    return { total, rowAt, rowOf, onView };
  }, [numbers, pages, head, total, onView]);
}

type Page = { readonly items: readonly ArticleSummary[] };
function dataOf(results: readonly { readonly data: Page | undefined }[]): (readonly ArticleSummary[] | undefined)[] {
  return results.map((result) => result.data?.items);
}
