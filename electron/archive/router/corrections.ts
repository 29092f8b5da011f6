import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { Correction, CorrectionRefusal } from '#contract/corrections.ts';
import type { Difference } from '#contract/difference.ts';
import type { ArticleId } from '#contract/ids.ts';
import { difference } from '../annotate/difference.ts';
import type { ArchiveContext } from '../context.ts';
import { type CorrectionToMake, editsBack } from '../desk/edit/correct.ts';
import { CorrectionRefused, pastTexts } from '../desk/edit/corrected-text.ts';
import type { History } from '../history.ts';
import { articleReads } from '../store/articles.ts';
import { correctionReads, type StoredCorrection, type StoredEdit } from '../store/corrections.ts';
import { derivationReads } from '../store/derivations.ts';
import { textReads } from '../store/texts.ts';

export function correctionsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).corrections;
  const { reader } = context;
  const corrections = correctionReads(reader);
  const texts = textReads(reader);
  const articles = articleReads(reader);
  const derivations = derivationReads(reader);
  const { acts } = history;

  /** Of one article, the newest first. */
  function list(article: ArticleId): Correction[] {
    const all = corrections.ofArticle(article);
    const body = texts.body(article);
    // The text stands as the newest of them left it.
    const past = body === undefined ? [] : [...pastTexts(body, all)].slice(2);
    const back = new Set(past.map(({ next }) => next?.id));
    return all.toReversed().flatMap((one) => {
      if (one.state === 'dismissed' && one.ranges.length === 0) return [];
      const state = one.state === 'done' && isLost(one, all) ? 'lost' : one.state === 'conflict' ? 'conflict' : 'done';
      const { id, who, at, why } = one;
      const changes = one.edits.map(asDifference);
      return [{ id, article, who, at, why, state, changes, canGoBack: back.has(id) }];
    });
  }

  /** It was done, nothing corrected the same words again, and no operation of the page says it any more. */
  function isLost({ ranges, at }: StoredCorrection, all: readonly StoredCorrection[]): boolean {
    return ranges.some((range) => {
      if (!range.isCorrected) return false;
      const overlaps = (start: number, end: number) => start < range.end && range.start < end;
      const isAgain = (other: StoredCorrection) =>
        other.at > at && other.ranges.some(({ source, start, end }) => source === range.source && overlaps(start, end));
      if (all.some(isAgain)) return false;
      return !derivations
        .operations(range.source)
        .some(({ kind, range: [start, end] }) => kind === 'corrected' && overlaps(start, end));
    });
  }

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

function asDifference({ prefix, was, now, suffix }: StoredEdit): Difference {
  const parts: Difference = [
    { kind: 'same', text: prefix },
    { kind: 'gone', text: was },
    { kind: 'new', text: now },
    { kind: 'same', text: suffix },
  ];
  return parts.filter(({ text }) => text !== '');
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
