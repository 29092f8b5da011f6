import type { Derivation } from '#contract/derivation.ts';

/**
 * Builds the decoded source from a derivation alone: blocks, dropped ranges and operations each hold the characters
 * they stand for. Throws when a code unit is missing or stands twice.
 */
export function rebuildSource(derivation: Derivation): string {
  const parts: { readonly start: number; readonly text: string }[] = [];
  for (const article of derivation.articles) {
    for (const block of article.blocks) {
      let at = 0;
      for (const [start, end, as] of block.pieces) {
        // What stands for something else is an operation's to give back.
        if (as !== undefined) at += as.length;
        else {
          parts.push({ start, text: block.text.slice(at, at + end - start) });
          at += end - start;
        }
      }
      if (at !== block.text.length) throw new RangeError('a block’s text is not made of its pieces');
    }
  }
  for (const dropped of derivation.dropped) {
    let at = 0;
    for (const [start, end] of dropped.pieces) {
      parts.push({ start, text: dropped.text.slice(at, at + end - start) });
      at += end - start;
    }
  }
  for (const operation of derivation.operations) parts.push({ start: operation.range[0], text: operation.text });
  parts.sort((a, b) => a.start - b.start);
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (part.text === '') continue;
    if (part.start !== length)
      throw new RangeError(`position ${length} of the source stands ${part.start > length ? 'nowhere' : 'twice'}`);
    texts.push(part.text);
    length += part.text.length;
  }
  return texts.join('');
}
