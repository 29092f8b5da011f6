import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
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
 * then the folder synced. Only after this may the row that names it be committed. Returns the hash.
 * @throws StoreError DISK_FULL or READ_ONLY; nothing is left under the final name then.
 */
export async function keepOriginal(dir: string, bytes: Uint8Array, sha256 = hashBytes(bytes)): Promise<string> {
  const place = originalPath(dir, sha256);
  // Touched, so that whoever collects what a killed import left sees that these bytes are wanted again.
  if (await touch(place)) return sha256;
  const folder = join(dir, 'originals', sha256.slice(0, 2));
  const temporary = join(folder, `.${sha256}.${process.pid}.${counter++}`);
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(join(dir, 'originals'));
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toStoreError(error);
  }
  return sha256;
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

/** Returns whether the file is there. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}
