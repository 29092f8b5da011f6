import type { RefusalReason } from '#contract/intake.ts';

/** A file that a person chose or dropped, under its path inside what was dropped. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/** Something that was dropped and could not even be opened. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: RefusalReason;
}

/** Deeper folders are taken for a loop of links. */
const DEEPEST = 64;
/** What a system puts into folders for itself, and what an export and Obsidian put into a vault. */
const FURNITURE = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.jianbao|\.obsidian)$|^\._/iu;

/** Files of a chooser, a folder's with their path inside it. */
export function filesOf(list: FileList): ChosenFile[] {
  return [...list]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split('/').some((part) => FURNITURE.test(part)));
}

/** The folder that was chosen, where it says that it is a bag (RFC 8493, 2.1.1). */
export function bagAmong(files: readonly ChosenFile[]): string | undefined {
  return files.map(({ path }) => /^([^/]+)\/bagit\.txt$/u.exec(path)?.[1]).find((root) => root !== undefined);
}

/** The same of a folder that was dropped. */
export function isBag(entry: FileSystemEntry): Promise<boolean> {
  if (!isFolder(entry)) return Promise.resolve(false);
  return new Promise((resolve) =>
    entry.getFile(
      'bagit.txt',
      {},
      () => resolve(true),
      () => resolve(false),
    ),
  );
}

/** The entries have to be taken during the drop event itself: afterwards the list is empty. */
export function entriesOf(transfer: DataTransfer): FileSystemEntry[] {
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
}

/** Walks dropped files and folders, in order of name; what cannot be opened is named and left out. */
export async function* walkEntries(
  entries: readonly FileSystemEntry[],
  depth = 0,
): AsyncGenerator<ChosenFile | UnreadableFile> {
  for (const entry of entries) {
    const path = entry.fullPath.replace(/^\//u, '');
    if (FURNITURE.test(entry.name)) continue;
    if (depth > DEEPEST) {
      yield { path, reason: 'link_loop' };
    } else if (isFolder(entry)) {
      try {
        yield* walkEntries(await childrenOf(entry), depth + 1);
      } catch (error) {
        yield { path, reason: reasonOf(error) };
      }
    } else {
      try {
        yield { path, file: await fileOf(entry as FileSystemFileEntry) };
      } catch (error) {
        yield { path, reason: reasonOf(error) };
      }
    }
  }
}

/**
 * In a batch a file is known by its path, and files from several places may have the same: every further one gets a
 * number, and so does the picture that came with it.
 */
export async function* withOwnPaths<Item extends { readonly path: string }>(
  items: AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const times = new Map<string, number>();
  for await (const item of items) {
    let number = times.get(item.path) ?? 0;
    let path = item.path;
    while (times.has(path)) {
      number += 1;
      path = numberedPath(item.path, number);
    }
    times.set(item.path, number);
    times.set(path, 1);
    yield path === item.path ? item : { ...item, path };
  }
}

/** So many are told at once; the screen would be drawn for each otherwise. */
const TOLD_AT_ONCE = 100;

/** Hands items on as they are asked for, and looks for the others meanwhile: only who knows how many there are can say how far it is. */
export async function* readAhead<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
  tell: (found: number) => void,
): AsyncGenerator<Item> {
  const waiting: Item[] = [];
  let wake: () => void = () => undefined;
  let found = 0;
  let isOver = false;
  const look = async () => {
    try {
      for await (const item of items) {
        if (signal.aborted) return;
        waiting.push(item);
        found += 1;
        if (found % TOLD_AT_ONCE === 0) tell(found);
        wake();
      }
    } finally {
      isOver = true;
      tell(found);
      wake();
    }
  };
  const looking = look();
  // Thrown to whoever comes to it.
  looking.catch(() => undefined);
  while (!isOver || waiting.length > 0) {
    const some = waiting.splice(0);
    if (some.length > 0) yield* some;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  await looking;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  // Chromium hands out at most 100 entries a call; an empty answer is the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children.sort((a, b) => (a.name < b.name ? -1 : 1));
    children.push(...some);
  }
}

/** Why the page could not read a file: https://w3c.github.io/FileAPI/#dfn-error-codes */
export function reasonOf(error: unknown): RefusalReason {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'vanished';
  // Chromium says this of a file that changed after it was chosen, and of one it may not read.
  if (name === 'NotReadableError') return 'unreadable';
  return 'unreadable';
}

/** `news/a.txt` as `news/a (2).txt`. */
function numberedPath(path: string, number: number): string {
  return path.replace(/(\.[^./]*)?$/u, (ending) => ` (${number})${ending}`);
}
