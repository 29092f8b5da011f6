import type { Article } from '#contract/articles.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { AnnotationId, ArticleId, SourceId } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import { type Anchor, anchorOf, annotationReads, annotationWrites, isSameAnchor } from '../store/annotations.ts';
import { articleWrites } from '../store/article-writes.ts';
import { articleReads } from '../store/articles.ts';
import type { WriteDb } from '../store/database.ts';
import { type Terms, textWrites } from '../store/texts.ts';
import { foldForComparing } from './fold.ts';
import { reanchor } from './reanchor.ts';

/** A file that came in again with another text. */
export interface Renewal {
  readonly from: SourceId;
  readonly to: SourceId;
}

interface RenewedMark {
  readonly id: AnnotationId;
  readonly before: Anchor;
  readonly after: Anchor;
}

export interface Renewed {
  readonly marks: readonly RenewedMark[];
  readonly counts: CarriedMarks;
}

/** So much of the old text, in runs of four characters, must stand in the new one: a file of the same name may be about something else. */
const LEAST_SHARE = 0.4;
const SHINGLE = 4;

/**
 * Marks on an earlier reading of a file go to the article that has most of their text now, each by the rule for texts that
 * changed. The earlier article stays as it is, and keeps its marks where no new one is like it; so does one of several
 * pages, whose text is not this file's alone.
 */
export function renewMarks(db: WriteDb, terms: Terms): Act<Renewal, Renewed> {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const reads = articleReads(db);
  const writes = articleWrites(db);
  const texts = textWrites(db, terms);

  function liveOf(source: SourceId): Article[] {
    return reads
      .ofSource(source)
      .flatMap((id) => reads.find(id) ?? [])
      .filter(({ deletedAt, parts, partOf }) => deletedAt === null && partOf === null && parts.length === 0);
  }

  function put(marks: readonly RenewedMark[], way: 'before' | 'after', at: number): void {
    const touched = new Set<ArticleId>();
    for (const mark of marks) {
      const { article, quote, state } = mark[way];
      annotations.move(mark.id, article, quote, state);
      for (const { article: one } of [mark.before, mark.after]) touched.add(one);
    }
    writes.touch([...touched], at);
    for (const article of touched) texts.refreshNotes(article);
  }

  function stands({ marks }: Renewed, way: 'undo' | 'redo'): boolean {
    const from = way === 'undo' ? 'after' : 'before';
    return marks.every((mark) => {
      const now = annotations.findAny(mark.id);
      return now !== undefined && isSameAnchor(anchorOf(now), mark[from]);
    });
  }

  return {
    action: 'annotation.renew',
    topics: ['annotations', 'articles'],
    marks: ({ marks }) => marks.map(({ id }) => id),
    do({ from, to }, at) {
      const counts: CarriedMarks = { kept: 0, moved: 0, changed: 0, orphan: 0 };
      const marks: RenewedMark[] = [];
      const candidates = liveOf(to);
      for (const old of liveOf(from)) {
        const all = annotations.everyOfArticle(old.id);
        const heir = all.length > 0 ? mostAlike(old, candidates) : undefined;
        if (!heir) continue;
        const shown = new Set(annotations.ofArticle(old.id).map(({ id }) => id));
        const follow = reanchor(old.body, heir.body);
        for (const mark of all) {
          const { quote, state } = follow(mark);
          marks.push({ id: mark.id, before: anchorOf(mark), after: { article: heir.id, quote, state } });
          if (shown.has(mark.id)) counts[state === 'exact' ? 'kept' : state] += 1;
        }
      }
      put(marks, 'after', at);
      return { payload: { marks, counts }, count: marks.length };
    },
    stands,
    undo: ({ marks }, at) => put(marks, 'before', at),
    redo: ({ marks }, at) => put(marks, 'after', at),
  };
}

function mostAlike(old: Article, candidates: readonly Article[]): Article | undefined {
  const pieces = shinglesOf(old.body);
  const shares = candidates.map((article) => {
    const has = shinglesOf(article.body);
    let shared = 0;
    for (const piece of pieces) if (has.has(piece)) shared += 1;
    return { article, share: pieces.size === 0 ? 0 : shared / pieces.size };
  });
  const [best] = shares.toSorted((one, other) => other.share - one.share);
  return best && best.share >= LEAST_SHARE ? best.article : undefined;
}

/** Every run of four characters, blanks and width aside. */
function shinglesOf(body: string): ReadonlySet<string> {
  const { text } = foldForComparing(body);
  const size = Math.min(SHINGLE, text.length);
  const pieces = new Set<string>();
  for (let at = 0; size > 0 && at + size <= text.length; at += 1) pieces.add(text.slice(at, at + size));
  return pieces;
}
