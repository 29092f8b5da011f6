import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { AnnouncedId, SourceId } from '#contract/ids.ts';
import type { ArchiveContext } from '../context.ts';
import { type CleanPages, OtherPages } from '../desk/edit/accept-clean.ts';
import { lostCorrections } from '../desk/edit/lost-corrections.ts';
import { deskPage } from '../desk/edit/page.ts';
import { type WorkDone, type WorkingPage, WorkRefused, workingPages, workWrites } from '../desk/edit/work.ts';
import type { History } from '../history.ts';
import { deskQueueReads } from '../store/desk-queue.ts';
import { newId } from '../store/ids.ts';
import { partReads } from '../store/parts.ts';

/** So many sets of pages without a doubt are remembered as they were announced: one is wanted for each window. */
const ANNOUNCED = 8;

export function deskRoutes(context: ArchiveContext, history: History) {
  const { db, reader, who, now, publish } = context;
  const os = implement(archiveContract).desk;
  const pages = workingPages(reader);
  const parts = partReads(reader);
  const queue = deskQueueReads(reader);
  const work = workWrites(db, who, now);
  const lost = lostCorrections(reader);
  const { acts } = history;
  const announced = new Map<AnnouncedId, CleanPages>();

  function announce(): { announced: AnnouncedId; total: number } {
    const id = newId<AnnouncedId>(now());
    const pages = queue.cleanOnes();
    announced.set(id, pages);
    for (const old of [...announced.keys()].slice(0, -ANNOUNCED)) announced.delete(old);
    return { announced: id, total: pages.size };
  }

  const shown = (page: WorkingPage) => deskPage(page, parts.pageJoins(page.source.id));

  function find(source: SourceId): DeskPage | undefined {
    const page = pages.find(source);
    return page && shown(page);
  }

  function committed(source: SourceId): DeskPage {
    const page = find(source);
    if (!page) throw new Error('a page that was committed cannot be read');
    return page;
  }

  /** The page after a change, and the windows told of it. */
  function change(source: SourceId, errors: Refusals, run: () => WorkDone): DeskPage {
    const { page, isChanged } = refusable(source, errors, run);
    if (isChanged) publish('desk');
    return shown(page);
  }

  return {
    page: os.page.handler(({ input, errors }) => {
      const page = find(input.source);
      if (!page) throw errors.NOT_FOUND({ data: { id: input.source } });
      return page;
    }),
    apply: os.apply.handler(({ input, errors }) => {
      try {
        return change(input.source, errors, () => work.apply(input, input.commands));
      } catch (error) {
        if (!(error instanceof WorkRefused)) throw error;
        const { command, reason } = error.data;
        throw errors.REFUSED({ data: { command, reason } });
      }
    }),
    undo: os.undo.handler(({ input, errors }) => change(input.source, errors, () => work.undo(input))),
    redo: os.redo.handler(({ input, errors }) => change(input.source, errors, () => work.redo(input))),
    reset: os.reset.handler(({ input, errors }) => change(input.source, errors, () => work.reset(input))),
    accept: os.accept.handler(({ input, errors }) => {
      const done = refusable(input.source, errors, () => history.perform(acts.acceptPage, input));
      const { marks } = done.payload;
      const gone = lost.ofSource(input.source).length;
      return { change: done.change, count: done.count, page: committed(input.source), marks, lostCorrections: gone };
    }),
    queue: os.queue.handler(({ input }) => ({
      ...queue.list(input, input),
      counts: queue.counts(),
      clean: queue.countClean(),
    })),
    next: os.next.handler(({ input }) => ({ source: queue.next(input.after) ?? null })),
    sample: os.sample.handler(({ input }) => ({ ...announce(), pages: queue.sample(input.count) })),
    acceptClean: os.acceptClean.handler(({ input, errors }) => {
      const pages = announced.get(input.announced);
      // The service that announced them is gone, or it was long ago.
      if (!pages) throw errors.CONFLICT({ data: { changes: null } });
      try {
        const { change: id, count } = history.perform(acts.acceptCleanPages, pages);
        return { change: id, count };
      } catch (error) {
        if (error instanceof OtherPages) throw errors.CONFLICT({ data: { changes: error.changes } });
        throw error;
      }
    }),
  };
}

/** What every change of a page can be answered with. */
interface Refusals {
  NOT_FOUND(options: { data: { id: string } }): Error;
  CONFLICT(options: { data: { revision: number } }): Error;
}

function refusable<Result>(source: SourceId, errors: Refusals, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof WorkRefused)) throw error;
    if (error.code === 'NOT_FOUND') throw errors.NOT_FOUND({ data: { id: source } });
    if (error.code === 'CONFLICT') throw errors.CONFLICT({ data: { revision: error.data.revision } });
    throw error;
  }
}
