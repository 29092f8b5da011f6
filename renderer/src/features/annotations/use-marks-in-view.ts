import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { MOST_CARDS, nearMarks } from './near-marks.ts';
import { stretchOf, viewLength } from './reading-way.ts';

/** Cards are looked for anew when one has read on by about this many characters. */
const STEP = 40;
/** While one scrolls fast, cards move with the text and others wait for a pause, but not for long. */
const PAUSE_MILLISECONDS = 80;
const LATEST_MILLISECONDS = 500;

/** The marks whose cards are drawn: all of them, or where they are very many those from a little above the view on. */
export function useMarksInView(
  annotations: readonly Annotation[],
  blocks: readonly HTMLElement[],
  scroller: HTMLElement,
  active: AnnotationId | undefined,
): readonly Annotation[] {
  const isMany = annotations.length > MOST_CARDS;
  const [from, setFrom] = useState(0);

  useEffect(() => {
    if (!isMany) return;
    let timer: ReturnType<typeof setTimeout>;
    let waitingSince = 0;
    const look = () => {
      waitingSince = 0;
      setFrom(Math.floor(positionInView(blocks, scroller) / STEP) * STEP);
    };
    const onScroll = () => {
      waitingSince ||= performance.now();
      clearTimeout(timer);
      const isLate = performance.now() - waitingSince > LATEST_MILLISECONDS;
      timer = setTimeout(look, isLate ? 0 : PAUSE_MILLISECONDS);
    };
    look();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [isMany, blocks, scroller]);

  return useMemo(
    () => (isMany ? nearMarks(annotations, from, active) : annotations),
    [isMany, annotations, from, active],
  );
}

/** About where the text begins that is in view: the blocks are measured, not the marks. */
function positionInView(blocks: readonly HTMLElement[], scroller: HTMLElement): number {
  const edge = -viewLength(scroller) / 8;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && stretchOf(scroller, block.getBoundingClientRect()).end < edge) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  if (!block) return 0;
  const { start, end } = stretchOf(scroller, block.getBoundingClientRect());
  const share = end > start ? Math.min(1, Math.max(0, (edge - start) / (end - start))) : 0;
  return Number(block.dataset.start) + share * (block.textContent?.length ?? 0);
}
