/** A text as quotes are compared: without white space, full and half width one. Nothing more. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, its position in the text it was made from. */
  readonly at: Int32Array;
}

/** White space, and the blanks of no width that `\s` leaves out. */
const BLANK = /[\s\u200b\u2060]/;

/**
 * Folds what typesetting changes and nothing that carries meaning. Not NFKC: that makes `①` and `²` digits.
 * Unit by unit, so positions stay simple; nothing it folds stands outside the basic plane.
 */
export function foldForComparing(source: string): FoldedText {
  const at = new Int32Array(source.length);
  const units: string[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const unit = source[index] as string;
    if (BLANK.test(unit)) continue;
    at[units.length] = index;
    units.push(foldUnit(unit));
  }
  return { text: units.join(''), at: at.slice(0, units.length) };
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit;
  // Fullwidth ASCII lies at a fixed distance from ASCII.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // Halfwidth katakana and the fullwidth signs: ￠ ￡ ￢ ￣ ￤ ￥ ￦.
  if ((code >= 0xff61 && code <= 0xff9f) || (code >= 0xffe0 && code <= 0xffe6)) return unit.normalize('NFKC');
  return unit;
}
