import Database from 'better-sqlite3';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { migrate } from './migrate.ts';

/** One row as another program can keep it: what is JSON in a column is JSON here, bytes are `{ base64 }`. */
export type RecordRow = Readonly<Record<string, unknown>>;
export type RecordTables = Readonly<Record<string, readonly RecordRow[]>>;

/** What of the archive goes out. */
export interface RecordScope {
  /** Of these sources; null: everything there is, also what hangs on none. */
  readonly sources: readonly SourceId[] | null;
  /** With highlights that are marked confidential. */
  readonly confidential: boolean;
}

const OF_SOURCE = 'SELECT id FROM article WHERE source_id = @source';

/** What a source is and what was made of it, in the order in which its rows can be written. */
const DERIVED: Readonly<Record<string, string>> = {
  source: 'SELECT * FROM source WHERE id = @source',
  positions: 'SELECT * FROM positions WHERE source_id = @source',
  page_image: 'SELECT * FROM page_image WHERE source_id = @source ORDER BY page',
  operations: 'SELECT * FROM operations WHERE source_id = @source',
  dropped: 'SELECT * FROM dropped WHERE source_id = @source ORDER BY position',
  desk_work: 'SELECT * FROM desk_work WHERE source_id = @source',
  article: 'SELECT * FROM article WHERE source_id = @source ORDER BY position, id',
  // Its row number, the joined notes and the hash are made where it is written.
  article_text: `SELECT id, title, body, note FROM article_text WHERE id IN (${OF_SOURCE}) ORDER BY id`,
  block: `SELECT * FROM block WHERE article_id IN (${OF_SOURCE}) ORDER BY article_id, position`,
};

/** What people set to the articles of a source. */
const ADDED: Readonly<Record<string, string>> = {
  annotation: `SELECT * FROM annotation WHERE article_id IN (${OF_SOURCE}) AND confidential <= @confidential ORDER BY id`,
  annotation_tag: `SELECT l.* FROM annotation_tag l JOIN annotation n ON n.id = l.annotation_id
    WHERE n.article_id IN (${OF_SOURCE}) AND n.confidential <= @confidential ORDER BY l.annotation_id, l.tag_id`,
  article_tag: `SELECT * FROM article_tag WHERE article_id IN (${OF_SOURCE}) ORDER BY article_id, tag_id`,
  correction: 'SELECT * FROM correction WHERE id IN (SELECT value FROM json_each(@corrections)) ORDER BY at, id',
};

const CHOSEN = '(@all OR %s IN (SELECT value FROM json_each(@sources)))';
const chosen = (column: string) => CHOSEN.replace('%s', column);
const PAGES = `SELECT p.id FROM page p WHERE ${chosen('p.source_id')} UNION
  SELECT l.page_id FROM article_page l JOIN article a ON a.id = l.article_id WHERE ${chosen('a.source_id')}`;
const ISSUES = `SELECT issue_id FROM page WHERE id IN (${PAGES})`;
/** A tag that stands on confidential highlights alone would say what they are about. */
const TAGS = `SELECT tag_id FROM article_tag l JOIN article a ON a.id = l.article_id WHERE ${chosen('a.source_id')} UNION
  SELECT l.tag_id FROM annotation_tag l JOIN annotation n ON n.id = l.annotation_id JOIN article a ON a.id = n.article_id
  WHERE n.confidential <= @confidential AND ${chosen('a.source_id')}`;

/** What sources have in common; the first are there before them, the last after. */
const BEFORE: Readonly<Record<string, string>> = {
  archive_fact: `SELECT * FROM archive_fact WHERE @all AND key IN ('archive_id', 'created_at', 'colour_names') ORDER BY key`,
  publication: `SELECT * FROM publication WHERE @all OR id IN
    (SELECT publication_id FROM article a WHERE ${chosen('a.source_id')} UNION
     SELECT publication_id FROM issue WHERE id IN (${ISSUES})) ORDER BY id`,
  issue: `SELECT * FROM issue WHERE @all OR id IN (${ISSUES}) ORDER BY id`,
  tag: `SELECT * FROM tag WHERE id IN (${TAGS})
    OR (@all AND id NOT IN (SELECT tag_id FROM annotation_tag)) ORDER BY id`,
};
const AFTER: Readonly<Record<string, string>> = {
  page: `SELECT * FROM page WHERE id IN (${PAGES}) OR @all ORDER BY id`,
  article_page: `SELECT l.* FROM article_page l JOIN article a ON a.id = l.article_id WHERE ${chosen('a.source_id')}
    ORDER BY l.article_id, l.page_id`,
  article_part: `SELECT l.* FROM article_part l JOIN article a ON a.id = l.part_id JOIN article w ON w.id = l.article_id
    WHERE ${chosen('a.source_id')} AND ${chosen('w.source_id')} ORDER BY l.part_id`,
  correction:
    'SELECT * FROM correction WHERE @all AND id IN (SELECT value FROM json_each(@corrections)) ORDER BY at, id',
  saved_search: 'SELECT * FROM saved_search WHERE @all ORDER BY id',
  template: 'SELECT * FROM template WHERE @all ORDER BY id',
};

export const DERIVED_TABLES: readonly string[] = Object.keys(DERIVED);
export const ADDED_TABLES: readonly string[] = Object.keys(ADDED);
/** In the order in which they are written, before the sources and after them. */
export const SHARED_TABLES = { before: Object.keys(BEFORE), after: Object.keys(AFTER) } as const;
/** Tables whose rows are carried. */
export const CARRIED_TABLES: readonly string[] = [
  ...new Set([DERIVED, ADDED, BEFORE, AFTER].flatMap((tables) => Object.keys(tables))),
  'journal',
];
/** Made anew from the texts where these are written. */
export const MADE_TABLES = /^(article_index|title_index)|^(indexed|index_stale|search_change)$/;
/** What one typed is nobody else's business. */
export const LEFT_TABLES: readonly string[] = ['search_history'];

/** Columns that hold JSON. */
const JSON_COLUMNS = new Set('pages list pieces evidence seams steps undone added edits ranges'.split(' '));

/** Rows of tables as records. Good for one moment of the archive: the caller reads inside one transaction. */
export function recordReads(db: ReadDb, { sources, confidential }: RecordScope) {
  const homes = correctionHomes(db);
  const shared = {
    all: sources === null ? 1 : 0,
    sources: JSON.stringify(sources ?? []),
    confidential: confidential ? 1 : 0,
    corrections: JSON.stringify(homes.get(null) ?? []),
  };
  const prepared = new Map<string, (values: Readonly<Record<string, unknown>>) => IterableIterator<unknown>>();
  function* rows(sql: string, values: Readonly<Record<string, unknown>>): Generator<RecordRow> {
    let read = prepared.get(sql);
    if (!read) {
      const statement = db.prepare<[Record<string, unknown>], unknown>(sql);
      const used = [...new Set(sql.match(/@\w+/g))].map((name) => name.slice(1));
      read = (all) => statement.iterate(Object.fromEntries(used.map((name) => [name, all[name]])));
      prepared.set(sql, read);
    }
    for (const row of read(values)) yield toRecord(row as Record<string, unknown>);
  }
  function tablesOf(queries: Readonly<Record<string, string>>, source: SourceId): RecordTables {
    const values = { source, confidential: shared.confidential, corrections: JSON.stringify(homes.get(source) ?? []) };
    const entries = Object.entries(queries).map(([table, sql]) => [table, [...rows(sql, values)]] as const);
    return Object.fromEntries(entries.filter(([, list]) => list.length > 0));
  }
  return {
    /** The source and what was made of it. */
    derived: (source: SourceId) => tablesOf(DERIVED, source),
    /** Highlights, tags and corrections on its articles. */
    added: (source: SourceId) => tablesOf(ADDED, source),
    /** What sources have in common, table by table, to be written before or after them. */
    *shared(when: 'before' | 'after'): Generator<{ table: string; rows: Generator<RecordRow> }> {
      for (const [table, sql] of Object.entries(when === 'before' ? BEFORE : AFTER))
        yield { table, rows: rows(sql, shared) };
    },
  };
}

/** A correction stands with the source of its first range, or of its article; null where both are gone. */
function correctionHomes(db: ReadDb): ReadonlyMap<SourceId | null, string[]> {
  const rows = db
    .prepare<[], { id: string; home: SourceId | null }>(`
      SELECT c.id, s.id AS home FROM correction c LEFT JOIN source s ON s.id =
        coalesce(json_extract(c.ranges, '$[0][0]'), (SELECT source_id FROM article WHERE id = c.article_id))`)
    .all();
  const homes = new Map<SourceId | null, string[]>();
  for (const { id, home } of rows) homes.set(home, [...(homes.get(home) ?? []), id]);
  return homes;
}

function toRecord(row: Record<string, unknown>): RecordRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (Buffer.isBuffer(value)) return [column, { base64: value.toString('base64') }];
      return [column, JSON_COLUMNS.has(column) && typeof value === 'string' ? JSON.parse(value) : value];
    }),
  );
}

/** Records as rows again. A table or a column that this version does not have is refused, as is what its CHECKs refuse. */
export function recordWrites(db: WriteDb) {
  const columns = new Map<string, ReadonlySet<string>>();
  const prepared = new Map<string, (values: Record<string, unknown>) => number>();
  function columnsOf(table: string): ReadonlySet<string> {
    let found = columns.get(table);
    if (!found) {
      if (!CARRIED_TABLES.includes(table)) throw new RecordError(`no table ${table}`);
      const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      found = new Set(names as string[]);
      columns.set(table, found);
    }
    return found;
  }
  return {
    /** Returns whether it was written: not where a row of that key is there. @throws RecordError, or what SQLite says */
    insert(table: string, row: RecordRow): boolean {
      const names = Object.keys(row).sort();
      const key = `${table} ${names}`;
      let run = prepared.get(key);
      if (!run) {
        const known = columnsOf(table);
        const stranger = names.find((name) => !known.has(name));
        if (stranger !== undefined || names.length === 0) throw new RecordError(`${table} has no ${stranger ?? 'row'}`);
        const statement = db.prepare<[Record<string, unknown>]>(
          `INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `@${name}`)}) ON CONFLICT DO NOTHING`,
        );
        run = (values) => statement.run(values).changes;
        prepared.set(key, run);
      }
      return run(toRow(row)) > 0;
    },
  };
}

/** Tables without rows, in memory: what a row has to be is tried there. References are looked at when they are asked for. */
export function emptyDatabase(): WriteDb {
  const db = new Database(':memory:');
  migrate(db);
  db.pragma('foreign_keys = OFF');
  return db as WriteDb;
}

/** A record that is no row of this schema. */
export class RecordError extends Error {}

function toRow(record: RecordRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([column, value]) => {
      if (JSON_COLUMNS.has(column)) return [column, value === null ? null : JSON.stringify(value)];
      if (value !== null && typeof value === 'object') {
        const { base64 } = value as { base64?: unknown };
        if (typeof base64 !== 'string') throw new RecordError(`${column} is no value`);
        return [column, Buffer.from(base64, 'base64')];
      }
      if (value !== null && typeof value !== 'string' && typeof value !== 'number')
        throw new RecordError(`${column} is no value`);
      return [column, value];
    }),
  );
}
