import type { BlockRole, Derivation, DerivedBlock, DroppedRange, Operation, Piece } from '#contract/derivation.ts';

/** A range of the source as it enters a block; with `as`, what stands for it there (nothing, when empty) and why. */
export interface DraftPiece {
  readonly start: number;
  readonly end: number;
  readonly as?: string;
  readonly kind?: Operation['kind'];
}

export interface DraftBlock {
  readonly role: BlockRole;
  readonly pieces: readonly DraftPiece[];
  readonly level?: number;
}

/**
 * One document as one article, accounted for to the last character. Whatever of the source no block takes and nobody
 * drops becomes an operation of its own (`blank_removed` where it is white space, `markup_removed` otherwise), so the
 * derivation rebuilds the source whatever the parser overlooked.
 * @throws when two pieces claim the same character: that is a fault in the importer.
 */
export function deriveDocument(
  source: string,
  title: string,
  blocks: readonly DraftBlock[],
  dropped: readonly { readonly start: number; readonly end: number; readonly evidence: string }[] = [],
): Derivation {
  const taken: [start: number, end: number][] = [];
  const operations: Operation[] = [];
  const derivedBlocks: DerivedBlock[] = [];
  for (const block of blocks.flatMap((whole) => inReach(source, whole))) {
    const text = textOfPieces(source, block.pieces);
    // A block without a word is no block: its ranges are left to `untaken`.
    if (text.trim() === '') continue;
    const pieces: Piece[] = [];
    for (const { start, end, as, kind } of block.pieces) {
      if (start === end) continue;
      taken.push([start, end]);
      const last = pieces.at(-1);
      if (as === undefined) {
        if (last && last.length === 2 && last[1] === start) last[1] = end;
        else pieces.push([start, end]);
        continue;
      }
      const stood = { kind: kind ?? 'markup_removed', range: [start, end], text: source.slice(start, end) } as const;
      operations.push({ ...stood, range: [start, end], ...(as === '' ? {} : { as }) });
      if (as !== '') pieces.push([start, end, as]);
    }
    derivedBlocks.push({
      role: block.role,
      text,
      pieces,
      ...(block.level === undefined ? {} : { level: block.level }),
      confidence: 1,
      evidence: [],
    });
  }
  const droppedRanges: DroppedRange[] = dropped.map(({ start, end, evidence }) => {
    taken.push([start, end]);
    return { role: 'noise', pieces: [[start, end]], text: source.slice(start, end), evidence: [evidence] };
  });
  return {
    articles: [{ id: 'a1', kind: 'main', parent: null, title, confidence: 1, evidence: [], blocks: derivedBlocks }],
    dropped: droppedRanges,
    operations: operations.concat(untaken(source, taken)).sort((one, other) => one.range[0] - other.range[0]),
  };
}

/** A longer paragraph is no paragraph that anybody wrote: a file without line ends, which a window would lay out for minutes. */
const LONGEST_PARAGRAPH = 20_000;

/** A paragraph of any length as paragraphs that can be shown, each up to the end of a sentence where there is one. */
function inReach(source: string, block: DraftBlock): DraftBlock[] {
  const length = block.pieces.reduce((sum, { start, end, as }) => sum + (as?.length ?? end - start), 0);
  if (block.role !== 'paragraph' || length <= LONGEST_PARAGRAPH) return [block];
  const parts: DraftPiece[][] = [[]];
  let room = LONGEST_PARAGRAPH;
  for (const piece of block.pieces) {
    let { start } = piece;
    while (piece.as === undefined && piece.end - start > room) {
      const cut = start + endWithin(source.slice(start, start + room));
      parts.at(-1)?.push({ ...piece, start, end: cut });
      parts.push([]);
      room = LONGEST_PARAGRAPH;
      start = cut;
    }
    parts.at(-1)?.push({ ...piece, start });
    room -= piece.as?.length ?? piece.end - start;
  }
  return parts.map((pieces) => ({ ...block, pieces }));
}

/** Of signs without a blank less is laid out in a time that one waits. */
const LONGEST_WORD = 2_000;

/** How much of a text is taken: up to its last sentence, else its last blank, else so many signs, and no half character. */
function endWithin(text: string): number {
  const half = text.length / 2;
  const end = Math.max(
    ...[...text.matchAll(/[。！？!?.][”’」』）)"']*\s*/gu)].slice(-1).map((at) => at.index + at[0].length),
  );
  if (end > half) return end;
  const blank = text.search(/\s\S*$/u) + 1;
  if (blank > half) return blank;
  const word = text.slice(0, LONGEST_WORD);
  return /[\ud800-\udbff]$/u.test(word) && word.length > 1 ? word.length - 1 : word.length;
}

/** What a reader sees of some pieces. */
export function textOfPieces(source: string, pieces: readonly DraftPiece[]): string {
  return pieces.map(({ start, end, as }) => as ?? source.slice(start, end)).join('');
}

function untaken(source: string, taken: [start: number, end: number][]): Operation[] {
  const gaps: Operation[] = [];
  const gap = (start: number, end: number) => {
    if (start === end) return;
    const text = source.slice(start, end);
    gaps.push({ kind: text.trim() === '' ? 'blank_removed' : 'markup_removed', range: [start, end], text });
  };
  let at = 0;
  for (const [start, end] of taken.sort((one, other) => one[0] - other[0])) {
    if (start < at) throw new Error(`the range ${start}–${end} is taken twice`);
    gap(at, start);
    at = end;
  }
  gap(at, source.length);
  return gaps;
}
