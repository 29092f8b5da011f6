import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import { HighlightRefusal } from '../annotate/highlight-acts.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { annotationReads } from '../store/annotations.ts';

export function annotationsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).annotations;
  const annotations = annotationReads(context.reader);
  const { acts } = history;
  return {
    forArticle: os.forArticle.handler(({ input }) => annotations.ofArticle(input.article)),
    list: os.list.handler(({ input }) => annotations.list(input.colour, input)),
    create: os.create.handler(({ input, errors }) => {
      const { article, span, ...fields } = input;
      try {
        const done = history.perform(acts.createHighlight, { article, span, fields });
        return { ...done, annotation: stored(done.payload.annotations[0]) };
      } catch (error) {
        if (!(error instanceof HighlightRefusal)) throw error;
        if (error.code === 'OUT_OF_RANGE') throw errors.OUT_OF_RANGE({ data: { length: error.value } });
        throw errors.NOT_FOUND({ data: { id: article } });
      }
    }),
    update: os.update.handler(({ input, errors }) => {
      try {
        const done = history.perform(acts.updateHighlight, input);
        return { ...done, annotation: stored(input.id) };
      } catch (error) {
        if (!(error instanceof HighlightRefusal)) throw error;
        if (error.code === 'CONFLICT') throw errors.CONFLICT({ data: { revision: error.value } });
        throw errors.NOT_FOUND({ data: { id: input.id } });
      }
    }),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeHighlights, input.ids)),
  };

  function stored(id: Parameters<typeof annotations.find>[0] | undefined) {
    const annotation = id && annotations.find(id);
    if (!annotation) throw new Error('a highlight that was committed cannot be read');
    return annotation;
  }
}
