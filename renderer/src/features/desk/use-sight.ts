import { type RefObject, useEffect } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import type { Effect } from './use-acts.ts';
import type { Choice } from './use-choice.ts';

interface SightOptions {
  readonly raw: RefObject<HTMLElement | null>;
  readonly clean: RefObject<HTMLElement | null>;
  readonly choice: Choice;
  readonly page: DeskPage;
  readonly effect: Effect | undefined;
}

/** The focus goes where the choice goes, both sides show it, and what was just done is seen for a moment. */
export function useSight({ raw, clean, choice, page, effect }: SightOptions): void {
  const { current, side, caret, isPointed } = choice;

  // A command may have put the block into another article: its element is a new one, and the focus fell off the old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what may have moved the element
  useEffect(() => {
    const block = clean.current?.querySelector<HTMLElement>(`[data-place="${current}"]`);
    const target = side === 'raw' ? raw.current : block;
    const now = document.activeElement;
    const isFree = now === null || now === document.body;
    if (isFree || raw.current?.contains(now) || clean.current?.contains(now)) target?.focus({ preventScroll: true });
  }, [current, side, page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going over to the other side moves nothing
  useEffect(() => {
    if (current === null) return;
    const other = side === 'raw' ? clean.current : raw.current;
    for (const half of isPointed ? [other] : [raw.current, clean.current])
      reveal(half?.querySelector(`[data-place="${current}"]`));
  }, [current, isPointed, raw, clean]);

  useEffect(() => {
    if (caret) reveal(clean.current?.querySelector('[data-caret]'));
  }, [caret, clean]);

  useEffect(() => {
    if (!effect || isStill()) return;
    for (const place of effect.places) {
      for (const half of [raw.current, clean.current]) {
        for (const element of half?.querySelectorAll(`[data-place="${place}"]`) ?? []) {
          element.animate([{ backgroundColor: 'color-mix(in srgb, var(--band) 45%, transparent)' }, {}], {
            duration: 700,
            easing: 'ease-out',
          });
        }
      }
    }
  }, [effect, raw, clean]);
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Brings it into view, without moving what is in view already. */
function reveal(target: Element | null | undefined): void {
  target?.scrollIntoView({ block: 'nearest', behavior: isStill() ? 'auto' : 'smooth' });
}
