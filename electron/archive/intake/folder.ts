import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BatchId } from '#contract/ids.ts';
import { FILE_BYTES, PIECE_BYTES, type RefusalReason } from '#contract/intake.ts';
import { type Importer, ReceiveError } from './importer.ts';

/** Deeper folders are taken for a loop that links could not explain. */
const DEEPEST = 64;
/** Files on their way at the same time. */
const AT_ONCE = 16;
/** What a system puts into folders for itself, and what an export and Obsidian put into a vault. */
const FURNITURE = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.jianbao|\.obsidian)$|^\._/i;

/** A file found under a path that a person named; names are bytes, because a folder may hold names in any encoding. */
export interface FoundFile {
  readonly path: string;
  readonly file: Buffer;
}
export interface RefusedFile {
  readonly path: string;
  readonly reason: RefusalReason;
}

/**
 * Every file under the given paths, in order of name. A link that the person named is followed; links inside a folder
 * are not: they lead to a file that is found by its own name, in a circle, or out of what was chosen. `except` is left
 * out (the archive itself).
 */
export async function* walkPaths(
  paths: readonly string[],
  except?: string,
): AsyncGenerator<FoundFile | RefusedFile, void, void> {
  for (const path of paths) {
    let real: string;
    try {
      real = await realpath(resolve(path));
    } catch (error) {
      yield { path, reason: reasonOf(error) };
      continue;
    }
    yield* walk(Buffer.from(real), path, 0, except === undefined ? undefined : Buffer.from(resolve(except)), real);
  }
}

async function* walk(
  file: Buffer,
  path: string,
  depth: number,
  except: Buffer | undefined,
  root: string,
): AsyncGenerator<FoundFile | RefusedFile, void, void> {
  if (except?.equals(file)) return;
  let names: Buffer[];
  try {
    const found = await lstat(file);
    if (found.isSymbolicLink()) {
      yield { path, reason: await reasonOfLink(file, root) };
      return;
    }
    if (!found.isDirectory()) {
      yield found.isFile() ? { path, file } : { path, reason: 'not_a_file' };
      return;
    }
    if (depth > DEEPEST) {
      yield { path, reason: 'link_loop' };
      return;
    }
    names = await readdir(file, { encoding: 'buffer' });
  } catch (error) {
    yield { path, reason: reasonOf(error) };
    return;
  }
  for (const name of names.sort(Buffer.compare)) {
    const shown = nameOf(name);
    if (FURNITURE.test(shown)) continue;
    yield* walk(Buffer.concat([file, Buffer.from('/'), name]), join(path, shown), depth + 1, except, root);
  }
}

/** Names on old disks are GBK; shown wrongly they would still be found, because the bytes are what is opened. */
function nameOf(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}

async function reasonOfLink(link: Buffer, root: string): Promise<RefusalReason> {
  try {
    const target = await realpath(link);
    const found = await lstat(target);
    if (!found.isDirectory()) return found.isFile() ? 'link_not_followed' : 'not_a_file';
    // Into a folder of what was chosen, or one above it: a walk that followed would not end.
    return `${target}/`.startsWith(`${root}/`) || `${root}/`.startsWith(`${target}/`)
      ? 'link_loop'
      : 'link_not_followed';
  } catch (error) {
    return reasonOf(error);
  }
}

/** What of an importer takes files; a client of the contract can stand for it. */
export interface FileTaker {
  receive: Importer['receive'];
  refuse: Importer['refuse'];
  finish(batch: BatchId): void | Promise<void>;
  cancel(batch: BatchId): void | Promise<void>;
}

/** Sends everything under the paths that is wanted through the importer, and ends the batch. Settles when all is sent. */
export async function importPaths(
  importer: FileTaker,
  batch: BatchId,
  paths: readonly string[],
  signal?: AbortSignal,
  except?: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<void> {
  const under = new Set<Promise<void>>();
  let failure: unknown;
  for await (const item of walkPaths(paths, except)) {
    if (signal?.aborted || failure !== undefined) break;
    if ('reason' in item) {
      importer.refuse(batch, item.path, item.reason);
      continue;
    }
    if (!isWanted(item.path)) continue;
    const sending = sendFile(importer, batch, item)
      .catch((error: unknown) => {
        failure = error;
      })
      .finally(() => under.delete(sending));
    under.add(sending);
    if (under.size >= AT_ONCE) await Promise.race(under);
  }
  await Promise.all(under);
  if (failure !== undefined) throw failure;
  if (signal?.aborted) await importer.cancel(batch);
  else await importer.finish(batch);
}

async function sendFile(importer: FileTaker, batch: BatchId, { path, file }: FoundFile): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK the opening of a pipe that took the file's place would wait for a writer for ever.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
    handle = await open(file, flags);
    const before = await handle.stat();
    if (!before.isFile()) throw new RefusedError('not_a_file');
    if (before.size > FILE_BYTES) throw new RefusedError('too_large');
    const { size } = before;
    let offset = 0;
    do {
      const piece = new Uint8Array(Math.min(PIECE_BYTES, size - offset));
      let length = 0;
      while (length < piece.length) {
        const { bytesRead } = await handle.read(piece, length, piece.length - length, offset + length);
        if (bytesRead === 0) throw new RefusedError('changed_while_read');
        length += bytesRead;
      }
      // Asked before the last piece goes: after it the file is on its way into the archive.
      if (offset + length === size) {
        const after = await handle.stat();
        if (after.size !== size || after.mtimeMs !== before.mtimeMs) throw new RefusedError('changed_while_read');
      }
      await importer.receive({ batch, path, size, offset }, piece);
      offset += length;
    } while (offset < size);
  } catch (error) {
    if (error instanceof ReceiveError) throw error;
    importer.refuse(batch, path, error instanceof RefusedError ? error.reason : reasonOf(error));
  } finally {
    await handle?.close();
  }
}

class RefusedError extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

function reasonOf(error: unknown): RefusalReason {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'vanished';
  if (code === 'ELOOP') return 'link_loop';
  // A socket cannot be opened, a device may not answer.
  if (code === 'ENXIO' || code === 'ENODEV') return 'not_a_file';
  return 'unreadable';
}
