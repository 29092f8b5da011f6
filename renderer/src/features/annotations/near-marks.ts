import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';

/** So many cards are drawn without a thought; of more, only those near what is in view. */
export const MOST_CARDS = 60;

/** In the order of the text, `count` of them from the first that starts at `from`, and always the active one. */
export function nearMarks(
  annotations: readonly Annotation[],
  from: number,
  active: AnnotationId | undefined,
  count = MOST_CARDS,
): readonly Annotation[] {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((annotations[middle]?.quote.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, Math.min(low, annotations.length - count));
  const near = annotations.slice(first, first + count);
  const at = active === undefined ? -1 : annotations.findIndex(({ id }) => id === active);
  const chosen = annotations[at];
  if (!chosen || (at >= first && at < first + count)) return near;
  return at < first ? [chosen, ...near] : [...near, chosen];
}
