import type { DerivedBlock, Piece, Seam } from '#contract/derivation.ts';
import { endsSentence } from '../reading/characters.ts';

/** A piece of a block with the text it gives. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text stands for the range and is not what stands there. */
  readonly replaced: boolean;
}

/** A seam named by the source position of the first character after it, which survives every change of the text. */
export interface PlacedSeam extends Omit<Seam, 'at'> {
  readonly before: number;
}

export function partsOf(block: Pick<DerivedBlock, 'text' | 'pieces'>): Part[] {
  let at = 0;
  return block.pieces.map(([start, end, as]) => {
    const length = as === undefined ? end - start : as.length;
    const part = { start, end, text: block.text.slice(at, at + length), replaced: as !== undefined };
    at += length;
    return part;
  });
}

export function seamsOf(block: DerivedBlock): PlacedSeam[] {
  const parts = partsOf(block);
  return (block.seams ?? []).flatMap(({ at, ...seam }) => {
    const before = positionOf(parts, at);
    return before === undefined ? [] : [{ before, ...seam }];
  });
}

/** Where in the source the character at this offset of the text stands. */
function positionOf(parts: readonly Part[], offset: number): number | undefined {
  let at = 0;
  for (const { start, text, replaced } of parts) {
    if (offset < at + text.length) return replaced ? start : start + offset - at;
    at += text.length;
  }
  return undefined;
}

function offsetOf(parts: readonly Part[], position: number): number | undefined {
  let at = 0;
  for (const { start, end, text, replaced } of parts) {
    if (position >= start && position < end) return replaced ? at : at + position - start;
    at += text.length;
  }
  return undefined;
}

/** The block with other text. Ranges that touch become one piece; seams whose place is gone are gone. */
export function withParts(
  { seams: _, ...block }: DerivedBlock,
  parts: readonly Part[],
  seams: readonly PlacedSeam[],
): DerivedBlock {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && !last.replaced && !part.replaced && last.end === part.start)
      joined[joined.length - 1] = { ...last, end: part.end, text: last.text + part.text };
    else joined.push(part);
  }
  const placed = seams
    .flatMap(({ before, ...seam }): Seam[] => {
      const at = offsetOf(joined, before);
      return at === undefined || at === 0 ? [] : [{ at, ...seam }];
    })
    .toSorted((a, b) => a.at - b.at);
  return {
    ...block,
    text: joined.map((part) => part.text).join(''),
    pieces: joined.map(({ start, end, text, replaced }): Piece => (replaced ? [start, end, text] : [start, end])),
    ...(placed.length > 0 ? { seams: placed } : {}),
  };
}

/** Running text breaks off where no sentence ends. */
export function breaksOff({ role, text }: Pick<DerivedBlock, 'role' | 'text'>): boolean {
  return role === 'paragraph' && !endsSentence(text.slice(-40)) && !/[：:]\s*$/u.test(text);
}

/** Without `openEnd` where the end stands on the page. */
export function withOpenEnd({ openEnd: _, ...block }: DerivedBlock, openEnd: boolean | undefined): DerivedBlock {
  return openEnd ? { ...block, openEnd } : block;
}
