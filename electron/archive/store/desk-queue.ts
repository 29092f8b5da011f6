import type { PageState, QueuedPage } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import { toDate } from './articles.ts';
import type { ReadDb } from './database.ts';
import { PAGE_STATE } from './sources.ts';
import { type Sql, where } from './sql.ts';

export interface QueueFilter {
  readonly states?: readonly PageState[] | undefined;
  readonly doubts?: 'none' | 'some' | undefined;
}

interface QueueRow {
  readonly id: SourceId;
  readonly name: string;
  readonly publication: string | null;
  readonly date_edtf: string | null;
  readonly date_printed: string | null;
  readonly date_inferred: 0 | 1;
  readonly page_label: string | null;
  readonly page_state: PageState;
  readonly articles: number;
  readonly doubts: number;
  readonly who: string | null;
  readonly updated_at: number;
}

const PAGES = `source INDEXED BY source_queue`;
/** As the index says it: whatever is a page, or was worked on as one. */
const QUEUED = `(desk <> 'none' OR desk_open = 1 OR accepted_at IS NOT NULL)`;
/** Seen by nobody, and nothing in it is doubtful. */
export const CLEAN = `${QUEUED} AND ${PAGE_STATE} = 'separated' AND doubts = 0`;

/** Exported for the test of their plans. What is asked of a page is asked for those that are shown, by id. */
export const QUEUE_SQL = {
  rows: `SELECT s.id, s.name, p.name AS publication, a.date_edtf, a.date_printed, a.date_inferred, a.page_label,
      ${PAGE_STATE} AS page_state, coalesce(w.articles, (SELECT count(*) FROM article c WHERE c.source_id = s.id)) AS articles, s.doubts,
      CASE WHEN s.desk_open THEN w.who ELSE s.accepted_by END AS who,
      coalesce(w.updated_at, s.accepted_at, s.imported_at) AS updated_at
    FROM json_each(?) k CROSS JOIN source s ON s.id = k.value
    LEFT JOIN article a ON a.id = (SELECT f.id FROM article f WHERE f.source_id = s.id ORDER BY f.position LIMIT 1)
    LEFT JOIN publication p ON p.id = a.publication_id LEFT JOIN desk_work w ON w.source_id = s.id`,
  counts: `SELECT ${PAGE_STATE} AS state, count(*) AS n FROM ${PAGES} WHERE ${QUEUED} GROUP BY state`,
  clean: `SELECT count(*) AS n FROM ${PAGES} WHERE ${CLEAN}`,
  cleanOnes: `SELECT id, desk_revision AS revision FROM ${PAGES} WHERE ${CLEAN}`,
  sample: `SELECT id FROM ${PAGES} WHERE ${CLEAN} ORDER BY random() LIMIT ?`,
  next: `SELECT id FROM ${PAGES} WHERE ${QUEUED} AND ${PAGE_STATE} IN ('separated', 'open', 'failed') AND id > ?
    ORDER BY id LIMIT 1`,
  following: `SELECT id FROM ${PAGES} WHERE ${QUEUED} AND id > ? ORDER BY id LIMIT ?`,
} as const;

/** Ids of one part of the queue, in the order in which the pages came. */
export function queueQuery(filter: QueueFilter, page: { limit: number; offset: number }, after?: string): Sql {
  const conditions = queueConditions(filter, after);
  return {
    text: `SELECT id FROM ${PAGES}${conditions.text} ORDER BY id LIMIT ? OFFSET ?`,
    values: [...conditions.values, page.limit, page.offset],
  };
}

export function queueCountQuery(filter: QueueFilter): Sql {
  const conditions = queueConditions(filter);
  return { text: `SELECT count(*) AS n FROM ${PAGES}${conditions.text}`, values: conditions.values };
}

function queueConditions({ states, doubts }: QueueFilter, after?: string): Sql {
  const conditions: Sql[] = [{ text: QUEUED, values: [] }];
  if (states)
    conditions.push({
      text: `${PAGE_STATE} IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(states)],
    });
  if (doubts) conditions.push({ text: doubts === 'none' ? 'doubts = 0' : 'doubts > 0', values: [] });
  if (after !== undefined) conditions.push({ text: 'id > ?', values: [after] });
  return where(conditions);
}

/** Pages at the desk, thousands of them: each answer is read from an index that holds state and doubts. */
export function deskQueueReads(db: ReadDb) {
  const rows = db.prepare<[string], QueueRow>(QUEUE_SQL.rows);
  const counts = db.prepare<[], { state: PageState; n: number }>(QUEUE_SQL.counts);
  const clean = db.prepare<[], { n: number }>(QUEUE_SQL.clean);
  const cleanOnes = db.prepare<[], { id: SourceId; revision: number }>(QUEUE_SQL.cleanOnes);
  const sample = db.prepare<[number], { id: SourceId }>(QUEUE_SQL.sample);
  const next = db.prepare<[string], { id: SourceId }>(QUEUE_SQL.next);
  const following = db.prepare<[string, number], { id: SourceId }>(QUEUE_SQL.following);

  function pages(ids: readonly { readonly id: SourceId }[]): QueuedPage[] {
    return rows.all(JSON.stringify(ids.map((row) => row.id))).map(toPage);
  }

  return {
    list(filter: QueueFilter, page: { limit: number; offset: number }): { total: number; pages: QueuedPage[] } {
      const query = queueQuery(filter, page);
      const count = queueCountQuery(filter);
      return {
        total: db.prepare<unknown[], { n: number }>(count.text).get(...count.values)?.n ?? 0,
        pages: pages(db.prepare<unknown[], { id: SourceId }>(query.text).all(...query.values)),
      };
    },
    counts(): Record<PageState, number> {
      const all = { raw: 0, failed: 0, separated: 0, open: 0, accepted: 0 };
      for (const { state, n } of counts.all()) all[state] = n;
      return all;
    },
    countClean(): number {
      return clean.get()?.n ?? 0;
    },
    /** Every page that has no doubt and no changes, with its revision. */
    cleanOnes(): Map<SourceId, number> {
      return new Map(cleanOnes.all().map(({ id, revision }) => [id, revision]));
    },
    sample(count: number): QueuedPage[] {
      return pages(sample.all(count));
    },
    /** The next page that can be accepted; after the last one, the first. Undefined where there is no other. */
    next(after: SourceId | null): SourceId | undefined {
      const found = next.get(after ?? '') ?? next.get('');
      return found?.id === after ? undefined : found?.id;
    },
    /** The pages after that one, in the order of the queue. */
    idsAfter(id: string, limit: number, filter?: QueueFilter): SourceId[] {
      if (!filter) return following.all(id, limit).map((row) => row.id);
      const query = queueQuery(filter, { limit, offset: 0 }, id);
      return db
        .prepare<unknown[], { id: SourceId }>(query.text)
        .all(...query.values)
        .map((row) => row.id);
    },
  };
}

function toPage(row: QueueRow): QueuedPage {
  return {
    source: row.id,
    name: row.name,
    publication: row.publication,
    date: toDate(row),
    page: row.page_label,
    state: row.page_state,
    articles: row.articles,
    doubts: row.doubts,
    who: row.who,
    updatedAt: row.updated_at,
  };
}
