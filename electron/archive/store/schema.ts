import Database from 'better-sqlite3';
import { StoreError } from './errors.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';

/**
 * Every statement that made the database, in one text. What ANALYZE leaves is passed over: it holds numbers for the
 * planner and runs nothing.
 */
export function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

/**
 * A file from somebody else may carry triggers or views that run in our name: only a schema whose text is ours is opened.
 * @returns its version, as the commits say it that wait beside the file: the file's own header may be older
 * @throws StoreError UNEXPECTED_SCHEMA or NEWER_ARCHIVE
 */
export function checkSchema(db: Database.Database): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > SCHEMA_VERSION)
    throw new StoreError('NEWER_ARCHIVE', `schema ${version}, this program knows ${SCHEMA_VERSION}`);
  if (schemaOf(db) !== schemaAt(version))
    throw new StoreError('UNEXPECTED_SCHEMA', `not the tables of schema ${version}`);
  return version;
}

const made = new Map<number, string>();

/** What the schema's text must be at a version: made once by taking the steps in memory. */
export function schemaAt(version: number): string {
  let text = made.get(version);
  if (text === undefined) {
    const db = new Database(':memory:');
    try {
      migrate(db, version);
      text = schemaOf(db);
    } finally {
      db.close();
    }
    made.set(version, text);
  }
  return text;
}
