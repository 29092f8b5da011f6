import type Database from 'better-sqlite3';

/** Row numbers of the full-text index are given anew; what hangs on them is told by the id of its article. */
const BY_ARTICLE: Readonly<Record<string, string>> = {
  article_text: 'SELECT id, title, body, notes, note, sha256 FROM article_text',
  // What it was made with is of the program, not of the archive.
  archive_fact: `SELECT * FROM archive_fact WHERE key NOT IN ('doubts_rule', 'terms_version')`,
  indexed: 'SELECT t.id, i.sha256 FROM indexed i LEFT JOIN article_text t USING (seq)',
};
/** Shadow tables of the index hold terms by row number; `check` compares them with the texts. */
const OF_THE_INDEX = /^(article_index|title_index)/;
/** What happened since the search last looked. */
const PASSING = new Set(['search_change', 'sqlite_sequence']);

/** Every row of every table there is, whatever tables there are. */
export function dumpOf(db: Database.Database): Record<string, string[]> {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => !OF_THE_INDEX.test(table) && !PASSING.has(table))
      .map((table) => {
        const rows = db.prepare(BY_ARTICLE[table] ?? `SELECT * FROM ${table}`).all();
        return [table, rows.map((row) => JSON.stringify(row)).sort()];
      }),
  );
}
