import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError } from './errors.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from './migrate.ts';

/** A connection that may only read: a report cannot be handed a writing one by mistake. */
export type ReadDb = Database.Database & { readonly __access: 'read' | 'write' };
/** The one writing connection of a process. */
export type WriteDb = Database.Database & { readonly __access: 'write' };

/** SQLite's name for the text at the start of every database file. */
const HEADER = 'SQLite format 3\u0000';

interface Pragma {
  readonly name: string;
  readonly value: string | number;
  /** What reading it back must give. */
  readonly reads: string | number;
}

/**
 * What every connection is set to before its first statement, read-only ones too: they start with `trusted_schema=1`.
 * FULL, because WAL with NORMAL loses acknowledged rows in a power cut.
 */
function pragmas(writable: boolean): readonly Pragma[] {
  const both: Pragma[] = [
    { name: 'trusted_schema', value: 'OFF', reads: 0 },
    { name: 'recursive_triggers', value: 'ON', reads: 1 },
    { name: 'cell_size_check', value: 'ON', reads: 1 },
    { name: 'foreign_keys', value: 'ON', reads: 1 },
    { name: 'mmap_size', value: 0, reads: 0 },
    { name: 'temp_store', value: 'MEMORY', reads: 2 },
    { name: 'synchronous', value: 'FULL', reads: 2 },
  ];
  const writing: Pragma[] = [
    { name: 'journal_mode', value: 'WAL', reads: 'wal' },
    { name: 'wal_autocheckpoint', value: 1000, reads: 1000 },
    { name: 'journal_size_limit', value: 67_108_864, reads: 67_108_864 },
  ];
  const mac: Pragma[] = [
    { name: 'fullfsync', value: 'ON', reads: 1 },
    { name: 'checkpoint_fullfsync', value: 'ON', reads: 1 },
  ];
  return [...both, ...(writable ? writing : []), ...(process.platform === 'darwin' ? mac : [])];
}

function applyPragmas(db: Database.Database, writable: boolean): void {
  for (const { name, value, reads } of pragmas(writable)) {
    db.pragma(`${name} = ${value}`);
    // mmap_size answers nothing where the build has no memory mapping: that is the zero asked for.
    const got = db.pragma(name, { simple: true }) ?? 0;
    if (got !== reads) throw new StoreError('PRAGMA_REFUSED', `${name} is ${String(got)}, not ${String(reads)}`);
  }
}

/**
 * Opens an existing archive database after its header, application id and version were read without writing.
 * @throws StoreError NOT_AN_ARCHIVE, NEWER_ARCHIVE, DAMAGED or PRAGMA_REFUSED; the file is unchanged then.
 */
export function openForWriting(path: string): WriteDb {
  inspect(path);
  const db = new Database(path, { timeout: 5000, fileMustExist: true });
  try {
    applyPragmas(db, true);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteDb;
}

/** Opens an existing archive database for reading only. @throws as `openForWriting`, and OLDER_ARCHIVE when it must be migrated first. */
export function openForReading(path: string): ReadDb {
  const version = inspect(path);
  if (version < SCHEMA_VERSION) throw new StoreError('OLDER_ARCHIVE', `schema ${version}`);
  const db = new Database(path, { timeout: 5000, fileMustExist: true, readonly: true });
  try {
    applyPragmas(db, false);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as ReadDb;
}

/** Makes a new archive database. @throws when the file is there already. */
export function createDatabase(path: string): WriteDb {
  // 'wx' semantics: an existing file is never opened as if it were new.
  closeSync(openSync(path, 'wx', 0o600));
  const db = new Database(path, { timeout: 5000 });
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    applyPragmas(db, true);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteDb;
}

/** Reads the 100-byte file header (https://www.sqlite.org/fileformat.html#the_database_header). Returns the schema version. Writes nothing. */
function inspect(path: string): number {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  let bytes: number;
  try {
    bytes = readSync(file, header, 0, 100, 0);
  } finally {
    closeSync(file);
  }
  if (bytes < 100 || header.toString('latin1', 0, 16) !== HEADER)
    throw new StoreError('NOT_AN_ARCHIVE', 'no SQLite header');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new StoreError('NOT_AN_ARCHIVE', 'another application id');
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION)
    throw new StoreError('NEWER_ARCHIVE', `schema ${version}, this program knows ${SCHEMA_VERSION}`);
  return version;
}
