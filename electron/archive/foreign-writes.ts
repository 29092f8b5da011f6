import type { Topic } from '#contract/archive.ts';
import type { Indexing } from '#contract/search.ts';
import { foreignTexts } from './annotate/foreign-text.ts';
import type { ArchiveContext } from './context.ts';
import { factReads, factWrites } from './store/facts.ts';
import { countStale, markDisagreeing } from './store/index-rows.ts';
import { type Terms, textWrites } from './store/texts.ts';

/** How often an open archive looks whether another process wrote to it. */
const POLL_MILLISECONDS = 500;
/** Texts whose index rows are written in one transaction. */
const REBUILD_ROWS = 200;
/** So many are indexed before an archive is open; of more it is told how far they are, and it can be searched meanwhile. */
const BEFORE_OPENING = 1000;
/** Texts between two turns of whoever searches meanwhile: about a tenth of a second. */
const BESIDE_ROWS = 40;

const EVERYTHING: readonly Topic[] = ['articles', 'annotations', 'tags', 'desk', 'searches', 'archive'];

export interface ForeignWrites {
  /** Looks now: what another process wrote is indexed and told to the windows before this returns. */
  notice(): void;
  /** Looks whether every text has its rows in the index and every row its text, beside the searches; what has not is indexed then. */
  check(): Promise<void>;
  /** How far the index is while it is made anew; null when it says what the texts say. */
  indexing(): Indexing | null;
  close(): void;
}

/**
 * The command line may write beside a window. `data_version` changes when another connection commits; texts that were
 * written without their terms stand in `index_stale` and are indexed before anything is searched.
 */
export async function watchForeignWrites(
  context: Pick<ArchiveContext, 'db' | 'publish'>,
  terms: Terms,
  termsVersion: string,
): Promise<ForeignWrites> {
  const { db, publish } = context;
  const texts = textWrites(db, terms);
  const settleMarks = foreignTexts(db);
  const facts = { ...factReads(db), ...factWrites(db) };
  const dataVersion = () => db.pragma('data_version', { simple: true }) as number;
  let seen = dataVersion();

  let indexing: Indexing | null = null;
  let isClosed = false;

  function notice(): void {
    const now = dataVersion();
    if (now === seen) return;
    seen = now;
    // What is being indexed beside the searches takes what is new along.
    if (!indexing) rebuild();
    publish(...EVERYTHING);
  }

  /** Goes on beside everything else that happens; whoever is told of `articles` searches again. */
  async function indexBeside(of: number): Promise<void> {
    indexing = { done: 0, of };
    for (let done = 0; ; ) {
      await nextTurn();
      if (isClosed) return;
      const rows = texts.rebuildStale(BESIDE_ROWS, settleMarks);
      done += rows;
      indexing = { done, of: Math.max(of, done) };
      if (rows < BESIDE_ROWS) break;
    }
    indexing = null;
    publish('articles');
  }

  function beginBeside(of: number): void {
    // A full disk ends it: the window goes on saying that the index is not done, and the next start goes on with it.
    indexBeside(of).catch(() => undefined);
  }

  function rebuild(): void {
    while (texts.rebuildStale(REBUILD_ROWS, settleMarks) === REBUILD_ROWS);
  }

  if (facts.get('terms_version') !== termsVersion) {
    const restart = db.transaction(() => {
      texts.markAllStale();
      facts.put('terms_version', termsVersion);
    });
    restart.immediate();
  }
  const waiting = countStale(db);
  if (waiting > BEFORE_OPENING) beginBeside(waiting);
  else while (texts.rebuildStale(REBUILD_ROWS, settleMarks) === REBUILD_ROWS) await nextTurn();
  const timer = setInterval(notice, POLL_MILLISECONDS);
  timer.unref();
  return {
    notice,
    indexing: () => indexing,
    async check() {
      // What is being indexed already would only be found to be under way.
      if (indexing || isClosed) return;
      const marking = markDisagreeing(db);
      for (;;) {
        const { done, value: of } = marking.next();
        if (done) {
          if (of > 0 && !indexing) beginBeside(of);
          return;
        }
        await nextTurn();
        if (isClosed) return;
      }
    },
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
