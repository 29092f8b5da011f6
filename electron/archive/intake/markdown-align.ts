import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { DraftPiece } from './draft.ts';
import { joint } from './read-text.ts';

const ESCAPE = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{0,31}));/;

/**
 * Finds the text of a Markdown node in its source: `value` is what the parser made of `source.slice(start, end)`, after
 * escapes, character references, and the prefixes of quoted or indented lines. Every piece without `as` is the same
 * in both. A line end inside a paragraph is joined, as Markdown reads it.
 */
export function alignText(source: string, start: number, end: number, value: string): DraftPiece[] {
  const pieces: DraftPiece[] = [];
  const take = (from: number, to: number) => {
    const last = pieces.at(-1);
    if (last && last.as === undefined && last.end === from) pieces[pieces.length - 1] = { start: last.start, end: to };
    else pieces.push({ start: from, end: to });
  };
  let at = start;
  let seen = 0;
  while (at < end && seen < value.length) {
    const character = source.charAt(at);
    if (character === '\\' && ESCAPE.test(source.charAt(at + 1)) && value.charAt(seen) === source.charAt(at + 1)) {
      take(at + 1, at + 2);
      at += 2;
      seen += 1;
      continue;
    }
    const reference = character === '&' ? REFERENCE.exec(source.slice(at, at + 40)) : null;
    const decoded = reference ? decodeReference(reference) : undefined;
    if (reference && decoded !== undefined && value.startsWith(decoded, seen)) {
      pieces.push({ start: at, end: at + reference[0].length, as: decoded });
      at += reference[0].length;
      seen += decoded.length;
      continue;
    }
    if (character === '\n' || character === '\r') {
      let next = at + 1;
      while (next < end && /[\s>]/.test(source.charAt(next))) next++;
      pieces.push(joint(source, at, next));
      at = next;
      seen += value.startsWith('\r\n', seen) ? 2 : 1;
      continue;
    }
    if (character === value.charAt(seen)) {
      take(at, at + 1);
      seen += 1;
    }
    at += 1;
  }
  // The parser saw something else than this function knows of: the whole range, with what stands for it.
  return seen < value.length ? [{ start, end, as: value }] : pieces;
}

/** The text of a range of HTML: character references decoded, white space as HTML reads it. */
export function htmlPieces(source: string, start: number, end: number): DraftPiece[] {
  const pieces: DraftPiece[] = [];
  const marks = /&#?[a-zA-Z\d]{1,32};|[ \t\n\f\r]{2,}|[\t\n\f\r]/g;
  marks.lastIndex = start;
  let at = start;
  for (let mark = marks.exec(source); mark && mark.index < end; mark = marks.exec(source)) {
    const to = Math.min(mark.index + mark[0].length, end);
    const reference = REFERENCE.exec(mark[0]);
    const as = reference ? decodeReference(reference) : undefined;
    if (reference && as === undefined) continue;
    if (mark.index > at) pieces.push({ start: at, end: mark.index });
    pieces.push(as === undefined ? joint(source, mark.index, to) : { start: mark.index, end: to, as });
    at = to;
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}

function decodeReference(reference: RegExpExecArray): string | undefined {
  const [, decimal, hexadecimal, named] = reference;
  if (named !== undefined) return decodeNamedCharacterReference(named) || undefined;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff)
    ? String.fromCodePoint(point)
    : '\uFFFD';
}
