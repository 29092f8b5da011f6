import type { PositionBox, PositionUnit } from '#contract/positions.ts';
import type { DocumentPage, PictureName } from '../store/positions.ts';
import { IntakeRefusal } from './document.ts';
import { TEXT_CHARACTERS } from './file-limits.ts';

/** A place on a page, from its upper left corner. */
export type PlacedBox = Pick<PositionBox, 'x' | 'y' | 'w' | 'h'>;

export interface PlacedLine {
  readonly text: string;
  readonly box: PlacedBox;
  /** Words of the line; their offsets count in its text. */
  readonly words: readonly { readonly start: number; readonly end: number; readonly box: PlacedBox }[];
}

export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly unit: PositionUnit;
  readonly blocks: readonly { readonly box: PlacedBox | undefined; readonly lines: readonly PlacedLine[] }[];
  readonly picture?: PictureName;
}

export interface PageText {
  readonly text: string;
  readonly positions: readonly DocumentPage[];
}

/** A broadsheet has some 400 lines and 8,000 words; a whole issue a hundred times that. */
const BOXES = 400_000;

/**
 * The text of pages whose lines have places: one line a line, an empty one between two blocks, in the order given. Every
 * character that is not blank stands in the box of its line. Pages of pictures have no text at all.
 * @throws IntakeRefusal `too_complex`
 */
export function textOfPages(pages: readonly PlacedPage[]): PageText {
  const lines: string[] = [];
  let length = 0;
  let count = 0;
  const add = (line: string) => {
    lines.push(line);
    length += line.length + 1;
  };
  const positions = pages.map(({ width, height, unit, blocks, picture }): DocumentPage => {
    const boxes: PositionBox[] = [];
    for (const block of blocks) {
      const shown = block.lines.filter(({ text }) => text.trim() !== '');
      if (shown.length === 0) continue;
      if (length > 0) add('');
      const from = length;
      const ofLines: PositionBox[] = [];
      for (const { text, box, words } of shown) {
        const start = length;
        ofLines.push({ range: [start, start + text.length], ...box, kind: 'line' });
        for (const word of words)
          ofLines.push({ range: [start + word.start, start + word.end], ...word.box, kind: 'word' });
        add(text);
      }
      const around = block.box ?? unionOf(shown.map(({ box }) => box));
      boxes.push({ range: [from, length - 1], ...around, kind: 'block' }, ...ofLines);
      count += ofLines.length + 1;
      if (count > BOXES || length > TEXT_CHARACTERS) throw new IntakeRefusal('too_complex');
    }
    // A page that says no size is as large as what stands on it.
    const extent = unionOf([...boxes, { x: 0, y: 0, w: width, h: height }]);
    const size = { width: width || extent.x + extent.w || 1, height: height || extent.y + extent.h || 1 };
    return { ...size, unit, boxes, ...(picture && { picture }) };
  });
  return { text: lines.join('\n'), positions };
}

/** The smallest box around some. */
export function unionOf(boxes: readonly PlacedBox[]): PlacedBox {
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Number.POSITIVE_INFINITY);
  const y = boxes.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY);
  const right = boxes.reduce((most, box) => Math.max(most, box.x + box.w), 0);
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.h), 0);
  return boxes.length === 0
    ? { x: 0, y: 0, w: 0, h: 0 }
    : { x, y, w: Math.max(0, right - x), h: Math.max(0, bottom - y) };
}

/** Characters that a line may not hold: it would not be one line, or not be text. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/gu, ' ');
}
