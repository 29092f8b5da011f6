import { implement } from '@orpc/server';
import type { TextQuote } from '#contract/annotations.ts';
import { archiveContract } from '#contract/archive.ts';
import type { Span } from '#contract/ids.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { annotationReads } from '../store/annotations.ts';
import { textReads } from '../store/texts.ts';

export function annotationsRoutes(
  context: ArchiveContext,
  history: History,
  quoteAt: (body: string, span: Span) => TextQuote,
) {
  const os = implement(archiveContract).annotations;
  const annotations = annotationReads(context.reader);
  const texts = textReads(context.reader);
  const { acts } = history;
  return {
    forArticle: os.forArticle.handler(({ input }) => annotations.ofArticle(input.article)),
    list: os.list.handler(({ input }) => annotations.list(input.colour, input)),
    create: os.create.handler(({ input, errors }) => {
      const body = texts.body(input.article);
      if (body === undefined) throw errors.NOT_FOUND({ data: { id: input.article } });
      if (input.span.start >= input.span.end || input.span.end > body.length)
        throw errors.OUT_OF_RANGE({ data: { length: body.length } });
      const { colour, note, confidential } = input;
      const quote = quoteAt(body, input.span);
      const done = history.perform(acts.createHighlight, {
        article: input.article,
        quote,
        fields: { colour, note, confidential },
      });
      const made = done.payload.annotations[0];
      const annotation = made && annotations.find(made);
      if (!annotation) throw new Error('the highlight that was committed cannot be read');
      return { ...done, annotation };
    }),
    update: os.update.handler(({ input, errors }) => {
      const was = annotations.find(input.id);
      if (!was) throw errors.NOT_FOUND({ data: { id: input.id } });
      if (input.revision !== undefined && input.revision !== was.revision)
        throw errors.CONFLICT({ data: { revision: was.revision } });
      const fields = {
        colour: input.colour ?? was.colour,
        note: input.note ?? was.note,
        confidential: input.confidential ?? was.confidential,
        ...(input.tags ? { tags: input.tags } : {}),
      };
      const done = history.perform(acts.updateHighlight, { id: input.id, fields });
      return { ...done, annotation: annotations.find(input.id) ?? was };
    }),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeHighlights, input.ids)),
  };
}
