import type { Annotation } from '#contract/annotations.ts';

/** The marks that a place of the body lies in. */
export function marksOn(annotations: readonly Annotation[], position: number | undefined): readonly Annotation[] {
  if (position === undefined) return [];
  return annotations.filter(
    ({ state, quote }) => state !== 'orphan' && quote.start <= position && position < quote.end,
  );
}
