import type { Annotation } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';
import { stretchOf, viewLength } from './reading-way.ts';

/** So much of a block tells which place is meant. */
const LONGEST = 40;

/** The first words of the block that one reads: of the first that begins in the upper half, else of the one in view. */
export function placeInView(blocks: readonly HTMLElement[], scroller: HTMLElement): Span | undefined {
  const reaching = blocks.findIndex((one) => stretchOf(scroller, one.getBoundingClientRect()).end > 8);
  const begun = blocks.slice(reaching < 0 ? blocks.length : reaching).find((one) => {
    return stretchOf(scroller, one.getBoundingClientRect()).start >= 0;
  });
  const isNear = begun && stretchOf(scroller, begun.getBoundingClientRect()).start < viewLength(scroller) / 2;
  const block = isNear ? begun : blocks[reaching];
  return block && firstWords(Number(block.dataset.start), block.textContent ?? '');
}

export function firstWords(start: number, text: string): Span | undefined {
  const sentence = /^[^。！？!?；;\n]*[。！？!?；;]?/u.exec(text)?.[0].length ?? 0;
  const length = Math.min(sentence, LONGEST, text.length);
  return length > 0 ? { start, end: start + length } : undefined;
}

/** The bookmark that stands on these words already. */
export function bookmarkAt(annotations: readonly Annotation[], { start, end }: Span): Annotation | undefined {
  return annotations.find(
    ({ kind, state, quote }) =>
      kind === 'bookmark' && state !== 'orphan' && quote.start < end && start < Math.max(quote.end, quote.start + 1),
  );
}
