import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { Difference } from '#contract/difference.ts';
import type { ArticleId } from '#contract/ids.ts';
import { pastTexts } from './desk/edit/corrected-text.ts';
import { lostCorrections } from './desk/edit/lost-corrections.ts';
import { articleReads } from './store/articles.ts';
import { correctionReads, type StoredCorrection, type StoredEdit } from './store/corrections.ts';
import type { ReadDb } from './store/database.ts';

/** What people corrected, as the window and an export tell of it. */
export function correctionList(db: ReadDb) {
  const corrections = correctionReads(db);
  const articles = articleReads(db);
  const lost = lostCorrections(db);

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

  return {
    list,
    /** What is in the text of articles, the oldest first. Of a whole archive: only articles of corrected pages are asked. */
    inTexts(): (article: Pick<Article, 'id' | 'sourceId'>) => readonly Correction[] {
      const { articles: corrected, sources } = corrections.subjects();
      return ({ id, sourceId }) =>
        corrected.has(id) || sources.has(sourceId)
          ? list(id)
              .filter(({ state }) => state === 'done')
              .toReversed()
          : [];
    },
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
