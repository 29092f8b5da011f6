import { useEffect, useMemo } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { openMarkPaint } from './paint.ts';
import { MOST_PAINTED, marksWithin } from './painted-stretch.ts';
import { positionAlong, scrolled, viewLength } from './reading-way.ts';

/** So much of the view is painted before it and after it. */
const AHEAD = 0.5;
/** Painted anew when one has gone on by so much of the view. */
const STEP = 0.35;

/**
 * Paints an article's marks. Of very many only those around the view: whatever changes in the page, the browser goes
 * through every range that is painted, and draws every line again that has one.
 */
export function useMarkPaint(
  annotations: readonly Annotation[],
  active: Annotation | undefined,
  blocks: readonly HTMLElement[],
  scroller: HTMLElement,
): void {
  const paint = useMemo(() => openMarkPaint(blocks), [blocks]);
  useEffect(() => () => paint.clear(), [paint]);
  useEffect(() => paint.activate(active), [paint, active]);
  useEffect(() => {
    if (annotations.length <= MOST_PAINTED) {
      paint.show(annotations);
      return;
    }
    scroller.dataset.dense = '';
    let here = 0;
    const show = () => {
      const length = viewLength(scroller);
      here = scrolled(scroller);
      const start = Math.floor(positionAlong(blocks, scroller, -length * AHEAD));
      const end = Math.ceil(positionAlong(blocks, scroller, length * (1 + AHEAD)));
      paint.show(marksWithin(annotations, { start, end }));
    };
    const onScroll = () => {
      if (Math.abs(scrolled(scroller) - here) > viewLength(scroller) * STEP) show();
    };
    // Its first report comes at once: where lines go is known then without asking for it.
    const observer = new ResizeObserver(show);
    observer.observe(scroller);
    for (const child of scroller.children) observer.observe(child);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      delete scroller.dataset.dense;
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [paint, annotations, blocks, scroller]);
}
