import type { WriteDb } from './store/database.ts';
import { type FactKey, factWrites } from './store/facts.ts';
import { type RecordRow, type RecordTables, recordWrites } from './store/records.ts';

/** Columns that name what several sources have in common. */
const NAMES: Readonly<Record<string, 'publication' | 'issue' | 'tag' | 'page'>> = {
  publication_id: 'publication',
  issue_id: 'issue',
  tag_id: 'tag',
  page_id: 'page',
};

/**
 * What sources of a bag have in common, written where it is not here yet. A paper, an issue, a page or a tag that is
 * here under another id is the same: what names it in the bag is given the id that it has here.
 */
export function openShared(db: WriteDb) {
  const records = recordWrites(db);
  const facts = factWrites(db);
  const ids = new Map<string, string>();
  const lookups = {
    publication: db.prepare<RecordRow, string>('SELECT id FROM publication WHERE name = @name').pluck(),
    issue: db
      .prepare<RecordRow, string>(
        'SELECT id FROM issue WHERE publication_id = @publication_id AND date_edtf = @date_edtf AND edition = @edition',
      )
      .pluck(),
    tag: db.prepare<RecordRow, string>('SELECT id FROM tag WHERE path = @path').pluck(),
    page: db.prepare<RecordRow, string>('SELECT id FROM page WHERE issue_id = @issue_id AND label = @label').pluck(),
  };
  const hasSource = db.prepare<[unknown], 1>('SELECT 1 FROM source WHERE id = ?').pluck();

  function insertNamed(table: keyof typeof lookups, row: RecordRow): void {
    const named = mappedRow(row);
    if (records.insert(table, named)) return;
    const known = lookups[table].get(named);
    if (known !== undefined) ids.set(String(row.id), known);
  }

  function mappedRow(row: RecordRow): RecordRow {
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        if (column in NAMES) return [column, ids.get(String(value)) ?? value];
        // Tags and pages that a whole has from its part.
        if (column === 'added' && Array.isArray(value))
          return [column, value.map((list: string[]) => list.map((id) => ids.get(id) ?? id))];
        return [column, value];
      }),
    );
  }

  return {
    mapped(tables: RecordTables): RecordTables {
      return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.map(mappedRow)]));
    },
    before(table: string, rows: readonly RecordRow[], isOurs: boolean): void {
      for (const row of rows) {
        if (table === 'archive_fact') {
          if (isOurs) facts.put(String(row.key) as FactKey, String(row.value));
        } else insertNamed(table as keyof typeof lookups, row);
      }
    },
    /** `here`: what of the bag stands here as the bag has it. */
    after(table: string, rows: readonly RecordRow[], here: ReadonlySet<string>): void {
      for (const row of rows) {
        if (table === 'page') insertNamed('page', hasSource.get(row.source_id) ? row : { ...row, source_id: null });
        else if (table === 'article_page' || table === 'article_part') {
          const articles = [row.article_id, row.part_id].filter((id) => id !== undefined);
          if (articles.every((id) => here.has(String(id)))) records.insert(table, mappedRow(row));
        } else records.insert(table, row);
      }
    },
  };
}
