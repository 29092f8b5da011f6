import { useMemo, useState } from 'react';
import type { QueuedPage } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import { NAMED_AT_ONCE, PAGE_ROWS } from '#contract/limits.ts';
import type { NamesOf } from '#contract/naming.ts';
import { archive, type PagedRows } from '../../api/index.ts';
import type { QueueRoute } from '../../app/route.ts';
import type { QueueAnswer } from './use-queue.ts';

type Marked = 'all' | ReadonlySet<SourceId>;

const NONE: ReadonlySet<SourceId> = new Set();

/** Several pages of the queue that one act is meant for; with fewer than two of them, none is marked. */
export function useMarkedPages(
  { state, doubts }: Pick<QueueRoute, 'state' | 'doubts'>,
  { rowAt, rowOf, total = 0 }: PagedRows<QueuedPage, QueueAnswer>,
) {
  const filter = useMemo(
    () => ({ ...(state ? { states: [state] } : {}), ...(doubts ? { doubts } : {}) }),
    [state, doubts],
  );
  // What was marked under another filter is not seen any more.
  const [marked, setMarked] = useState<{ readonly of: object; readonly pages: Marked }>({ of: filter, pages: NONE });
  const pages = marked.of === filter ? marked.pages : NONE;

  const rows = useMemo(
    () => (pages === 'all' ? [...rowOf.values()] : [...pages].flatMap((id) => rowOf.get(id) ?? [])),
    [pages, rowOf],
  );

  async function mark(chosen: 'all' | ReadonlySet<number>): Promise<void> {
    if (chosen === 'all' || chosen.size === total) return setMarked({ of: filter, pages: total > 1 ? 'all' : NONE });
    if (chosen.size < 2) return setMarked({ of: filter, pages: NONE });
    const ids = new Set<SourceId>();
    // A range may lead over rows that were never shown.
    const unknown = new Set<number>();
    for (const row of chosen) {
      const page = rowAt(row);
      if (page) ids.add(page.source);
      else unknown.add(Math.floor(row / PAGE_ROWS));
    }
    for (const page of unknown) {
      const offset = page * PAGE_ROWS;
      const answer = await archive.desk.queue({ ...filter, offset, limit: PAGE_ROWS });
      for (const [index, { source }] of answer.pages.entries()) if (chosen.has(offset + index)) ids.add(source);
    }
    setMarked({ of: filter, pages: ids });
  }

  const count = pages === 'all' ? total : pages.size;
  const of: NamesOf = pages === 'all' || count === 0 ? { queue: filter } : { sources: [...pages] };
  /** More can only be meant all together. */
  const isTooMany = pages !== 'all' && count > NAMED_AT_ONCE;
  return { count, rows, mark, clear: () => void mark(new Set()), of, isTooMany };
}
