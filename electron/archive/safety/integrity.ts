import type { ReadDb } from '../store/database.ts';
import { StoreError, toStoreError } from '../store/errors.ts';

/** What SQLite finds wrong with the whole file, the index's inner order too, at most twenty lines; empty when nothing. */
export function findDamage(db: ReadDb): string[] {
  return [...faults(db, 'integrity_check(20)'), ...brokenReferences(db)];
}

/**
 * After a kill or a power cut, before anything is written: every table and index of the file, but not whether the
 * full-text index is in order inside, which takes ten times as long and can be made anew.
 * @throws StoreError DAMAGED
 */
export function checkTables(db: ReadDb): void {
  for (const table of realTables(db)) {
    const [fault] = faults(db, `integrity_check('${table}')`);
    if (fault !== undefined) throw new StoreError('DAMAGED', fault);
  }
  const [broken] = brokenReferences(db);
  if (broken !== undefined) throw new StoreError('DAMAGED', broken);
}

/** Between two tables a person may act. */
const PAUSE_MILLISECONDS = 100;

/**
 * After a clean end nothing waits for this: once the start is over it looks through one table after the other, and says
 * what it found. Ends with the signal.
 */
export async function checkQuietly(db: ReadDb, startAfter: number, signal: AbortSignal): Promise<string | undefined> {
  let wait = startAfter;
  for (const table of realTables(db)) {
    await pause(wait, signal);
    if (signal.aborted) return undefined;
    const [fault] = faults(db, `quick_check('${table}')`);
    if (fault !== undefined) return fault;
    wait = PAUSE_MILLISECONDS;
  }
  return undefined;
}

/** Tables with pages of their own; a virtual one has none, its shadow tables are among the others. */
function realTables(db: ReadDb): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .pluck()
    .all() as string[];
}

function faults(db: ReadDb, pragma: string): string[] {
  const rows = answer(db, pragma);
  if (typeof rows === 'string') return [rows];
  const lines = rows.flatMap((row) => Object.values(row));
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
}

function brokenReferences(db: ReadDb): string[] {
  const rows = answer(db, 'foreign_key_check');
  if (typeof rows === 'string') return [rows];
  return rows.slice(0, 20).map((row) => `a row of ${row.table} names a row that is not there`);
}

/** Some damage is an answer of SQLite's check, some makes the check itself fail: that is an answer too, in a sentence. */
function answer(db: ReadDb, pragma: string): Record<string, string>[] | string {
  try {
    return db.pragma(pragma) as Record<string, string>[];
  } catch (error) {
    const told = toStoreError(error);
    if (told instanceof StoreError && told.code === 'DAMAGED') return (error as Error).message;
    throw error;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
