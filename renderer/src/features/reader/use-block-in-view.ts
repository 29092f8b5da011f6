import { useEffect, useState } from 'react';
import { scrolled, stretchOf, viewLength, wayLength } from '../annotations/index.ts';

/**
 * Which block is read now: the one under the pointer, or the one at a line that goes down the view as the text is
 * scrolled, so that the first block and the last have their turn. Its place among the blocks; undefined while off.
 */
export function useBlockInView(
  blocks: readonly HTMLElement[],
  scroller: HTMLElement | null,
  isOn: boolean,
): number | undefined {
  const [place, setPlace] = useState<number>();
  useEffect(() => {
    if (!isOn || !scroller || blocks.length === 0) return;
    let frame = 0;
    const look = () => {
      const way = wayLength(scroller);
      const line = viewLength(scroller) * (0.25 + (way > 0 ? 0.7 * (scrolled(scroller) / way) : 0));
      const at = blocks.findIndex((block) => stretchOf(scroller, block.getBoundingClientRect()).end >= line);
      setPlace(at < 0 ? blocks.length - 1 : at);
    };
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const onPointer = ({ target }: PointerEvent) => {
      const block = target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;
      const at = block ? blocks.indexOf(block) : -1;
      if (at >= 0) setPlace(at);
    };
    look();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('pointermove', onPointer, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('pointermove', onPointer);
    };
  }, [blocks, scroller, isOn]);
  return isOn ? place : undefined;
}
