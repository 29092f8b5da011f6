import { useCallback, useEffect, useState } from 'react';
import { isComposing } from '../../app/shortcut-rules.ts';
import { beginCaret, caretMove, caretRect, selectUnit } from './caret.ts';

export interface CaretPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface Caret {
  readonly isOn: boolean;
  /** In the sheet; undefined while it cannot be drawn. */
  readonly place: CaretPlace | undefined;
  readonly begin: () => void;
  readonly end: () => void;
  readonly select: (unit: 'sentence' | 'block') => void;
}

/** Selecting without a mouse: a caret that arrows move through the article, and Shift with arrows drags. */
export function useCaret(
  blocks: readonly HTMLElement[],
  sheet: HTMLElement | null,
  scroller: HTMLElement | null,
): Caret {
  const [isOn, setOn] = useState(false);
  const [place, setPlace] = useState<CaretPlace>();

  const draw = useCallback(() => {
    const rect = caretRect(blocks);
    if (!rect || !sheet || !scroller) return;
    const origin = sheet.getBoundingClientRect();
    setPlace({ x: rect.left - origin.left, y: rect.top - origin.top, height: rect.height });
    const view = scroller.getBoundingClientRect();
    if (rect.top < view.top + 40) scroller.scrollTop -= view.top + 80 - rect.top;
    else if (rect.bottom > view.bottom - 40) scroller.scrollTop += rect.bottom - view.bottom + 80;
  }, [blocks, sheet, scroller]);

  const begin = useCallback(() => {
    if (!scroller) return;
    scroller.focus();
    beginCaret(blocks, scroller.getBoundingClientRect());
    setOn(true);
    draw();
  }, [blocks, scroller, draw]);

  const end = useCallback(() => {
    setOn(false);
    setPlace(undefined);
  }, []);

  const select = useCallback(
    (unit: 'sentence' | 'block') => {
      if (!scroller) return;
      beginCaret(blocks, scroller.getBoundingClientRect());
      selectUnit(blocks, unit);
      if (isOn) draw();
    },
    [blocks, scroller, isOn, draw],
  );

  useEffect(() => {
    if (!scroller) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (isComposing(event) || event.target !== scroller) return;
      const move = caretMove(event);
      // Shift with an arrow begins by itself: what one tries first.
      if (!move || (!isOn && move.alter === 'move')) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isOn && scroller) {
        beginCaret(blocks, scroller.getBoundingClientRect());
        setOn(true);
      }
      getSelection()?.modify(move.alter, move.direction, move.by);
      draw();
    }
    scroller.addEventListener('keydown', onKeyDown);
    return () => scroller.removeEventListener('keydown', onKeyDown);
  }, [blocks, scroller, isOn, draw]);

  return { isOn, place, begin, end, select };
}
