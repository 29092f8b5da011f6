import { SIMPLIFIED } from '../../store/simplified.ts';
import { isHan } from './characters.ts';

/** Fewer than these in a hundred are names and quotations in a page that is written in simplified characters. */
const TRADITIONAL_PERCENT = 8;

/**
 * A page in traditional characters as it would stand in simplified ones, code unit for code unit, because the dictionary
 * and the conventional signs of newspapers are known in those. Only for reading: what is kept is cut from the source.
 */
export function inSimplified(text: string): string {
  let han = 0;
  let changed = 0;
  for (const character of text) {
    if (!isHan(character)) continue;
    han++;
    if (SIMPLIFIED.has(character)) changed++;
  }
  if (changed * 100 < han * TRADITIONAL_PERCENT || changed === 0) return text;
  let read = '';
  for (const character of text) {
    const simple = SIMPLIFIED.get(character);
    read += simple?.length === character.length ? simple : character;
  }
  return read;
}
