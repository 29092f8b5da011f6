import type { DeskRole } from '#contract/derivation.ts';
import { isParticulars } from '../blocks/marks.ts';
import { type Balance, balanceOf, endsSentence, solid, spelledOut } from './characters.ts';
import type { Fragment } from './fragments.ts';
import type { Measure } from './lines.ts';
import { type Cut, layoutCuts, type Rows, readRows, readText } from './spaces.ts';

/** A fragment while the desk works on it: what it says, and what is thought of it so far. */
export interface Unit extends Fragment {
  readonly index: number;
  readonly rows: Rows;
  /** As the reader would see it in running text. */
  readonly text: string;
  /** As it stands in the source, pauses kept. */
  readonly display: string;
  /** `text` without any white space. */
  readonly plain: string;
  readonly balance: Balance;
  /** Ends with a whole sentence. */
  readonly complete: boolean;
  role: UnitRole;
  confidence: number;
  evidence: string[];
}

/** `head` until the articles are known: then a title, kicker, subtitle, label or section head. */
export type UnitRole = DeskRole | 'head' | 'noise' | 'duplicate';

export function readUnits(
  source: string,
  fragments: readonly Fragment[],
  measure: Measure,
  known: ReadonlySet<string>,
): Unit[] {
  return fragments.map((fragment, index) => {
    const rows = readRows(source, fragment);
    const cuts: readonly Cut[] = layoutCuts(source, fragment, 'running', rows, measure, known);
    const text = readText(source, fragment, cuts);
    const plain = solid(text);
    return {
      ...fragment,
      index,
      rows,
      text,
      display: source.slice(fragment.start, Math.min(fragment.end, fragment.start + 200)),
      plain,
      balance: balanceOf(text),
      complete: endsSentence(text.slice(-40)) || isParticulars(plain),
      role: 'paragraph',
      confidence: 0.9,
      evidence: [],
    };
  });
}

const HAN = /\p{Script=Han}/u;
/** What its words are counted in: Latin ones need the blanks between them. */
export const wordsIn = ({ plain, text }: Unit) => (HAN.test(plain) ? plain : text);

export const isBody = (unit: Unit) => unit.role === 'paragraph';
/** Stands between columns and interrupts sentences without ending them. */
export const isAside = (unit: Unit) =>
  unit.role === 'caption' || unit.role === 'photo_credit' || unit.role === 'noise' || unit.role === 'duplicate';

/** The next unit in one direction that is no picture, furniture or copy. */
export function neighbour(units: readonly Unit[], from: number, step: 1 | -1): Unit | undefined {
  for (let at = from + step; at >= 0 && at < units.length; at += step) {
    const unit = units[at];
    if (unit && !isAside(unit)) return unit;
  }
  return undefined;
}

/** A number between 0 and 1 for how far a sum of evidence is from the fence. */
export const confidenceOf = (evidence: number) => Math.round(1000 / (1 + Math.exp(-evidence))) / 1000;

const SPACED = spelledOut(/\p{Script=Han}[ \u3000]\p{Script=Han}/u);

/** Whether blanks stand between the squares of running text, as printed line ends do: then a pause tells little. */
export function hasSpacedText(units: readonly Unit[]): boolean {
  const long = units.filter((unit) => unit.plain.length >= 50);
  const blank = long.filter((unit) => SPACED.test(unit.display));
  return blank.length > long.length * 0.1;
}
