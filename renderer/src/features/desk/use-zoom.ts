import { useCallback, useEffect, useState } from 'react';

/** Of the width of the frame. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export interface Zoom {
  /** The width of a page, as a share of the frame's. */
  readonly share: number;
  readonly isWhole: boolean;
  step(by: 1 | -1): void;
  fitWidth(): void;
  /** The whole page is in view. */
  fitPage(): void;
}

/** How large a page is drawn in its frame; the wheel with Ctrl, and the pinch that browsers report as one, change it. */
export function useZoom(frame: HTMLElement | null, ratio: number): Zoom {
  const [share, setShare] = useState(1);
  const [isWhole, setWhole] = useState(false);
  const step = useCallback((by: 1 | -1) => {
    setWhole(false);
    setShare((now) => (by > 0 ? STEPS.find((next) => next > now) : STEPS.findLast((next) => next < now)) ?? now);
  }, []);
  const fitWidth = useCallback(() => {
    setWhole(false);
    setShare(1);
  }, []);
  const fitPage = useCallback(() => {
    if (!frame) return;
    setWhole(true);
    setShare(Math.min(1, (frame.clientHeight - 32) / (frame.clientWidth * ratio)));
  }, [frame, ratio]);
  useEffect(() => {
    if (!frame || !isWhole) return;
    const observer = new ResizeObserver(fitPage);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame, isWhole, fitPage]);
  useEffect(() => {
    if (!frame) return;
    let turned = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      // React listens passively, and the window itself would grow.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < 40) return;
      step(turned < 0 ? 1 : -1);
      turned = 0;
    };
    frame.addEventListener('wheel', turn, { passive: false });
    return () => frame.removeEventListener('wheel', turn);
  }, [frame, step]);
  return { share, isWhole, step, fitWidth, fitPage };
}
