import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { MOST_CARDS, nearMarks } from './near-marks.ts';
import { positionAlong, viewLength } from './reading-way.ts';

/** Cards are looked for anew when one has read on by about this many characters. */
const STEP = 40;
/** No card is lower than this, in pixels, with what is between two. */
const LEAST_CARD = 32;
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
  const [{ from, count }, setNear] = useState({ from: 0, count: MOST_CARDS });

  useEffect(() => {
    if (!isMany) return;
    let timer: ReturnType<typeof setTimeout>;
    let waitingSince = 0;
    const look = () => {
      waitingSince = 0;
      const at = positionAlong(blocks, scroller, -viewLength(scroller) / 8);
      // Between two frames, not instead of one.
      const next = {
        from: Math.floor(at / STEP) * STEP,
        count: Math.min(MOST_CARDS, Math.ceil((viewLength(scroller) * 1.125) / LEAST_CARD)),
      };
      startTransition(() =>
        setNear((before) => (before.from === next.from && before.count === next.count ? before : next)),
      );
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
    () => (isMany ? nearMarks(annotations, from, active, count) : annotations),
    [isMany, annotations, from, active, count],
  );
}
