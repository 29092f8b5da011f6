import { join, resolve } from 'node:path';
import type { Router } from '@orpc/server';
import type { archiveContract } from '#contract/archive.ts';
import { carryMark } from './annotate/carry.ts';
import { quoteAt } from './annotate/quote.ts';
import type { ArchiveContext, Places, Pool, Suggestions, Templates } from './context.ts';
import { doubtsOf } from './desk/edit/doubts.ts';
import { DESK_VERSION } from './desk/version.ts';
import { recountDoubts } from './doubt-counts.ts';
import { watchForeignWrites } from './foreign-writes.ts';
import { openHistory } from './history.ts';
import { importPaths } from './intake/folder.ts';
import { type Importer, openImporter } from './intake/importer.ts';
import { mergeWhenQuiet } from './merge-index.ts';
import { annotationsRoutes } from './router/annotations.ts';
import { archiveRoutes } from './router/archive.ts';
import { articlesRoutes } from './router/articles.ts';
import { bagsRoutes } from './router/bags.ts';
import { correctionsRoutes } from './router/corrections.ts';
import { deskRoutes } from './router/desk.ts';
import { exportsRoutes, exportTargets } from './router/exports.ts';
import { historyRoutes } from './router/history.ts';
import { holdingsRoutes } from './router/holdings.ts';
import { intakeRoutes } from './router/intake.ts';
import { jumpsRoutes } from './router/jumps.ts';
import { linksRoutes } from './router/links.ts';
import { namingRoutes } from './router/naming.ts';
import { positionsRoutes } from './router/positions.ts';
import { searchRoutes } from './router/search.ts';
import { searchesRoutes } from './router/searches.ts';
import { standingRoutes } from './router/standing.ts';
import { tagsRoutes } from './router/tags.ts';
import { templatesRoutes } from './router/templates.ts';
import { checkQuietly, checkTables } from './safety/integrity.ts';
import { openSearch } from './search/search.ts';
import { TERMS_VERSION, terms } from './search/terms.ts';
import { openStandingExports, type SetTimer, type StandingExports } from './standing-exports.ts';
import { closeDatabase, createDatabase, hasWal, openForReading, openForWriting } from './store/database.ts';
import { StoreError, toStoreError } from './store/errors.ts';
import { factWrites } from './store/facts.ts';
import { makeFolder } from './store/folders.ts';
import { newId } from './store/ids.ts';
import { lockArchive } from './store/lock.ts';
import { syncFolder } from './store/originals.ts';
import { fillSuggestions } from './suggestion-rows.ts';
import { openTopics } from './topics.ts';
import { DATABASE, isVacant } from './vacant.ts';
import { warmSearch } from './warm-search.ts';

export type ArchiveRouter = Router<typeof archiveContract, Record<never, never>>;

export interface ArchiveOptions {
  readonly pool: Pool;
  readonly suggestions: Suggestions;
  readonly templates: Templates;
  readonly places: Places;
  /** Whose acts the journal records. */
  readonly who: string;
  readonly now?: () => number;
  /** Where the sample pages of the program are. */
  readonly samplesDir?: string;
  /** This process shows the archive in a window: only one may. */
  readonly window?: boolean;
  /** What nobody waits for at a start begins so many milliseconds after it. */
  readonly settleMilliseconds?: number;
  /** For what is written by itself; a test has a clock of its own. */
  readonly setTimer?: SetTimer;
}

export interface OpenArchive {
  readonly context: ArchiveContext;
  readonly router: ArchiveRouter;
  /** Collects what a killed import left behind and sends the pages that are still raw to the desk. */
  resume(): Promise<void>;
  /** Ends every stream, moves all commits into the one file and gives the archive free. The pool and the suggestions are the caller's. */
  close(): Promise<void>;
}

/**
 * Makes an empty archive in a vacant folder. It has its database only when it is whole.
 * @throws StoreError ALREADY_THERE, DISK_FULL or READ_ONLY
 */
export async function createArchive(dir: string, now: number = Date.now()): Promise<void> {
  const folder = resolve(dir);
  if (!isVacant(folder)) throw new StoreError('ALREADY_THERE', 'the folder is not empty');
  try {
    for (const part of ['originals', 'backups']) makeFolder(join(folder, part));
  } catch (error) {
    throw toStoreError(error);
  }
  const db = createDatabase(join(folder, DATABASE), (made) => {
    const facts = factWrites(made);
    facts.put('archive_id', newId(now));
    facts.put('created_at', String(now));
  });
  closeDatabase(db);
  await syncFolder(folder);
}

/**
 * Opens an archive folder and joins the stages behind the contract's router.
 * @throws StoreError, by whose code it is refused; nothing is written then.
 */
export async function openArchive(dir: string, options: ArchiveOptions): Promise<OpenArchive> {
  const folder = resolve(dir);
  const path = join(folder, DATABASE);
  const { pool, places, who, settleMilliseconds = 0 } = options;
  const now = neverBack(options.now ?? Date.now);
  const killed = hasWal(path);
  const db = openForWriting(path);
  const closers: (() => void)[] = [() => closeDatabase(db)];
  try {
    const lock = lockArchive(folder, options.window ?? false);
    // Given free last: until then the file is being moved together.
    closers.push(() => lock.release());
    // The disk's clock, and at once: whatever is younger may belong to a command that began after us.
    const aloneSince = lock.alone ? Date.now() : undefined;
    if (killed && lock.alone) checkTables(db);
    const reader = openForReading(path);
    closers.unshift(() => reader.close());
    const topics = openTopics();
    closers.unshift(() => topics.close());
    let standing: StandingExports | undefined;
    const context: ArchiveContext = {
      dir: folder,
      db,
      reader,
      pool,
      suggestions: {
        ...options.suggestions,
        suggest(text, limit) {
          filling.begin();
          return options.suggestions.suggest(text, limit);
        },
      },
      templates: options.templates,
      places,
      who,
      now,
      publish(...changed) {
        topics.publish(...changed);
        standing?.changed(changed);
        if (changed.includes('articles') || changed.includes('tags')) filling.refill();
      },
      publishMarks(marks, others) {
        topics.publishMarks(marks, others);
        standing?.changed(['annotations']);
        if (others.includes('articles') || others.includes('tags')) filling.refill();
      },
    };
    const filling = fillSuggestions(context, settleMilliseconds);
    closers.unshift(filling.close);
    const foreign = await watchForeignWrites(context, terms, TERMS_VERSION);
    closers.unshift(foreign.close);
    const history = openHistory(context, terms);
    const search = openSearch(reader);
    closers.unshift(warmSearch(context, search, foreign, settleMilliseconds));
    closers.unshift(mergeWhenQuiet(context));
    const importer = openImporter({
      dir: folder,
      db,
      reader,
      pool,
      terms,
      carry: carryMark,
      cutQuote: quoteAt,
      doubtsIn: (derivation) => doubtsOf(derivation).length,
      deskVersion: DESK_VERSION,
      who,
      now,
      publish: context.publish,
      renew(from, to) {
        const { payload, count } = history.perform(history.acts.renewMarks, { from, to });
        return count > 0 ? payload.counts : undefined;
      },
      // Read when it is needed: most sessions take in no bag.
      takeBag: async (files, how) => (await import('./take-bag.ts')).takeBag(context, terms, files, how),
      aloneSince,
    });
    const health = { damaged: false };
    if (!killed) closers.unshift(watchHealth(context, health));
    const targets = exportTargets(context, foreign, search);
    const isActive = options.window === true && !db.readonly;
    const { setTimer } = options;
    const following = openStandingExports({ context, idsOf: targets.idsOf, isActive, setTimer });
    standing = following;
    const router = {
      archive: archiveRoutes(context, topics, health, () => importSamples(importer, options.samplesDir)),
      articles: articlesRoutes(context, history),
      annotations: annotationsRoutes(context, history),
      corrections: correctionsRoutes(context, history),
      tags: tagsRoutes(context, history),
      history: historyRoutes(history),
      search: searchRoutes(context, foreign, search),
      searches: searchesRoutes(context, history, search),
      holdings: holdingsRoutes(context),
      intake: intakeRoutes(importer),
      naming: namingRoutes(context, history),
      jumps: jumpsRoutes(context, history),
      desk: deskRoutes(context, history),
      positions: positionsRoutes(context),
      exports: exportsRoutes(context, targets),
      standing: standingRoutes(following, targets),
      bags: bagsRoutes(context, targets),
      templates: templatesRoutes(context, history, targets),
      links: linksRoutes(context),
    } satisfies ArchiveRouter;
    let closed = false;
    const closing = new AbortController();
    return {
      context,
      router,
      async resume() {
        // The first act is as quick as the others.
        void Object.values(history.acts);
        await recountDoubts(context, closing.signal);
        await importer.resume();
      },
      async close() {
        if (closed) return;
        closed = true;
        closing.abort();
        try {
          await importer.close();
          await following.close();
        } finally {
          closeAll(closers);
        }
      },
    };
  } catch (error) {
    closeAll(closers);
    throw toStoreError(error);
  }
}

/** When a start is over, and a look through the file disturbs nobody. */
const HEALTH_AFTER_MILLISECONDS = 5000;

/** Looks through a file that was closed well, in the background, and tells the windows if it is damaged. */
function watchHealth({ reader, publish }: ArchiveContext, health: { damaged: boolean }): () => void {
  const closing = new AbortController();
  void checkQuietly(reader, HEALTH_AFTER_MILLISECONDS, closing.signal).then((fault) => {
    if (fault === undefined) return;
    health.damaged = true;
    publish('archive');
  });
  return () => closing.abort();
}

/** The pages that ship with the program, taken in as if they had been dropped. */
async function importSamples(importer: Importer, samplesDir: string | undefined): Promise<{ batch: string }> {
  const batch = importer.begin();
  const paths = samplesDir === undefined ? [] : [samplesDir];
  void importPaths(importer, batch, paths).catch(() => importer.cancel(batch));
  return { batch };
}

/** A clock that was set back must not put an act before the one it follows. */
function neverBack(clock: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(last, clock());
    return last;
  };
}

/** Every one of them runs, whatever the others do; the first failure is told. */
function closeAll(closers: (() => void)[]): void {
  const failures: unknown[] = [];
  for (const close of closers.splice(0)) {
    try {
      close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
