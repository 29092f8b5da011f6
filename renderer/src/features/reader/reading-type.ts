import type { CSSProperties } from 'react';
import type { Article } from '#contract/articles.ts';
import type { Appearance } from '#contract/host.ts';
import { textLanguage } from '../../strings/text-language.ts';

/** Room that a margin with cards takes at least, with its gaps. */
const MARGIN = 212;
/** Paper to the left of the text, and to its right where there is no margin. */
const EDGE = 28;
/** With fewer characters a line the text gets the margin's room. */
const LEAST_MEASURE = 30;

type Type = Pick<Appearance, 'size' | 'measure' | 'leading' | 'face' | 'direction'>;

export interface ReadingLayout {
  /** Cards stand beside the text; otherwise the active one stands under its words. */
  readonly isWide: boolean;
  readonly style: CSSProperties;
  /** The same text for the same places of all lines. */
  readonly key: string;
}

/** Chinese and Japanese may stand in columns from right to left; any other text would lie on its side. */
export function readingDirection(
  wanted: Appearance['direction'],
  { language, body }: Pick<Article, 'language' | 'body'>,
): Appearance['direction'] {
  return wanted === 'vertical' && /^(zh|ja)/.test(language ?? textLanguage(body)) ? 'vertical' : 'horizontal';
}

/**
 * Where text and margin stand in a pane that has this room for a line, its width or, where lines are columns, its
 * height: the text keeps its measure as long as it can.
 */
export function readingLayout(type: Type, room: number, mayHaveMargin = true): ReadingLayout {
  const { size, measure, leading, face, direction } = type;
  const wanted = measure * size;
  const isWide = mayHaveMargin && room >= Math.min(wanted, LEAST_MEASURE * size) + EDGE + MARGIN;
  const text = Math.min(wanted, room - (isWide ? EDGE + MARGIN : 2 * EDGE));
  const left = isWide
    ? Math.max(EDGE, Math.min((room - text) / 2, room - text - MARGIN))
    : Math.max(EDGE, (room - text) / 2);
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
    key: [room, size, measure, leading, face, direction].join(' '),
  };
}
