export { Marks } from './marks.tsx';
export { paintHits } from './paint.ts';
export * from './reading-way.ts';
export { blocksOf, positionOf, rangesOf } from './text-places.ts';
export { useAnnotations } from './use-annotations.ts';
