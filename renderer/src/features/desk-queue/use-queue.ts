import { keepPreviousData } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PageState, QueuedPage } from '#contract/desk.ts';
import { PAGE_ROWS } from '#contract/limits.ts';
import { archiveQueries, KEPT_MILLISECONDS, type PagedRows, usePagedRows } from '../../api/index.ts';
import type { QueueRoute } from '../../app/route.ts';

export interface QueueAnswer {
  readonly total: number;
  readonly pages: readonly QueuedPage[];
  readonly counts: Readonly<Partial<Record<PageState, number>>>;
  readonly clean: number;
}

const rowsOf = ({ pages }: QueueAnswer) => pages;
const idOf = ({ source }: QueuedPage) => source;

/** The pages of the queue, however many there are. */
export function useQueue({ state, doubts }: Pick<QueueRoute, 'state' | 'doubts'>): PagedRows<QueuedPage, QueueAnswer> {
  const optionsOf = useCallback(
    (page: number) =>
      archiveQueries.desk.queue.queryOptions({
        input: {
          ...(state ? { states: [state] } : {}),
          ...(doubts ? { doubts } : {}),
          offset: page * PAGE_ROWS,
          limit: PAGE_ROWS,
        },
        gcTime: KEPT_MILLISECONDS,
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      }),
    [state, doubts],
  );
  return usePagedRows<QueuedPage, QueueAnswer>({ optionsOf, rowsOf, idOf });
}
