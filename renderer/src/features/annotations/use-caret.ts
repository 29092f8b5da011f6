import { useCallback, useEffect, useState } from 'react';
import { isComposing } from '../../app/shortcut-rules.ts';
import { beginCaret, caretMove, caretRect, selectUnit, stepCharacter } from './caret.ts';
import { isVertical, scrollAlong, stretchOf, viewLength } from './reading-way.ts';
import { positionOf } from './text-places.ts';

export interface CaretPlace {
  readonly x: number;
  readonly y: number;
  /** One of them is nothing: the caret stands across its line. */
  readonly width: number;
  readonly height: number;
}

export interface Caret {
  readonly isOn: boolean;
  /** In the sheet; undefined while it cannot be drawn. */
  readonly place: CaretPlace | undefined;
  /** In the body. */
  readonly position: number | undefined;
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
  const [position, setPosition] = useState<number>();

  const draw = useCallback(() => {
    if (!sheet || !scroller) return;
    const { focusNode, focusOffset } = getSelection() ?? { focusNode: null, focusOffset: 0 };
    setPosition(focusNode ? positionOf(blocks, focusNode, focusOffset) : undefined);
    const rect = caretRect(blocks, isVertical(scroller));
    if (!rect) return;
    const origin = sheet.getBoundingClientRect();
    const { width, height } = rect;
    setPlace({ x: rect.left - origin.left, y: rect.top - origin.top, width, height });
    const { start, end } = stretchOf(scroller, rect);
    const length = viewLength(scroller);
    if (start < 40) scrollAlong(scroller, start - 80);
    else if (end > length - 40) scrollAlong(scroller, end - length + 80);
  }, [blocks, sheet, scroller]);

  const begin = useCallback(() => {
    if (!scroller) return;
    scroller.focus();
    beginCaret(blocks, scroller);
    setOn(true);
    draw();
  }, [blocks, scroller, draw]);

  const end = useCallback(() => {
    setOn(false);
    setPlace(undefined);
    setPosition(undefined);
  }, []);

  const select = useCallback(
    (unit: 'sentence' | 'block') => {
      if (!scroller) return;
      beginCaret(blocks, scroller);
      selectUnit(blocks, unit);
      if (isOn) draw();
    },
    [blocks, scroller, isOn, draw],
  );

  useEffect(() => {
    if (!scroller) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (isComposing(event) || event.target !== scroller) return;
      const move = caretMove(event, scroller !== null && isVertical(scroller));
      // Shift with an arrow begins by itself: what one tries first.
      if (!move || (!isOn && move.alter === 'move')) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isOn && scroller) {
        beginCaret(blocks, scroller);
        setOn(true);
      }
      if (move.by === 'character' && scroller && isVertical(scroller)) stepCharacter(blocks, move);
      else getSelection()?.modify(move.alter, move.direction, move.by);
      draw();
    }
    scroller.addEventListener('keydown', onKeyDown);
    return () => scroller.removeEventListener('keydown', onKeyDown);
  }, [blocks, scroller, isOn, draw]);

  return { isOn, place, position, begin, end, select };
}
