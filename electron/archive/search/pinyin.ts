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

/**
 * Finds texts by how they are read: whole syllables, initials, or both mixed, the last one half typed. Every reading of a
 * character counts. Entries are taken in when somebody has time for it, before that they are only remembered.
 */
export class PinyinIndex {
  readonly #readings: Readings;
  readonly #lines = new Map<number, string>();
  #waiting: number[] = [];
  /** Ids by the first letters of two neighbours, and of the first character alone. */
  readonly #pairs = new Map<string, number[]>();
  readonly #known = new Map<string, readonly string[]>();
  readonly #syllables = new Set<string>();

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  add(id: number, line: string): void {
    this.#lines.set(id, line);
    this.#waiting.push(id);
  }

  remove(id: number): void {
    this.#lines.delete(id);
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
    const found: ReadRun[] = [];
    for (const id of new Set(this.#candidates(letters))) {
      const line = this.#lines.get(id);
      if (line === undefined) continue;
      const characters = [...line];
      for (let at = 0; at < characters.length; at += 1) {
        const end = this.#read(letters, 0, characters, at);
        if (end < 0) continue;
        found.push({ id, place: at, run: characters.slice(at, end).join('') });
        break;
      }
    }
    return found;
  }

  #readingsOf(character: string): readonly string[] {
    let known = this.#known.get(character);
    if (known === undefined) {
      known = HAN.test(character) ? this.#readings(character) : [];
      this.#known.set(character, known);
      for (const syllable of known) this.#syllables.add(syllable);
    }
    return known;
  }

  #initials(character: string | undefined): string[] {
    return character === undefined
      ? []
      : [...new Set(this.#readingsOf(character).map((reading) => reading[0] as string))];
  }

  #take(id: number): void {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    const characters = [...line];
    const keys = new Set(this.#initials(characters[0]));
    for (const [i, character] of characters.entries())
      for (const one of this.#initials(character))
        for (const other of this.#initials(characters[i + 1])) keys.add(one + other);
    for (const key of keys) {
      const ids = this.#pairs.get(key);
      if (ids) ids.push(id);
      else this.#pairs.set(key, [id]);
    }
  }

  /** The second character begins behind an initial or a whole syllable; of a single syllable only the first character is looked at. */
  #candidates(letters: string): number[] {
    const first = letters[0] as string;
    const keys = new Set<string>();
    for (let length = 1; length <= LONGEST_SYLLABLE; length += 1) {
      const begun = letters.slice(0, length);
      if (length > 1 && !DOUBLE.has(begun) && !this.#syllables.has(begun)) continue;
      if (length < letters.length) keys.add(first + letters[length]);
    }
    for (const syllable of this.#syllables) if (syllable.startsWith(letters)) keys.add(first);
    const ids = [...keys].flatMap((key) => this.#pairs.get(key) ?? []);
    return ids.length > MOST_READ ? ids.sort((one, other) => other - one).slice(0, MOST_READ) : ids;
  }

  /** Where the characters end that the letters from `from` on are read of, when they begin with the one at `at`; -1 when they are not. */
  #read(letters: string, from: number, characters: readonly string[], at: number): number {
    if (from === letters.length) return at;
    const character = characters[at];
    if (character === undefined) return -1;
    for (const reading of this.#readingsOf(character)) {
      let same = 0;
      while (same < reading.length && letters[from + same] === reading[same]) same += 1;
      if (same === 0) continue;
      if (from + same === letters.length) return at + 1;
      const lengths = new Set([1]);
      if (same > 1 && DOUBLE.has(reading.slice(0, 2))) lengths.add(2);
      if (same === reading.length) lengths.add(same);
      for (const length of [...lengths].sort((one, other) => other - one)) {
        const end = this.#read(letters, from + length, characters, at + 1);
        if (end >= 0) return end;
      }
    }
    return -1;
  }
}
