import { cut, isSolid, PRIVATE } from './cut.ts';
import { Class } from './fold.ts';

/** Marks that may stand between two words of a phrase that was not found as it was typed: 》、《 are three. */
export const LOOSE_MARKS = 3;

const BRIDGE = String.fromCodePoint(PRIVATE + 0x102);

/** The term for marks between two words. No text has it: it holds a character that none can be folded to. */
export function bridge(before: string, after: string): string {
  return `${before}${BRIDGE}${after}`;
}

/** Raised with every change of what `terms` makes of a text: an archive indexed by another version is indexed anew. */
export const TERMS_VERSION = '2';

/**
 * What goes into a column of the full-text index: the terms, parted by blanks, and behind them one more for each place
 * where marks stand between two words. A phrase that is looked for again with punctuation inside is found by these.
 */
export function terms(text: string): string {
  const { terms: all, kinds } = cut(text);
  const line = new Line(text.length);
  for (const term of all) line.add(term);
  for (let i = 1; i + 1 < kinds.length; i += 1) {
    if (kinds[i] !== Class.mark || !isSolid(kinds[i - 1])) continue;
    let after = i + 1;
    while (kinds[after] === Class.mark && after - i < LOOSE_MARKS) after += 1;
    if (isSolid(kinds[after])) line.add(bridge(all[i - 1] as string, all[after] as string));
  }
  return line.toString();
}

/** Terms with a blank between them. Written as code units: joining as many strings takes several times as long. */
class Line {
  #units: Uint16Array;
  #length = 0;

  constructor(characters: number) {
    this.#units = new Uint16Array(3 * characters + 64);
  }

  add(term: string): void {
    if (this.#length + term.length + 1 > this.#units.length) {
      const grown = new Uint16Array(2 * this.#units.length + term.length);
      grown.set(this.#units);
      this.#units = grown;
    }
    if (this.#length > 0) this.#units[this.#length++] = 0x20;
    for (let i = 0; i < term.length; i += 1) this.#units[this.#length++] = term.charCodeAt(i);
  }

  toString(): string {
    const { buffer } = this.#units;
    return this.#length === 0 ? '' : Buffer.from(buffer, 0, 2 * this.#length).toString('utf16le');
  }
}
