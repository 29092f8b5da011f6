import { implement } from '@orpc/server';
import type { Annotation, AnnotationFilter } from '#contract/annotations.ts';
import { archiveContract } from '#contract/archive.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { difference } from '../annotate/difference.ts';
import { HighlightRefusal } from '../annotate/highlight-acts.ts';
import { type Annotated, collectionUrn, toWebAnnotation } from '../annotate/web-annotation.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { spellings } from '../search/spellings.ts';
import { type AnnotationSelection, annotationListReads } from '../store/annotation-list.ts';
import { annotationReads } from '../store/annotations.ts';
import { articleReads } from '../store/articles.ts';
import { colourNameReads } from '../store/colour-names.ts';
import { shortId } from '../store/ids.ts';
import { linkReads } from '../store/links.ts';
import { textReads } from '../store/texts.ts';

export function annotationsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).annotations;
  const annotations = annotationReads(context.reader);
  const articles = articleReads(context.reader);
  const texts = textReads(context.reader);
  const listed = annotationListReads(context.reader);
  const links = linkReads(context.reader);
  const names = colourNameReads(context.reader);
  const { acts } = history;
  return {
    forArticle: os.forArticle.handler(({ input }) => annotations.ofArticle(input.article)),
    some: os.some.handler(({ input }) => input.ids.flatMap((id) => annotations.find(id) ?? [])),
    list: os.list.handler(({ input }) => listed.list(selectionOf(input), input.sort, input)),
    ids: os.ids.handler(({ input }) => listed.ids(selectionOf(input), input.sort)),
    articles: os.articles.handler(({ input }) => listed.articles(input.ids)),
    get: os.get.handler(({ input, errors }) => {
      const found = listed.find(input.id);
      if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
      return { ...found, difference: differenceOf(found) };
    }),
    counts: os.counts.handler(() => listed.counts()),
    colourNames: os.colourNames.handler(() => names.all()),
    renameColour: os.renameColour.handler(({ input }) => history.perform(acts.renameColour, input)),
    linkedFrom: os.linkedFrom.handler(({ input }) => listed.linkingTo(input.id)),
    create: os.create.handler(({ input, errors }) => {
      const { article, span, ...fields } = input;
      return refusable(article, errors, () => {
        const done = history.perform(acts.createHighlight, { article, span, fields });
        return { ...done, annotation: stored(done.payload.annotations[0]) };
      });
    }),
    update: os.update.handler(({ input, errors }) =>
      refusable(input.id, errors, () => {
        const done = history.perform(acts.updateHighlight, input);
        return { ...done, annotation: stored(input.id) };
      }),
    ),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeHighlights, input.ids)),
    waiting: os.waiting.handler(({ input }) => {
      const { items, total } =
        input.article === undefined ? annotations.waiting(input) : waitingIn(input.article, input);
      const shown = items.map((mark) => ({ ...mark, difference: differenceOf(mark) }));
      return { items: shown, total };
    }),
    answer: os.answer.handler(({ input, errors }) =>
      refusable(input.id, errors, () => {
        const done = history.perform(acts.answerHighlight, input);
        return { ...done, annotation: stored(input.id) };
      }),
    ),
    place: os.place.handler(({ input, errors }) =>
      refusable(input.id, errors, () => {
        const done = history.perform(acts.placeHighlight, input);
        return { ...done, annotation: stored(input.id) };
      }),
    ),
    portable: os.portable.handler(({ input }) => {
      const { items, total } =
        input.article === undefined ? annotations.portable(input) : portableOf(input.article, input);
      const known = new Map<string, Annotated>();
      const annotated = ({ articleId }: Annotation): Annotated => {
        const { body = '', url = null, editedAt = 0 } = known.get(articleId) ?? articles.find(articleId) ?? {};
        const about = { body, url, editedAt, shortId: shortId(articleId) };
        known.set(articleId, about);
        return about;
      };
      const collection = collectionUrn(links.archive());
      return { collection, items: items.map((mark) => toWebAnnotation(mark, annotated(mark))), total };
    }),
    takeIn: os.takeIn.handler(({ input }) => {
      const { change, count, payload } = history.perform(acts.takeInHighlights, input);
      const { known, waiting, left } = payload;
      return { change, count, known, waiting, left: [...left] };
    }),
  };

  function portableOf(article: Annotation['articleId'], { offset, limit }: { offset: number; limit: number }) {
    const open = annotations.ofArticle(article).filter(({ confidential }) => !confidential);
    const all = open.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
    return { items: all.slice(offset, offset + limit), total: all.length };
  }

  function stored(id: AnnotationId | undefined) {
    const annotation = id && annotations.find(id);
    if (!annotation) throw new Error('a highlight that was committed cannot be read');
    return annotation;
  }

  function waitingIn(article: Annotation['articleId'], { offset, limit }: { offset: number; limit: number }) {
    const articleTitle = articles.summaries([article])[0]?.title ?? '';
    const all = annotations.ofArticle(article).filter(({ state }) => state === 'changed' || state === 'orphan');
    return { items: all.slice(offset, offset + limit).map((mark) => ({ ...mark, articleTitle })), total: all.length };
  }

  function differenceOf({ articleId, quote, state }: Annotation) {
    if (state !== 'changed') return [];
    return difference(quote.exact, texts.body(articleId)?.slice(quote.start, quote.end) ?? '');
  }
}

/** What acts on highlights can be answered with; each procedure has those that it can need. */
interface Refusals {
  NOT_FOUND(options: { data: { id: string } }): Error;
  CONFLICT?(options: { data: { revision: number } }): Error;
  OUT_OF_RANGE?(options: { data: { length: number } }): Error;
  NOT_WAITING?(): Error;
}

function refusable<Result>(id: string, errors: Refusals, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof HighlightRefusal)) throw error;
    switch (error.code) {
      case 'NOT_FOUND':
        throw errors.NOT_FOUND({ data: { id } });
      case 'CONFLICT':
        throw errors.CONFLICT?.({ data: { revision: error.value } }) ?? error;
      case 'OUT_OF_RANGE':
        throw errors.OUT_OF_RANGE?.({ data: { length: error.value } }) ?? error;
      case 'NOT_WAITING':
        throw errors.NOT_WAITING?.() ?? error;
    }
  }
}

function selectionOf({ text, ...rest }: AnnotationFilter): AnnotationSelection {
  return text === undefined ? rest : { ...rest, patterns: spellings(text) };
}
