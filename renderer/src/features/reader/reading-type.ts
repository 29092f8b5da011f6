import type { CSSProperties } from 'react';
import type { Appearance } from '#contract/host.ts';

/** Room that a margin with cards takes at least, with its gaps. */
const MARGIN = 212;
/** Paper to the left of the text, and to its right where there is no margin. */
const EDGE = 28;
/** With fewer characters a line the text gets the margin's room. */
const LEAST_MEASURE = 30;

type Type = Pick<Appearance, 'size' | 'measure' | 'leading' | 'face'>;

export interface ReadingLayout {
  /** Cards stand beside the text; otherwise the active one stands under its words. */
  readonly isWide: boolean;
  readonly style: CSSProperties;
  /** The same text for the same places of all lines. */
  readonly key: string;
}

/** Where text and margin stand in a pane of this width: the text keeps its measure as long as it can. */
export function readingLayout(type: Type, width: number): ReadingLayout {
  const { size, measure, leading, face } = type;
  const wanted = measure * size;
  const isWide = width >= Math.min(wanted, LEAST_MEASURE * size) + EDGE + MARGIN;
  const text = Math.min(wanted, width - (isWide ? EDGE + MARGIN : 2 * EDGE));
  const left = isWide
    ? Math.max(EDGE, Math.min((width - text) / 2, width - text - MARGIN))
    : Math.max(EDGE, (width - text) / 2);
  // Whole characters: a justified line of Han is a grid.
  const columns = Math.max(1, Math.floor(text / size));
  return {
    isWide,
    style: {
      '--text-start': `${Math.round(left)}px`,
      '--text-width': `${columns * size}px`,
      '--text-end': `${Math.round(left) + columns * size}px`,
      '--size': `${size}px`,
      '--leading': leading,
    } as CSSProperties,
    key: [width, size, measure, leading, face].join(' '),
  };
}
