import { useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';
import { openMarkPaint } from './paint.ts';
import { MOST_PAINTED, marksWithin } from './painted-stretch.ts';
import { positionAlong, scrolled, viewLength } from './reading-way.ts';

/** So much of the view is painted before it and after it. */
const AHEAD = 0.25;
/** Painted anew when one has gone on by so much of the view. */
const STEP = 0.2;

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
  const isDense = annotations.length > MOST_PAINTED;
  useEffect(() => () => paint.clear(), [paint]);
  useEffect(() => paint.activate(active), [paint, active]);
  // Not with each change of the marks: the style of everything in the scroller is computed anew when it comes or goes.
  useEffect(() => {
    if (!isDense) return;
    scroller.dataset.dense = '';
    return () => {
      delete scroller.dataset.dense;
    };
  }, [isDense, scroller]);
  const stretch = useRef<Span>(undefined);
  const shown = useRef(annotations);
  useEffect(() => {
    shown.current = annotations;
    // One mark more is painted where one reads, without asking the page where that is.
    if (!isDense) paint.show(annotations);
    else if (stretch.current) paint.show(marksWithin(annotations, stretch.current));
  }, [paint, annotations, isDense]);
  useEffect(() => {
    if (!isDense) return;
    let here = 0;
    const show = () => {
      const length = viewLength(scroller);
      here = scrolled(scroller);
      const start = Math.floor(positionAlong(blocks, scroller, -length * AHEAD));
      const end = Math.ceil(positionAlong(blocks, scroller, length * (1 + AHEAD)));
      stretch.current = { start, end };
      paint.show(marksWithin(shown.current, stretch.current));
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
      stretch.current = undefined;
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [paint, isDense, blocks, scroller]);
}
