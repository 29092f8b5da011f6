import type { CleanChanges } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import type { Act } from '../../store/act.ts';
import type { WriteDb } from '../../store/database.ts';
import { deskQueueReads } from '../../store/desk-queue.ts';
import { deskWorkWrites } from '../../store/desk-work.ts';

/** Pages without a doubt, each with the revision at which it was spoken of. */
export type CleanPages = ReadonlyMap<SourceId, number>;

/** The pages without a doubt are not those that whoever accepts them was told of. */
export class OtherPages extends Error {
  readonly changes: CleanChanges;
  constructor(changes: CleanChanges) {
    super('OTHER_PAGES');
    this.name = 'OtherPages';
    this.changes = changes;
  }
}

export interface AcceptedClean {
  readonly sources: readonly SourceId[];
  readonly by: string;
  readonly at: number;
}

/** Accepts every page that has no doubt and no changes, if these are just they. @throws OtherPages */
export function acceptCleanPages(db: WriteDb, who: string): Act<CleanPages, AcceptedClean> {
  const works = deskWorkWrites(db);
  const queue = deskQueueReads(db);
  return {
    action: 'desk.accept_clean',
    topics: ['desk'],
    do(announced, at) {
      const changes = compareCleanPages(announced, queue.cleanOnes());
      if (changes) throw new OtherPages(changes);
      const sources = works.acceptClean(who, at);
      return { payload: { sources, by: who, at }, count: sources.length };
    },
    undo({ sources, by, at }) {
      works.unaccept(sources, by, at);
    },
    redo({ sources, by, at }) {
      works.acceptAgain(sources, by, at);
    },
  };
}

/** Undefined where they are the same pages at the same revisions. */
function compareCleanPages(then: CleanPages, now: CleanPages): CleanChanges | undefined {
  const changes = { came: 0, gone: 0, changed: 0 };
  for (const [source, revision] of now) {
    const before = then.get(source);
    if (before === undefined) changes.came += 1;
    else if (before !== revision) changes.changed += 1;
  }
  for (const source of then.keys()) if (!now.has(source)) changes.gone += 1;
  return changes.came + changes.gone + changes.changed > 0 ? changes : undefined;
}
