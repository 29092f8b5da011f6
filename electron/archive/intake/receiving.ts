import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceId } from '#contract/ids.ts';
import { PIECE_BYTES } from '#contract/intake.ts';
import { keepOriginal, keepReceived } from '../store/originals.ts';
import { HEAD_BYTES, wholeLimit } from './file-limits.ts';
import { isPageImageName } from './image-facts.ts';

/** A file whose bytes are all here. */
export interface ReceivedFile {
  readonly path: string;
  /** What its source will be called if it is new: ids rise as files begin to arrive, whichever of them is read first. */
  readonly source: SourceId;
  readonly bytes: number;
  readonly sha256: string;
  /** Its bytes stand in memory, all of them, and `head` gives them. */
  readonly inMemory: boolean;
  /** What a reader needs of it: all of it, or its first HEAD_BYTES. */
  head(): Promise<Uint8Array>;
  /** All of it. */
  read(): Promise<Buffer>;
  /** Puts the bytes under their hash, synced. */
  keep(): Promise<void>;
  /** Forgets the bytes, when they are not kept. */
  discard(): Promise<void>;
}

/** A file that is arriving. Pieces are given in order and awaited one by one. */
export interface Receiving {
  received: number;
  add(piece: Uint8Array): Promise<void>;
  done(): Promise<ReceivedFile>;
  discard(): Promise<void>;
}

/**
 * Takes a file in. One that fits into a piece stays in memory; a larger one is written to a temporary file in the
 * archive folder as it comes, hashed on the way, and later renamed to its place. So is a picture of any size: it may
 * have to wait for its page, with thousands of others.
 */
export function startReceiving(dir: string, path: string, size: number, source: SourceId): Receiving {
  const isSmall = size <= PIECE_BYTES && (size === 0 || !isPageImageName(path));
  return isSmall ? inMemory(dir, path, source) : onDisk(dir, path, size, source);
}

/** A file of thousands that have to wait for each other: on the disk whatever its size, and synced only if it is kept. */
export function startSpooling(dir: string, path: string, size: number, source: SourceId): Receiving {
  return onDisk(dir, path, size, source, false);
}

function inMemory(dir: string, path: string, source: SourceId): Receiving {
  const pieces: Uint8Array[] = [];
  return {
    received: 0,
    async add(piece) {
      pieces.push(piece);
      this.received += piece.length;
    },
    async done() {
      const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : new Uint8Array(Buffer.concat(pieces));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return {
        path,
        source,
        bytes: bytes.length,
        sha256,
        head: async () => bytes,
        read: async () => Buffer.from(bytes),
        inMemory: true,
        keep: async () => keepOriginal(dir, bytes, sha256),
        discard: async () => undefined,
      };
    },
    discard: async () => undefined,
  };
}

function onDisk(dir: string, path: string, size: number, source: SourceId, isSynced = true): Receiving {
  const folder = join(dir, 'originals', '.receiving');
  const temporary = join(folder, `.${randomUUID()}`);
  const hash = createHash('sha256');
  let file: FileHandle | undefined;
  const discard = async () => {
    await file?.close().catch(() => undefined);
    file = undefined;
    await rm(temporary, { force: true }).catch(() => undefined);
  };
  return {
    received: 0,
    async add(piece) {
      if (!file) {
        await mkdir(folder, { recursive: true });
        file = await open(temporary, 'wx', 0o600);
      }
      hash.update(piece);
      await file.writeFile(piece);
      this.received += piece.length;
    },
    async done() {
      if (isSynced) await file?.sync();
      await file?.close();
      file = undefined;
      const sha256 = hash.digest('hex');
      return {
        path,
        source,
        bytes: size,
        sha256,
        inMemory: false,
        head: () => readHead(temporary, size, path),
        read: () => readFile(temporary),
        keep: async () => {
          if (!isSynced) await syncFile(temporary);
          await keepReceived(dir, temporary, sha256);
        },
        discard,
      };
    },
    discard,
  };
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Some files are read whole, of a text only as much as is kept of it. */
export async function readHead(file: string, size: number, name: string): Promise<Uint8Array> {
  if (size <= Math.max(HEAD_BYTES, wholeLimit(name) ?? 0)) return readFile(file);
  const handle = await open(file, 'r');
  try {
    const head = new Uint8Array(HEAD_BYTES);
    let length = 0;
    while (length < HEAD_BYTES) {
      const { bytesRead } = await handle.read(head, length, HEAD_BYTES - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return head.subarray(0, length);
  } finally {
    await handle.close();
  }
}
