import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { cite } from '../exchange/cite.ts';
import type { History } from '../history.ts';
import { localTimeZone, referenceOf } from '../reference-of.ts';
import { articleWrites } from '../store/article-writes.ts';
import { articleReads } from '../store/articles.ts';
import { publicationReads } from '../store/publications.ts';

export function articlesRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).articles;
  const articles = articleReads(context.reader);
  const publications = publicationReads(context.reader);
  const writes = articleWrites(context.db);
  const { acts } = history;
  return {
    list: os.list.handler(({ input }) => articles.list(input.filter, input.sort, input)),
    ids: os.ids.handler(({ input }) => articles.ids(input.filter, input.sort)),
    get: os.get.handler(({ input, errors }) => {
      const article = articles.find(input.id);
      if (!article) throw errors.NOT_FOUND({ data: { id: input.id } });
      return article;
    }),
    citation: os.citation.handler(({ input, errors }) => {
      const article = articles.find(input.id);
      if (!article) throw errors.NOT_FOUND({ data: { id: input.id } });
      return cite(referenceOf(article, localTimeZone()), input.style, 'note');
    }),
    places: os.places.handler(() => ({ ...articles.placeCounts(), publications: publications.counts() })),
    setNote: os.setNote.handler(({ input, errors }) => {
      if (articles.countExisting([input.id]) === 0) throw errors.NOT_FOUND({ data: { id: input.id } });
      return history.perform(acts.setArticleNote, input);
    }),
    setReadingState: os.setReadingState.handler(({ input }) => history.perform(acts.setReadingState, input)),
    // Where reading stopped is no act: it is not in the journal and is not what a person undoes next.
    setReadingPosition: os.setReadingPosition.handler(({ input }) => {
      if (writes.setReadingPosition(input.id, input.position, input.isAtEnd)) context.publish('articles');
    }),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeArticles, input.ids)),
    restore: os.restore.handler(({ input }) => history.perform(acts.restoreArticles, input.ids)),
  };
}
