import { RefusalReason } from '#contract/intake.ts';
import { StoreError, toStoreError } from '../store/errors.ts';

/** What ends a whole batch: the disk, not the file. */
export type DiskFailure = 'disk_full' | 'read_only';

/** Whether the archive's disk refused, as far as the person can act on it; undefined when the file is to blame. */
export function diskFailureOf(error: unknown): DiskFailure | undefined {
  const known = toStoreError(error);
  if (known instanceof StoreError) return known.code === 'DISK_FULL' ? 'disk_full' : 'read_only';
  const code = known instanceof Error && 'code' in known ? String(known.code) : '';
  return /^E[A-Z]+$/.test(code) || code.startsWith('SQLITE_IOERR') ? 'read_only' : undefined;
}

/** A write or a sync failed in the device. The system may have dropped what it could not write: trying again would lie. */
export function isDeviceError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'EIO' || code.startsWith('SQLITE_IOERR');
}

/** What a parser or its thread said, as one of the contract's reasons. */
export function refusalOf(error: unknown): RefusalReason {
  const said = error instanceof Error && 'reason' in error ? RefusalReason.safeParse(error.reason).data : undefined;
  return said ?? 'parser_failed';
}
