import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openForReading } from '../store/database.ts';
import { StoreError, toStoreError } from '../store/errors.ts';
import { makeFolder } from '../store/folders.ts';
import { syncFolder } from '../store/originals.ts';
import { backupArchive } from './backup.ts';

export interface RestoreReport {
  /** The backup that was read. */
  readonly from: string;
  readonly articles: number;
}

/**
 * Makes an archive of a backup, in a folder that does not exist yet or is empty: an archive that is there is never
 * written over. The backup is verified as it is copied, and stays as it was.
 * @throws StoreError ALREADY_THERE, DAMAGED, NOT_AN_ARCHIVE, NEWER_ARCHIVE, DISK_FULL or READ_ONLY
 */
export async function restoreArchive(
  from: string,
  to: string,
  options: { readonly now: number; readonly signal?: AbortSignal },
): Promise<RestoreReport> {
  // Refused before anything is made where the backup is none.
  openForReading(join(from, 'archive.sqlite'), { older: true }).close();
  const parent = dirname(to);
  const work = join(parent, `.${basename(to)}.restoring`);
  try {
    makeFolder(parent);
    const there = await readdir(to).catch(() => []);
    if (there.length > 0) throw new StoreError('ALREADY_THERE', 'the folder is not empty');
    await rm(work, { recursive: true, force: true });
    const copy = await backupArchive(from, { ...options, to: work });
    await rmdir(to).catch(() => undefined);
    await rename(copy.path, to);
    await syncFolder(parent);
    return { from, articles: copy.articles };
  } catch (error) {
    throw toStoreError(error);
  } finally {
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}
