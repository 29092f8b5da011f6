import type { ReadDb } from '../store/database.ts';
import { StoreError } from '../store/errors.ts';

/** What SQLite finds wrong with the file, at most twenty lines; empty when it finds nothing. */
export function findDamage(db: ReadDb): string[] {
  const lines = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  const damage = lines.length === 1 && lines[0] === 'ok' ? [] : lines;
  const broken = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return [...damage, ...broken.slice(0, 20).map((row) => `a row of ${row.table} names a row that is not there`)];
}

/** After a kill or a power cut, before anything is written. @throws StoreError DAMAGED */
export function checkWhole(db: ReadDb): void {
  const [first] = findDamage(db);
  if (first !== undefined) throw new StoreError('DAMAGED', first);
}
