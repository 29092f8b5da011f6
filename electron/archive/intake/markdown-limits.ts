/** A book has fewer of each; measured so that the parser ends within two seconds on whatever stays below. */
const CHARACTERS = 1_000_000;
const LINES = 30_000;
const DELIMITERS_A_PARAGRAPH = 2_000;
const DEPTH = 100;

/**
 * Whether the parser's work would grow with the square of the text: brackets, stars and back-ticks that pair across a
 * whole paragraph, quotations and lists nested without end.
 */
export function isTangled(source: string): boolean {
  if (source.length > CHARACTERS) return true;
  let lines = 0;
  let delimiters = 0;
  for (let from = 0; from < source.length; ) {
    const to = source.indexOf('\n', from);
    const end = to < 0 ? source.length : to;
    lines += 1;
    if (lines > LINES || containerDepth(source, from, end) > DEPTH) return true;
    let blank = true;
    for (let at = from; at < end; at++) {
      const unit = source.charCodeAt(at);
      // [ * _ ~ ` <
      if (unit === 0x5b || unit === 0x2a || unit === 0x5f || unit === 0x7e || unit === 0x60 || unit === 0x3c)
        delimiters += 1;
      if (unit > 0x20) blank = false;
    }
    if (delimiters > DELIMITERS_A_PARAGRAPH) return true;
    if (blank) delimiters = 0;
    from = end + 1;
  }
  return false;
}

/** Quotation marks and list bullets before the text of a line; two columns of indent count as one. */
function containerDepth(source: string, from: number, end: number): number {
  let marks = 0;
  let at = from;
  for (; at < end; at++) {
    const unit = source.charCodeAt(at);
    const bullet = unit === 0x2d || unit === 0x2b || unit === 0x2a;
    // A rule of dashes is no nesting: a bullet has a blank behind it.
    if (unit === 0x3e || (bullet && source.charCodeAt(at + 1) <= 0x20)) marks += 1;
    else if (unit !== 0x20 && unit !== 0x09) break;
  }
  return Math.max(marks, (at - from) / 2);
}
