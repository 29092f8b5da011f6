import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ArticleId, Span } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { bringIntoView, paintHitNow, paintHits, rangesOf, stretchOf } from '../annotations/index.ts';

const NONE: readonly Span[] = [];

export interface Hits {
  readonly count: number;
  /** Which one is shown, from 0. */
  readonly now: number;
  readonly step: (by: 1 | -1) => void;
}

/** What is looked for in the article: the search one came from, or the words of the find bar. */
export interface Sought {
  readonly text: string;
  /** Undefined: the first one from where one is reading. */
  readonly now: number | undefined;
  readonly show: (now: number) => void;
}

/** Hits of a query in the open article: marked, one shown, and stepped through. Undefined where there is none. */
export function useHits(
  article: ArticleId,
  { text, now: wanted, show }: Sought,
  blocks: readonly HTMLElement[],
  scroller: HTMLElement | null,
): Hits | undefined {
  const { data } = useQuery(
    archiveQueries.search.inArticle.queryOptions({ input: { article, text }, enabled: text !== '' }),
  );
  const hits = text === '' ? NONE : (data ?? NONE);
  const now = Math.min(wanted ?? 0, Math.max(0, hits.length - 1));

  useEffect(() => {
    if (wanted !== undefined || !scroller || hits.length === 0 || blocks.length === 0) return;
    const isAhead = (hit: Span) => {
      const rect = rangesOf(blocks, hit)[0]?.getBoundingClientRect();
      return rect !== undefined && stretchOf(scroller, rect).start >= 0;
    };
    show(Math.max(0, hits.findIndex(isAhead)));
  }, [wanted, hits, blocks, scroller, show]);
  useEffect(() => paintHits(blocks, hits), [blocks, hits]);
  useEffect(() => paintHitNow(blocks, hits[now]), [blocks, hits, now]);
  useEffect(() => {
    const span = wanted === undefined ? undefined : hits[now];
    if (span && scroller) bringIntoView(scroller, rangesOf(blocks, span)[0]?.getBoundingClientRect(), 80);
  }, [blocks, hits, wanted, now, scroller]);

  if (hits.length === 0) return undefined;
  return {
    count: hits.length,
    now,
    step: (by) => show((now + by + hits.length) % hits.length),
  };
}
