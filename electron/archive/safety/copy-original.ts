import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../store/errors.ts';
import { hashBytes, originalPath, syncFolder } from '../store/originals.ts';

/**
 * Copies the originals into another archive folder, each verified by its hash on the way. `link` takes hard links
 * where the file system has them: an original never changes, so both names may share its bytes.
 * @throws StoreError DAMAGED where one is missing or not what it was
 */
export async function copyOriginals(
  from: string,
  to: string,
  hashes: readonly string[],
  options: { readonly link: boolean; readonly signal?: AbortSignal },
): Promise<number> {
  const folders = new Set<string>();
  let bytes = 0;
  for (const sha256 of hashes) {
    options.signal?.throwIfAborted();
    const source = originalPath(from, sha256);
    const target = originalPath(to, sha256);
    const content = await readFile(source).catch((error: unknown) => {
      throw new StoreError('DAMAGED', `the original ${sha256} cannot be read`, { cause: error });
    });
    if (hashBytes(content) !== sha256) throw new StoreError('DAMAGED', `the original ${sha256} is not what it was`);
    await mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    const linked = options.link && (await link(source, target).then(ok, failed));
    if (!linked) await copySynced(source, target);
    bytes += content.length;
  }
  for (const folder of [...folders, join(to, 'originals')]) await syncFolder(folder);
  return bytes;
}

async function copySynced(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const file = await open(target, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const ok = () => true;
const failed = () => false;
