import { createHash, randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { syncFolder } from '../store/originals.ts';

/** Characters of a long file that are gathered before they are written. */
const GATHERED = 65_536;

export interface WrittenFile {
  readonly sha256: string;
  readonly bytes: number;
}
export interface FileWriter {
  add(text: string): Promise<void>;
  end(): Promise<WrittenFile>;
}
export type FolderWriter = Awaited<ReturnType<typeof beginFolder>>;

/**
 * A folder of many files under a hidden name in another; it has its own name when it is whole. What a run that was
 * killed left there is removed first.
 */
export async function beginFolder(folder: string) {
  await sweep(folder);
  const work = join(folder, `.${prefix()}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(work, { mode: 0o755 });
  const made = new Set<string>([work]);
  const unfinished = new Set<FileWriter>();

  async function placeOf(path: string): Promise<string> {
    const place = join(work, path);
    const parent = dirname(place);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    return place;
  }

  async function begin(path: string): Promise<FileWriter> {
    const file = await openHashed(await placeOf(path));
    const writer: FileWriter = {
      add: file.add,
      async end() {
        unfinished.delete(writer);
        return file.end();
      },
    };
    unfinished.add(writer);
    return writer;
  }

  return {
    begin,
    async add(path: string, text: string): Promise<WrittenFile> {
      const file = await begin(path);
      await file.add(text);
      return file.end();
    },
    async copy(path: string, from: string): Promise<WrittenFile> {
      const target = await open(await placeOf(path), 'wx', 0o644);
      try {
        const hash = createHash('sha256');
        let bytes = 0;
        for await (const piece of createReadStream(from) as AsyncIterable<Buffer>) {
          hash.update(piece);
          bytes += piece.length;
          await target.writeFile(piece);
        }
        return { sha256: hash.digest('hex'), bytes };
      } finally {
        await target.close();
      }
    },
    /** Gives it its name. A folder of that name may have come since it was looked for: one with something in it refuses. */
    async keep(name: string): Promise<void> {
      for (const each of made) await syncFolder(each);
      await rename(work, join(folder, name));
      await syncFolder(folder);
    },
    async drop(): Promise<void> {
      for (const file of unfinished) await file.end().catch(() => undefined);
      await rm(work, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** A file that is written piece by piece, and knows its hash at the end. */
async function openHashed(place: string) {
  const handle: FileHandle = await open(place, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
  const hash = createHash('sha256');
  let [waiting, bytes] = ['', 0];
  async function flush(): Promise<void> {
    const piece = Buffer.from(waiting);
    waiting = '';
    hash.update(piece);
    bytes += piece.length;
    await handle.writeFile(piece);
  }
  return {
    async add(text: string): Promise<void> {
      waiting += text;
      if (waiting.length >= GATHERED) await flush();
    },
    async end(): Promise<WrittenFile> {
      try {
        await flush();
      } finally {
        await handle.close();
      }
      return { sha256: hash.digest('hex'), bytes };
    },
  };
}

const LEFT_BEHIND = 24 * 3_600_000;

/** Folders under way of this machine are told from those of another that shares the place. */
function prefix(): string {
  return `jianbao-new-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`;
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, pid] = /^\.jianbao-new-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const at = join(folder, name);
    const found = await lstat(at).catch(() => undefined);
    if (!found?.isDirectory()) continue;
    const isOurs = prefix() === `jianbao-new-${machine}-`;
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
