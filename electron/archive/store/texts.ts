import { createHash } from 'node:crypto';
import type { ArticleId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** Makes of a text what goes into a full-text column: one term per Han character, Latin run or digit run. */
export type Terms = (text: string) => string;

export interface ArticleText {
  readonly title: string;
  readonly body: string;
  /** The note on the whole article, Markdown. */
  readonly note: string;
  /** The article's note and the notes of its highlights, one per paragraph: what is searched as `note:`. */
  readonly notes: string;
}

/** What stands beside a text so that rot in the file is seen: SHA-256 of title, body and notes joined by U+0000. */
export function textHash(text: Pick<ArticleText, 'title' | 'body' | 'notes'>): string {
  return createHash('sha256').update([text.title, text.body, text.notes].join('\0')).digest('hex');
}

/** What the index holds of a text: the terms of title, body and notes. */
export interface TermColumns {
  readonly title: string;
  readonly body: string;
  readonly notes: string;
}

/** A text to be written; the joined notes are made of what the tables hold. */
export interface TextToWrite extends Omit<ArticleText, 'notes'> {
  readonly id: ArticleId;
  /** The terms of title and body, where they were made already. */
  readonly columns?: Pick<TermColumns, 'title' | 'body'>;
}

export function termColumns(text: Pick<ArticleText, 'title' | 'body' | 'notes'>, terms: Terms): TermColumns {
  return { title: terms(text.title), body: terms(text.body), notes: terms(text.notes) };
}

/** What stands beside an index row, so that one that was not made of this text, or by these terms, is seen. */
export function termsHash({ title, body, notes }: TermColumns): string {
  return createHash('sha256').update([title, body, notes].join('\0')).digest('hex');
}

interface TextRow {
  readonly seq: number;
  readonly id: ArticleId;
  readonly title: string;
  readonly body: string;
  readonly notes: string;
  readonly note: string;
  readonly sha256: string;
}

export function textReads(db: ReadDb) {
  const byId = db.prepare<[ArticleId], TextRow>('SELECT * FROM article_text WHERE id = ?');
  const body = db.prepare<[ArticleId], { body: string }>('SELECT body FROM article_text WHERE id = ?');
  const all = db.prepare<[], TextRow>('SELECT * FROM article_text ORDER BY seq');
  const count = db.prepare<[], number>('SELECT count(*) FROM article_text').pluck();
  return {
    count(): number {
      return count.get() ?? 0;
    },
    find(id: ArticleId): ArticleText | undefined {
      const row = byId.get(id);
      return row && toArticleText(row);
    },
    body(id: ArticleId): string | undefined {
      return body.get(id)?.body;
    },
    /** Every text with the hash beside it, in the order of the index; `seq` is for the index's own checks. */
    *all(): Generator<{ seq: number; id: ArticleId; sha256: string; text: ArticleText }> {
      for (const row of all.iterate()) yield { seq: row.seq, id: row.id, sha256: row.sha256, text: toArticleText(row) };
    },
  };
}

/**
 * The one way a text is written. Text, hash and index rows change in one transaction (the caller's); the triggers mark
 * every change in `index_stale` and this path alone clears its own marks, so a mark that stays is a stranger's write.
 * A contentless index row cannot be changed in part: it is deleted and written whole, all columns at once.
 */
export function textWrites(db: WriteDb, terms: Terms) {
  const put = db.prepare<Record<string, string>, { seq: number }>(`
    INSERT INTO article_text (id, title, body, notes, note, sha256) VALUES (@id, @title, @body, @notes, @note, @sha256)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body, notes = excluded.notes,
      note = excluded.note, sha256 = excluded.sha256
    RETURNING seq`);
  const drop = db.prepare<[ArticleId], { seq: number }>('DELETE FROM article_text WHERE id = ? RETURNING seq');
  const stale = db.prepare<[number], { seq: number }>('SELECT seq FROM index_stale ORDER BY seq LIMIT ?');
  const bySeq = db.prepare<[number], TextRow>('SELECT * FROM article_text WHERE seq = ?');
  const rehash = db.prepare<[string, number]>('UPDATE article_text SET sha256 = ? WHERE seq = ?');
  const byId = db.prepare<[ArticleId], TextRow>('SELECT * FROM article_text WHERE id = ?');
  const highlightNotes = db.prepare<[ArticleId], { note: string }>(
    `SELECT note FROM annotation WHERE article_id = ? AND deleted_at IS NULL AND note <> '' ORDER BY span_start, id`,
  );
  const markAll = db.prepare(
    'INSERT INTO index_stale (seq) SELECT seq FROM article_text UNION SELECT seq FROM indexed WHERE true ON CONFLICT DO NOTHING',
  );
  const unindex = db.prepare<[number]>('DELETE FROM article_index WHERE rowid = ?');
  const index = db.prepare<[number, string, string, string]>(
    'INSERT INTO article_index (rowid, title, body, notes) VALUES (?, ?, ?, ?)',
  );
  const unindexTitle = db.prepare<[number]>('DELETE FROM title_index WHERE rowid = ?');
  const indexTitle = db.prepare<[number, string]>('INSERT INTO title_index (rowid, title) VALUES (?, ?)');
  const clear = db.prepare<[number]>('DELETE FROM index_stale WHERE seq = ?');
  const noteIndexed = db.prepare<[number, string]>(
    'INSERT INTO indexed (seq, sha256) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET sha256 = excluded.sha256',
  );
  const forgetIndexed = db.prepare<[number]>('DELETE FROM indexed WHERE seq = ?');

  function writeIndex(seq: number, columns: TermColumns | undefined): void {
    unindex.run(seq);
    unindexTitle.run(seq);
    if (columns) {
      index.run(seq, columns.title, columns.body, columns.notes);
      indexTitle.run(seq, columns.title);
      noteIndexed.run(seq, termsHash(columns));
    } else forgetIndexed.run(seq);
    clear.run(seq);
  }

  /** `notes` is always made here, so that what is searched as notes cannot differ from the notes there are. */
  function writeText({ id, title, body, note, columns }: TextToWrite) {
    const notes = joinNotes(note, highlightNotes.all(id));
    const row = put.get({ id, title, body, note, notes, sha256: textHash({ title, body, notes }) });
    if (!row) throw new Error('the text was not written');
    return { seq: row.seq, title, body, notes, columns };
  }

  function writeAll(list: readonly TextToWrite[]): void {
    // All texts first: a statement that fires a trigger opens a savepoint, at which FTS5 writes out whatever it has
    // gathered. Mixed, every article became a segment of its own and cost three times as much.
    for (const { seq, columns, ...text } of list.map(writeText))
      writeIndex(seq, columns ? { ...columns, notes: terms(text.notes) } : termColumns(text, terms));
  }

  return {
    put(text: TextToWrite): void {
      writeAll([text]);
    },
    putAll: writeAll,
    remove(id: ArticleId): void {
      const row = drop.get(id);
      if (row) writeIndex(row.seq, undefined);
    },
    /** Sets the note on the whole article. Returns the note before. */
    setNote(id: ArticleId, note: string): string | undefined {
      const row = byId.get(id);
      if (!row) return undefined;
      writeAll([{ ...row, note }]);
      return row.note;
    },
    /** To be called after a highlight's note changed. Does nothing where the joined notes are the same. */
    refreshNotes(id: ArticleId): void {
      const row = byId.get(id);
      if (!row) return;
      if (joinNotes(row.note, highlightNotes.all(id)) !== row.notes) writeAll([row]);
    },
    /** Every row is indexed anew by the next `rebuildStale`: the terms are made in another way now. */
    markAllStale(): void {
      markAll.run();
    },
    /**
     * Writes the index rows of texts that somebody else changed, at most `limit` of them, in a transaction of its own.
     * Returns how many; fewer than `limit` means that none is left. The hash follows the text: a foreign writer's text
     * is the text, and rot is told from it by having left no mark. `changed` is told of each such text.
     */
    rebuildStale(limit: number, changed: (id: ArticleId, body: string) => void): number {
      const rebuild = db.transaction(() => {
        const marked = stale.all(limit);
        for (const { seq } of marked) {
          const row = bySeq.get(seq);
          if (row && textHash(row) !== row.sha256) {
            rehash.run(textHash(row), seq);
            changed(row.id, row.body);
          }
          writeIndex(seq, row && termColumns(row, terms));
        }
        return marked.length;
      });
      return rebuild.immediate();
    },
  };
}

function joinNotes(note: string, highlights: readonly { note: string }[]): string {
  return [note, ...highlights.map((highlight) => highlight.note)].filter((text) => text !== '').join('\n\n');
}

function toArticleText({ title, body, note, notes }: TextRow): ArticleText {
  return { title, body, note, notes };
}
