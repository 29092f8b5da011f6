import type { ReadDb, WriteDb } from './database.ts';
import { asStoreErrors } from './errors.ts';

/** What a search asks of an article beside its words, by the row of the full-text index. */
export type SearchRow = readonly [
  seq: number,
  id: string,
  publication: string | null,
  byline: string | null,
  from: string | null,
  to: string | null,
  kind: string,
  state: string,
  deleted: 0 | 1,
  imported: number,
];

/** The same of a row that changed, with what else is told of it. */
export interface ChangedRow {
  readonly seq: number;
  /** Undefined where the article is gone. */
  readonly row: SearchRow | undefined;
  readonly noted: boolean;
  readonly marked: boolean;
  readonly tags: readonly string[];
}

const COLUMNS = `t.seq, a.id, a.publication_id, a.byline, a.date_from, a.date_to, a.kind, a.reading_state,
  a.deleted_at IS NOT NULL, a.imported_at`;
/** Fields of a `SearchRow`. */
const WIDTH = 10;

/** Beyond so many changes everything is read again: that is quicker then. */
const MOST_CHANGES = 20_000;

export function searchRowReads(db: ReadDb) {
  const rowsAfter = db
    .prepare(
      `SELECT ${COLUMNS} FROM article a CROSS JOIN article_text t ON t.id = a.id WHERE a.id > ? ORDER BY a.id LIMIT ?`,
    )
    .raw() as unknown as { all(id: string, limit: number): SearchRow[] };
  const noted = db
    .prepare(`SELECT seq FROM article_text INDEXED BY article_noted WHERE notes <> ''`)
    .pluck() as unknown as { all(): number[] };
  const marked = db
    .prepare(
      `SELECT DISTINCT t.seq FROM annotation n CROSS JOIN article_text t ON t.id = n.article_id
       WHERE n.deleted_at IS NULL`,
    )
    .pluck() as unknown as { all(): number[] };
  const tagged = db
    .prepare(
      `SELECT t.seq, group_concat(l.tag_id) FROM article_tag l CROSS JOIN article_text t ON t.id = l.article_id
       GROUP BY l.article_id`,
    )
    .raw() as unknown as { all(): [number, string][] };
  const changed = db
    .prepare(
      `SELECT ${COLUMNS}, k.seq,
         EXISTS (SELECT 1 FROM article_text INDEXED BY article_noted WHERE id = t.id AND notes <> ''),
         EXISTS (SELECT 1 FROM annotation WHERE article_id = t.id AND deleted_at IS NULL),
         (SELECT group_concat(tag_id) FROM article_tag WHERE article_id = t.id)
       FROM (SELECT DISTINCT seq FROM search_change WHERE n > ?) k
         LEFT JOIN article_text t ON t.seq = k.seq LEFT JOIN article a ON a.id = t.id`,
    )
    .raw() as unknown as { all(n: number): unknown[][] };
  const last = db.prepare('SELECT max(n) FROM search_change').pluck() as unknown as { get(): number | null };
  const first = db.prepare('SELECT min(n) FROM search_change').pluck() as unknown as { get(): number | null };
  return {
    /** In the order of their ids, those after `id`. */
    rowsAfter: (id: string, limit: number): SearchRow[] => rowsAfter.all(id, limit),
    noted: (): number[] => noted.all(),
    marked: (): number[] => marked.all(),
    tagged: (): [seq: number, tags: string[]][] => tagged.all().map(([seq, tags]) => [seq, tags.split(',')]),
    lastChange: (): number => last.get() ?? 0,
    /** What changed after the change `n`; undefined when that cannot be told any more, or is too much. */
    changesAfter(n: number): ChangedRow[] | undefined {
      if ((first.get() ?? 0) > n + 1 || (last.get() ?? 0) - n > MOST_CHANGES) return undefined;
      return changed.all(n).map((row) => {
        const [seq, noted, marked, tags] = row.slice(WIDTH);
        return {
          seq: seq as number,
          row: row[0] === null || row[1] === null ? undefined : (row as unknown as SearchRow),
          noted: noted === 1,
          marked: marked === 1,
          tags: typeof tags === 'string' ? tags.split(',') : [],
        };
      });
    },
  };
}

/** So many entries are not worth a commit. */
const KEPT_CHANGES = 1000;

/** Forgets the changes that were told; who has not read them reads everything. */
export function trimSearchChanges(db: WriteDb): void {
  const trim = db.prepare(
    `DELETE FROM search_change WHERE n < (SELECT max(n) FROM search_change)
       AND (SELECT max(n) - min(n) FROM search_change) > ${KEPT_CHANGES}`,
  );
  asStoreErrors(() => trim.run());
}
