import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Span } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { bringIntoView, paintHits, rangesOf } from '../annotations/index.ts';

const NONE: readonly Span[] = [];

export interface Hits {
  readonly count: number;
  /** Which one is shown, from 0. */
  readonly now: number;
  readonly step: (by: 1 | -1) => void;
}

/** The hits of the search one came from: marked, the first shown, and stepped through. Undefined without a search. */
export function useHits(
  route: LibraryRoute,
  blocks: readonly HTMLElement[],
  scroller: HTMLElement | null,
): Hits | undefined {
  const { place, article, hit } = route;
  const text = place.at === 'search' ? place.text.trim() : '';
  const { data } = useQuery(
    archiveQueries.search.inArticle.queryOptions({
      input: article ? { article, text } : { article: '' as never, text },
      enabled: article !== undefined && text !== '',
    }),
  );
  const hits = text === '' ? NONE : (data ?? NONE);
  const now = Math.min(hit ?? 0, Math.max(0, hits.length - 1));

  useEffect(() => paintHits(blocks, hits, hits.length > 0 ? now : undefined), [blocks, hits, now]);
  useEffect(() => {
    const span = hits[now];
    if (span && scroller) bringIntoView(scroller, rangesOf(blocks, span)[0]?.getBoundingClientRect(), 80);
  }, [blocks, hits, now, scroller]);

  if (hits.length === 0) return undefined;
  return {
    count: hits.length,
    now,
    step: (by) => go({ ...route, hit: (now + by + hits.length) % hits.length }, 'replace'),
  };
}
