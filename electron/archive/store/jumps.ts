import type { PrintedDate } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type SummaryRow, toDate } from './articles.ts';
import type { ReadDb } from './database.ts';

/** A line that says where a story goes on, or comes from: where it stands in the body of its page's part. */
export interface JumpLine {
  /** The article as its page knows it. */
  readonly article: ArticleId;
  /** What it is read as: itself, or the whole that it was joined to. */
  readonly whole: ArticleId;
  /** It is followed by another page already, or follows one. */
  readonly hasNext: boolean;
  readonly hasBefore: boolean;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly updatedAt: number;
  /** Sorts by paper and day, one text for one day of one paper; null where they are not known. */
  readonly day: string | null;
}

/** A page's own part of a story, with paper, day and page; its text is asked for where it is needed. */
export interface JumpPart extends Pick<JumpLine, 'article' | 'whole' | 'hasBefore' | 'updatedAt'> {
  readonly title: string;
  readonly publication: string | null;
  readonly date: PrintedDate | null;
  readonly page: string | null;
  readonly source: string;
}

interface LineRow {
  readonly article_id: ArticleId;
  readonly position: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly updated_at: number;
  readonly deleted_at: number | null;
  readonly publication_id: string | null;
  readonly publication_key: string;
  readonly date_edtf: string | null;
}

interface JoinRow {
  readonly part_id: ArticleId;
  readonly article_id: ArticleId;
  readonly last: ArticleId;
  readonly deleted_at: number | null;
}

interface PartRow
  extends Pick<
    SummaryRow,
    'id' | 'title' | 'publication' | 'date_edtf' | 'date_printed' | 'date_inferred' | 'page_label' | 'source_name'
  > {
  readonly updated_at: number;
}

/** Exported for the tests of their plans: the marks are found by an index of their own, a day's articles by the paper's. */
export const JUMP_LINES_SQL = `
  SELECT b.article_id, b.position, b.span_start, b.span_end, a.updated_at, a.deleted_at, a.publication_id,
    a.publication_key, a.date_edtf
  FROM block b INDEXED BY block_jump CROSS JOIN article a ON a.id = b.article_id WHERE b.role = 'continuation_mark'`;
export const OF_DAY_SQL = `SELECT a.id FROM article a INDEXED BY article_by_publication
  WHERE a.publication_key = @key AND a.date_from = @from AND a.publication_id = @publication
    AND a.date_edtf = @date AND a.deleted_at IS NULL`;

export function jumpReads(db: ReadDb) {
  const lines = db.prepare<[], LineRow>(JUMP_LINES_SQL);
  const ofDay = db.prepare<{ key: string; publication: string; from: string; date: string }, { id: ArticleId }>(
    OF_DAY_SQL,
  );
  const dayOf = db.prepare<
    [ArticleId],
    { key: string; publication: string | null; from: string | null; date: string | null }
  >(`SELECT publication_key AS "key", publication_id AS publication, date_from AS "from", date_edtf AS date
    FROM article WHERE id = ?`);
  const partRows = db.prepare<[string], PartRow>(`
    SELECT a.id, a.title, u.name AS publication, a.date_edtf, a.date_printed, a.date_inferred, a.page_label,
      s.name AS source_name, a.updated_at
    FROM json_each(?) k CROSS JOIN article a ON a.id = k.value JOIN source s ON s.id = a.source_id
    LEFT JOIN publication u ON u.id = a.publication_id`);
  const joins = db.prepare<[], JoinRow>(`
    SELECT p.part_id, p.article_id, w.deleted_at,
      (SELECT q.part_id FROM article_part q WHERE q.article_id = p.article_id ORDER BY q.span_start DESC LIMIT 1) AS last
    FROM article_part p JOIN article w ON w.id = p.article_id`);
  const ownText = db.prepare<[ArticleId], { body: string; end: number | null }>(`
    SELECT t.body, (SELECT max(span_end) FROM block o WHERE o.article_id = t.id) AS "end"
    FROM article_text t WHERE t.id = ?`);
  const path = db.prepare<[ArticleId], { path: string }>(
    'SELECT s.path FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?',
  );

  /** How articles are joined; few ever are. */
  function joined() {
    const rows = joins.all();
    const parts = new Map(rows.map((row) => [row.part_id, row]));
    const wholes = new Set(rows.map((row) => row.article_id));
    return {
      isHere: (id: ArticleId, deletedAt: number | null) =>
        (parts.get(id) ?? { deleted_at: deletedAt }).deleted_at === null,
      of: (id: ArticleId) => {
        const part = parts.get(id);
        return {
          whole: part?.article_id ?? id,
          hasBefore: part !== undefined,
          hasNext: part ? part.last !== id : wholes.has(id),
        };
      },
    };
  }

  return {
    /** Every jump mark of the library. */
    lines(): JumpLine[] {
      const whole = joined();
      return lines.all().flatMap((row): JumpLine[] => {
        if (!whole.isHere(row.article_id, row.deleted_at)) return [];
        const { publication_id, publication_key, date_edtf } = row;
        const isDay = publication_id !== null && date_edtf?.length === 10;
        return [
          {
            ...whole.of(row.article_id),
            article: row.article_id,
            position: row.position,
            start: row.span_start,
            end: row.span_end,
            updatedAt: row.updated_at,
            day: isDay ? `${publication_key} ${date_edtf} ${publication_id}` : null,
          },
        ];
      });
    },
    /** Every article of the same paper and day as this one. */
    ofSameDay(id: ArticleId): ArticleId[] {
      const { key, publication, from, date } = dayOf.get(id) ?? {};
      if (key === undefined || !publication || !from || !date) return [];
      return ofDay.all({ key, publication, from, date }).map((row) => row.id);
    },
    parts(ids: readonly ArticleId[]): JumpPart[] {
      const whole = joined();
      return partRows.all(JSON.stringify(ids)).map((row) => ({
        ...whole.of(row.id),
        article: row.id,
        title: row.title,
        publication: row.publication,
        date: toDate(row),
        page: row.page_label,
        source: row.source_name,
        updatedAt: row.updated_at,
      }));
    },
    /** The text of an article's own page, without what it was joined with. */
    bodyOf(id: ArticleId): string {
      const { body = '', end } = ownText.get(id) ?? {};
      return body.slice(0, end ?? body.length);
    },
    pathOf(id: ArticleId): string {
      return path.get(id)?.path ?? '';
    },
  };
}
