import type { Article } from '#contract/articles.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { anchorOf, annotationReads, annotationWrites, isSameAnchor } from '../../store/annotations.ts';
import type { SourceRange } from '../../store/corrections.ts';
import type { WriteDb } from '../../store/database.ts';
import { deskWorkWrites } from '../../store/desk-work.ts';
import { joinWrites } from '../../store/joins.ts';
import { applyChange } from '../../store/packed-page.ts';
import { type Terms, textReads } from '../../store/texts.ts';
import { rebuildSource } from '../replay.ts';
import type { MovedMark } from './accepted-marks.ts';
import { applyCommand, applyCommands } from './apply.ts';
import type { Replacement } from './correct-block.ts';
import { CorrectionRefused, correctedRanges, correctPage } from './corrected-text.ts';
import { doubtsOf } from './doubts.ts';
import { type LibraryChange, libraryChanges } from './library-changes.ts';
import type { Marking } from './marking.ts';
import { CommandRefused } from './refusal.ts';
import { type WorkingPage, workingPages } from './work.ts';

export interface PageCorrection {
  readonly source: SourceId;
  readonly library: LibraryChange;
}

/** Pages whose articles are corrected, and the marks on them. To be called in transactions. */
export function correctedPages(db: WriteDb, terms: Terms, { carry, reanchor }: Marking) {
  const pages = workingPages(db);
  const works = deskWorkWrites(db);
  const library = libraryChanges(db, terms, carry);
  const { apart } = joinWrites(db, terms);
  const texts = textReads(db);
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };

  function find(source: SourceId): WorkingPage {
    const page = pages.find(source);
    if (!page) throw new CorrectionRefused('not_found');
    return page;
  }

  /** Whoever has the page open at the desk sees that it changed; what waits there waits on. */
  function noteAtDesk({ source, work }: WorkingPage, stored: Derivation, at: number): void {
    if (source.pageState === 'none') return;
    const working = applyCommands(stored, work?.steps.flat() ?? []);
    const kept = work ?? { steps: [], undone: [], who: '', at };
    works.putWork(source.id, kept, { articles: working.articles.length, doubts: doubtsOf(working).length });
  }

  /** The article's marks follow its text; those whose way was recorded go that way again. */
  function withMarks(article: ArticleId, known: readonly MovedMark[], change: () => void) {
    const before = texts.body(article) ?? '';
    const marks = annotations.everyOfArticle(article);
    const shown = new Set(annotations.ofArticle(article).map(({ id }) => id));
    change();
    const settle = reanchor(before, texts.body(article) ?? '');
    const counts = { kept: 0, moved: 0, changed: 0, orphan: 0 };
    const moved: MovedMark[] = [];
    for (const mark of marks) {
      const from = anchorOf(mark);
      const recorded = known.find(({ id, before: was }) => id === mark.id && isSameAnchor(was, from));
      const after = recorded?.after ?? { article, ...settle(mark) };
      const now = annotations.findAny(mark.id);
      if (now && !isSameAnchor(anchorOf(now), after))
        annotations.move(mark.id, after.article, after.quote, after.state);
      if (!isSameAnchor(from, after)) moved.push({ id: mark.id, before: from, after });
      if (shown.has(mark.id)) counts[after.state === 'exact' || isSameAnchor(from, after) ? 'kept' : after.state] += 1;
    }
    return { marks: moved, counts: counts satisfies CarriedMarks };
  }

  function otherSide({ source, library: change }: PageCorrection, way: 'undo' | 'redo'): Derivation | undefined {
    const page = pages.find(source);
    const { before, after } = change.page;
    const sides = way === 'undo' ? { from: after, to: before } : { from: before, to: after };
    return page && applyChange(page.stored, sides, rebuildSource(page.stored));
  }

  return {
    /** @throws CorrectionRefused */
    correct(article: Article, edits: readonly Replacement[], at: number) {
      const owners = ownersOf(article, edits);
      const changes: PageCorrection[] = [];
      const ranges: SourceRange[] = [];
      const carried = withMarks(article.id, [], () =>
        apart([...new Set(owners.map(({ source }) => source))], at, () => {
          for (const { id, source, edits: own } of owners) {
            const page = find(source);
            const corrected = correctPage(page.stored, id, own);
            checkWork(page, corrected);
            const { change } = library.write(page.source, page.stored, corrected, at);
            changes.push({ source, library: change });
            ranges.push(...correctedRanges(source, page.stored, corrected));
            noteAtDesk(page, corrected, at);
          }
        }),
      );
      return { pages: changes, ranges, ...carried };
    },
    stands: (changes: readonly PageCorrection[], way: 'undo' | 'redo'): boolean =>
      changes.every((change) => otherSide(change, way) !== undefined),
    /** To the other side of a correction: takes it back, or makes it again. */
    turn(
      article: ArticleId,
      changes: readonly PageCorrection[],
      marks: readonly MovedMark[],
      way: 'undo' | 'redo',
      at: number,
    ): void {
      if (changes.length === 0) return;
      const sources = [...new Set(changes.map(({ source }) => source))];
      withMarks(article, marks, () =>
        apart(sources, at, () => {
          for (const change of way === 'undo' ? changes.toReversed() : changes) {
            const page = find(change.source);
            const to = otherSide(change, way);
            if (!to) continue;
            if (way === 'undo') library.takeBack(page.source, page.stored, to, change.library, at);
            else library.writeAgain(page.source, page.stored, to, change.library, at);
            noteAtDesk(page, to, at);
          }
        }),
      );
    },
  };
}

interface Owner {
  readonly id: ArticleId;
  readonly source: SourceId;
  /** In the text of that article on its own page. */
  readonly edits: Replacement[];
}

/** Which article of which page each edit is one of: a story may go on on other pages. */
function ownersOf(article: Article, edits: readonly Replacement[]): Owner[] {
  const owners = new Map<ArticleId, Owner>();
  for (const edit of edits) {
    const part = article.parts.findLast(({ start }) => start <= edit.start);
    const { article: id, source, start } = part ?? { article: article.id, source: article.sourceId, start: 0 };
    const owner = owners.get(id) ?? { id, source, edits: [] };
    owner.edits.push({ ...edit, start: edit.start - start, end: edit.end - start });
    owners.set(id, owner);
  }
  return [...owners.values()];
}

/** What waits at the desk must be done on the corrected page as it was on the one before. @throws CorrectionRefused */
function checkWork({ stored, work }: WorkingPage, corrected: Derivation): void {
  const commands = work?.steps.flat() ?? [];
  let [before, after] = [stored, corrected];
  for (const command of commands) {
    const [one, other] = [tryCommand(before, command), tryCommand(after, command)];
    if (one && !other) throw new CorrectionRefused('desk_work');
    [before, after] = [one ?? before, other ?? after];
  }
}

function tryCommand(page: Derivation, command: Parameters<typeof applyCommand>[1]): Derivation | undefined {
  try {
    return applyCommand(page, command);
  } catch (error) {
    if (error instanceof CommandRefused) return undefined;
    throw error;
  }
}
