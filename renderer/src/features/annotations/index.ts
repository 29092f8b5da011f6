export { COLOURS } from './colours.ts';
export { LinkedFrom } from './linked-from.tsx';
export { Marks } from './marks.tsx';
export { useMeanings } from './meanings.ts';
export { paintCorrected, paintHitNow, paintHits } from './paint.ts';
export * from './reading-way.ts';
export { blocksOf, positionOf, rangesOf, selectedSpan } from './text-places.ts';
export { useAnnotations } from './use-annotations.ts';
export { Waiting } from './waiting.tsx';
