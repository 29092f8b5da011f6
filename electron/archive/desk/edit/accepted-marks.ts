import type { Derivation } from '#contract/derivation.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { type Anchor, anchorOf, annotationReads, annotationWrites, isSameAnchor } from '../../store/annotations.ts';
import type { WriteDb } from '../../store/database.ts';
import { asMarked, changedArticles } from '../../store/packed-page.ts';
import type { CarryMark, MarkedArticle } from '../../store/separations.ts';
import { type Terms, textWrites } from '../../store/texts.ts';

/** Where a highlight was before a page was accepted and where it was then. */
export interface MovedMark {
  readonly id: AnnotationId;
  readonly before: Anchor;
  readonly after: Anchor;
}

/** Takes highlights along from the articles of one derivation to those of another. */
export function markMover(db: WriteDb, terms: Terms, carry: CarryMark) {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const texts = textWrites(db, terms);

  return {
    /**
     * `known`: highlights whose way was recorded go that way again, exactly, unless somebody changed them since. All
     * others are looked for in the new articles, in their own first. Returns what is needed to go back.
     */
    moveMarks(from: Derivation, to: Derivation, known: readonly MovedMark[]) {
      const moved: MovedMark[] = [];
      const counts: CarriedMarks = { kept: 0, moved: 0, changed: 0, orphan: 0 };
      const done = new Set<AnnotationId>();
      const touched = new Set<ArticleId>();
      const put = (id: AnnotationId, before: Anchor, after: Anchor) => {
        moved.push({ id, before, after });
        if (isSameAnchor(before, after)) return;
        annotations.move(id, after.article, after.quote, after.state);
        for (const { article } of [before, after]) touched.add(article);
      };
      for (const mark of known) {
        const now = annotations.findAny(mark.id);
        if (!now || !isSameAnchor(anchorOf(now), mark.before)) continue;
        done.add(mark.id);
        put(mark.id, mark.before, mark.after);
      }
      const changed = changedArticles(from, to);
      const all = to.articles.map((article): MarkedArticle => asMarked(article, article.id as ArticleId));
      // Read before the first of them goes: one that arrives in another article was asked already.
      const marked = from.articles.map((article) => {
        const id = article.id as ArticleId;
        const shown = new Set(annotations.ofArticle(id).map((mark) => mark.id));
        return { article, id, shown, marks: annotations.everyOfArticle(id).filter((mark) => !done.has(mark.id)) };
      });
      for (const { article, id, shown, marks } of marked) {
        if (!changed.has(id)) {
          counts.kept += shown.size;
          continue;
        }
        const [first, ...rest] = all.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
        if (!first) continue;
        const old = asMarked(article, id);
        for (const mark of marks) {
          const before = anchorOf(mark);
          const after = carry(mark.quote, old, [first, ...rest], mark.state);
          put(mark.id, before, after);
          if (shown.has(mark.id))
            counts[isSameAnchor(before, after) || after.state === 'exact' ? 'kept' : after.state]++;
        }
      }
      return { moved, counts, touched };
    },
    /** Highlights of a page's articles. */
    count({ articles }: Derivation): number {
      return articles.reduce((sum, { id }) => sum + annotations.ofArticle(id as ArticleId).length, 0);
    },
    refreshNotes(articles: Iterable<ArticleId>): void {
      for (const article of articles) texts.refreshNotes(article);
    },
  };
}
