/** Readings of one Han character, in letters without tones: `重` is `zhong` and `chong`. Empty for anything else. */
export type Readings = (character: string) => readonly string[];

/** A run of Han characters that can be read as what was typed. */
export interface ReadRun {
  readonly id: number;
  /** Where it begins in the entry's line, and the characters themselves. */
  readonly place: number;
  readonly run: string;
}

const HAN = /\p{Script=Han}/u;
/** Nobody types more letters than this to be suggested something. */
const LONGEST = 40;
const LONGEST_SYLLABLE = 6;
/** Entries that are read for one question; of more the newest. */
const MOST_READ = 1500;
/** Initials of two letters. */
const DOUBLE = new Set(['zh', 'ch', 'sh']);
const LETTERS = 26;
/** One for each two letters, and one for each first letter alone. */
const KEYS = LETTERS * LETTERS + LETTERS;
/** Beside the letters' bits: the unit was met before. */
const MET = 1 << LETTERS;

/** Numbers in the order in which they came, at four bytes each. */
class Numbers {
  #values = new Int32Array(16);
  length = 0;

  at(index: number): number {
    return this.#values[index] as number;
  }

  /** Each once, where they come in ascending order. */
  push(value: number): void {
    if (this.length > 0 && this.at(this.length - 1) === value) return;
    if (this.length === this.#values.length) {
      const grown = new Int32Array(Math.ceil(1.5 * this.length));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }
}

/**
 * Finds texts by how they are read: whole syllables, initials, or both mixed, the last one half typed. Every reading of a
 * character counts. Entries are taken in when somebody has time for it, before that they are only remembered.
 */
export class PinyinIndex {
  readonly #readings: Readings;
  readonly #lineOf: (id: number) => string | undefined;
  #waiting: number[] = [];
  /** Ids by the first letters of two neighbours, and of the first character alone. */
  readonly #pairs: readonly Numbers[] = Array.from({ length: KEYS }, () => new Numbers());
  readonly #known = new Map<number, readonly string[]>();
  /** A bit for each letter that a reading of the unit begins with. */
  readonly #initials = new Uint32Array(0x10000);
  readonly #syllables = new Set<string>();

  /** `lineOf` tells the line of an entry, undefined once it is gone. */
  constructor(readings: Readings, lineOf: (id: number) => string | undefined) {
    this.#readings = readings;
    this.#lineOf = lineOf;
  }

  /** Each id is higher than the one before. */
  add(id: number): void {
    this.#waiting.push(id);
  }

  /** Takes in some of what waits. False when nothing is left. */
  work(most: number): boolean {
    for (const id of this.#waiting.splice(0, most)) this.#take(id);
    return this.#waiting.length > 0;
  }

  /** Entries that can be read as the letters typed, from the first place where they can. */
  find(typed: string): ReadRun[] {
    this.work(Number.POSITIVE_INFINITY);
    const letters = typed.toLowerCase().replace(/[\s'’]/g, '');
    if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST) return [];
    const first = 1 << letterOf(letters, 0);
    const found: ReadRun[] = [];
    for (const id of this.#candidates(letters)) {
      const line = this.#lineOf(id);
      if (line === undefined) continue;
      for (let at = 0; at < line.length; at += 1) {
        const end = (this.#initialsAt(line, at) & first) === 0 ? -1 : this.#read(letters, 0, line, at);
        if (end < 0) continue;
        found.push({ id, place: at, run: line.slice(at, end) });
        break;
      }
    }
    return found;
  }

  #readingsOf(code: number): readonly string[] {
    let known = this.#known.get(code);
    if (known === undefined) {
      const character = String.fromCodePoint(code);
      // A reading such as ê is nothing that letters stand for.
      known = HAN.test(character) ? this.#readings(character).filter((reading) => /^[a-z]/.test(reading)) : [];
      this.#known.set(code, known);
      for (const syllable of known) this.#syllables.add(syllable);
    }
    return known;
  }

  /** Nothing for the second half of a pair: it begins no character. */
  #initialsAt(line: string, at: number): number {
    const unit = line.charCodeAt(at);
    const code = line.codePointAt(at);
    if (code === undefined) return 0;
    const met = code === unit ? (this.#initials[unit] as number) : 0;
    if (met > 0) return met;
    let bits = MET;
    for (const reading of this.#readingsOf(code)) bits |= 1 << letterOf(reading, 0);
    if (code === unit) this.#initials[unit] = bits;
    return bits;
  }

  #take(id: number): void {
    const line = this.#lineOf(id);
    if (line === undefined) return;
    let before = 0;
    for (let at = 0; at < line.length; at += widthAt(line, at)) {
      const here = this.#initialsAt(line, at) & (MET - 1);
      for (let other = 0; here >> other > 0; other += 1) {
        if (((here >> other) & 1) === 0) continue;
        if (at === 0) this.#pairs[LETTERS * LETTERS + other]?.push(id);
        for (let one = 0; before >> one > 0; one += 1)
          if (((before >> one) & 1) === 1) this.#pairs[one * LETTERS + other]?.push(id);
      }
      before = here;
    }
  }

  /** The second character begins behind an initial or a whole syllable; of a single syllable only the first character is looked at. */
  #candidates(letters: string): number[] {
    const first = letterOf(letters, 0);
    const keys = new Set<number>();
    for (let length = 1; length <= LONGEST_SYLLABLE; length += 1) {
      const begun = letters.slice(0, length);
      if (length > 1 && !DOUBLE.has(begun) && !this.#syllables.has(begun)) continue;
      if (length < letters.length) keys.add(first * LETTERS + letterOf(letters, length));
    }
    for (const syllable of this.#syllables)
      if (syllable.startsWith(letters)) keys.add(LETTERS * LETTERS + letterOf(syllable, 0));
    return newest([...keys].flatMap((key) => this.#pairs[key] ?? []));
  }

  /** Where the characters end that the letters from `from` on are read of, when they begin with the one at `at`; -1 when they are not. */
  #read(letters: string, from: number, line: string, at: number): number {
    if (from === letters.length) return at;
    const code = line.codePointAt(at);
    if (code === undefined) return -1;
    const after = at + (code > 0xffff ? 2 : 1);
    for (const reading of this.#readingsOf(code)) {
      let same = 0;
      while (same < reading.length && letters.charCodeAt(from + same) === reading.charCodeAt(same)) same += 1;
      if (same === 0) continue;
      if (from + same === letters.length) return after;
      for (let length = same; length > 0; length -= 1) {
        const ends = length === 1 || length === reading.length || (length === 2 && DOUBLE.has(reading.slice(0, 2)));
        const end = ends ? this.#read(letters, from + length, line, after) : -1;
        if (end >= 0) return end;
      }
    }
    return -1;
  }
}

function letterOf(text: string, at: number): number {
  return text.charCodeAt(at) - 97;
}

function widthAt(line: string, at: number): number {
  return (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The highest of ascending lists, each once, as many as are read. */
function newest(lists: readonly Numbers[]): number[] {
  const ends = lists.map((list) => list.length);
  const found: number[] = [];
  while (found.length < MOST_READ) {
    let highest = -1;
    for (const [i, list] of lists.entries()) {
      const end = ends[i] as number;
      if (end > 0) highest = Math.max(highest, list.at(end - 1));
    }
    if (highest < 0) break;
    found.push(highest);
    for (const [i, list] of lists.entries()) {
      const end = ends[i] as number;
      if (end > 0 && list.at(end - 1) === highest) ends[i] = end - 1;
    }
  }
  return found;
}
