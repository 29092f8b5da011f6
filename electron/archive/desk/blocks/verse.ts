import { widthOf } from '../reading/characters.ts';
import type { Unit } from '../reading/units.ts';
import { isNumberedHead } from './marks.ts';

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

/** `15:30 某队—某队`, `3 某队 49分`, `某事记 >>>3版`: rows of a table or an index, each whole by itself. */
const ROWS: readonly { readonly row: RegExp; readonly least: number }[] = [
  { row: /^\d{1,2}[:：]\d{2}(?=\D)/u, least: 2 },
  { row: /^\d{1,3}[.、\s]?\D{2,24}\d+(?:\.\d+)?\D{0,4}$/u, least: 3 },
  { row: /^.{4,34}(?:[>＞»▶►→]{1,4}|\.{2,}|…+)\s*第?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})版?$/u, least: 1 },
];

const LINE = 'a line among short lines';
const ROW = 'a row among rows';
/** Nothing of it stands elsewhere. */
export const isSetLine = (unit: Unit) => unit.evidence.includes(LINE) || unit.evidence.includes(ROW);

function takeAsLine(unit: Unit, confidence: number, evidence: string): void {
  Object.assign(unit, { role: 'paragraph', complete: true, setIn: true, confidence, evidence: [evidence] });
}

/** Rows of one kind below each other are neither headlines nor cut sentences. */
export function markRows(units: readonly Unit[]): void {
  for (const { row, least } of ROWS) {
    const isRow = (unit: Unit | undefined) =>
      unit?.sign === undefined &&
      unit !== undefined &&
      !unit.inLine &&
      !/[。！？]/u.test(unit.plain) &&
      row.test(unit.text.trim());
    for (let at = 0; at < units.length; at++) {
      let end = at;
      while (isRow(units[end])) end++;
      if (end - at >= least) for (const unit of units.slice(at, end)) takeAsLine(unit, 0.8, ROW);
      at = Math.max(at, end);
    }
  }
}

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
      for (const unit of lines) takeAsLine(unit, 0.7, LINE);
    }
    at = Math.max(at, end);
  }
  markPoemTitles(units);
}

/** Two characters padded as a name is, between the lines of two poems: the title of the second. */
function markPoemTitles(units: readonly Unit[]): void {
  for (const unit of units) {
    const [above, below] = [units[unit.index - 1], units[unit.index + 1]];
    if (unit.sign !== 'bare names' || !above || !below || !isSetLine(above) || !isSetLine(below)) continue;
    if (/^\S[ \u3000]+\S$/u.test(unit.display.trim()))
      Object.assign(unit, { role: 'head', confidence: 0.7, evidence: ['between the lines of two poems'] });
  }
}
