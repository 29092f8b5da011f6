import type { Derivation } from '#contract/derivation.ts';

/**
 * The source text put together from a derivation alone, without looking at the source: the promise of
 * `contract/derivation.ts`, written a second time. Throws when a character stands nowhere or twice.
 */
export function rebuild(derivation: Derivation, length: number): string {
  const units: (string | undefined)[] = new Array(length).fill(undefined);
  const put = (start: number, end: number, text: string) => {
    if (text.length !== end - start) throw new Error(`${start}–${end} holds ${text.length} characters`);
    for (let at = start; at < end; at++) {
      if (units[at] !== undefined) throw new Error(`${at} stands twice`);
      units[at] = text.charAt(at - start);
    }
  };
  for (const article of derivation.articles)
    for (const block of article.blocks) {
      let at = 0;
      for (const [start, end, as] of block.pieces) {
        const shown = as ?? block.text.slice(at, at + end - start);
        if (as === undefined) put(start, end, shown);
        else if (!block.text.startsWith(as, at)) throw new Error(`${as} is not in its block`);
        at += shown.length;
      }
      if (at !== block.text.length) throw new Error(`a block of ${block.text.length} characters has pieces for ${at}`);
    }
  for (const { pieces, text } of derivation.dropped) {
    let at = 0;
    for (const [start, end] of pieces) {
      put(start, end, text.slice(at, at + end - start));
      at += end - start;
    }
  }
  for (const { range, text } of derivation.operations) put(range[0], range[1], text);
  const missing = units.indexOf(undefined);
  if (missing >= 0) throw new Error(`${missing} stands nowhere`);
  return units.join('');
}
