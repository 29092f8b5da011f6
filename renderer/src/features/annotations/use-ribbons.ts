import { useLayoutEffect } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { blocksUnder } from './text-places.ts';

/** A ribbon beside each block in which a bookmark begins: said to the elements, which React draws only once. */
export function useRibbons(annotations: readonly Annotation[], blocks: readonly HTMLElement[]): void {
  useLayoutEffect(() => {
    const ribbons = annotations.flatMap(({ kind, state, quote }) =>
      kind === 'bookmark' && state !== 'orphan' ? blocksUnder(blocks, quote).slice(0, 1) : [],
    );
    for (const block of ribbons) block.dataset.bookmark = '';
    return () => {
      for (const block of ribbons) delete block.dataset.bookmark;
    };
  }, [annotations, blocks]);
}
