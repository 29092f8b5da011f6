import { keepPreviousData } from '@tanstack/react-query';
import type { JumpStub } from '#contract/jumps.ts';
import { PAGE_ROWS } from '#contract/limits.ts';
import { archiveQueries, KEPT_MILLISECONDS, type PagedRows, usePagedRows } from '../../api/index.ts';

interface StubAnswer {
  readonly total: number;
  readonly items: readonly JumpStub[];
}

const LIST = {
  optionsOf: (page: number) =>
    archiveQueries.jumps.list.queryOptions({
      input: { show: 'pairs' as const, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
      gcTime: KEPT_MILLISECONDS,
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    }),
  rowsOf: ({ items }: StubAnswer) => items,
  idOf: ({ id }: JumpStub) => id,
};

/** The ends of stories that go on on another page and are not joined, however many there are. */
export function useStubs(): PagedRows<JumpStub, StubAnswer> {
  return usePagedRows<JumpStub, StubAnswer>(LIST);
}
