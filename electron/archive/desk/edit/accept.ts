import type { Derivation } from '#contract/derivation.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { Act } from '../../store/act.ts';
import type { WriteDb } from '../../store/database.ts';
import { type DeskWork, deskWorkWrites } from '../../store/desk-work.ts';
import { newId } from '../../store/ids.ts';
import { joinWrites } from '../../store/joins.ts';
import { applyChange } from '../../store/packed-page.ts';
import type { Join } from '../../store/parts.ts';
import type { CarryMark } from '../../store/separations.ts';
import type { Terms } from '../../store/texts.ts';
import { rebuildSource } from '../replay.ts';
import { applyCommands } from './apply.ts';
import { doubtsOf } from './doubts.ts';
import { type LibraryChange, libraryChanges } from './library-changes.ts';
import { type Step, type WorkingPage, workingPages } from './work.ts';

export interface Accepted {
  readonly source: SourceId;
  readonly by: string;
  readonly at: number;
  /** Who had accepted it before. */
  readonly was: { readonly by: string | null; readonly at: number | null };
  readonly steps: DeskWork['steps'];
  /** Absent where the page was accepted as it was. */
  readonly library?: LibraryChange;
  /** Joins with other pages whose article of this page went; absent in what older versions wrote. */
  readonly parted?: readonly Join[];
  readonly marks: CarriedMarks;
}

/**
 * The articles of a page as it stands now are the library's. Undoing gives the library its articles back and leaves
 * the changes waiting, as they did before. @throws WorkRefused NOT_FOUND or CONFLICT
 */
export function acceptPage(db: WriteDb, terms: Terms, carry: CarryMark, who: string): Act<Step, Accepted> {
  const pages = workingPages(db);
  const works = deskWorkWrites(db);
  const library = libraryChanges(db, terms, carry);
  const { apart, joinsOf } = joinWrites(db, terms);

  function putWork(source: SourceId, stored: Derivation, work: DeskWork): void {
    const working = applyCommands(stored, work.steps.flat());
    works.putWork(source, work, { articles: working.articles.length, doubts: doubtsOf(working).length });
  }

  /** The derivation that the page had, or gets, on the other side of the act. */
  function otherSide({ library: change }: Accepted, page: WorkingPage, way: 'undo' | 'redo'): Derivation | undefined {
    if (!change) return page.stored;
    const { before, after } = change.page;
    const sides = way === 'undo' ? { from: after, to: before } : { from: before, to: after };
    return applyChange(page.stored, sides, rebuildSource(page.stored));
  }

  return {
    action: 'desk.accept',
    topics: ['articles', 'annotations', 'tags', 'desk'],
    do(step, at) {
      const page = pages.findAt(step.source, step.revision);
      const { source, stored, work, working } = page;
      const was = { by: source.acceptedBy, at: source.acceptedAt };
      const steps = work?.steps ?? [];
      if (steps.length === 0) {
        const marks = { kept: library.countMarks(stored), moved: 0, changed: 0, orphan: 0 };
        const payload = { source: source.id, by: who, at, was, steps, marks };
        if (source.pageState === 'accepted') return { payload, count: 0 };
        works.setAccepted(source.id, who, at);
        putWork(source.id, stored, { steps, undone: [], who, at });
        return { payload, count: 1 };
      }
      const to = withLibraryIds(stored, working, at);
      const joined = joinsOf(source.id);
      const { change, marks } = apart([source.id], at, () => library.write(source, stored, to, at));
      const still = new Set(joinsOf(source.id).map(({ part }) => part));
      const parted = joined.filter(({ part }) => !still.has(part));
      works.setAccepted(source.id, who, at);
      putWork(source.id, to, { steps: [], undone: [], who, at });
      return { payload: { source: source.id, by: who, at, was, steps, library: change, parted, marks }, count: 1 };
    },
    stands(payload, way) {
      const page = pages.find(payload.source);
      return page !== undefined && otherSide(payload, page, way) !== undefined;
    },
    undo(payload, at) {
      const page = pages.find(payload.source);
      const to = page && otherSide(payload, page, 'undo');
      if (!page || !to) return;
      const change = payload.library;
      if (change)
        apart([payload.source], at, () => library.takeBack(page.source, page.stored, to, change, at), payload.parted);
      works.setAccepted(payload.source, payload.was.by, payload.was.at);
      // What was done since is done on what was done before.
      const steps = [...payload.steps, ...(page.work?.steps ?? [])];
      putWork(payload.source, to, { steps, undone: page.work?.undone ?? [], who: page.work?.who ?? payload.by, at });
    },
    redo(payload, at) {
      const page = pages.find(payload.source);
      const to = page && otherSide(payload, page, 'redo');
      if (!page || !to) return;
      const change = payload.library;
      if (change) apart([payload.source], at, () => library.writeAgain(page.source, page.stored, to, change, at));
      works.setAccepted(payload.source, payload.by, payload.at);
      const { steps = [], undone = [] } = page.work ?? {};
      const isPrefix = payload.steps.every((step, index) => JSON.stringify(step) === JSON.stringify(steps[index]));
      const rest = isPrefix ? steps.slice(payload.steps.length) : steps;
      putWork(payload.source, to, { steps: rest, undone, who: page.work?.who ?? payload.by, at });
    },
  };
}

/** New articles get the ids under which they will be known. */
function withLibraryIds(stored: Derivation, working: Derivation, at: number): Derivation {
  const known = new Set(stored.articles.map(({ id }) => id));
  const ids = new Map(working.articles.map(({ id }) => [id, known.has(id) ? id : newId<ArticleId>(at)]));
  return {
    ...working,
    articles: working.articles.map((article) => ({
      ...article,
      id: ids.get(article.id) ?? article.id,
      parent: article.parent === null ? null : (ids.get(article.parent) ?? null),
    })),
  };
}
