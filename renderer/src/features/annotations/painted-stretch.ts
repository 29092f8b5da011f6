import type { Annotation } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';

/** So many marks are painted without a thought. */
export const MOST_PAINTED = 300;

/** The marks of which some words stand in this stretch of the text. */
export function marksWithin(annotations: readonly Annotation[], { start, end }: Span): readonly Annotation[] {
  return annotations.filter(({ quote }) => quote.start < end && quote.end > start);
}
