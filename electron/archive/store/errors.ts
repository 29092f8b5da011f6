/** Why the store refused. The code keys the sentence in the window and the exit status of the command. */
export type StoreErrorCode =
  | 'NOT_AN_ARCHIVE'
  | 'NEWER_ARCHIVE'
  | 'OLDER_ARCHIVE'
  | 'DAMAGED'
  | 'ALREADY_THERE'
  | 'IN_USE'
  | 'READ_ONLY'
  | 'DISK_FULL'
  | 'PRAGMA_REFUSED'
  | 'MIGRATION_FAILED'
  | 'UNEXPECTED_SCHEMA';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

const CODES: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  EROFS: 'READ_ONLY',
  SQLITE_READONLY: 'READ_ONLY',
  SQLITE_BUSY: 'IN_USE',
  SQLITE_CORRUPT: 'DAMAGED',
  SQLITE_CORRUPT_VTAB: 'DAMAGED',
  SQLITE_IOERR_SHORT_READ: 'DAMAGED',
  SQLITE_NOTADB: 'NOT_AN_ARCHIVE',
};

/** What the system or SQLite said, as one of our codes where it is one of them; anything else is returned as it came. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || !('code' in error)) return error;
  const code = CODES[String(error.code)];
  return code ? new StoreError(code, error.message, { cause: error }) : error;
}

/** Runs a write; what the system or SQLite refuses comes out as one of our codes. */
export function asStoreErrors<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw toStoreError(error);
  }
}
