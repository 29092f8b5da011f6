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
