import type { Days, IssueHoldings, PaperHoldings } from '#contract/holdings.ts';
import type { ReadDb } from './database.ts';

const HELD = 'article INDEXED BY article_holding WHERE deleted_at IS NULL AND date_from IS NOT NULL';

/** Exported for the test of its plan, as are the others: grouped as the index is ordered, nothing is sorted. */
export const PAPERS_SQL = `SELECT publication_id, date_from, date_to, count(*) AS articles FROM ${HELD}
  GROUP BY publication_id, date_from, date_to`;

export const YEAR_SQL = `SELECT date_from AS "from", date_to AS "to", count(*) AS articles,
  count(DISTINCT page_label) AS pages, sum(reading_state = 'unread') AS unread,
  sum(id IN (SELECT article_id FROM annotation WHERE deleted_at IS NULL)) AS marked
  FROM ${HELD} AND publication_id IS ? AND date_from >= ? AND date_from < ? GROUP BY date_from, date_to`;

export const PAGES_SQL = `SELECT page_label AS page, count(*) AS articles
  FROM ${HELD} AND publication_id IS ? AND date_from = ? AND date_to = ? AND page_label IS NOT NULL GROUP BY page_label`;

interface DayRow {
  readonly publication_id: string | null;
  readonly date_from: string;
  readonly date_to: string;
  readonly articles: number;
}

export function holdingReads(db: ReadDb) {
  const papers = db.prepare<[], DayRow>(PAPERS_SQL);
  const year = db.prepare<[string | null, string, string], IssueHoldings>(YEAR_SQL);
  const pages = db.prepare<[string | null, string, string], { page: string; articles: number }>(PAGES_SQL);
  const names = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM publication');
  const idOf = db.prepare<[string], { id: string }>('SELECT id FROM publication WHERE name = ?');

  /** Null for articles without a paper; undefined for a paper that is not known. */
  function paperId(name: string | null): string | null | undefined {
    return name === null ? null : idOf.get(name)?.id;
  }

  return {
    papers(): PaperHoldings[] {
      const nameOf = new Map(names.all().map(({ id, name }) => [id, name]));
      const byPaper = Map.groupBy(papers.all(), (row) => row.publication_id);
      return [...byPaper]
        .map(([id, rows]) => toPaper(id === null ? null : (nameOf.get(id) ?? null), rows))
        .sort((one, other) => other.articles - one.articles);
    },
    year(paper: string | null, wanted: number): IssueHoldings[] {
      const id = paperId(paper);
      return id === undefined ? [] : year.all(id, yearStart(wanted), yearStart(wanted + 1));
    },
    pages(paper: string | null, { from, to }: Days): { page: string; articles: number }[] {
      const id = paperId(paper);
      // As the list has them: 2 before 10, A1 before A10.
      return id === undefined
        ? []
        : pages.all(id, from, to).sort((a, b) => a.page.length - b.page.length || (a.page < b.page ? -1 : 1));
    },
  };
}

function toPaper(paper: string | null, rows: readonly DayRow[]): PaperHoldings {
  const days = rows.filter((row) => row.date_from === row.date_to);
  const years = Map.groupBy(rows, (row) => Number(row.date_from.slice(0, 4)));
  return {
    paper,
    articles: total(rows),
    days: days.length,
    first: days[0]?.date_from ?? null,
    last: days.at(-1)?.date_from ?? null,
    years: [...years].map(([year, ofYear]) => ({ year, articles: total(ofYear) })),
  };
}

function total(rows: readonly DayRow[]): number {
  return rows.reduce((sum, row) => sum + row.articles, 0);
}

/** As a text that sorts: the year after the last is none that a day has. */
function yearStart(year: number): string {
  return year > 9999 ? ':' : `${String(year).padStart(4, '0')}-01-01`;
}
