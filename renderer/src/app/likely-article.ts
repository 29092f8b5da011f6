import { useSyncExternalStore } from 'react';
import type { ArticleId } from '#contract/ids.ts';

let likely: ArticleId | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Said once for a window in which nothing is open: what a person probably opens first. Later calls change nothing. */
export function expectArticle(id: ArticleId): void {
  if (likely) return;
  likely = id;
  for (const listener of listeners) listener();
}

export function useLikelyArticle(): ArticleId | undefined {
  return useSyncExternalStore(subscribe, () => likely);
}
