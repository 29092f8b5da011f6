import type { ArchiveContext, SuggestionSource } from './context.ts';
import { articleReads } from './store/articles.ts';
import { tagReads } from './store/tags.ts';

/** Rows handed over in one turn, so that a start with many articles leaves room for what a person asks. */
const ROWS_A_TURN = 1000;

export interface Filling {
  /** Hands over what changed since the last time, soon. */
  refill(): void;
  /** Begins the first filling, when it has not begun by itself: somebody types. */
  begin(): void;
  close(): void;
}

/**
 * Keeps what answers while one types in step with the store: everything so many milliseconds after the start, because a
 * window that opens needs the processor first; later what changed.
 */
export function fillSuggestions(
  context: Pick<ArchiveContext, 'reader' | 'suggestions'>,
  milliseconds: number,
): Filling {
  const { reader, suggestions } = context;
  const articles = articleReads(reader);
  const tags = tagReads(reader);
  let at = 0;
  let id = '';
  let waiting: NodeJS.Immediate | undefined;

  function turn(): void {
    waiting = undefined;
    const changed = articles.changedAfter(at, id, ROWS_A_TURN);
    const last = changed.at(-1);
    if (!last) {
      // The next time begins with this moment again: more may happen within its millisecond.
      id = '';
      return;
    }
    ({ updatedAt: at, id } = last);
    const gone = changed.filter((row) => row.deletedAt !== null).map((row) => row.id);
    const here: SuggestionSource[] = changed
      .filter((row) => row.deletedAt === null)
      .map((row) => ({ article: row.id, title: row.title, byline: row.byline, publication: row.publication }));
    if (gone.length > 0) suggestions.remove(gone);
    if (here.length > 0) suggestions.add(here);
    waiting = setImmediate(turn);
  }

  function refill(): void {
    if (start) return;
    suggestions.setTags(tags.paths());
    waiting ??= setImmediate(turn);
  }

  function begin(): void {
    if (!start) return;
    clearTimeout(start);
    start = undefined;
    refill();
  }

  let start: NodeJS.Timeout | undefined = setTimeout(begin, milliseconds);
  return {
    refill,
    begin,
    close() {
      clearTimeout(start);
      clearImmediate(waiting);
    },
  };
}
