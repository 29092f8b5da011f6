import { setTimeout as wait } from 'node:timers/promises';
import type { ArchiveContext } from './context.ts';
import { indexMerging } from './store/index-rows.ts';

/** How often one looks whether anything was written. */
const LOOK_MILLISECONDS = 2000;
/** Between two steps whoever reads or writes has its turn. */
const PAUSE_MILLISECONDS = 20;

/**
 * Merges the index while nobody writes: from a look at which nothing was written since the look before, until there is
 * nothing to merge or somebody writes again. An edit is quick because it leaves this to us; a search, because few parts are left.
 */
export function mergeWhenQuiet(
  { db }: Pick<ArchiveContext, 'db'>,
  { look = LOOK_MILLISECONDS, pause = PAUSE_MILLISECONDS }: { look?: number; pause?: number } = {},
): () => void {
  const step = indexMerging(db);
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const written = () => changes.get() ?? 0;
  const closing = new AbortController();
  let seen = written();
  /** What another process left may have parts enough, so that the first quiet moment is used too. */
  let isMerged = false;
  let isMerging = false;

  async function merge(): Promise<void> {
    while (!closing.signal.aborted && written() === seen) {
      const more = step();
      seen = written();
      if (!more) {
        isMerged = true;
        return;
      }
      await wait(pause, undefined, { ref: false });
    }
  }

  const timer = setInterval(() => {
    if (isMerging) return;
    if (written() !== seen) {
      seen = written();
      isMerged = false;
      return;
    }
    if (isMerged) return;
    isMerging = true;
    // Nobody asked for it: a disk that is full, or another process that writes, is tried again at the next look.
    merge()
      .catch(() => undefined)
      .finally(() => {
        isMerging = false;
      });
  }, look);
  timer.unref();
  return () => {
    clearInterval(timer);
    closing.abort();
  };
}
