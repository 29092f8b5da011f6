import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { Article } from '#contract/articles.ts';
import type { Correction, CorrectionRefusal } from '#contract/corrections.ts';
import type { Difference } from '#contract/difference.ts';
import type { ArticleId } from '#contract/ids.ts';
import { difference } from '../annotate/difference.ts';
import type { ArchiveContext } from '../context.ts';
import { type CorrectionToMake, editsBack } from '../desk/edit/correct.ts';
import { CorrectionRefused, pastTexts } from '../desk/edit/corrected-text.ts';
import { lostCorrections } from '../desk/edit/lost-corrections.ts';
import type { History } from '../history.ts';
import { articleReads } from '../store/articles.ts';
import { correctionReads, type StoredCorrection, type StoredEdit } from '../store/corrections.ts';

export function correctionsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).corrections;
  const { reader } = context;
  const corrections = correctionReads(reader);
  const articles = articleReads(reader);
  const lost = lostCorrections(reader);
  const { acts } = history;

  /** Of one article, the newest first, with those of articles that are gone and had its text. */
  function list(id: ArticleId): Correction[] {
    const own = corrections.ofArticle(id);
    const article = articles.find(id);
    if (!article) return own.toReversed().flatMap((one) => shown(one, own, new Set()));
    // The text stands as the newest of them left it.
    const past = [...pastTexts(article.body, own)].slice(2);
    const back = new Set(past.map(({ next }) => next?.id));
    const all = [...own, ...inherited(article)].toSorted((a, b) => a.at - b.at);
    return all.toReversed().flatMap((one) => shown(one, all, back));
  }

  /** Where the words went; where they are in no article any more, the first one of their page tells of them. */
  function inherited({ id, sourceId, blocks }: Article): StoredCorrection[] {
    const strays = corrections.ofSource(sourceId).filter(({ article }) => articles.countExisting([article]) === 0);
    if (strays.length === 0) return [];
    const isFirst = articles.ofSource(sourceId)[0] === id;
    const pieces = blocks.flatMap((block) => block.pieces);
    return strays.filter((stray) => {
      const isHere = stray.ranges.some((range) =>
        pieces.some(([start, end]) => start < range.end && range.start < end),
      );
      return isHere || (isFirst && lost.isLost(stray, strays));
    });
  }

  function shown(one: StoredCorrection, all: readonly StoredCorrection[], back: ReadonlySet<unknown>): Correction[] {
    const { id, article, who, at, why, edits, ranges } = one;
    if (one.state === 'dismissed' && ranges.length === 0) return [];
    const state = lost.isLost(one, all) ? 'lost' : one.state === 'conflict' ? 'conflict' : 'done';
    return [{ id, article, who, at, why, state, changes: edits.map(asDifference), canGoBack: back.has(id) }];
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
