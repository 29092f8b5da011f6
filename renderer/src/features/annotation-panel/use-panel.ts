import { keepPreviousData } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { AnnotationFilter, AnnotationSort, ListedAnnotation } from '#contract/annotations.ts';
import { PAGE_ROWS } from '#contract/limits.ts';
import { archiveQueries, KEPT_MILLISECONDS, type PagedRows, usePagedRows } from '../../api/index.ts';
import type { NotesRoute } from '../../app/notes-route.ts';

export interface PanelAnswer {
  readonly total: number;
  readonly items: readonly ListedAnnotation[];
}

export type PanelOrder = AnnotationFilter & { readonly sort: AnnotationSort };

const rowsOf = ({ items }: PanelAnswer) => items;
const idOf = ({ id }: ListedAnnotation) => id;

/** What the archive is asked for: days of the address are days where the person is. */
export function useOrder({
  kind,
  colour,
  state,
  tag,
  article,
  text,
  from,
  until,
  sort = 'made',
}: NotesRoute): PanelOrder {
  return useMemo(
    () => ({
      ...(kind ? { kind } : {}),
      ...(colour ? { colour } : {}),
      ...(state ? { state } : {}),
      ...(tag ? { tag } : {}),
      ...(article ? { article } : {}),
      ...(text?.trim() ? { text: text.trim().slice(0, 200) } : {}),
      ...(from ? { from: startOfDay(from, 0) } : {}),
      ...(until ? { before: startOfDay(until, 1) } : {}),
      sort,
    }),
    [kind, colour, state, tag, article, text, from, until, sort],
  );
}

function startOfDay(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** The highlights of that order, however many there are. */
export function usePanel(order: PanelOrder): PagedRows<ListedAnnotation, PanelAnswer> {
  const optionsOf = useCallback(
    (page: number) =>
      archiveQueries.annotations.list.queryOptions({
        input: { ...order, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
        gcTime: KEPT_MILLISECONDS,
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      }),
    [order],
  );
  return usePagedRows<ListedAnnotation, PanelAnswer>({ optionsOf, rowsOf, idOf });
}
