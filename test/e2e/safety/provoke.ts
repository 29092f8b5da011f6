import type { Frame } from 'playwright-core';

/** Does to every element what a hand might: moves over it, gives it the focus, presses, clicks. Runs in the page. */
export async function provoke(frame: Frame, within = '*'): Promise<void> {
  await frame
    .evaluate((selector) => {
      const events = [
        ...['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'pointerdown', 'mousedown'],
        ...['pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'mouseout', 'focusin'],
      ];
      for (const element of document.querySelectorAll(selector)) {
        if (!element.isConnected) continue;
        for (const type of events)
          element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
        if (element instanceof HTMLElement) {
          element.focus();
          element.blur();
        }
      }
    }, within)
    // A vector that worked may have taken the document away.
    .catch(() => undefined);
}
