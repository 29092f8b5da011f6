import { useEffect } from 'react';
import { isComposing } from '../../app/shortcut-rules.ts';
import { scrollAlong, viewLength, wayLength } from '../annotations/index.ts';

/** One press of an arrow, as browsers scroll. */
const STEP = 60;
/** What stays in view from one page to the next. */
const KEPT = 0.1;
/** A wheel that counts lines or pages, not pixels. */
const LINE = 40;

/**
 * Wheel and keys for a text that is read from right to left: the browser would move it up and down, where there is no
 * way to go. Listens above the view, so that a caret inside takes its arrows first.
 */
export function usePageKeys(view: HTMLElement | null, isOn: boolean): void {
  useEffect(() => {
    const frame = view?.parentElement;
    if (!isOn || !view || !frame) return;
    function onWheel(event: WheelEvent): void {
      if (!view || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      if (!(event.target instanceof Node && view.contains(event.target)) || scrollsItself(event.target, view)) return;
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : event.deltaMode === 1 ? LINE : viewLength(view);
      event.preventDefault();
      scrollAlong(view, event.deltaY * unit);
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (!view || event.target !== view || event.defaultPrevented || isComposing(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = movement(event, view);
      if (by === undefined) return;
      event.preventDefault();
      scrollAlong(view, by);
    }
    frame.addEventListener('wheel', onWheel, { passive: false });
    frame.addEventListener('keydown', onKeyDown);
    return () => {
      frame.removeEventListener('wheel', onWheel);
      frame.removeEventListener('keydown', onKeyDown);
    };
  }, [view, isOn]);
}

function movement({ key, shiftKey }: KeyboardEvent, view: HTMLElement): number | undefined {
  const page = viewLength(view) * (1 - KEPT);
  if (shiftKey) return key === ' ' ? -page : undefined;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return -STEP;
    case ' ':
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -wayLength(view);
    case 'End':
      return wayLength(view);
    default:
      return undefined;
  }
}

/** A note in a card that is longer than its card scrolls for itself. */
function scrollsItself(target: Node, view: HTMLElement): boolean {
  for (let node: Element | null = target instanceof Element ? target : target.parentElement; node && node !== view; ) {
    if (node.scrollHeight > node.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(node).overflowY)) return true;
    node = node.parentElement;
  }
  return false;
}
