import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { CorrectionRefusal } from '#contract/corrections.ts';
import { difference } from '../annotate/difference.ts';
import type { ArchiveContext } from '../context.ts';
import { correctionList } from '../correction-list.ts';
import { type CorrectionToMake, editsBack } from '../desk/edit/correct.ts';
import { CorrectionRefused } from '../desk/edit/corrected-text.ts';
import type { History } from '../history.ts';
import { articleReads } from '../store/articles.ts';
import { correctionReads } from '../store/corrections.ts';

export function correctionsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).corrections;
  const { reader } = context;
  const corrections = correctionReads(reader);
  const articles = articleReads(reader);
  const { list } = correctionList(reader);
  const { acts } = history;

  function make(input: CorrectionToMake) {
    const done = history.perform(acts.correctArticle, input);
    const { correction, counts } = done.payload;
    const listed = list(input.article).find(({ id }) => id === correction.id);
    if (!listed) throw new Error('a correction that was committed cannot be read');
    return { change: done.change, count: done.count, correction: listed, marks: counts };
  }

  return {
    make: os.make.handler(({ input, errors }) =>
      refusable(input.article, errors, () => {
        const edits = input.edits.map(({ span, was, text }) => ({ ...span, was, text }));
        return make({ ...input, edits });
      }),
    ),
    list: os.list.handler(({ input }) => list(input.article)),
    goBack: os.goBack.handler(({ input, errors }) =>
      refusable(input.article, errors, () => {
        const article = articles.find(input.article);
        if (!article) throw new CorrectionRefused('not_found');
        // Somebody else was quicker: what would be gone back to is not what the person chose from.
        if (article.revision !== input.revision) throw new CorrectionRefused('text_changed');
        const edits = editsBack(article.body, corrections.ofArticle(input.article), input.to, { difference });
        return make({ article: input.article, revision: input.revision, edits, why: input.why });
      }),
    ),
    dismiss: os.dismiss.handler(({ input, errors }) =>
      refusable(input.id, errors, () => {
        const { change, count } = history.perform(acts.dismissCorrection, input.id);
        return { change, count };
      }),
    ),
  };
}

interface Refusals {
  NOT_FOUND(options: { data: { id: string } }): Error;
  REFUSED?(options: { data: { reason: CorrectionRefusal } }): Error;
}

function refusable<Result>(id: string, errors: Refusals, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CorrectionRefused)) throw error;
    const { reason } = error;
    if (reason === 'not_found') throw errors.NOT_FOUND({ data: { id } });
    throw errors.REFUSED?.({ data: { reason } }) ?? error;
  }
}
