import { type KeyboardEvent, useState } from 'react';
import type { Span } from '#contract/ids.ts';
import { type RegionPlace, rangesBetween, regionBeside, type Way } from './line-steps.ts';
import type { BlockKey } from './page-model.ts';
import type { PageRegion } from './page-regions.ts';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

interface LineChoiceOptions {
  readonly regions: readonly (readonly PageRegion[])[];
  readonly text: string;
  readonly frame: HTMLElement | null;
  /** Where it begins. */
  readonly lit: BlockKey | null;
  readonly onAssign: ((ranges: readonly Span[]) => void) | undefined;
}

export interface LineChoice {
  /** The line that the keys are on, while lines are chosen. */
  readonly cursor: RegionPlace | null;
  begin(): void;
  end(): void;
  /** Whether the key was for it. */
  onKey(event: KeyboardEvent): boolean;
}

/** What a rectangle drawn with a pointer does, with keys: arrows go from line to line, with Shift they draw it. */
export function useLineChoice({ regions, text, frame, lit, onAssign }: LineChoiceOptions): LineChoice {
  const [state, setState] = useState<{ readonly at: RegionPlace; readonly from: RegionPlace } | null>(null);
  // A command may have cut or joined what it stood on.
  const cursor = state && regions[state.at.page]?.[state.at.index] ? state.at : null;

  function go(at: RegionPlace, from: RegionPlace): void {
    const page = regions[at.page];
    if (!page || !onAssign) return;
    setState({ at, from });
    onAssign(rangesBetween(page, from.index, at.index, text));
    const region = frame?.querySelector(`[data-region="${at.page}.${at.index}"]`);
    // Of a page far from the view only the beginnings of blocks are there.
    const shown = region ?? frame?.querySelector(`[data-region^="${at.page}."]`);
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    cursor,
    begin() {
      const page = regions.findIndex((all) => all.some(({ block }) => block === lit));
      const index = regions[page]?.findIndex(({ block }) => block === lit) ?? -1;
      const first = { page: Math.max(0, page), index: Math.max(0, index) };
      go(first, first);
      frame?.focus({ preventScroll: true });
    },
    end: () => setState(null),
    onKey({ key, shiftKey }) {
      if (!state || !cursor) return false;
      const way = WAYS[key];
      if (way) {
        const next = regionBeside(regions, cursor, way);
        // A rectangle stays on its page.
        if (next && !(shiftKey && next.page !== state.from.page)) go(next, shiftKey ? state.from : next);
        return true;
      }
      if (key !== 'Enter' && key !== 'Escape') return false;
      setState(null);
      return true;
    },
  };
}
