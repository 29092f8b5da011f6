import type { Block } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { Span } from '#contract/ids.ts';

/**
 * Where words of the text are a person's and not the source's, in positions of the body. A piece that something else
 * stands for is a person's where a correction has those words: a reader of files may have put one there too.
 */
export function correctedSpans(blocks: readonly Block[], corrections: readonly Correction[]): Span[] {
  const words = new Set(
    corrections.flatMap(({ changes }) => changes.flat().flatMap(({ kind, text }) => (kind === 'new' ? text : []))),
  );
  if (words.size === 0) return [];
  return blocks.flatMap(({ span, pieces }) => {
    let at = span.start;
    const spans: Span[] = [];
    for (const [from, to, instead] of pieces) {
      const end = at + (instead?.length ?? to - from);
      if (instead !== undefined && words.has(instead) && end > at) spans.push({ start: at, end });
      at = end;
    }
    return spans;
  });
}
