import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import { type Anchor, anchorOf, annotationReads, annotationWrites, isSameAnchor } from '../store/annotations.ts';
import { articleWrites } from '../store/article-writes.ts';
import type { WriteDb } from '../store/database.ts';
import { type Terms, textReads, textWrites } from '../store/texts.ts';
import { HighlightRefusal } from './highlight-acts.ts';
import { quoteAt } from './quote.ts';

/** Where a highlight was before a person said where it belongs, and where it is since. */
export interface Placed {
  readonly id: AnnotationId;
  readonly before: Anchor;
  readonly after: Anchor;
}

export interface Seen {
  readonly id: AnnotationId;
  /** The revision that the person saw. */
  readonly revision: number;
}

/** The words that stand there now are the highlight's; or they are not, and it is one whose words are gone. @throws HighlightRefusal */
export function answerHighlight(db: WriteDb, terms: Terms): Act<Seen & { accept: boolean }, Placed> {
  const placing = placements(db, terms);
  return {
    action: 'annotation.answer',
    ...placing.act,
    do({ accept, ...seen }, at) {
      const mark = placing.find(seen);
      if (mark.state !== 'changed') throw new HighlightRefusal('NOT_WAITING');
      const { start, end } = mark.quote;
      const before = anchorOf(mark);
      const after: Anchor = accept
        ? placing.at(mark.articleId, { start, end })
        : { ...before, quote: { ...mark.quote, end: start }, state: 'orphan' };
      return { payload: placing.put({ id: mark.id, before, after }, at), count: 1 };
    },
  };
}

/** A person says where a highlight belongs: its quote is cut anew there, in its own article or in another. @throws HighlightRefusal */
export function placeHighlight(
  db: WriteDb,
  terms: Terms,
): Act<Seen & { article?: ArticleId | undefined; span: Span }, Placed> {
  const placing = placements(db, terms);
  return {
    action: 'annotation.place',
    ...placing.act,
    do({ article, span, ...seen }, at) {
      const mark = placing.find(seen);
      const after = placing.at(article ?? mark.articleId, span);
      return { payload: placing.put({ id: mark.id, before: anchorOf(mark), after }, at), count: 1 };
    },
  };
}

function placements(db: WriteDb, terms: Terms) {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const articles = articleWrites(db);

  function put(placed: Placed, at: number): Placed {
    const { id, before, after } = placed;
    const { confidential, note } = annotations.findAny(id) ?? {};
    annotations.move(id, after.article, after.quote, after.state);
    const both = [...new Set([before.article, after.article])];
    if (!confidential) articles.touch(both, at);
    if (note && both.length > 1) for (const article of both) texts.refreshNotes(article);
    return placed;
  }

  const topics: Act<never, Placed>['topics'] = ['annotations', 'articles'];
  return {
    find({ id, revision }: Seen) {
      const mark = annotations.find(id);
      if (!mark) throw new HighlightRefusal('NOT_FOUND');
      if (mark.revision !== revision) throw new HighlightRefusal('CONFLICT', mark.revision);
      return mark;
    },
    at(article: ArticleId, span: Span): Anchor {
      const body = texts.body(article);
      if (body === undefined) throw new HighlightRefusal('NOT_FOUND');
      if (span.start >= span.end || span.end > body.length) throw new HighlightRefusal('OUT_OF_RANGE', body.length);
      return { article, quote: quoteAt(body, span), state: 'exact' };
    },
    put,
    /** What a person said is taken back only while nothing moved the highlight since. */
    act: {
      topics,
      marks: ({ id }: Placed): readonly AnnotationId[] => [id],
      stands({ id, before, after }: Placed, way: 'undo' | 'redo'): boolean {
        const mark = annotations.findAny(id);
        return mark !== undefined && isSameAnchor(anchorOf(mark), way === 'undo' ? after : before);
      },
      undo({ id, before, after }: Placed, at: number): void {
        put({ id, before: after, after: before }, at);
      },
      redo(placed: Placed, at: number): void {
        put(placed, at);
      },
    },
  };
}
