import type { Derivation } from '#contract/derivation.ts';
import type { CommandRefusal, DeskCommand } from '#contract/desk-commands.ts';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from '../../store/database.ts';
import { type DeskWork, deskWorkReads, deskWorkWrites } from '../../store/desk-work.ts';
import { asStoreErrors } from '../../store/errors.ts';
import { pageDerivationReads } from '../../store/page-derivations.ts';
import { type KnownSource, sourceReads } from '../../store/sources.ts';
import { applyCommand, applyCommands } from './apply.ts';
import { doubtsOf } from './doubts.ts';
import { CommandRefused } from './refusal.ts';

/** Why nothing was done to a page. Asked in the transaction that would do it: another process may have been quicker. */
export class WorkRefused extends Error {
  readonly code: 'NOT_FOUND' | 'CONFLICT' | 'REFUSED';
  /** The revision that is stored; which of the commands was refused, and why. */
  readonly data: { readonly revision: number; readonly command: number; readonly reason: CommandRefusal };
  constructor(code: WorkRefused['code'], data: Partial<WorkRefused['data']> = {}) {
    super(code);
    this.name = 'WorkRefused';
    this.code = code;
    this.data = { revision: 0, command: 0, reason: 'nothing_to_change', ...data };
  }
}

/** A page at the desk: the library's articles of it, and what they are with the changes that wait. */
export interface WorkingPage {
  readonly source: KnownSource;
  readonly stored: Derivation;
  readonly work: DeskWork | undefined;
  readonly working: Derivation;
}

export function workingPages(db: ReadDb) {
  const sources = sourceReads(db);
  const derivations = pageDerivationReads(db);
  const works = deskWorkReads(db);
  return {
    find(id: SourceId): WorkingPage | undefined {
      const source = sources.find(id);
      if (!source) return undefined;
      const stored = derivations.derivation(id);
      const work = works.work(id);
      return { source, stored, work, working: applyCommands(stored, work?.steps.flat() ?? []) };
    },
    /** @throws WorkRefused NOT_FOUND or CONFLICT */
    findAt(id: SourceId, revision: number): WorkingPage {
      const page = this.find(id);
      if (!page) throw new WorkRefused('NOT_FOUND');
      if (page.source.deskRevision !== revision)
        throw new WorkRefused('CONFLICT', { revision: page.source.deskRevision });
      return page;
    },
  };
}

/** The page that a person saw. */
export interface Step {
  readonly source: SourceId;
  readonly revision: number;
}

interface Changed extends Pick<DeskWork, 'steps' | 'undone'> {
  /** The page with these steps, where it is known already. */
  readonly working?: Derivation;
}

/** The page as it is now. */
export interface WorkDone {
  readonly page: WorkingPage;
  readonly isChanged: boolean;
}

/** Changes to a page that are kept from the moment they are made, and wait until the page is accepted. */
export function workWrites(db: WriteDb, who: string, now: () => number) {
  const pages = workingPages(db);
  const sources = sourceReads(db);
  const works = { ...deskWorkReads(db), ...deskWorkWrites(db) };

  /** @throws WorkRefused */
  function change(step: Step, make: (page: WorkingPage) => Changed | undefined): WorkDone {
    const run = db.transaction((): WorkDone => {
      const page = pages.findAt(step.source, step.revision);
      const changed = make(page);
      if (!changed) return { page, isChanged: false };
      const { working = applyCommands(page.stored, changed.steps.flat()), ...work } = changed;
      const counts = { articles: working.articles.length, doubts: doubtsOf(working).length };
      works.putWork(step.source, { ...work, who, at: now() }, counts);
      const source = sources.find(step.source) ?? page.source;
      return { page: { source, stored: page.stored, work: works.work(step.source), working }, isChanged: true };
    });
    return asStoreErrors(() => run.immediate());
  }

  return {
    /** All of the commands or none. */
    apply(step: Step, commands: readonly DeskCommand[]): WorkDone {
      return change(step, ({ working, work }) => {
        const done = tryCommands(working, commands);
        return { steps: [...(work?.steps ?? []), commands], undone: [], working: done };
      });
    },
    undo(step: Step): WorkDone {
      return change(step, ({ work }) => {
        const last = work?.steps.at(-1);
        return last && work && { steps: work.steps.slice(0, -1), undone: [last, ...work.undone] };
      });
    },
    redo(step: Step): WorkDone {
      return change(step, ({ work }) => {
        const next = work?.undone[0];
        return next && work && { steps: [...work.steps, next], undone: work.undone.slice(1) };
      });
    },
    reset(step: Step): WorkDone {
      return change(step, ({ work }) => work && { steps: [], undone: [] });
    },
  };
}

function tryCommands(page: Derivation, commands: readonly DeskCommand[]): Derivation {
  let now = page;
  for (const [command, one] of commands.entries()) {
    try {
      now = applyCommand(now, one);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      throw new WorkRefused('REFUSED', { command, reason: error.reason });
    }
  }
  return now;
}
