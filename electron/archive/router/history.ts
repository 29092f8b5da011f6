import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { History } from '../history.ts';

export function historyRoutes(history: History) {
  const os = implement(archiveContract).history;
  return {
    undo: os.undo.handler(({ input }) => {
      const undone = history.undo(input.change);
      return { undone: undone?.change ?? null, action: undone?.action ?? null };
    }),
    redo: os.redo.handler(() => {
      const redone = history.redo();
      return { redone: redone?.change ?? null, action: redone?.action ?? null };
    }),
  };
}
