import { useMemo } from 'react';
import type { DoubtId } from '#contract/desk-commands.ts';
import type { Span } from '#contract/ids.ts';
import { currentRoute } from '../../app/use-route.ts';
import type { BlockKey } from './page-model.ts';
import { blocksUnder, findBlock, rawOrder, readingOrder, textOf } from './page-order.ts';
import { stepFrom, stretch } from './plans.ts';
import { besideCut, cutPlaces } from './sentence-steps.ts';
import { type Choosing, choiceOf } from './use-choice.ts';
import type { Desk } from './use-desk.ts';

export interface DeskMoves {
  readonly by: (step: 1 | -1, isExtending: boolean) => void;
  readonly to: (side: 'raw' | 'clean') => void;
  readonly choose: (block: BlockKey, how: 'only' | 'extend' | 'toggle', side: 'raw' | 'clean') => void;
  /** All of these, as a hand drew over them. */
  readonly chooseAll: (blocks: readonly BlockKey[]) => void;
  /** What stands under a rectangle on the printed page, and of each block only what it holds. */
  readonly chooseUnder: (ranges: readonly Span[]) => void;
  readonly toggle: () => void;
  readonly toDoubt: (which: 1 | -1 | DoubtId) => void;
  /** Keys go on where the focus went, by a click or by Tab. */
  readonly onFocus: (side: 'raw' | 'clean') => () => void;
  readonly setCaret: (block: BlockKey, at: number) => void;
  /** Gives up what was begun; with nothing begun, leaves the desk. */
  readonly back: () => void;
}

type Place = Pick<Choosing, 'latest' | 'update'>;

/** Everything that goes somewhere on the page and changes nothing of it; the same from one drawing to the next. */
export function useMoves(desk: Desk, { latest, update }: Place): DeskMoves {
  return useMemo(() => movesOf(desk, { latest, update }), [desk, latest, update]);
}

function movesOf(desk: Desk, { latest, update }: Place): DeskMoves {
  const orderOf = (side: 'raw' | 'clean') => (side === 'raw' ? rawOrder : readingOrder)(desk.read());

  function moveCaret(by: 1 | -1, unit: 'character' | 'sentence'): boolean {
    const { caret } = latest.current;
    if (!caret?.isMoving) return false;
    const found = findBlock(desk.read(), caret.block);
    if (!found) return false;
    const text = textOf(found.article, found.block);
    const places = cutPlaces(
      text,
      found.block.seams.map(({ at }) => at),
    );
    const next =
      unit === 'character'
        ? besideCut(text, caret.at, by)
        : by > 0
          ? places.find((at) => at > caret.at)
          : places.findLast((at) => at < caret.at);
    update({ caret: { ...caret, at: next ?? caret.at } });
    return true;
  }

  function choose(block: BlockKey, how: 'only' | 'extend' | 'toggle', side: 'raw' | 'clean'): void {
    const { anchor, chosen } = latest.current;
    const alone = choiceOf(desk.read(), block);
    if (how === 'extend' && anchor !== null) {
      update({ ...alone, side, anchor, chosen: stretch(orderOf(side), anchor, block) });
      return;
    }
    if (how === 'toggle') {
      const next = new Set(chosen);
      if (next.has(block) && next.size > 1) next.delete(block);
      else next.add(block);
      update({ ...alone, side, anchor: anchor ?? block, chosen: next });
      return;
    }
    update({ ...alone, side });
  }

  function chooseAll(blocks: readonly BlockKey[], ranges: readonly Span[] | null): void {
    const [first] = blocks;
    if (first === undefined) return;
    const current = blocks.at(-1) ?? first;
    update({
      ...choiceOf(desk.read(), current),
      anchor: first,
      chosen: new Set(blocks),
      side: 'raw',
      ranges,
      isPointed: true,
    });
  }

  // Behind a change that is under way: where it leads is known when it is done.
  const later = (task: () => void) => void desk.inTurn(task);

  return {
    by: (step, isExtending) =>
      later(() => {
        if (!isExtending && moveCaret(step, 'sentence')) return;
        const { side, current } = latest.current;
        const next = stepFrom(desk.read(), orderOf(side), current, step);
        if (next !== null) choose(next, isExtending ? 'extend' : 'only', side);
      }),
    to: (side) =>
      later(() => {
        if (!moveCaret(side === 'raw' ? -1 : 1, 'character')) update({ side });
      }),
    choose: (block, how, side) =>
      later(() => {
        choose(block, how, side);
        update({ isPointed: true });
      }),
    chooseAll: (blocks) => chooseAll(blocks, null),
    chooseUnder: (ranges) => chooseAll(blocksUnder(desk.read(), ranges), ranges),
    toggle: () =>
      later(() => {
        const { current, side } = latest.current;
        if (current !== null) choose(current, 'toggle', side);
      }),
    toDoubt: (which) =>
      later(() => {
        const page = desk.read();
        const here = page.doubts.findIndex(({ id }) => id === latest.current.doubt);
        const next =
          typeof which === 'string'
            ? page.doubts.find(({ id }) => id === which)
            : here < 0
              ? page.doubts.at(which > 0 ? 0 : -1)
              : page.doubts[here + which];
        if (next) update({ ...choiceOf(page, next.place), doubt: next.id, side: 'clean' });
      }),
    onFocus: (side) => () => {
      if (latest.current.side !== side) update({ side });
    },
    setCaret: (block, at) => later(() => update({ caret: { block, at, isMoving: false } })),
    back: () =>
      later(() => {
        const { caret, joining, chosen, current } = latest.current;
        if (caret || joining !== null) update({ caret: null, joining: null });
        else if (chosen.size > 1) update(choiceOf(desk.read(), current));
        else if (currentRoute().screen === 'desk') history.back();
      }),
  };
}
