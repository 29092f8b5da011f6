import { createHash, randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { syncFolder } from '../store/originals.ts';

/** How a bag says that it is one (RFC 8493, 2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Characters of a manifest or a long file that are gathered before they are written. */
const GATHERED = 65_536;

export interface BagFileWriter {
  add(text: string): Promise<void>;
  end(): Promise<void>;
}

export type BagWriter = Awaited<ReturnType<typeof beginBag>>;

/**
 * A BagIt 1.0 bag (RFC 8493) under a hidden name in a folder; it has its own name when it is whole. What a run that
 * was killed left there is removed first.
 */
export async function beginBag(folder: string, name: string) {
  await sweep(folder);
  const work = join(folder, `.${prefix()}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(work, { mode: 0o755 });
  const made = new Set<string>([work]);
  const tags: string[] = [];
  let [bytes, files] = [0, 0];
  const manifest = await openHashed(join(work, 'manifest-sha256.txt'));

  async function placeOf(path: string): Promise<string> {
    const place = join(work, path);
    const parent = dirname(place);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    return place;
  }

  async function list(path: string, sha256: string, size: number): Promise<void> {
    bytes += size;
    files += 1;
    await manifest.add(`${sha256}  ${encodePath(path)}\n`);
  }

  async function writeTag(path: string, text: string): Promise<void> {
    const file = await openHashed(join(work, path));
    await file.add(text);
    tags.push(`${(await file.end()).sha256}  ${path}\n`);
  }

  async function begin(path: string): Promise<BagFileWriter> {
    const file = await openHashed(await placeOf(path));
    return {
      add: file.add,
      async end() {
        const { sha256, size } = await file.end();
        await list(path, sha256, size);
      },
    };
  }

  return {
    begin,
    async add(path: string, text: string): Promise<void> {
      const file = await begin(path);
      await file.add(text);
      await file.end();
    },
    /** Returns false where the bytes are not the ones with this hash: the bag is no good then. */
    async copy(path: string, from: string, sha256: string): Promise<boolean> {
      const target = await open(await placeOf(path), 'wx', 0o644);
      try {
        const hash = createHash('sha256');
        let size = 0;
        for await (const piece of createReadStream(from) as AsyncIterable<Buffer>) {
          hash.update(piece);
          size += piece.length;
          await target.writeFile(piece);
        }
        await list(path, sha256, size);
        return hash.digest('hex') === sha256;
      } finally {
        await target.close();
      }
    },
    /** Writes what a bag says of itself, and gives it its name. */
    async keep(info: readonly (readonly [label: string, value: string])[]): Promise<{ files: number; bytes: number }> {
      await writeTag('bagit.txt', BAG_DECLARATION);
      const oxum = ['Payload-Oxum', `${bytes}.${files}`] as const;
      await writeTag('bag-info.txt', [...info, oxum].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''));
      tags.push(`${(await manifest.end()).sha256}  manifest-sha256.txt\n`);
      const last = await openHashed(join(work, 'tagmanifest-sha256.txt'));
      await last.add(tags.join(''));
      await last.end();
      for (const each of made) await syncFolder(each);
      // A folder of that name may have come since it was looked for: one with something in it refuses the new name.
      await rename(work, join(folder, name));
      await syncFolder(folder);
      return { files, bytes };
    },
    async drop(): Promise<void> {
      await manifest.end().catch(() => undefined);
      await rm(work, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** A file that is written piece by piece, and knows its hash at the end. */
async function openHashed(place: string) {
  const handle: FileHandle = await open(place, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
  const hash = createHash('sha256');
  let [waiting, size, isOpen] = ['', 0, true];
  async function flush(): Promise<void> {
    const piece = Buffer.from(waiting);
    waiting = '';
    hash.update(piece);
    size += piece.length;
    await handle.writeFile(piece);
  }
  return {
    async add(text: string): Promise<void> {
      waiting += text;
      if (waiting.length >= GATHERED) await flush();
    },
    async end(): Promise<{ sha256: string; size: number }> {
      if (!isOpen) return { sha256: '', size };
      try {
        await flush();
      } finally {
        isOpen = false;
        await handle.close();
      }
      return { sha256: hash.digest('hex'), size };
    },
  };
}

/** Line ends, and the sign that says so, are written by their number (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

const LEFT_BEHIND = 24 * 3_600_000;

/** Bags under way of this machine are told from those of another that shares the folder. */
function prefix(): string {
  return `jianbao-bag-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`;
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, pid] = /^\.jianbao-bag-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const at = join(folder, name);
    const found = await lstat(at).catch(() => undefined);
    if (!found?.isDirectory()) continue;
    const isOurs = prefix() === `jianbao-bag-${machine}-`;
    const isOver = isOurs ? !isRunning(Number(pid)) : Date.now() - (await stat(at)).mtimeMs > LEFT_BEHIND;
    if (isOver) await rm(at, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
