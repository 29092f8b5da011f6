import type { PageState } from '#contract/desk.ts';

/** How many pages of the queue nobody accepted yet. */
export function countWaiting(counts: Readonly<Partial<Record<PageState, number>>>): number {
  return (counts.raw ?? 0) + (counts.failed ?? 0) + (counts.separated ?? 0) + (counts.open ?? 0);
}
