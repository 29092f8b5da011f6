import type { ReadDb } from './database.ts';
import type { TermColumns } from './texts.ts';

/** What can be asked of the full-text index, which keeps no copy of what it indexed. For the check of an archive. */
export function indexReads(db: ReadDb) {
  const indexed = db.prepare<[number], string>('SELECT sha256 FROM indexed WHERE seq = ?').pluck();
  const size = db.prepare<[number], Buffer>('SELECT sz FROM article_index_docsize WHERE id = ?').pluck();
  const titleSize = db.prepare<[number], Buffer>('SELECT sz FROM title_index_docsize WHERE id = ?').pluck();
  const match = db.prepare<[string, number], number>(
    'SELECT count(*) FROM article_index WHERE article_index MATCH ? AND rowid = ?',
  );
  match.pluck();
  const ghosts = db.prepare<[], number>(`
    SELECT id FROM article_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
    UNION SELECT id FROM title_index_docsize WHERE id NOT IN (SELECT seq FROM article_text)
    UNION SELECT seq FROM indexed WHERE seq NOT IN (SELECT seq FROM article_text)`);
  ghosts.pluck();
  const stale = db.prepare<[], number>('SELECT count(*) FROM index_stale').pluck();
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
    staleCount(): number {
      return stale.get() ?? 0;
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
