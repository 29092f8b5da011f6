import { type QueryKey, type UseQueryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PAGE_ROWS } from '#contract/limits.ts';

/** Pages that left the view are forgotten after this: a window of them stays in memory, however long the list is. */
export const KEPT_MILLISECONDS = 60_000;
/** While one drags the scroll bar, pages that only fly by are not asked for. */
const SETTLED_MILLISECONDS = 60;

export interface PagedRows<Row, Data> {
  readonly total: number | undefined;
  readonly rowAt: (row: number) => Row | undefined;
  /** Row numbers of what is in memory, by id. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly onView: (first: number, last: number) => void;
  /** The answer for the first page, with whatever it says besides. */
  readonly head: Data | undefined;
}

/** How a list is asked for and read; all three stay the same as long as the list does. */
export interface PagedList<Row, Data> {
  /** The first page's with `keepPreviousData`, so that a list that changes is not empty in between. */
  readonly optionsOf: (page: number) => UseQueryOptions<Data, Error, Data, QueryKey>;
  readonly rowsOf: (data: Data) => readonly Row[];
  readonly idOf: (row: Row) => string;
}

/** A list of any length, read in pages of 200 as they come into view. */
export function usePagedRows<Row, Data extends { readonly total: number }>({
  optionsOf,
  rowsOf,
  idOf,
}: PagedList<Row, Data>): PagedRows<Row, Data> {
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

  const { data: head } = useQuery(optionsOf(0));
  const total = head?.total;
  const lastPage = Math.max(0, Math.ceil((total ?? 0) / PAGE_ROWS) - 1);
  const numbers = useMemo(() => {
    const from = Math.min(first, lastPage);
    return Array.from({ length: Math.min(last, lastPage) - from + 1 }, (_, index) => from + index);
  }, [first, last, lastPage]);
  const pages: readonly (Data | undefined)[] = useQueries({ queries: numbers.map(optionsOf), combine: dataOf });

  return useMemo(() => {
    const loaded = new Map(numbers.map((page, index) => [page, pages[index]]));
    if (head) loaded.set(0, loaded.get(0) ?? head);
    const rowOf = new Map<string, number>();
    const rows = new Map<number, readonly Row[]>();
    for (const [page, data] of loaded) {
      if (!data) continue;
      rows.set(page, rowsOf(data));
      for (const [index, row] of rowsOf(data).entries()) rowOf.set(idOf(row), page * PAGE_ROWS + index);
    }
    const rowAt = (row: number) => rows.get(Math.floor(row / PAGE_ROWS))?.[row % PAGE_ROWS];
    return { total, rowAt, rowOf, onView, head };
  }, [numbers, pages, head, total, onView, rowsOf, idOf]);
}

function dataOf<Data>(results: readonly { readonly data: Data | undefined }[]): (Data | undefined)[] {
  return results.map((result) => result.data);
}
