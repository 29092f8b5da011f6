import type { DeskPage } from '#contract/desk.ts';
import type { BlockKey } from './page-model.ts';
import type { Caret, Choice } from './use-choice.ts';

type Doubt = DeskPage['doubts'][number];

/** What an article, or what stands in none, shows of the choice and of what is pointed at. */
export interface Seen {
  readonly current: BlockKey | null;
  readonly chosen: ReadonlySet<BlockKey>;
  readonly caret: Caret | null;
  readonly joining: BlockKey | null;
  readonly lit: BlockKey | null;
  /** The doubt that is asked about. */
  readonly asked: Doubt | null;
}

const NONE: ReadonlySet<BlockKey> = new Set();

/**
 * Of all that is chosen or lit, what concerns these blocks. What does not is left out, so that an article in which
 * nothing changed is given the same as before and is not drawn again: on a page of fifty, one or two are.
 */
export function seenIn(places: ReadonlySet<BlockKey>, choice: Choice, all: Pick<Seen, 'lit' | 'asked'>): Seen {
  const here = (place: BlockKey | null) => (place !== null && places.has(place) ? place : null);
  return {
    current: here(choice.current),
    chosen: choice.chosen.isDisjointFrom(places) ? NONE : choice.chosen,
    caret: choice.caret && places.has(choice.caret.block) ? choice.caret : null,
    joining: here(choice.joining),
    lit: here(all.lit),
    asked: all.asked && places.has(all.asked.place) ? all.asked : null,
  };
}
