import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { ArchiveContext } from '../context.ts';
import { deskPage } from '../desk/edit/page.ts';
import { WorkRefused, workingPages, workWrites } from '../desk/edit/work.ts';
import type { History } from '../history.ts';
import { deskQueueReads } from '../store/desk-queue.ts';

export function deskRoutes(context: ArchiveContext, history: History) {
  const { db, reader, who, now, publish } = context;
  const os = implement(archiveContract).desk;
  const pages = workingPages(reader);
  const queue = deskQueueReads(reader);
  const work = workWrites(db, who, now);
  const { acts } = history;

  function pageOf(source: SourceId) {
    const page = pages.find(source);
    return page && deskPage(page);
  }

  function storedPage(source: SourceId) {
    const page = pageOf(source);
    if (!page) throw new Error('a page that was committed cannot be read');
    return page;
  }

  /** The page after a change, and the windows told of it. */
  function after(source: SourceId, changed: boolean) {
    if (changed) publish('desk');
    return storedPage(source);
  }

  return {
    page: os.page.handler(({ input, errors }) => {
      const page = pageOf(input.source);
      if (!page) throw errors.NOT_FOUND({ data: { id: input.source } });
      return page;
    }),
    apply: os.apply.handler(({ input, errors }) => {
      try {
        return after(input.source, work.apply(input, input.commands));
      } catch (error) {
        const refused = asRefused(error);
        if (refused.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: input.source } });
        const { revision, command, reason } = refused.data;
        if (refused.code === 'CONFLICT') throw errors.CONFLICT({ data: { revision } });
        throw errors.REFUSED({ data: { command, reason } });
      }
    }),
    undo: os.undo.handler(({ input, errors }) => {
      try {
        return after(input.source, work.undo(input));
      } catch (error) {
        const refused = asRefused(error);
        if (refused.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: input.source } });
        throw errors.CONFLICT({ data: { revision: refused.data.revision } });
      }
    }),
    redo: os.redo.handler(({ input, errors }) => {
      try {
        return after(input.source, work.redo(input));
      } catch (error) {
        const refused = asRefused(error);
        if (refused.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: input.source } });
        throw errors.CONFLICT({ data: { revision: refused.data.revision } });
      }
    }),
    reset: os.reset.handler(({ input, errors }) => {
      try {
        return after(input.source, work.reset(input));
      } catch (error) {
        const refused = asRefused(error);
        if (refused.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: input.source } });
        throw errors.CONFLICT({ data: { revision: refused.data.revision } });
      }
    }),
    accept: os.accept.handler(({ input, errors }) => {
      try {
        const { change, count, payload } = history.perform(acts.acceptPage, input);
        context.suggestions.remove(payload.library?.gone.map(({ id }): ArticleId => id) ?? []);
        return { change, count, page: storedPage(input.source), marks: payload.marks };
      } catch (error) {
        const refused = asRefused(error);
        if (refused.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: input.source } });
        throw errors.CONFLICT({ data: { revision: refused.data.revision } });
      }
    }),
    queue: os.queue.handler(({ input }) => ({
      ...queue.list(input, input),
      counts: queue.counts(),
      clean: queue.countClean(),
    })),
    next: os.next.handler(({ input }) => ({ source: queue.next(input.after) ?? null })),
    sample: os.sample.handler(({ input }) => ({ total: queue.countClean(), pages: queue.sample(input.count) })),
    acceptClean: os.acceptClean.handler(() => {
      const { change, count } = history.perform(acts.acceptCleanPages, null);
      return { change, count };
    }),
  };
}

function asRefused(error: unknown): WorkRefused {
  if (error instanceof WorkRefused) return error;
  throw error;
}
