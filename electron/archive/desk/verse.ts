import { widthOf } from './characters.ts';
import { isNumberedHead } from './marks.ts';
import type { Unit } from './units.ts';

/** So many short lines below each other are no headlines. */
const LINES = 4;
const WIDEST = 22;

/** A short line that no mark ends or divides, and that says nothing of itself. */
const isLine = (unit: Unit) =>
  unit.sign === undefined &&
  !unit.inLine &&
  (unit.role === 'head' || unit.role === 'paragraph') &&
  !unit.complete &&
  widthOf(unit.plain) <= WIDEST &&
  !/[，。；：、,;:\s\u3000]|——/u.test(unit.display.trim()) &&
  !isNumberedHead(unit.plain);

/**
 * Lines of a poem, or of a list: each ends where it ends, and nothing of it stands elsewhere. Above them a headline may
 * stand, unless the poet's name does.
 */
export function markVerse(units: readonly Unit[]): void {
  for (let at = 0; at < units.length; at++) {
    let end = at;
    while (units[end] && isLine(units[end] as Unit)) end++;
    const named = units[at - 1]?.role === 'byline';
    const lines = units.slice(named ? at : at + 1, end);
    if (lines.length >= LINES) {
      for (const unit of lines)
        Object.assign(unit, {
          role: 'paragraph',
          complete: true,
          setIn: true,
          confidence: 0.7,
          evidence: ['a line among short lines'],
        });
    }
    at = Math.max(at, end);
  }
}
