import type { FileEvent } from '#contract/exports.ts';
import { freeFileName } from './export/file-names.ts';
import { openPlace, PlaceError, reasonOf } from './export/place.ts';
import type { ReadDb } from './store/database.ts';
import { ENDINGS, type WriteOutOptions, writeOut } from './write-out.ts';

export interface WriteFileOptions extends WriteOutOptions {
  /** The folder a person chose. */
  readonly dir: string;
  /** What the file is called, without its ending. */
  readonly title: string;
}

/**
 * One file in the chosen folder, under a name that no other has: whole or not at all, also where it is stopped.
 * @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE before anything is written
 */
export async function* writeFile(db: ReadDb, options: WriteFileOptions): AsyncGenerator<FileEvent, void, void> {
  const { dir, title, as, ids, signal } = options;
  const place = await openPlace(dir, { writing: true });
  await place.sweep();
  const name = freeFileName(title, ENDINGS[as], await place.names(''));
  let file: Awaited<ReturnType<typeof place.begin>> | undefined;
  let isKept = false;
  try {
    file = await place.begin(name);
    let [articles, highlights] = [0, 0];
    for await (const piece of writeOut(db, options)) {
      await file.add(piece.text);
      ({ articles, highlights } = piece);
      yield { state: 'progress', done: piece.done, of: ids.length };
    }
    if (signal?.aborted) return;
    await file.keep();
    isKept = true;
    await place.syncFolders();
    yield { state: 'finished', name, articles, highlights };
  } catch (error) {
    // What the system says of the place is told; anything else is a fault of ours and not hidden behind it.
    if (!(error instanceof PlaceError) && !(error instanceof Error && 'syscall' in error)) throw error;
    yield { state: 'failed', name, reason: reasonOf(error) };
  } finally {
    if (!isKept) await file?.drop();
  }
}
