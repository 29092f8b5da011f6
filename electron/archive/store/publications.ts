import type { PrintedDate } from '#contract/articles.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import type { DayBounds } from './edtf.ts';
import { newId } from './ids.ts';

export function publicationReads(db: ReadDb) {
  const byName = db.prepare<[string], { id: string }>('SELECT id FROM publication WHERE name = ?');
  const counts = db.prepare<[], { name: string; key: string; count: number }>(`
    SELECT p.name, c.key, c.count FROM (SELECT publication_id, min(publication_key) AS key, count(*) AS count FROM article
      WHERE deleted_at IS NULL AND publication_id IS NOT NULL GROUP BY publication_id) c
    CROSS JOIN publication p ON p.id = c.publication_id`);
  return {
    findByName(name: string): string | undefined {
      return byName.get(name)?.id;
    },
    /** Publications with articles outside the trash, in the order of their names. */
    counts(): { name: string; count: number }[] {
      const rows = counts.all().sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name));
      return rows.map(({ name, count }) => ({ name, count }));
    },
  };
}

/** Publications, their issues and the issues' pages are made when an article first names them. */
export function publicationWrites(db: WriteDb) {
  const { findByName } = publicationReads(db);
  const insert = db.prepare<[string, string]>('INSERT INTO publication (id, name) VALUES (?, ?)');
  const issueOf = db.prepare<[string, string], { id: string }>(
    `SELECT id FROM issue WHERE publication_id = ? AND date_edtf = ? AND edition = ''`,
  );
  const insertIssue = db.prepare<[string, string, string, string | null, string, string]>(
    'INSERT INTO issue (id, publication_id, date_edtf, date_printed, date_from, date_to) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const pageOf = db.prepare<[string, string], { id: string }>('SELECT id FROM page WHERE issue_id = ? AND label = ?');
  const insertPage = db.prepare<{ id: string; issue: string; label: string; source: SourceId }>(`
    INSERT INTO page (id, issue_id, label, sequence, source_id)
    SELECT @id, @issue, @label, coalesce(max(sequence), 0) + 1, @source FROM page WHERE issue_id = @issue`);
  const insertPart = db.prepare<[ArticleId, string, number]>(
    'INSERT INTO article_page (article_id, page_id, part_order) VALUES (?, ?, ?)',
  );
  const insertBeside = db.prepare<[ArticleId, number, ArticleId]>(`
    INSERT INTO article_page (article_id, page_id, part_order)
    SELECT ?, page_id, ? FROM article_page WHERE article_id = ?`);
  return {
    findOrMake(name: string, now: number): string {
      const found = findByName(name);
      if (found) return found;
      const id = newId<string>(now);
      insert.run(id, name);
      return id;
    },
    /** The day's paper. */
    findOrMakeIssue(publication: string, date: PrintedDate, days: DayBounds, now: number): string {
      const found = issueOf.get(publication, date.edtf);
      if (found) return found.id;
      const id = newId<string>(now);
      insertIssue.run(id, publication, date.edtf, date.printed, days.from, days.to);
      return id;
    },
    /** The page with that label, `A4`, as printed. */
    findOrMakePage(issue: string, label: string, source: SourceId, now: number): string {
      const found = pageOf.get(issue, label);
      if (found) return found.id;
      const id = newId<string>(now);
      insertPage.run({ id, issue, label, source });
      return id;
    },
    placeArticle(article: ArticleId, page: string, partOrder: number): void {
      insertPart.run(article, page, partOrder);
    },
    /** On every page that the other article stands on. */
    placeBeside(article: ArticleId, other: ArticleId, partOrder: number): void {
      insertBeside.run(article, partOrder, other);
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
