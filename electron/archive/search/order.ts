import type { SearchSort } from '#contract/search.ts';
import type { ReadDb } from '../store/database.ts';
import type { Columns } from './columns.ts';
import { contains } from './rank.ts';

/** How results are sorted when not by relevance. */
export type PlainSort = Exclude<SearchSort, 'relevance'>;

const ORDERS: Readonly<Record<PlainSort, { readonly index: string; readonly by: string }>> = {
  date: { index: 'article_by_date', by: 'a.date_from DESC, a.source_id DESC, a.position' },
  title: { index: 'article_by_title', by: 'a.title_key, a.source_id DESC, a.position' },
  publication: {
    index: 'article_by_publication',
    by: 'a.publication_key, a.date_from DESC, a.source_id DESC, a.position',
  },
};

/** Up to this many results are sorted; of more, the list of all articles is walked in its order until the page is full. */
const SORTED = 2000;

/** Sorts results as the library is sorted. */
export function openOrder(db: ReadDb) {
  const statements = {
    date: prepare(db, 'date'),
    title: prepare(db, 'title'),
    publication: prepare(db, 'publication'),
  };
  const datedFrom = db
    .prepare(
      `SELECT t.seq FROM article a INDEXED BY article_by_date CROSS JOIN article_text t ON t.id = a.id
       WHERE a.deleted_at IS NULL AND a.date_from <= ? ORDER BY ${ORDERS.date.by}`,
    )
    .pluck() as unknown as { iterate(day: string): IterableIterator<number> };

  /** Everything in its order; by date from the newest one on that there is among the rows, where the page has dates only. */
  function walk(rows: readonly number[], sort: PlainSort, needed: number, { from }: Pick<Columns, 'from'>) {
    const dated = sort === 'date' ? rows.filter((row) => (from[row] as number) > 0) : [];
    if (dated.length < Math.max(1, needed)) return statements[sort].walked.iterate();
    const newest = String(dated.reduce((day, row) => Math.max(day, from[row] as number), 0)).padStart(8, '0');
    return datedFrom.iterate(`${newest.slice(0, 4)}-${newest.slice(4, 6)}-${newest.slice(6)}`);
  }

  return function page(
    rows: readonly number[],
    sort: PlainSort,
    offset: number,
    limit: number,
    columns: Pick<Columns, 'from'>,
  ): number[] {
    if (rows.length <= SORTED) return statements[sort].sorted.all(JSON.stringify(rows), limit, offset);
    const found: number[] = [];
    let skip = offset;
    for (const row of walk(rows, sort, offset + limit, columns)) {
      if (!contains(rows, row)) continue;
      if (skip > 0) skip -= 1;
      else found.push(row);
      if (found.length === limit) break;
    }
    return found;
  };
}

function prepare(db: ReadDb, sort: PlainSort) {
  const { index, by } = ORDERS[sort];
  const sorted = db
    .prepare(
      `SELECT t.seq FROM json_each(?) k CROSS JOIN article_text t ON t.seq = k.value
       JOIN article a ON a.id = t.id ORDER BY ${by} LIMIT ? OFFSET ?`,
    )
    .pluck() as unknown as { all(rows: string, limit: number, offset: number): number[] };
  const walked = db
    .prepare(
      `SELECT t.seq FROM article a INDEXED BY ${index} CROSS JOIN article_text t ON t.id = a.id
       WHERE a.deleted_at IS NULL ORDER BY ${by}`,
    )
    .pluck() as unknown as { iterate(): IterableIterator<number> };
  return { sorted, walked };
}
