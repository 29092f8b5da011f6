import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import type { Search } from '../search/search.ts';
import { asStoreErrors } from '../store/errors.ts';
import { countFresh, packTails, savedSearchReads, savedSearchWrites } from '../store/saved-searches.ts';

export function searchesRoutes(context: ArchiveContext, history: History, search: Pick<Search, 'tails'>) {
  const os = implement(archiveContract).searches;
  const { db, reader, now, publish } = context;
  const reads = savedSearchReads(reader);
  const writes = savedSearchWrites(db);
  const { acts } = history;

  function write(run: () => void): void {
    asStoreErrors(() => db.transaction(run).immediate());
    publish('searches');
  }

  return {
    saved: os.saved.handler(() => reads.all().map(({ seen: _, ...saved }) => saved)),
    counts: os.counts.handler(async ({ signal }) => {
      const counts = [];
      for (const { id, text, seen } of reads.all()) {
        const tails = await search.tails(text, signal);
        counts.push({ id, total: tails.length, fresh: countFresh(tails, seen) });
      }
      return counts;
    }),
    save: os.save.handler(async ({ input, signal }) => {
      const tails = await search.tails(input.text, signal);
      return history.perform(acts.saveSearch, { ...input, tails });
    }),
    rename: os.rename.handler(({ input }) => history.perform(acts.renameSearch, input)),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeSavedSearch, input.id)),
    look: os.look.handler(async ({ input, signal }) => {
      const saved = reads.find(input.id);
      if (!saved) return;
      const tails = await search.tails(saved.text, signal);
      const seen = packTails(tails);
      if (!seen.equals(saved.seen)) write(() => writes.see(input.id, seen));
    }),
    recent: os.recent.handler(() => reads.recent()),
    remember: os.remember.handler(({ input }) => write(() => writes.remember(input.text, now()))),
    forget: os.forget.handler(() => write(() => writes.forget())),
  };
}
