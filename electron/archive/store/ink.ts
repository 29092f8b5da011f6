import type { Span } from '#contract/ids.ts';

/** What leaves no ink: blanks, line ends, controls. */
const BLANK = /[\s\p{Cc}]+/gu;

/**
 * A text without blanks. An export drops indents and joins or parts lines; places counted in ink are the same on both
 * sides of it.
 */
export function inkOf(text: string): string {
  return text.toWellFormed().replace(BLANK, '');
}

/** Where a stretch of ink stands in its text: from its first character to its last, blanks between them included. */
export function spanOfInk(text: string, { start, end }: Span): Span | undefined {
  if (start >= end) return undefined;
  let seen = 0;
  let from = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (isBlank(text, at)) continue;
    if (seen === start) from = at;
    seen += 1;
    if (seen === end) return { start: from, end: at + 1 };
  }
  return undefined;
}

function isBlank(text: string, at: number): boolean {
  return /[\s\p{Cc}]/u.test(text.charAt(at));
}

/**
 * The one place where a quote can be meant, in ink: at `at` where that is said, else where it stands, if it stands there
 * alone. Undefined where the words are others, gone, or there several times: then it is not placed by guess.
 */
export function placeInk(ink: string, quote: string, at: Span | undefined): Span | undefined {
  if (quote === '') return undefined;
  if (at) return at.end - at.start === quote.length && ink.startsWith(quote, at.start) ? at : undefined;
  const start = ink.indexOf(quote);
  if (start < 0 || ink.includes(quote, start + 1)) return undefined;
  return { start, end: start + quote.length };
}
