import type { ReadingState } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import { articleWrites } from '../store/article-writes.ts';
import type { WriteDb } from '../store/database.ts';
import { type Terms, textWrites } from '../store/texts.ts';

export interface Buried {
  readonly articles: readonly ArticleId[];
  readonly at: number;
}

/** Moves articles to the trash. */
export function removeArticles(db: WriteDb): Act<readonly ArticleId[], Buried> {
  const articles = articleWrites(db);
  return {
    action: 'article.remove',
    topics: ['articles', 'annotations', 'tags'],
    do(ids, at) {
      const buried = articles.bury(ids, at);
      return { payload: { articles: buried, at }, count: buried.length };
    },
    undo(payload, at) {
      // A raw page that the desk separated meanwhile took its new articles along into the trash.
      articles.unbury([...payload.articles, ...articles.buriedWith(payload.articles, payload.at)], at);
    },
    redo(payload) {
      articles.bury(payload.articles, payload.at);
    },
  };
}

/** Takes articles out of the trash. */
export function restoreArticles(db: WriteDb): Act<readonly ArticleId[], { readonly articles: readonly ArticleId[] }> {
  const articles = articleWrites(db);
  return {
    action: 'article.restore',
    topics: ['articles', 'annotations', 'tags'],
    do(ids, at) {
      const restored = articles.unbury(ids, at);
      return { payload: { articles: restored }, count: restored.length };
    },
    undo(payload, at) {
      articles.bury(payload.articles, at);
    },
    redo(payload, at) {
      articles.unbury(payload.articles, at);
    },
  };
}

export interface StatesBefore {
  readonly state: ReadingState;
  /** The articles by the state they had before. */
  readonly before: Readonly<Partial<Record<ReadingState, readonly ArticleId[]>>>;
}

export function setReadingState(
  db: WriteDb,
): Act<{ readonly ids: readonly ArticleId[]; readonly state: ReadingState }, StatesBefore> {
  const articles = articleWrites(db);
  return {
    action: 'article.reading_state',
    topics: ['articles'],
    do({ ids, state }, at) {
      const changing = articles.readingStates([...new Set(ids)]).filter((article) => article.state !== state);
      const changed = changing.map((article) => article.id);
      articles.setReadingState(changed, state, at);
      const byState = Object.groupBy(changing, (article) => article.state);
      const before: Partial<Record<ReadingState, ArticleId[]>> = {};
      for (const [was, list] of Object.entries(byState))
        before[was as ReadingState] = list.map((article) => article.id);
      return { payload: { state, before }, count: changed.length };
    },
    undo({ before }, at) {
      for (const [was, ids] of Object.entries(before)) articles.setReadingState(ids, was as ReadingState, at);
    },
    redo({ before, state }, at) {
      articles.setReadingState(Object.values(before).flat(), state, at);
    },
  };
}

export interface NoteChange {
  readonly article: ArticleId;
  readonly before: string;
  readonly after: string;
}

/** Writes the note on a whole article. */
export function setArticleNote(
  db: WriteDb,
  terms: Terms,
): Act<{ readonly id: ArticleId; readonly note: string }, NoteChange> {
  const texts = textWrites(db, terms);
  const articles = articleWrites(db);
  function write(article: ArticleId, note: string, at: number): string | undefined {
    const before = texts.setNote(article, note);
    if (before !== undefined && before !== note) articles.touch([article], at);
    return before;
  }
  return {
    action: 'article.note',
    topics: ['articles'],
    do({ id, note }, at) {
      const before = write(id, note, at);
      return {
        payload: { article: id, before: before ?? '', after: note },
        count: before === undefined || before === note ? 0 : 1,
      };
    },
    undo(payload, at) {
      write(payload.article, payload.before, at);
    },
    redo(payload, at) {
      write(payload.article, payload.after, at);
    },
  };
}
