import { SIMPLIFIED } from '../store/simplified.ts';

/** What a folded character is to the terms. */
export const Class = {
  /** Separates words and is otherwise nothing: between CJK characters a blank is layout. */
  blank: 0,
  /** A line end: a blank, unless a second one follows it. */
  line: 1,
  /** Han, kana, hangul, and signs that stand for themselves: each is a term. */
  character: 2,
  /** Letters and digits of other scripts: a run of them is a term. */
  letter: 3,
  digit: 4,
  /** Punctuation inside a sentence, currency, mathematics. */
  mark: 5,
  /** 。！？ */
  stop: 6,
  /** Two line ends. */
  paragraph: 7,
} as const;
export type Class = (typeof Class)[keyof typeof Class];

/** How a letter or digit joins the run before it. */
export const Joining = {
  free: 0,
  /** ① and ㎡ never join the number beside them. */
  apart: 1,
  /** The ₂ of CO₂ and H₂O joins letters; the ¹ of a footnote no number. */
  afterLetter: 2,
} as const;
export type Joining = (typeof Joining)[keyof typeof Joining];

/** A text character by character as search sees it, each with the range of the stored text it came from. */
export interface Folded {
  readonly characters: string[];
  readonly classes: Class[];
  readonly starts: number[];
  readonly ends: number[];
  readonly joining: Joining[];
}

const CJK =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]&&[\p{Letter}\p{Number}\p{Co}]]/v;
const KANA_MARK = /[\u3099\u309a]/u;
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Me}]/u;
const LINE = /[\n\v\f\r\u0085\u2028]/u;
const BLANK = /[\p{White_Space}\p{Control}]/u;
const STOP = /[。！？!?]/u;
const MARK = /[\p{Punctuation}\p{Sm}\p{Sc}\p{Sk}]/u;
const LETTER = /[\p{Letter}\p{Number}\p{Mn}\p{Mc}]/u;
/** Joins the character before it: a combining mark (half-width kana marks too), or the rest of a hangul syllable. */
const COMBINES = /^[\p{Mark}\u1160-\u11ff]/u;
/** The private-use characters that terms are written with. */
const RESERVED = /[\u{f0000}-\u{f01ff}]/u;
const COMPATIBILITY_SIGN = /[\p{No}\p{Nl}\p{So}]/u;
const SCRIPT_POSITION = /[\u00b2\u00b3\u00b9\u2070-\u209f]/u;

function classOf(character: string): Class {
  if (character >= '0' && character <= '9') return Class.digit;
  if (CJK.test(character)) return Class.character;
  if (character === '\u2029') return Class.paragraph;
  if (LINE.test(character)) return Class.line;
  if (BLANK.test(character)) return Class.blank;
  if (STOP.test(character)) return Class.stop;
  if (MARK.test(character)) return Class.mark;
  if (LETTER.test(character)) return Class.letter;
  return Class.character;
}

interface Entry {
  readonly characters: readonly string[];
  readonly classes: readonly Class[];
  /** A combining mark or the like: what stands before it must be folded with it. */
  readonly combines: boolean;
  readonly joining: Joining;
}

/** Folds one character with its combining marks: NFKC, lower case, simplified. */
function makeEntry(cluster: string): Entry {
  const whole = cluster.isWellFormed() && !RESERVED.test(cluster) ? cluster : '\ufffd';
  const characters: string[] = [];
  const classes: Class[] = [];
  const add = (character: string): void => {
    if (IGNORED.test(character)) return;
    const kind = classOf(character);
    // A mark that did not compose belongs to a letter or to nothing.
    const isWord = classes.at(-1) === Class.letter || classes.at(-1) === Class.digit;
    if (/\p{Mark}/u.test(character) && (!isWord || KANA_MARK.test(character))) return;
    characters.push(character);
    classes.push(kind);
  };
  // Letter by letter, because a whole word would end in ς where its beginning, typed so far, has σ.
  for (const letter of whole.normalize('NFKC'))
    for (const low of letter.toLowerCase()) add(low === 'ς' ? 'σ' : (SIMPLIFIED.get(low) ?? low));
  const isSign =
    COMPATIBILITY_SIGN.test(whole) && classes.some((kind) => kind === Class.letter || kind === Class.digit);
  return {
    characters,
    classes,
    combines: COMBINES.test(whole.normalize('NFKD')),
    joining: isSign ? (SCRIPT_POSITION.test(whole) ? Joining.afterLetter : Joining.apart) : Joining.free,
  };
}

/** Entries of single code units, filled as they are met; and of everything longer. */
const units: (Entry | undefined)[] = new Array(0x10000).fill(undefined);
const clusters = new Map<string, Entry>();
/** Longer texts of combining marks are not worth remembering. */
const CLUSTERS_KEPT = 20_000;

function entryOf(cluster: string): Entry {
  if (cluster.length === 1) return unitEntry(cluster.charCodeAt(0));
  let entry = clusters.get(cluster);
  if (entry === undefined) {
    entry = makeEntry(cluster);
    if (clusters.size < CLUSTERS_KEPT) clusters.set(cluster, entry);
  }
  return entry;
}

function unitEntry(code: number): Entry {
  let entry = units[code];
  if (entry === undefined) {
    entry = makeEntry(String.fromCharCode(code));
    units[code] = entry;
  }
  return entry;
}

/** Beside the classes, what a code unit can be when it is looked at alone. */
export const Unit = {
  /** Shows nothing and parts nothing. */
  nothing: 8,
  /** Belongs to the character before it, and shows nothing alone. */
  combining: 9,
  /** Folded to several characters, half of a pair, a jamo, or a sign that parts numbers: takes `fold` to tell. */
  complex: 10,
} as const;
export type Unit = Class | (typeof Unit)[keyof typeof Unit];

/** One more than each unit's `Unit`; 0 until it is first met. */
const unitKinds = new Uint8Array(0x10000);

/** What one code unit is when nothing combines with it. Most text is told by this alone, some five times faster than by folding. */
export function unitKind(code: number): Unit {
  const known = unitKinds[code] as number;
  return (known === 0 ? findUnitKind(code) : known - 1) as Unit;
}

/** What each unit that has a class is folded to, where that is one unit; filled with `unitKinds`. */
const unitCodes = new Uint16Array(0x10000);

/** The code unit that a unit with a class is folded to; 0 where it takes a pair. Comparing numbers is what makes scanning fast. */
export function unitCode(code: number): number {
  return unitCodes[code] as number;
}

/** What each unit with a class is folded to, beside each other: going by its entry costs three misses of the cache a character. */
const unitCharacters: string[] = new Array(0x10000).fill('');

/** What a unit is folded to that has a class; empty until its `unitKind` was asked. */
export function unitCharacter(code: number): string {
  return unitCharacters[code] as string;
}

/** Whether nothing can combine with the unit at `at`; half of a pair after it may. */
export function standsAlone(text: string, at: number): boolean {
  if (at + 1 >= text.length) return true;
  const next = unitKind(text.charCodeAt(at + 1));
  return next !== Unit.combining && next !== Unit.complex;
}

function findUnitKind(code: number): Unit {
  let kind: Unit = Unit.complex;
  if (code < 0xd800 || code > 0xdfff) {
    const entry = unitEntry(code);
    if (entry.characters.length === 0) kind = entry.combines ? Unit.combining : Unit.nothing;
    else if (entry.characters.length === 1 && !entry.combines && entry.joining === Joining.free)
      kind = entry.classes[0] as Class;
  }
  const [character = ''] = kind < Unit.nothing ? unitEntry(code).characters : [];
  unitCodes[code] = character.length === 1 ? character.charCodeAt(0) : 0;
  unitCharacters[code] = character;
  unitKinds[code] = kind + 1;
  return kind;
}

function codePointEnd(text: string, start: number): number {
  const high = text.charCodeAt(start);
  if (high < 0xd800 || high > 0xdbff || start + 1 >= text.length) return start + 1;
  const low = text.charCodeAt(start + 1);
  return low >= 0xdc00 && low <= 0xdfff ? start + 2 : start + 1;
}

/** End of the character at `start` with everything that combines with it; nothing combines with a blank. */
export function clusterEnd(text: string, start: number): number {
  let end = codePointEnd(text, start);
  if (end === start + 1 && isBlank(unitEntry(text.charCodeAt(start)).classes[0])) return end;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 0xd800 || code > 0xdfff) {
      if (!unitEntry(code).combines) return end;
      end += 1;
    } else {
      const after = codePointEnd(text, end);
      if (!entryOf(text.slice(end, after)).combines) return end;
      end = after;
    }
  }
  return end;
}

function isBlank(kind: Class | undefined): boolean {
  return kind === Class.blank || kind === Class.line || kind === Class.paragraph;
}

function entryBetween(text: string, start: number, end: number): Entry {
  return end === start + 1 ? unitEntry(text.charCodeAt(start)) : entryOf(text.slice(start, end));
}

/** What one cluster is folded to. */
export function foldCluster(text: string, start: number, end: number): readonly string[] {
  return entryBetween(text, start, end).characters;
}

/**
 * Folds a text for searching: NFKC, lower case, traditional characters to simplified one by one; characters that show
 * nothing are dropped. A character that becomes several keeps its one range for each of them.
 */
export function fold(text: string): Folded {
  const folded: Folded = { characters: [], classes: [], starts: [], ends: [], joining: [] };
  const { characters, classes, starts, ends, joining } = folded;
  let start = 0;
  while (start < text.length) {
    const end = clusterEnd(text, start);
    const entry = entryBetween(text, start, end);
    for (let i = 0; i < entry.characters.length; i += 1) {
      characters.push(entry.characters[i] as string);
      classes.push(entry.classes[i] as Class);
      starts.push(start);
      ends.push(end);
      joining.push(entry.joining);
    }
    start = end;
  }
  return folded;
}

/** The folded characters alone, for comparing short texts such as names and tags. */
export function foldedText(text: string): string {
  return fold(text).characters.join('').replace(/\s+/g, ' ').trim();
}
