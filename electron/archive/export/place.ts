import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, lstat, mkdir, open, readdir, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Ours in the chosen folder: the manifest, and files while they are written. Obsidian does not look into folders with a dot. */
export const OURS = '.jianbao';
/** A file under way that is older than this belongs to a run that was killed. */
const LEFT_BEHIND = 10 * 60_000;

export type PlaceErrorCode = 'NO_SUCH_PLACE' | 'PLACE_UNWRITABLE' | 'OUTSIDE_PLACE';

export class PlaceError extends Error {
  readonly code: PlaceErrorCode;
  constructor(code: PlaceErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'PlaceError';
    this.code = code;
  }
}

/** The folder a person chose. Nothing outside it is written or read; a link below it is never followed. */
export type Place = Awaited<ReturnType<typeof openPlace>>;

/** @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE */
export async function openPlace(folder: string, { writing }: { writing: boolean }) {
  const root = await findRoot(folder, writing);
  /** Folders found to be real ones in this run. */
  const trusted = new Set<string>(['']);
  const changed = new Set<string>();

  /** What stands at a path. @throws PlaceError OUTSIDE_PLACE where the path leads through a link or out of the place */
  async function look(relative: string, makeFolders = false): Promise<{ at: string; found: Stats | undefined }> {
    const parts = relative.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part))) {
      throw new PlaceError('OUTSIDE_PLACE', 'not a path inside the folder');
    }
    for (let depth = 1; depth < parts.length; depth += 1) {
      const parent = parts.slice(0, depth).join('/');
      if (trusted.has(parent)) continue;
      const at = join(root, parent);
      let found = await lstat(at).catch(whenMissing);
      if (!found) {
        if (!makeFolders) return { at: join(root, relative), found };
        await mkdir(at).catch(whenThere);
        changed.add(dirname(at));
        found = await lstat(at);
      }
      if (!found.isDirectory()) throw new PlaceError('OUTSIDE_PLACE', 'a link or a file stands where a folder should');
      trusted.add(parent);
    }
    const at = join(root, relative);
    const found = await lstat(at).catch(whenMissing);
    if (found && !found.isFile() && !found.isDirectory()) throw new PlaceError('OUTSIDE_PLACE', 'a link or a device');
    return { at, found };
  }

  async function pathOf(relative: string, makeFolders = false): Promise<string> {
    return (await look(relative, makeFolders)).at;
  }

  async function syncFolders(): Promise<void> {
    for (const folder of changed) {
      // Windows opens no folders; its file system keeps the order by itself.
      const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
      await handle?.sync().catch(() => undefined);
      await handle?.close();
    }
    changed.clear();
  }

  /** Written aside in a folder of the place; nobody sees it until it is kept. */
  async function create(relative: string, aside: string) {
    const at = await pathOf(relative, true);
    const name = `${aside === '' ? `${OURS}-` : `${aside}/`}${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
    const under = await pathOf(name, true);
    const handle = await open(under, 'wx', 0o644);
    return {
      add: (text: string) => handle.appendFile(text),
      async keep(): Promise<void> {
        await handle.sync();
        await handle.close();
        await retrying(() => rename(under, at));
        changed.add(dirname(at));
      },
      async drop(): Promise<void> {
        await handle.close().catch(() => undefined);
        await rm(under, { force: true }).catch(() => undefined);
      },
    };
  }

  return {
    /** Undefined when there is no such file. */
    async read(relative: string): Promise<Buffer | undefined> {
      const { at, found } = await look(relative);
      if (!found) return undefined;
      const handle = await open(at, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(whenMissing);
      try {
        return await handle?.readFile();
      } finally {
        await handle?.close();
      }
    },
    /** Whole or not at all: written aside, synced, then put in place. */
    async write(relative: string, text: string): Promise<void> {
      const file = await create(relative, OURS);
      try {
        await file.add(text);
        await file.keep();
      } catch (error) {
        await file.drop();
        throw error;
      }
    },
    /** A file of many pieces beside which nothing of ours is left: it has its name when it is kept. */
    begin: (name: string) => create(name, ''),
    async append(relative: string, text: string): Promise<void> {
      const handle = await open(await pathOf(relative, true), 'a', 0o644);
      try {
        await handle.writeFile(text);
      } finally {
        await handle.close();
      }
    },
    async move(from: string, to: string): Promise<void> {
      const source = await pathOf(from);
      const target = await pathOf(to, true);
      if (await lstat(target).catch(whenMissing)) throw new PlaceError('OUTSIDE_PLACE', 'another file is there');
      await retrying(() => rename(source, target));
      changed.add(dirname(source)).add(dirname(target));
    },
    async exists(relative: string): Promise<boolean> {
      return (await look(relative)).found !== undefined;
    },
    /** Whether the place itself is still a folder: a drive may have been taken out. */
    async isThere(): Promise<boolean> {
      return stat(root).then(
        (found) => found.isDirectory(),
        () => false,
      );
    },
    /** Names in a folder; none when it is not there. */
    async names(folder: string): Promise<string[]> {
      const at = folder === '' ? root : await pathOf(folder);
      return readdir(at).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
        throw error;
      });
    },
    /** Every Markdown file below the place, links and folders with a dot left out. */
    async *markdownFiles(folder = ''): AsyncGenerator<string> {
      for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
        const relative = folder === '' ? item.name : `${folder}/${item.name}`;
        if (item.name.startsWith('.')) continue;
        if (item.isDirectory()) yield* this.markdownFiles(relative);
        else if (item.isFile() && item.name.endsWith('.md')) yield relative;
      }
    },
    /** Removes what a run that was killed left behind. */
    async sweep(): Promise<void> {
      const beside = (await this.names('')).filter((name) => name.startsWith(`${OURS}-`));
      const left = [...(await this.names(OURS)).map((name) => `${OURS}/${name}`), ...beside];
      for (const path of left.filter((each) => each.endsWith('.tmp'))) {
        const at = await pathOf(path);
        const found = await lstat(at).catch(whenMissing);
        if (found && Date.now() - found.mtimeMs > LEFT_BEHIND) await unlink(at).catch(whenMissing);
      }
    },
    syncFolders,
  };
}

export const MANIFEST_PATH = `${OURS}/vault.jsonl`;

async function findRoot(folder: string, writing: boolean): Promise<string> {
  try {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) throw new PlaceError('NO_SUCH_PLACE', 'not a folder');
    if (writing) await access(root, constants.W_OK | constants.X_OK);
    return root;
  } catch (error) {
    if (error instanceof PlaceError) throw error;
    const missing = whenMissingCode(error);
    throw new PlaceError(missing ? 'NO_SUCH_PLACE' : 'PLACE_UNWRITABLE', 'cannot be used', { cause: error });
  }
}

/** Why something could not be written, in the words of the contract. */
export function reasonOf(error: unknown): 'disk_full' | 'read_only' | 'outside_place' | 'other' {
  if (error instanceof PlaceError) return error.code === 'OUTSIDE_PLACE' ? 'outside_place' : 'other';
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk_full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'read_only';
    case 'ELOOP':
      return 'outside_place';
    default:
      return 'other';
  }
}

function whenMissing(error: unknown): undefined {
  if (whenMissingCode(error)) return undefined;
  throw error;
}

function whenMissingCode(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function whenThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** On Windows a file that a scanner or an editor holds open cannot be replaced for a moment. */
async function retrying(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || attempt >= 10 || (code !== 'EPERM' && code !== 'EBUSY')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
