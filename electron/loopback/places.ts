import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Place } from '#contract/host.ts';
import { PlaceHandle } from '#contract/ids.ts';
import type { Grant } from '../service/control.ts';

export interface RootedPlaces {
  readonly root: Place;
  /** Undefined when the handle is not one of ours, or the folder is gone or leads out of the root. */
  open(handle: PlaceHandle): Promise<OpenedPlace | undefined>;
  create(handle: PlaceHandle, name: string): Promise<Place | 'NO_SUCH_PLACE' | 'NAME_REFUSED' | 'PLACE_UNWRITABLE'>;
}

interface OpenedPlace {
  readonly place: Place;
  readonly parent: Place | null;
  readonly children: Place[];
  readonly writable: boolean;
}

/** A folder with more folders than this shows the first ones. */
const CHILDREN = 1_000;

/**
 * The folders under one root, each named by a handle that says nothing about where it is. Links are not followed and
 * not shown, and a folder that was replaced by a link afterwards is refused. `grant` tells the service, before the page
 * learns the handle.
 */
export async function openPlaces(
  rootDir: string,
  grant: (places: readonly Grant[]) => Promise<void>,
): Promise<RootedPlaces> {
  const root = await realpath(rootDir);
  const paths = new Map<string, string>();
  const handles = new Map<string, PlaceHandle>();

  function toPlace(path: string): Place {
    let handle = handles.get(path);
    if (handle === undefined) {
      handle = PlaceHandle.parse(randomBytes(18).toString('base64url'));
      handles.set(path, handle);
      paths.set(handle, path);
    }
    return { handle, label: basename(path) || path };
  }

  /** The folder itself, when it still is one and nothing on the way to it leads elsewhere. */
  async function resolve(handle: PlaceHandle): Promise<string | undefined> {
    const path = paths.get(handle);
    if (path === undefined) return undefined;
    try {
      return (await realpath(path)) === path && (await lstat(path)).isDirectory() ? path : undefined;
    } catch {
      return undefined;
    }
  }

  async function listFolders(path: string): Promise<string[]> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
      const names = folders.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'));
      return names.slice(0, CHILDREN);
    } catch {
      return [];
    }
  }

  const rootPlace = toPlace(root);
  await grant([[rootPlace.handle, root]]);
  return {
    root: rootPlace,
    async open(handle) {
      const path = await resolve(handle);
      if (path === undefined) return undefined;
      const children = (await listFolders(path)).map((name) => toPlace(join(path, name)));
      const parent = path === root ? null : toPlace(dirname(path));
      await grant(children.map((child) => [child.handle, paths.get(child.handle) ?? '']));
      return { place: toPlace(path), parent, children, writable: await isWritable(path) };
    },
    async create(handle, typed) {
      // Some keyboards and systems give letters and their marks apart.
      const name = typed.normalize('NFC');
      const path = await resolve(handle);
      if (path === undefined) return 'NO_SUCH_PLACE';
      if (!isFolderName(name)) return 'NAME_REFUSED';
      const made = join(path, name);
      if (relative(path, made) !== name) return 'NAME_REFUSED';
      try {
        await mkdir(made);
      } catch (error) {
        const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        if (!there) return 'PLACE_UNWRITABLE';
        if (!(await lstat(made)).isDirectory()) return 'NAME_REFUSED';
      }
      const place = toPlace(made);
      await grant([[place.handle, made]]);
      return place;
    },
  };
}

const RESERVED = /^(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)(?:\..*)?$/iu;

/** A name that means one new folder on every system: no path, nothing hidden, nothing a system reserves or strips. */
export function isFolderName(name: string): boolean {
  if (name !== name.normalize('NFC') || !name.isWellFormed() || Buffer.byteLength(name) > 200) return false;
  if (/[<>:"/\\|?*\p{Cc}\p{Cf}]/u.test(name) || /^[\s.]|[\s.]$/u.test(name)) return false;
  return name !== '' && !RESERVED.test(name);
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
