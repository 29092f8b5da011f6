import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError, toStoreError } from './errors.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from './migrate.ts';
import { checkSchema } from './schema.ts';

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
    // 16 MB: a commit of fifty files stays in memory until it is written, and the index that a list walks until it ends.
    { name: 'cache_size', value: -16_000, reads: -16_000 },
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
 * Opens an existing archive database after its header, application id, version and schema were read without writing.
 * @throws StoreError NOT_AN_ARCHIVE, NEWER_ARCHIVE, READ_ONLY, UNEXPECTED_SCHEMA, DAMAGED or PRAGMA_REFUSED; the file is
 * unchanged then and nothing stands beside it that did not stand there before.
 */
export function openForWriting(path: string): WriteDb {
  inspect(path);
  if (!isWritable(path)) throw new StoreError('READ_ONLY', 'the file or its folder');
  // Changes that were committed but not yet moved into the file are read without moving them.
  if (hasWal(path)) checkWithoutRecovery(path);
  return opened(path, {}, (db) => {
    const version = checkSchema(db);
    applyPragmas(db, true);
    migrate(db);
    // Whoever looks at the file next goes by its header, which says the new version only now.
    if (version < SCHEMA_VERSION) db.pragma('wal_checkpoint(TRUNCATE)');
  }) as WriteDb;
}

/**
 * Opens an existing archive database for reading only. `older`: also one that was not brought to this version yet, for
 * whoever reads only what every version has.
 * @throws as `openForWriting`, and OLDER_ARCHIVE when it must be migrated first
 */
export function openForReading(path: string, { older = false }: { readonly older?: boolean } = {}): ReadDb {
  const version = inspect(path);
  if (!older && version < SCHEMA_VERSION && !hasWal(path)) throw new StoreError('OLDER_ARCHIVE', `schema ${version}`);
  const prepare = (db: Database.Database) => {
    const now = checkSchema(db);
    if (!older && now < SCHEMA_VERSION) throw new StoreError('OLDER_ARCHIVE', `schema ${now}`);
    applyPragmas(db, false);
    db.pragma('query_only = ON');
  };
  // A connection that could write takes away, when it closes, the two files that every connection of this journal mode
  // makes; one opened for reading leaves them lying there. While another connection has them, there is nothing to leave.
  if (!existsSync(`${path}-wal`) && isWritable(path)) return opened(path, {}, prepare) as ReadDb;
  try {
    return opened(path, { readonly: true }, prepare) as ReadDb;
  } catch (error) {
    if (isWritable(path)) throw error;
    return openCopy(path, prepare) as ReadDb;
  }
}

/** On a disk that cannot be written to, a database of this journal mode cannot be opened without those two files. */
function openCopy(path: string, prepare: (db: Database.Database) => void): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-copy-'));
  const copy = join(folder, 'archive.sqlite');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    copyFileSync(path, copy);
    if (hasWal(path)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const db = opened(copy, {}, prepare);
    const close = db.close.bind(db);
    db.close = () => {
      close();
      remove();
      return db;
    };
    return db;
  } catch (error) {
    remove();
    throw toStoreError(error);
  }
}

/**
 * Makes a new archive database, with what `fill` writes into it. A start that is cut short leaves no file of that name.
 * @throws StoreError ALREADY_THERE.
 */
export function createDatabase(path: string, fill: (db: WriteDb) => void = () => undefined): WriteDb {
  if (existsSync(path)) throw new StoreError('ALREADY_THERE', 'a database of that name');
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  const db = new Database(unfinished);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    applyPragmas(db, true);
    migrate(db);
    fill(db as WriteDb);
  } catch (error) {
    throw toStoreError(error);
  } finally {
    db.close();
  }
  // 'wx' in effect: a link fails where the name is taken.
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new StoreError('ALREADY_THERE', 'a database of that name');
    // Some file systems have no links.
    renameSync(unfinished, path);
  }
  rmSync(unfinished, { force: true });
  return openForWriting(path);
}

/**
 * Moves everything into the one file, so that it can be copied, and closes. Where that cannot be, for another process
 * or for want of space, the commits stay beside the file, as safe as before.
 */
export function closeDatabase(db: WriteDb): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(toStoreError(error) instanceof StoreError)) throw error;
  } finally {
    db.close();
  }
}

/** Whether commits wait beside the file: the process that made them is still running, or was killed. */
export function hasWal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** How long a statement waits for the other process that is writing. */
const BUSY_MILLISECONDS = 5000;

function opened(path: string, options: Database.Options, prepare: (db: Database.Database) => void): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: BUSY_MILLISECONDS, fileMustExist: true, ...options });
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw toStoreError(error);
  }
}

/** A connection that may only read never moves the waiting commits into the file; the index it makes beside it goes again. */
function checkWithoutRecovery(path: string): void {
  const shared = `${path}-shm`;
  const wasThere = existsSync(shared);
  let refused = true;
  try {
    opened(path, { readonly: true }, checkSchema).close();
    refused = false;
  } finally {
    if (refused && !wasThere) rmSync(shared, { force: true });
  }
}

/**
 * Reads the 100-byte file header (https://www.sqlite.org/fileformat.html#the_database_header). Writes nothing.
 * @returns the schema version
 */
function inspect(path: string): number {
  const header = Buffer.alloc(100);
  let bytes: number;
  let size: number;
  try {
    const file = openSync(path, 'r');
    try {
      bytes = readSync(file, header, 0, 100, 0);
      size = fstatSync(file).size;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new StoreError('NOT_AN_ARCHIVE', 'no readable database', { cause: error });
  }
  if (bytes < 100 || header.toString('latin1', 0, 16) !== HEADER)
    throw new StoreError('NOT_AN_ARCHIVE', 'no SQLite header');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new StoreError('NOT_AN_ARCHIVE', 'another application id');
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION)
    throw new StoreError('NEWER_ARCHIVE', `schema ${version}, this program knows ${SCHEMA_VERSION}`);
  if (version === 0) throw new StoreError('NOT_AN_ARCHIVE', 'no schema');
  // A page size of 65536 is written as 1. While commits wait beside it the file may be shorter than it will be.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (!hasWal(path) && header.readUInt32BE(28) * pageSize > size)
    throw new StoreError('DAMAGED', 'the file is cut short');
  return version;
}
