import type { PrintedDate } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type SummaryRow, toDate } from './articles.ts';
import type { ReadDb } from './database.ts';

/** A page's own part of a story, with paper, day and page. */
export interface JumpText {
  /** The article as its page knows it. */
  readonly article: ArticleId;
  /** What it is read as: itself, or the whole that it was joined to. */
  readonly whole: ArticleId;
  readonly title: string;
  /** Of this page alone. */
  readonly body: string;
  readonly publication: string | null;
  readonly date: PrintedDate | null;
  readonly page: string | null;
  readonly source: string;
  readonly path: string;
  readonly updatedAt: number;
  /** It is followed by another page already, or follows one. */
  readonly hasNext: boolean;
  readonly hasBefore: boolean;
}

/** A line that says where a story goes on, or comes from: where it stands in the body of its page's part. */
export interface JumpLine extends JumpText {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

interface TextRow
  extends Pick<
    SummaryRow,
    'title' | 'publication' | 'date_edtf' | 'date_printed' | 'date_inferred' | 'page_label' | 'source_name'
  > {
  readonly article_id: ArticleId;
  readonly whole: ArticleId;
  readonly body: string;
  readonly own_end: number | null;
  readonly path: string;
  readonly updated_at: number;
  readonly has_next: 0 | 1;
  readonly has_before: 0 | 1;
}
interface LineRow extends TextRow {
  readonly position: number;
  readonly span_start: number;
  readonly span_end: number;
}

const TEXT = `a.id AS article_id, coalesce(p.article_id, a.id) AS whole, a.title, t.body, u.name AS publication, a.date_edtf,
  a.date_printed, a.date_inferred, a.page_label, s.name AS source_name, s.path, a.updated_at,
  (SELECT max(span_end) FROM block o WHERE o.article_id = a.id) AS own_end,
  EXISTS (SELECT 1 FROM article_part n WHERE n.article_id = coalesce(p.article_id, a.id)
    AND n.span_start > coalesce(p.span_start, 0)) AS has_next,
  p.part_id IS NOT NULL AS has_before`;
const JOINS = `JOIN article_text t ON t.id = a.id JOIN source s ON s.id = a.source_id
  LEFT JOIN publication u ON u.id = a.publication_id LEFT JOIN article_part p ON p.part_id = a.id
  JOIN article w ON w.id = coalesce(p.article_id, a.id)`;

/** Exported for the tests of their plans: the marks are found by an index of their own, a day's articles by the paper's. */
export const JUMP_LINES_SQL = `SELECT ${TEXT}, b.position, b.span_start, b.span_end
  FROM block b INDEXED BY block_jump CROSS JOIN article a ON a.id = b.article_id ${JOINS}
  WHERE b.role = 'continuation_mark' AND w.deleted_at IS NULL ORDER BY b.article_id, b.position`;
export const OF_DAY_SQL = `SELECT ${TEXT}
  FROM article a INDEXED BY article_by_publication ${JOINS}
  WHERE a.publication_key = (SELECT min(publication_key) FROM article WHERE publication_id = @publication)
    AND a.date_from = @from AND a.publication_id = @publication AND a.date_edtf = @date AND a.deleted_at IS NULL`;

export function jumpReads(db: ReadDb) {
  const lines = db.prepare<[], LineRow>(JUMP_LINES_SQL);
  const ofDay = db.prepare<{ publication: string; from: string; date: string }, TextRow>(OF_DAY_SQL);
  const paperAndDay = db.prepare<[ArticleId], { publication: string | null; from: string | null; date: string | null }>(
    'SELECT publication_id AS publication, date_from AS "from", date_edtf AS date FROM article WHERE id = ?',
  );
  return {
    /** Every jump mark of the library. */
    *lines(): Generator<JumpLine> {
      for (const row of lines.iterate())
        yield { ...toText(row), position: row.position, start: row.span_start, end: row.span_end };
    },
    /** Every article of the same paper and day as this one. */
    ofSameDay(id: ArticleId): JumpText[] {
      const { publication, from, date } = paperAndDay.get(id) ?? {};
      return publication && from && date ? ofDay.all({ publication, from, date }).map(toText) : [];
    },
  };
}

function toText(row: TextRow): JumpText {
  return {
    article: row.article_id,
    whole: row.whole,
    title: row.title,
    body: row.body.slice(0, row.own_end ?? row.body.length),
    publication: row.publication,
    date: toDate(row),
    page: row.page_label,
    source: row.source_name,
    path: row.path,
    updatedAt: row.updated_at,
    hasNext: row.has_next === 1,
    hasBefore: row.has_before === 1,
  };
}
