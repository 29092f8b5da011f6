import type { ReadDb, WriteDb } from './database.ts';
import type { TermColumns } from './texts.ts';

/** Rows of the index that belong to no text. */
const GHOSTS = `SELECT id AS seq FROM article_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
  UNION SELECT id FROM title_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
  UNION SELECT seq FROM indexed WHERE seq NOT IN (SELECT seq FROM article_text)`;
const DISAGREEING = `SELECT seq FROM article_text WHERE seq NOT IN (SELECT seq FROM indexed)
    OR seq NOT IN (SELECT id FROM article_index_docsize) OR seq NOT IN (SELECT id FROM title_index_docsize)
  UNION ${GHOSTS}`;

/** How many texts are to be indexed. */
export function countStale(db: ReadDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM index_stale').pluck().get() ?? 0;
}

/**
 * Marks every text that has no row in an index and every row that has no text, whoever left them so. Returns how many are
 * to be indexed in all. Nothing is written where nothing disagrees.
 */
export function markDisagreeing(db: WriteDb): number {
  if (db.prepare(`${DISAGREEING} LIMIT 1`).get() !== undefined)
    db.prepare(
      `INSERT INTO index_stale (seq) SELECT seq FROM (${DISAGREEING}) WHERE true ON CONFLICT DO NOTHING`,
    ).run();
  return countStale(db);
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
