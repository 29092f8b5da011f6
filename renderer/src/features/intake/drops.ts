import { takeBag, takeFiles } from './asking.ts';
import { entriesOf, isBag, walkEntries } from './read-files.ts';

let isOver = false;
const listeners = new Set<() => void>();

/** Whether somebody holds files over the window. */
export function isDropOver(): boolean {
  return isOver;
}
export function subscribeDrop(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: boolean): void {
  if (next === isOver) return;
  isOver = next;
  for (const listener of listeners) listener();
}

/**
 * The whole window takes files and folders, from its first moment: called before anything is drawn, because what is
 * dropped on a window without a listener navigates it away and is not imported.
 */
export function listenForDrops(): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  let depth = 0;
  window.addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth += 1;
    set(true);
  });
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
  });
  window.addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) set(false);
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    set(false);
    if (!event.dataTransfer) return;
    const entries = entriesOf(event.dataTransfer);
    if (entries.length > 0) void takeEntries(entries);
  });
}

/** Each bag by itself, whole or not at all; everything else together. */
async function takeEntries(entries: readonly FileSystemEntry[]): Promise<void> {
  const others: FileSystemEntry[] = [];
  for (const entry of entries) {
    if (await isBag(entry)) takeBag(entry.name, walkEntries([entry]));
    else others.push(entry);
  }
  if (others.length > 0) takeFiles(walkEntries(others));
}
