import type { ReadDb, WriteDb } from './database.ts';

/** What the archive knows about itself. */
export type FactKey =
  | 'archive_id'
  | 'created_at'
  | 'terms_version'
  | 'doubts_rule'
  | 'colour_names'
  | 'standing_exports';

export function factReads(db: ReadDb) {
  const byKey = db.prepare<[FactKey], { value: string }>('SELECT value FROM archive_fact WHERE key = ?');
  return {
    get(key: FactKey): string | undefined {
      return byKey.get(key)?.value;
    },
  };
}

export function factWrites(db: WriteDb) {
  const put = db.prepare<[FactKey, string]>(
    'INSERT INTO archive_fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    put(key: FactKey, value: string): void {
      put.run(key, value);
    },
  };
}
