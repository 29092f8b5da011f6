import { currentAppearance } from '../../app/appearance.tsx';
import { importFiles } from './import-state.ts';
import type { ChosenFile, UnreadableFile } from './read-files.ts';

export type FoundFile = ChosenFile | UnreadableFile;

/** Files that were chosen and wait for a word about their names; nothing of them is sent before. */
export interface Asking {
  readonly files: readonly FoundFile[];
  /** More may be found. */
  readonly isWalking: boolean;
  /** Counts what was started: a walk that was given up finds nothing for the next. */
  readonly turn: number;
}

/** How often the window hears of what a walk found. */
const TOLD_EVERY = 200;

let asking: Asking | null = null;
let turn = 0;
const listeners = new Set<() => void>();

export function subscribeAsking(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function currentAsking(): Asking | null {
  return asking;
}

function set(next: Asking | null): void {
  asking = next;
  for (const listener of listeners) listener();
}

/**
 * Imports at once, or asks for a naming rule first: where a person wants to be asked and there are at least two files,
 * or always when it was chosen so.
 */
export function takeFiles(files: AsyncIterable<FoundFile>, isWanted = false): void {
  if (isWanted || currentAppearance().nameRule.asks) void gather(files, isWanted);
  else importFiles(files);
}

async function gather(files: AsyncIterable<FoundFile>, isWanted: boolean): Promise<void> {
  turn += 1;
  const mine = turn;
  // What is dropped while one is asked joins what waits.
  const found: FoundFile[] = [...(asking?.files ?? [])];
  const enough = isWanted || asking !== null ? 1 : 2;
  const tell = (isWalking: boolean) => set({ files: [...found], isWalking, turn: mine });
  if (isWanted) tell(true);
  let told = 0;
  for await (const file of files) {
    if (turn !== mine) return;
    found.push(file);
    if (found.length >= enough && (told === 0 || found.length - told >= TOLD_EVERY)) {
      told = found.length;
      tell(true);
    }
  }
  if (turn !== mine) return;
  if (found.length >= enough) tell(false);
  else {
    set(null);
    if (found.length > 0) importFiles(inTurn(found));
  }
}

export async function* inTurn(files: readonly FoundFile[]): AsyncGenerator<FoundFile> {
  yield* files;
}

/** Sends what was chosen of the files, with the rule or without one. */
export function importAsked(files: readonly FoundFile[], rule: string | undefined): void {
  stopAsking();
  importFiles(inTurn(files), rule === undefined ? undefined : { rule });
}

/** A bag has its names from itself: nothing is asked. `root`: its folder, with which the path of every file begins. */
export function takeBag(root: string, files: AsyncIterable<FoundFile>): void {
  importFiles(files, { bag: root });
}

/** Nothing was sent, and nothing is. */
export function stopAsking(): void {
  turn += 1;
  set(null);
}
