import type { ReadDb } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';
import { type Cut, cut } from './cut.ts';
import { foldedText } from './fold.ts';
import { hasPhrase, type Sought } from './match.ts';
import type { Filter } from './query.ts';

const ROWS = 'SELECT t.seq FROM article a CROSS JOIN article_text t ON t.id = a.id WHERE';

/** Rows of the full-text index that a condition on `article` lets through; the indexes know only what is not in the trash. */
function rowsOf(condition: string, values: Sql['values']): Sql {
  return { text: `${ROWS} a.deleted_at IS NULL AND ${condition}`, values };
}

/** Rows that are in the trash; few, and found by an index of their own. */
export const TRASH: Sql = { text: `${ROWS} a.deleted_at IS NOT NULL`, values: [] };

/** Makes the query that selects the rows for which a filter holds. Names and tags are compared folded. */
export function filterRows(db: ReadDb) {
  const tags = db.prepare<[], { id: string; path: string }>('SELECT id, path FROM tag');
  const papers = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM publication');
  const bylines = db
    .prepare<[], string>('SELECT DISTINCT byline FROM article WHERE byline IS NOT NULL')
    .pluck() as unknown as { all(): string[] };
  const names = new Map<string, Cut>();

  /** The same few thousand names are compared at every keystroke. */
  function isNamed(name: string, sought: Sought): boolean {
    let known = names.get(name);
    if (known === undefined) {
      known = cut(name);
      if (names.size < 50_000) names.set(name, known);
    }
    return hasPhrase(known, sought, false);
  }

  return (filter: Filter): Sql => {
    switch (filter.type) {
      case 'tag': {
        const path = foldedText(filter.path);
        const ids = tags.all().filter((tag) => {
          const own = foldedText(tag.path);
          return own.startsWith(`${path}/`) || (own === path && !filter.below);
        });
        return rowsOf('a.id IN (SELECT article_id FROM article_tag WHERE tag_id IN (SELECT value FROM json_each(?)))', [
          JSON.stringify(ids.map((tag) => tag.id)),
        ]);
      }
      case 'paper': {
        const ids = papers.all().filter((paper) => isNamed(paper.name, filter));
        return rowsOf('a.publication_id IN (SELECT value FROM json_each(?))', [
          JSON.stringify(ids.map((paper) => paper.id)),
        ]);
      }
      case 'by':
        return rowsOf('a.byline IN (SELECT value FROM json_each(?))', [
          JSON.stringify(bylines.all().filter((byline) => isNamed(byline, filter))),
        ]);
      case 'kind':
        return rowsOf('a.kind = ?', [filter.kind]);
      case 'is':
        return rowsOf('a.reading_state = ?', [filter.state]);
      case 'has':
        return rowsOf(HAS[filter.what], []);
      case 'date':
        return rowsOf('a.date_to >= ? AND a.date_from <= ?', [filter.from ?? '', filter.to ?? '9999-12-31']);
    }
  };
}

const HAS = {
  highlight: 'a.id IN (SELECT article_id FROM annotation WHERE deleted_at IS NULL)',
  note: "t.notes <> ''",
  tag: 'a.id IN (SELECT article_id FROM article_tag)',
} as const;
