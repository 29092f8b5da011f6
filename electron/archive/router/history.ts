import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { History } from '../history.ts';

/** `refill` brings what answers while one types up to date: an undone act may have brought titles and tags back. */
export function historyRoutes(history: History, refill: () => void) {
  const os = implement(archiveContract).history;
  return {
    undo: os.undo.handler(({ input }) => {
      const undone = history.undo(input.change);
      if (undone) refill();
      return { undone: undone?.change ?? null, action: undone?.action ?? null };
    }),
    redo: os.redo.handler(() => {
      const redone = history.redo();
      if (redone) refill();
      return { redone: redone?.change ?? null, action: redone?.action ?? null };
    }),
  };
}
