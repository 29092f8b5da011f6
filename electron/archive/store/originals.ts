import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { toStoreError } from './errors.ts';

/** Where the bytes with this hash are kept: `originals/ab/abcdef…`. */
export function originalPath(dir: string, sha256: string): string {
  return join(dir, 'originals', sha256.slice(0, 2), sha256);
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps the bytes of an imported file under their hash: a temporary file beside the place, written, synced, renamed,
 * then the folder synced. Only after this may the row that names it be committed. Synchronous, because a thread does
 * it that has nothing else to do: the same calls by promises take 1.2 ms of the main thread's time for every file.
 * @throws StoreError DISK_FULL or READ_ONLY, or what else the system says; nothing is left under the final name then.
 */
export function keepOriginal(dir: string, bytes: Uint8Array, sha256: string): void {
  const place = originalPath(dir, sha256);
  // Touched, so that whoever collects what a killed import left sees that these bytes are wanted again.
  if (touch(place)) return;
  const folder = join(dir, 'originals', sha256.slice(0, 2));
  const temporary = join(folder, `.${sha256}.${process.pid}.${threadId}.${counter++}`);
  try {
    if (mkdirSync(folder, { recursive: true }) !== undefined) syncFolderNow(join(dir, 'originals'));
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true });
    renameSync(temporary, place);
    syncFolderNow(folder);
  } catch (error) {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // The reason is the first failure; whoever opens the archive next collects what is left.
    }
    throw toStoreError(error);
  }
}

let counter = 0;

/** As `keepOriginal`, for bytes that stand in a synced temporary file of the archive folder already. */
export async function keepReceived(dir: string, temporary: string, sha256: string): Promise<void> {
  const folder = join(dir, 'originals', sha256.slice(0, 2));
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(join(dir, 'originals'));
    await rename(temporary, originalPath(dir, sha256));
    await syncFolder(folder);
  } catch (error) {
    throw toStoreError(error);
  }
}

/** Hashes of every original on the disk, with the temporary files that a killed import left. */
export async function listOriginals(dir: string): Promise<{ hashes: string[]; leftovers: string[] }> {
  const root = join(dir, 'originals');
  const hashes: string[] = [];
  const leftovers: string[] = [];
  for (const folder of await readdir(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of await readdir(join(root, folder.name))) {
      if (/^[0-9a-f]{64}$/.test(name)) hashes.push(name);
      else if (name.startsWith('.')) leftovers.push(join(root, folder.name, name));
    }
  }
  return { hashes, leftovers };
}

/** Makes a rename in the folder last through a power cut. Windows syncs folders by itself and refuses to open them. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Returns whether the file is there. Asked first, because a failed call costs as much as ten that succeed. */
function touch(path: string): boolean {
  if (!existsSync(path)) return false;
  const now = new Date();
  utimesSync(path, now, now);
  return true;
}
