import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import type { DoubtId } from '#contract/desk-commands.ts';
import type { Span } from '#contract/ids.ts';
import type { BlockKey } from './page-model.ts';
import { nearestPlace, rawOrder, readingOrder } from './page-order.ts';

/** The place in a block where it would be cut. */
export interface Caret {
  readonly block: BlockKey;
  /** Position in the block's text. */
  readonly at: number;
  /** Arrow keys move it: it was called by its key, not left by a click. */
  readonly isMoving: boolean;
}

/** Where a person is on the page and what is chosen: of no one else's interest, so it stays in the window. */
export interface Choice {
  readonly side: 'raw' | 'clean';
  readonly current: BlockKey | null;
  /** It was pointed at: its side must not move under the pointer. */
  readonly isPointed: boolean;
  /** Where a choice of several began. */
  readonly anchor: BlockKey | null;
  readonly chosen: ReadonlySet<BlockKey>;
  readonly doubt: DoubtId | null;
  readonly caret: Caret | null;
  /** What a rectangle on the printed page holds, while it holds some blocks only in part. */
  readonly ranges: readonly Span[] | null;
  /** The first half, while its second is looked for. */
  readonly joining: BlockKey | null;
}

export interface Choosing {
  readonly choice: Choice;
  /** The same between two drawings. */
  readonly latest: RefObject<Choice>;
  readonly update: (part: Partial<Choice>) => void;
}

/** A choice of this one block. */
export function choiceOf(page: DeskPage, current: BlockKey | null): Partial<Choice> {
  return {
    current,
    isPointed: false,
    anchor: current,
    chosen: new Set(current === null ? [] : [current]),
    doubt: page.doubts.find(({ place, along }) => current !== null && [place, ...along].includes(current))?.id ?? null,
    caret: null,
    ranges: null,
  };
}

function beginAt(page: DeskPage): Choice {
  const [doubt] = page.doubts;
  const current = doubt?.place ?? readingOrder(page)[0] ?? null;
  return {
    side: 'clean',
    current,
    isPointed: false,
    anchor: current,
    chosen: new Set(current === null ? [] : [current]),
    doubt: doubt?.id ?? null,
    caret: null,
    ranges: null,
    joining: null,
  };
}

export function useChoice(page: DeskPage): Choosing {
  const [choice, setChoice] = useState<Choice>(() => beginAt(page));
  const latest = useRef(choice);
  const update = useCallback((part: Partial<Choice>) => {
    latest.current = { ...latest.current, ...part };
    setChoice(latest.current);
  }, []);

  // Another window, an undo or a command may have done away with what is chosen.
  useEffect(() => {
    const settled = settle(page, latest.current);
    if (settled) update(settled);
  }, [page, update]);

  return { choice, latest, update };
}

/** What must change in a choice so that all of it is on the page; undefined where it is. */
export function settle(page: DeskPage, choice: Choice): Partial<Choice> | undefined {
  const places = new Set(rawOrder(page));
  const isDoubt = choice.doubt === null || page.doubts.some(({ id }) => id === choice.doubt);
  if (choice.current !== null && places.has(choice.current)) {
    const kept = [...choice.chosen].filter((place) => places.has(place));
    const isSame = kept.length === choice.chosen.size && kept.length > 0;
    const joining = choice.joining !== null && places.has(choice.joining) ? choice.joining : null;
    if (isSame && isDoubt && joining === choice.joining) return undefined;
    return {
      chosen: new Set(kept.length > 0 ? kept : [choice.current]),
      doubt: isDoubt ? choice.doubt : null,
      joining,
      ...(isSame ? {} : { caret: null }),
    };
  }
  const current = choice.current === null ? (readingOrder(page)[0] ?? null) : nearestPlace(page, choice.current);
  if (current === choice.current) return undefined;
  return { ...choiceOf(page, current), joining: null };
}
