import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearch, type Search } from '#archive/search/search.ts';
import { terms } from '#archive/search/terms.ts';
import { createDatabase, openForReading, type ReadDb, type WriteDb } from '#archive/store/database.ts';
import { documentWrites, FILES_PER_COMMIT, type StoredFile } from '#archive/store/documents.ts';
import { hashBytes } from '#archive/store/originals.ts';
import { textWrites } from '#archive/store/texts.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf } from '../temporary-archive.ts';

export interface SmallArticle {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
  readonly byline?: string;
  readonly publication?: string;
  readonly date?: string;
}

export interface SmallArchive {
  readonly db: WriteDb;
  readonly reader: ReadDb;
  readonly search: Search;
  /** In the order of the articles given. */
  readonly ids: readonly ArticleId[];
  remove(id: ArticleId): void;
  close(): void;
}

/** A database with these articles, written by the path that an import takes, and a search beside it. */
export function smallArchive(articles: readonly SmallArticle[]): SmallArchive {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
  const path = join(folder, 'archive.sqlite');
  const db = createDatabase(path);
  // What is searched does not depend on when it reached the disk.
  db.pragma('synchronous = OFF');
  const files = articles.map((article, i) => {
    const document = documentOf([{ title: article.title, paragraphs: [article.text] }], {
      byline: article.byline ?? null,
      publication: article.publication ?? null,
      date: article.date === undefined ? null : { edtf: article.date, printed: null, inferred: false },
    });
    const name = `${i}.txt`;
    return { sha256: hashBytes(Buffer.from(name)), name, path: name, bytes: 1, document };
  });
  const documents = documentWrites(db, terms);
  const stored: StoredFile[] = [];
  for (let i = 0; i < files.length; i += FILES_PER_COMMIT)
    stored.push(...documents.storeFiles(files.slice(i, i + FILES_PER_COMMIT), 'test', () => 1_700_000_000_000));
  const ids = stored.map((file) => file.articles[0] as ArticleId);
  const texts = textWrites(db, terms);
  for (const [i, article] of articles.entries())
    if (article.note !== undefined) db.transaction(() => texts.setNote(ids[i] as ArticleId, article.note ?? ''))();
  const reader = openForReading(path);
  return {
    db,
    reader,
    search: openSearch(reader),
    ids,
    remove: (id) => void db.prepare('UPDATE article SET deleted_at = 1 WHERE id = ?').run(id),
    close() {
      reader.close();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
