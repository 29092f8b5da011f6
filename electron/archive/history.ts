import type { ChangeId } from '#contract/ids.ts';
import { carryMark } from './annotate/carry.ts';
import { renameColour } from './annotate/colour-acts.ts';
import { difference } from './annotate/difference.ts';
import { createHighlight, removeHighlights, updateHighlight } from './annotate/highlight-acts.ts';
import { reanchor } from './annotate/reanchor.ts';
import { renewMarks } from './annotate/renew-acts.ts';
import { takeInHighlights } from './annotate/take-in-acts.ts';
import { answerHighlight, placeHighlight } from './annotate/waiting-acts.ts';
import type { ArchiveContext } from './context.ts';
import { removeArticles, restoreArticles, setArticleNote, setReadingState } from './describe/article-acts.ts';
import { joinArticles, partArticles } from './describe/join-acts.ts';
import { placeByNames } from './describe/naming-acts.ts';
import { removeSavedSearch, renameSearch, saveSearch } from './describe/search-acts.ts';
import { applyTags } from './describe/tag-acts.ts';
import { changeTemplate, removeTemplate, saveTemplate } from './describe/template-acts.ts';
import { acceptPage } from './desk/edit/accept.ts';
import { acceptCleanPages } from './desk/edit/accept-clean.ts';
import { correctArticle, dismissCorrection } from './desk/edit/correct.ts';
import type { Act } from './store/act.ts';
import type { WriteDb } from './store/database.ts';
import { asStoreErrors } from './store/errors.ts';
import { newId } from './store/ids.ts';
import { journalReads, journalWrites } from './store/journal.ts';
import type { Terms } from './store/texts.ts';

/** Every act there is, each made when it is first wanted: their statements take a tenth of the time a window opens in. */
export function archiveActs(db: WriteDb, terms: Terms, who: string) {
  return lazily({
    removeArticles: () => removeArticles(db),
    restoreArticles: () => restoreArticles(db),
    setReadingState: () => setReadingState(db),
    setArticleNote: () => setArticleNote(db, terms),
    applyTags: () => applyTags(db),
    saveSearch: () => saveSearch(db),
    renameSearch: () => renameSearch(db),
    removeSavedSearch: () => removeSavedSearch(db),
    saveTemplate: () => saveTemplate(db),
    changeTemplate: () => changeTemplate(db),
    removeTemplate: () => removeTemplate(db),
    placeByNames: () => placeByNames(db, terms),
    joinArticles: () => joinArticles(db, terms),
    partArticles: () => partArticles(db, terms),
    createHighlight: () => createHighlight(db, terms),
    updateHighlight: () => updateHighlight(db, terms),
    removeHighlights: () => removeHighlights(db, terms),
    renameColour: () => renameColour(db),
    answerHighlight: () => answerHighlight(db, terms),
    placeHighlight: () => placeHighlight(db, terms),
    takeInHighlights: () => takeInHighlights(db, terms),
    renewMarks: () => renewMarks(db, terms),
    acceptPage: () => acceptPage(db, terms, carryMark, who),
    acceptCleanPages: () => acceptCleanPages(db, who),
    correctArticle: () => correctArticle(db, terms, { carry: carryMark, reanchor, difference }, who),
    dismissCorrection: () => dismissCorrection(db),
  });
}
export type ArchiveActs = ReturnType<typeof archiveActs>;

function lazily<Makers extends Readonly<Record<string, () => unknown>>>(makers: Makers) {
  const made: Record<string, unknown> = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(made, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return made as { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };
}

export interface History {
  readonly acts: ArchiveActs;
  /** Does it, writes the journal in the same transaction and tells the windows. An act that changed nothing leaves no entry. */
  perform<Input, Payload>(
    act: Act<Input, Payload>,
    input: Input,
  ): { change: ChangeId; count: number; payload: Payload };
  /** Undoes the change, or the person's last one. Undefined when there is nothing to undo. */
  undo(change?: ChangeId): { change: ChangeId; action: string } | undefined;
  redo(): { change: ChangeId; action: string } | undefined;
}

/** Doing, undoing and doing again, all read from and written to the journal. */
export function openHistory(
  context: Pick<ArchiveContext, 'db' | 'who' | 'now' | 'publish' | 'publishMarks'>,
  terms: Terms,
): History {
  const { db, who, now, publish, publishMarks } = context;
  const acts = archiveActs(db, terms, who);
  /** The journal names acts by their `action`. */
  const byAction = () => new Map<string, Act<never, unknown>>(Object.values(acts).map((act) => [act.action, act]));
  const journal = { ...journalReads(db), ...journalWrites(db) };

  function tell<Payload>(act: Act<never, Payload>, payload: Payload): void {
    const marks = act.marks?.(payload);
    if (!marks) publish(...act.topics);
    else
      publishMarks(
        marks,
        act.topics.filter((topic) => topic !== 'annotations'),
      );
  }

  return {
    acts,
    perform(act, input) {
      const run = db.transaction(() => {
        const at = now();
        const { payload, count } = act.do(input, at);
        if (count === 0) return { change: newId<ChangeId>(at), count, payload };
        return { change: journal.append({ at, who, action: act.action, payload, undoes: null }), count, payload };
      });
      const done = asStoreErrors(() => run.immediate());
      if (done.count > 0) tell(act, done.payload);
      return done;
    },
    undo(change) {
      const known = byAction();
      const run = db.transaction(() => {
        const entry = change === undefined ? journal.lastDone(who, [...known.keys()]) : journal.find(change);
        const act = entry && known.get(entry.action);
        if (!entry || !act || ('undone' in entry && entry.undone === true)) return undefined;
        if (act.stands?.(entry.payload as never, 'undo') === false) return undefined;
        const at = now();
        act.undo(entry.payload, at);
        journal.append({ at, who, action: 'undo', payload: null, undoes: entry.id });
        return { change: entry.id, act, payload: entry.payload };
      });
      const undone = asStoreErrors(() => run.immediate());
      if (!undone) return undefined;
      tell(undone.act, undone.payload);
      return { change: undone.change, action: undone.act.action };
    },
    redo() {
      const known = byAction();
      const run = db.transaction(() => {
        const undo = journal.lastUndone(who, [...known.keys()]);
        const entry = undo?.undoes ? journal.find(undo.undoes) : undefined;
        const act = entry && known.get(entry.action);
        if (!undo || !entry || !act || act.stands?.(entry.payload as never, 'redo') === false) return undefined;
        const at = now();
        act.redo(entry.payload, at);
        journal.append({ at, who, action: 'redo', payload: null, undoes: undo.id });
        return { change: entry.id, act, payload: entry.payload };
      });
      const redone = asStoreErrors(() => run.immediate());
      if (!redone) return undefined;
      tell(redone.act, redone.payload);
      return { change: redone.change, action: redone.act.action };
    },
  };
}
