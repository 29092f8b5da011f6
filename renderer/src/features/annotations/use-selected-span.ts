import { useEffect, useState } from 'react';
import type { Span } from '#contract/ids.ts';
import { selectedSpan } from './text-places.ts';

/** What is selected in the article, once it stays so: not while a button of the mouse is down. */
export function useSelectedSpan(text: HTMLElement, blocks: readonly HTMLElement[]): Span | undefined {
  const [span, setSpan] = useState<Span>();
  useEffect(() => {
    let isDragging = false;
    function read(): void {
      if (isDragging) return;
      const next = selectedSpan(text, blocks);
      setSpan((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
    }
    function onDown(event: PointerEvent): void {
      isDragging = event.target instanceof Node && text.contains(event.target);
    }
    function onUp(): void {
      isDragging = false;
      // A click that takes the selection away does so after the button is up.
      setTimeout(read);
    }
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
    };
  }, [text, blocks]);
  return span;
}
