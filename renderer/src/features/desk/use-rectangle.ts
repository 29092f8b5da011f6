import { type PointerEvent, useRef, useState } from 'react';
import type { PageRect } from './page-regions.ts';

/** Less than this, in pixels of the screen, is a press that trembled. */
const TREMBLE = 5;

interface Drag {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A rectangle drawn on one page, in shares of its width and height; `done` gets it when the pointer is let go. */
export function useRectangle(done: ((page: number, rect: PageRect) => void) | undefined) {
  const from = useRef<Drag>(undefined);
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly rect: PageRect }>();
  const placeIn = (event: PointerEvent) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const within = (share: number) => Math.min(1, Math.max(0, share));
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height), width, height };
  };
  function end(): void {
    from.current = undefined;
    setDrawn(undefined);
  }
  return {
    drawn,
    end,
    begin(event: PointerEvent, page: number): void {
      if (!done || event.button !== 0 || event.pointerType === 'touch') return;
      const { x, y } = placeIn(event);
      from.current = { page, x, y };
    },
    move(event: PointerEvent): void {
      const start = from.current;
      if (!start) return;
      const { x, y, width, height } = placeIn(event);
      const [w, h] = [Math.abs(x - start.x), Math.abs(y - start.y)];
      if (!drawn && Math.hypot(w * width, h * height) < TREMBLE) return;
      if (!drawn) event.currentTarget.setPointerCapture(event.pointerId);
      setDrawn({ page: start.page, rect: { x: Math.min(x, start.x), y: Math.min(y, start.y), w, h } });
    },
    /** Whether a rectangle was drawn: what was pressed is not meant then. */
    finish(): boolean {
      const last = drawn;
      end();
      if (last) done?.(last.page, last.rect);
      return last !== undefined;
    },
  };
}
