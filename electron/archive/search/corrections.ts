import { Index } from 'flexsearch';

/** Words shorter than this are as likely another word as a slip. */
const SHORTEST = 4;
const CANDIDATES = 60;

/** "Did you mean" for the words of alphabets: candidates share pairs of letters, the nearest by edits wins. */
export class Corrections {
  readonly #words: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #index = new Index({ tokenize: 'strict', encode: pairsOf, resolution: 1, cache: false });

  add(word: string): void {
    const count = this.#counts.get(word);
    this.#counts.set(word, (count ?? 0) + 1);
    if (count !== undefined || word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return;
    this.#index.add(this.#words.length, word);
    this.#words.push(word);
  }

  /** Known words that a typed one may have been meant to be, the nearest first; none for a word that is known or begins one. */
  correct(typed: string, limit: number): string[] {
    if (typed.length < SHORTEST || !/^\p{L}+$/u.test(typed) || this.#counts.has(typed)) return [];
    const most = typed.length < 6 ? 1 : 2;
    const candidates = this.#index.search(typed, { limit: CANDIDATES, suggest: true }) as number[];
    const near: { word: string; distance: number }[] = [];
    for (const id of candidates) {
      const word = this.#words[id] as string;
      if (word.startsWith(typed)) return [];
      const distance = editDistance(typed, word);
      if (distance <= most) near.push({ word, distance });
    }
    const count = (word: string) => this.#counts.get(word) ?? 0;
    near.sort((a, b) => a.distance - b.distance || count(b.word) - count(a.word) || (a.word < b.word ? -1 : 1));
    return near.slice(0, limit).map(({ word }) => word);
  }
}

/** Letters in pairs, with the word's two ends. */
function pairsOf(word: string): string[] {
  const whole = `^${word}$`;
  const pairs: string[] = [];
  for (let i = 0; i + 1 < whole.length; i += 1) pairs.push(whole.slice(i, i + 2));
  return pairs;
}

/** Edits from one word to the other; two letters changed about are one (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let k = 1; k <= other.length; k += 1) {
      const same = one[i - 1] === other[k - 1];
      let least = Math.min((last[k] ?? 0) + 1, (row[k - 1] ?? 0) + 1, (last[k - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1])
        least = Math.min(least, (beforeLast[k - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
