import type { ArchiveContext } from './context.ts';
import type { ForeignWrites } from './foreign-writes.ts';
import type { Search } from './search/search.ts';
import { trimSearchChanges } from './store/search-rows.ts';

/**
 * Reads what searches are answered from so many milliseconds after a start, when the window has what it needs; whoever
 * searches earlier begins it. The index is held against the texts then, and changes that were told before this start are forgotten.
 */
export function warmSearch(
  { db }: Pick<ArchiveContext, 'db'>,
  search: Pick<Search, 'warm'>,
  foreign: Pick<ForeignWrites, 'check'>,
  milliseconds: number,
): () => void {
  const closing = new AbortController();
  const timer = setTimeout(() => {
    trimSearchChanges(db);
    // An archive that was closed meanwhile needs no search.
    const warming = search.warm(closing.signal).then(() => foreign.check());
    warming.catch((error: unknown) => {
      if (!closing.signal.aborted) throw error;
    });
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    closing.abort();
  };
}
