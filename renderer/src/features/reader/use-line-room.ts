import { useLayoutEffect, useState } from 'react';

/** How long a line of the element can be, in whole pixels, as it changes: its width, or its height where lines are columns. */
export function useLineRoom(element: HTMLElement | null, isVertical: boolean): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => setRoom(isVertical ? element.clientHeight : element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, isVertical]);
  return room;
}
