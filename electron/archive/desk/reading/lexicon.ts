import { dict } from '@node-rs/jieba/dict.js';

/**
 * The dictionary of @node-rs/jieba as a hash table: word → how common, and what part of speech. The library's own
 * segmenter answers "which words", not "how likely is a word across this seam", and keeps 110 MB for it; the table
 * takes 14 MB and is made in less than 0.1 s, once in each worker.
 */
export interface Lexicon {
  /** Natural logarithm of the word's share of all text; undefined for no word. */
  readonly logShare: (word: string) => number | undefined;
  /** First letter of the part of speech as jieba tags it (n, v, t, m …), `''` for no word. */
  readonly partOfSpeech: (word: string) => string;
  /** 1 for a single character or 2 for a longer word, and the first two letters of jieba's tag: `2ns`; `''` for no word. */
  readonly classOf: (word: string) => string;
  /** Words that stand partly on the left and partly on the right: how many characters of each, and the share. */
  readonly eachAcross: (
    left: string,
    right: string,
    visit: (before: number, after: number, logShare: number) => void,
  ) => void;
  /** How much more often a character begins (or ends) a longer word than it is one by itself: 0 to 1. */
  readonly beginsWords: (ch: string) => number;
  readonly endsWords: (ch: string) => number;
}

const SLOTS = 1 << 20;
const LONGEST_WORD = 8;

interface Table {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly count: Float32Array;
  readonly speech: Uint8Array;
  readonly detail: Uint8Array;
  /** By code unit: how common words of two or more are that begin or end with it, and the word that it is alone. */
  readonly begins: Float32Array;
  readonly ends: Float32Array;
  readonly alone: Float32Array;
  total: number;
}

let table: Table | undefined;

/** Two hashes of one word in one pass; together a false hit is one in 10^13 lookups. */
const FIRST = 0x811c9dc5;
const SECOND = 0x9747b28c;

/** Bytes between the parts of the dictionary. */
const BLANK = 0x20;
const LINE_END = 0x0a;
const ZERO = 0x30;

/**
 * Reads `word count tag` line by line from the bytes: 5 MB of UTF-8 are not made a string first, which takes longer than
 * all the rest.
 */
function load(bytes: Uint8Array): Table {
  const made: Table = {
    first: new Uint32Array(SLOTS),
    second: new Uint32Array(SLOTS),
    count: new Float32Array(SLOTS),
    speech: new Uint8Array(SLOTS),
    detail: new Uint8Array(SLOTS),
    begins: new Float32Array(0x1_00_00),
    ends: new Float32Array(0x1_00_00),
    alone: new Float32Array(0x1_00_00),
    total: 0,
  };
  const byte = (at: number) => bytes[at] ?? LINE_END;
  const inner = (at: number) => byte(at) & 0x3f;
  for (let at = 0; at < bytes.length; at++) {
    let [a, b, units, begin, last] = [FIRST, SECOND, 0, 0, 0];
    while (byte(at) !== BLANK && byte(at) !== LINE_END) {
      let code = byte(at++);
      if (code >= 0xe0) {
        code = ((code & 0xf) << 12) | (inner(at) << 6) | inner(at + 1);
        at += 2;
      } else if (code >= 0x80) code = ((code & 0x1f) << 6) | inner(at++);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
      if (units++ === 0) begin = code;
      last = code;
    }
    if (byte(at) === BLANK && units > 0 && units <= LONGEST_WORD) {
      let count = 0;
      for (at++; byte(at) >= ZERO && byte(at) <= ZERO + 9; at++) count = count * 10 + byte(at) - ZERO;
      count ||= 1;
      const first = (a ^ (a >>> 15)) >>> 0;
      let slot = first & (SLOTS - 1);
      while (made.second[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      made.first[slot] = first;
      made.second[slot] = b >>> 0 || 1;
      made.count[slot] = count;
      made.speech[slot] = byte(at + 1);
      made.detail[slot] = byte(at + 2) === LINE_END ? 0 : byte(at + 2);
      if (units === 1) made.alone[last] = (made.alone[last] ?? 0) + count;
      else {
        made.begins[begin] = (made.begins[begin] ?? 0) + count;
        made.ends[last] = (made.ends[last] ?? 0) + count;
      }
      made.total += count;
    }
    while (byte(at) !== LINE_END) at++;
  }
  return made;
}

function find(loaded: Table, word: string): number {
  let a = FIRST;
  let b = SECOND;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return slotOf(loaded, (a ^ (a >>> 15)) >>> 0, b >>> 0 || 1);
}

function slotOf(loaded: Table, first: number, second: number): number {
  for (let slot = first & (SLOTS - 1); loaded.second[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (loaded.first[slot] === first && loaded.second[slot] === second) return slot;
  }
  return -1;
}

/** Loaded on first use; the same table for every page of a thread. */
export function lexicon(): Lexicon {
  table ??= load(dict);
  const loaded = table;
  const share = (part: Float32Array, ch: string) => {
    const code = ch.charCodeAt(0);
    const inside = part[code] ?? 0;
    return inside === 0 ? 0 : inside / (inside + (loaded.alone[code] ?? 0));
  };
  return {
    beginsWords: (ch) => share(loaded.begins, ch),
    endsWords: (ch) => share(loaded.ends, ch),
    logShare(word) {
      const slot = find(loaded, word);
      return slot < 0 ? undefined : Math.log((loaded.count[slot] ?? 1) / loaded.total);
    },
    eachAcross(left, right, visit) {
      for (let before = 1; before <= left.length; before++) {
        let a = FIRST;
        let b = SECOND;
        const last = Math.min(right.length, LONGEST_WORD - before);
        for (let at = -before; at < last; at++) {
          const code = at < 0 ? left.charCodeAt(left.length + at) : right.charCodeAt(at);
          a = Math.imul(a ^ code, 0x01000193);
          b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
          if (at < 0) continue;
          const slot = slotOf(loaded, (a ^ (a >>> 15)) >>> 0, b >>> 0 || 1);
          if (slot >= 0) visit(before, at + 1, Math.log((loaded.count[slot] ?? 1) / loaded.total));
        }
      }
    },
    partOfSpeech(word) {
      const slot = find(loaded, word);
      return slot < 0 ? '' : String.fromCharCode(loaded.speech[slot] ?? 0);
    },
    classOf(word) {
      const slot = find(loaded, word);
      if (slot < 0) return '';
      const detail = loaded.detail[slot] ?? 0;
      const tag = String.fromCharCode(loaded.speech[slot] ?? 0) + (detail > 96 ? String.fromCharCode(detail) : '');
      return (word.length === 1 ? '1' : '2') + tag;
    },
  };
}

/** An unknown single character costs as much as a word seen less than once. */
const UNKNOWN = -18.5;

/** Log likelihood of the best way to read a short run of Han characters as words. */
export const logLikelihood = (words: Lexicon, run: string): number => readings(words, run)[run.length] ?? 0;

/** The same of the first none, one, two … characters of the run. */
function readings(words: Lexicon, run: string): Float64Array {
  const best = new Float64Array(run.length + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let from = 0; from < run.length; from++) {
    const base = best[from] ?? 0;
    for (let size = 1; size <= LONGEST_WORD && from + size <= run.length; size++) {
      const share = words.logShare(run.slice(from, from + size)) ?? (size === 1 ? UNKNOWN : undefined);
      if (share === undefined) continue;
      if (base + share > (best[from + size] ?? 0)) best[from + size] = base + share;
    }
  }
  return best;
}

/**
 * How much more likely two runs are as one than apart, in nats: the gain of the best word across the seam. 0 when no
 * word crosses. Only the last and first characters matter, so runs may be long.
 */
export function wordGain(words: Lexicon, left: string, right: string): number {
  return left === '' || right === '' ? 0 : gainAcross(words, leftReach(words, left), rightReach(words, right));
}

/** The characters beside a seam, and how likely the best reading of all but the nearest few of them is. */
export interface Reach {
  readonly text: string;
  /** By how many of the nearest characters are left out. */
  readonly without: Float64Array;
}

const NEAR = 6;

export function leftReach(words: Lexicon, left: string): Reach {
  const text = left.slice(-NEAR);
  return { text, without: readings(words, text).reverse() };
}

export function rightReach(words: Lexicon, right: string): Reach {
  const text = right.slice(0, NEAR);
  const without = Float64Array.from({ length: text.length + 1 }, (_, at) => logLikelihood(words, text.slice(at)));
  return { text, without };
}

/** The gain of `wordGain`, where each side is read once for many seams. */
export function gainAcross(words: Lexicon, left: Reach, right: Reach): number {
  const apart = (left.without[0] ?? 0) + (right.without[0] ?? 0);
  let best = apart;
  words.eachAcross(left.text, right.text, (before, after, share) => {
    best = Math.max(best, (left.without[before] ?? 0) + share + (right.without[after] ?? 0));
  });
  return best - apart;
}

/** The dictionary word that the seam cuts through, if the best reading has one. */
export function wordAcross(words: Lexicon, left: string, right: string): string | undefined {
  let found: string | undefined;
  let gain = 0;
  for (let before = 1; before <= Math.min(5, left.length); before++) {
    for (let after = 1; after <= Math.min(5, right.length); after++) {
      const word = left.slice(-before) + right.slice(0, after);
      const share = words.logShare(word);
      if (share === undefined) continue;
      const apart = logLikelihood(words, left.slice(-before)) + logLikelihood(words, right.slice(0, after));
      if (share - apart > gain) {
        gain = share - apart;
        found = word;
      }
    }
  }
  return found;
}

/** The best way to read a short run of Han characters as words. */
export function readWords(words: Lexicon, run: string): string[] {
  const best = new Float64Array(run.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let at = 0; at < run.length; at++) {
    for (let size = 1; size <= LONGEST_WORD && at + size <= run.length; size++) {
      const share = words.logShare(run.slice(at, at + size)) ?? (size === 1 ? UNKNOWN : undefined);
      if (share === undefined || (best[at] ?? 0) + share <= (best[at + size] ?? 0)) continue;
      best[at + size] = (best[at] ?? 0) + share;
      from[at + size] = at;
    }
  }
  const found: string[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) found.unshift(run.slice(from[end] ?? 0, end));
  return found;
}

/** The last word as the best reading of the last six characters has it. */
export function lastWord(words: Lexicon, run: string): string {
  const text = run.slice(-6);
  let best = text.at(-1) ?? '';
  let value = Number.NEGATIVE_INFINITY;
  for (let size = 1; size <= text.length; size++) {
    const share = words.logShare(text.slice(-size)) ?? (size === 1 ? UNKNOWN : undefined);
    if (share === undefined) continue;
    const total = share + logLikelihood(words, text.slice(0, -size));
    if (total > value) {
      value = total;
      best = text.slice(-size);
    }
  }
  return best;
}
