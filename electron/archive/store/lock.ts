import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './errors.ts';

/** Held as long as an archive is open. */
export interface ArchiveLock {
  /** No other process had the archive open when this one opened it. */
  readonly alone: boolean;
  release(): void;
}

/**
 * Says that this process has the archive open, by the operating system's own lock on an empty database beside it: it
 * goes with the process, however that ends. Any number of commands may have an archive open, one window may.
 * @throws StoreError IN_USE when `window` is asked and another window has it.
 */
export function lockArchive(dir: string, window: boolean): ArchiveLock {
  const db = new Database(join(dir, 'archive.lock'), { timeout: 0 });
  try {
    const alone = holds(db, 'BEGIN EXCLUSIVE');
    if (alone) db.exec('ROLLBACK');
    // Another process that is just asking whether it is alone holds the lock for a moment.
    db.pragma('busy_timeout = 250');
    // RESERVED for a window: one at a time, beside any number of SHARED.
    if (!holds(db, window ? 'BEGIN IMMEDIATE' : 'BEGIN'))
      throw new StoreError('IN_USE', 'another window has the archive open');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { alone, release: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

function holds(db: Database.Database, statement: string): boolean {
  try {
    db.exec(statement);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
