import type { Topic } from '#contract/archive.ts';
import { foreignTexts } from './annotate/foreign-text.ts';
import type { ArchiveContext } from './context.ts';
import { factReads, factWrites } from './store/facts.ts';
import { type Terms, textWrites } from './store/texts.ts';

/** How often an open archive looks whether another process wrote to it. */
const POLL_MILLISECONDS = 500;
/** Texts whose index rows are written in one transaction. */
const REBUILD_ROWS = 200;

const EVERYTHING: readonly Topic[] = ['articles', 'annotations', 'tags', 'desk', 'searches', 'archive'];

export interface ForeignWrites {
  /** Looks now: what another process wrote is indexed and told to the windows before this returns. */
  notice(): void;
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

  function notice(): void {
    const now = dataVersion();
    if (now === seen) return;
    seen = now;
    rebuild();
    publish(...EVERYTHING);
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
  // After a change of the terms this is every text of the archive: the process goes on living between the groups.
  while (texts.rebuildStale(REBUILD_ROWS, settleMarks) === REBUILD_ROWS) await nextTurn();
  const timer = setInterval(notice, POLL_MILLISECONDS);
  timer.unref();
  return { notice, close: () => clearInterval(timer) };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
