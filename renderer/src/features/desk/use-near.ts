import { type RefObject, useEffect, useState } from 'react';

/** So much of the frame's height above and below it: what is there is made ready, and behind it let go of. */
const MARGIN = '60%';

/** Whether an element is in the frame that scrolls it, or near it. */
export function useNear(ref: RefObject<HTMLElement | null>, atFirst: boolean): boolean {
  const [isNear, setNear] = useState(atFirst);
  useEffect(() => {
    if (!ref.current) return;
    const options: IntersectionObserverInit & { scrollMargin: string } = { scrollMargin: MARGIN };
    const sight = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), options);
    sight.observe(ref.current);
    return () => sight.disconnect();
  }, [ref]);
  return isNear;
}
