import type { ReadDb, WriteDb } from './database.ts';
import { asStoreErrors } from './errors.ts';
import type { TermColumns } from './texts.ts';

/** Rows of the index that belong to no text. */
const GHOSTS = `SELECT id AS seq FROM article_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
  UNION SELECT id FROM title_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
  UNION SELECT seq FROM indexed WHERE seq NOT IN (SELECT seq FROM article_text)`;
/** Where a text stands in the index: all four have its row, or none. */
const PLACES = [
  // The ids alone are an index of their own, a hundredth of the texts.
  { table: 'article_text', seq: 'seq', by: 'id', from: '' },
  { table: 'indexed', seq: 'seq', by: 'seq', from: 0 },
  { table: 'article_index_docsize', seq: 'id', by: 'id', from: 0 },
  { table: 'title_index_docsize', seq: 'id', by: 'id', from: 0 },
] as const;
const EVERYWHERE = 2 ** PLACES.length - 1;
/** Rows read between two turns of whoever searches meanwhile. */
const READ_AT_ONCE = 5000;

/** How many texts are to be indexed. */
export function countStale(db: ReadDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM index_stale').pluck().get() ?? 0;
}

/**
 * Marks every text that has no row in an index and every row that has no text, whoever left them so, in steps between which
 * others may write. Returns how many are to be indexed in all. Nothing is written where nothing disagrees.
 */
export function* markDisagreeing(db: WriteDb): Generator<void, number, void> {
  const seen = yield* readPlaces(db);
  const mark = db.prepare<[string]>(`INSERT INTO index_stale (seq)
    SELECT k.value FROM json_each(?) k
    WHERE ${PLACES.map(({ table, seq }) => `(SELECT count(*) FROM ${table} WHERE ${seq} = k.value)`).join(' + ')}
      BETWEEN 1 AND ${PLACES.length - 1}
    ON CONFLICT DO NOTHING`);
  let differing: number[] = [];
  for (let seq = 0; seq <= seen.length; seq += 1) {
    if (seq < seen.length && seen[seq] !== 0 && seen[seq] !== EVERYWHERE) differing.push(seq);
    if (differing.length < (seq < seen.length ? READ_AT_ONCE : 1)) continue;
    // What was written since the places were read agrees, and is not marked.
    mark.run(JSON.stringify(differing));
    differing = [];
    yield;
  }
  return countStale(db);
}

/** A bit for each place that has a row, by the row's number; rows that came since the beginning are left out. */
function* readPlaces(db: ReadDb): Generator<void, Uint8Array, void> {
  const last = (table: string, seq: string) =>
    db.prepare<[], number | null>(`SELECT max(${seq}) FROM ${table}`).pluck().get() ?? 0;
  const seen = new Uint8Array(1 + Math.max(...PLACES.map(({ table, seq }) => last(table, seq))));
  for (const [place, { table, seq, by, from }] of PLACES.entries()) {
    const read = db
      .prepare<[string | number, number], [string | number, number]>(
        `SELECT ${by}, ${seq} FROM ${table} WHERE ${by} > ? ORDER BY ${by} LIMIT ?`,
      )
      .raw() as unknown as { all(after: string | number, limit: number): [string | number, number][] };
    for (let after: string | number | undefined = from; after !== undefined; ) {
      const rows = read.all(after, READ_AT_ONCE);
      for (const [, row] of rows) if (row < seen.length) seen[row] = (seen[row] as number) | (1 << place);
      after = rows.length < READ_AT_ONCE ? undefined : rows.at(-1)?.[0];
      yield;
    }
  }
  return seen;
}

/** Pages of the index, of 4 KB, that one step of merging writes: some milliseconds of work. */
const MERGED_PAGES = 32;

/** Merges parts of the index, a step at a time. Returns whether there was something to merge. */
export function indexMerging(db: WriteDb): () => boolean {
  const merges = ['article_index', 'title_index'].map((table) =>
    db.prepare<[number]>(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`),
  );
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const count = () => changes.get() ?? 0;
  return () =>
    merges.some((merge) => {
      const before = count();
      asStoreErrors(() => merge.run(MERGED_PAGES));
      // The command itself counts as one row (https://www.sqlite.org/fts5.html#the_merge_command).
      return count() - before > 1;
    });
}

/** What can be asked of the full-text index, which keeps no copy of what it indexed. For the check of an archive. */
export function indexReads(db: ReadDb) {
  const indexed = db.prepare<[number], string>('SELECT sha256 FROM indexed WHERE seq = ?').pluck();
  const size = db.prepare<[number], Buffer>('SELECT sz FROM article_index_docsize WHERE id = ?').pluck();
  const titleSize = db.prepare<[number], Buffer>('SELECT sz FROM title_index_docsize WHERE id = ?').pluck();
  const match = db.prepare<[string, number], number>(
    'SELECT count(*) FROM article_index WHERE article_index MATCH ? AND rowid = ?',
  );
  match.pluck();
  const ghosts = db.prepare<[], number>(GHOSTS);
  ghosts.pluck();
  return {
    /** The hash of the terms that the row was made of. */
    hashOf(seq: number): string | undefined {
      return indexed.get(seq);
    },
    /** Terms in title, body and notes, and in the title's own index, as the index counted them. */
    counts(seq: number): number[] {
      return [...varints(size.get(seq)), ...varints(titleSize.get(seq))];
    },
    /** Whether the row answers the phrase in that column. */
    answers(seq: number, column: 'title' | 'body' | 'notes', phrase: readonly string[]): boolean {
      return (match.get(`${column} : "${phrase.join(' ')}"`, seq) ?? 0) > 0;
    },
    /** Rows of the index that belong to no text. */
    ghosts(): number[] {
      return ghosts.all();
    },
  };
}

/** How many terms FTS5 should have counted. */
export function termCounts({ title, body, notes }: TermColumns): number[] {
  const count = (terms: string) => (terms === '' ? 0 : terms.split(' ').length);
  return [count(title), count(body), count(notes), count(title)];
}

/** SQLite's variable-length integers (https://www.sqlite.org/fileformat2.html#varint). */
function varints(bytes: Buffer | undefined): number[] {
  const values: number[] = [];
  let value = 0;
  for (const byte of bytes ?? []) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      values.push(value);
      value = 0;
    }
  }
  return values;
}
