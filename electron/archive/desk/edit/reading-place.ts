import type { MarkedArticle } from '../../store/separations.ts';

/** Where reading goes on in an article whose text changed: at the same character of the source; undefined where that is gone. */
export function followReading(place: number, from: MarkedArticle, to: MarkedArticle): number | undefined {
  for (const [offset, start, length] of stretches(from)) {
    if (place < offset || place >= offset + length) continue;
    const position = start + place - offset;
    for (const [there, begin, size] of stretches(to))
      if (position >= begin && position < begin + size) return there + position - begin;
  }
  return undefined;
}

/** Offset in the text, position in the source and length of everything that stands in the text as it does there. */
function* stretches({ blocks }: MarkedArticle): Generator<[number, number, number]> {
  for (const { span, pieces } of blocks) {
    let at = span.start;
    for (const [start, end, as] of pieces) {
      if (as === undefined) yield [at, start, end - start];
      at += as === undefined ? end - start : as.length;
    }
  }
}
