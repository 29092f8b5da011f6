import { Class, type Folded, fold, Joining, standsAlone, Unit, unitCharacter, unitKind } from './fold.ts';

/** A text as the terms it is found by. */
export interface Cut {
  readonly terms: readonly string[];
  /** `character`, `letter` (a word or number), `mark`, `stop` or `paragraph`, each a `Class`. */
  readonly kinds: Uint8Array;
  /** Where each term stands in the text that was cut, half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Typed arrays, because most of the time of cutting is spent on storing what was cut. */
class Cutting {
  readonly terms: string[] = [];
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;

  constructor(room: number) {
    this.kinds = new Uint8Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  push(term: string, kind: Class, start: number, end: number): void {
    const at = this.terms.length;
    if (at === this.kinds.length) this.#grow();
    this.terms.push(term);
    this.kinds[at] = kind;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  /** A character may stand for several terms, so that there can be more of them than units of text. */
  #grow(): void {
    const grown = new Cutting(2 * this.kinds.length + 8);
    grown.kinds.set(this.kinds);
    grown.starts.set(this.starts);
    grown.ends.set(this.ends);
    ({ kinds: this.kinds, starts: this.starts, ends: this.ends } = grown);
  }

  finish(): Cut {
    const { terms, kinds, starts, ends } = this;
    // A paragraph ends between two things; at the end of the text there is nothing to part.
    if (terms.length > 0 && kinds[terms.length - 1] === Class.paragraph) terms.pop();
    const length = terms.length;
    return {
      terms,
      kinds: kinds.subarray(0, length),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    };
  }
}

/**
 * FTS5's ascii tokenizer ends a token at ASCII punctuation, so that becomes a private-use character of plane 15;
 * those of the basic plane stay free for fonts that put glyphs there.
 */
export const PRIVATE = 0xf0000;
const PARAGRAPH_END = String.fromCodePoint(PRIVATE + 0x100);
const WORD_GOES_ON = String.fromCodePoint(PRIVATE + 0x101);
/** FTS5 cuts a token at 32,768 bytes, which would make two long ones equal. */
const LONGEST_WORD = 256;

const STAND_INS = Array.from({ length: 0x80 }, (_, code) => String.fromCodePoint(PRIVATE + code));

function privateUse(character: string): string {
  return STAND_INS[character.charCodeAt(0)] ?? character;
}

/** One term per CJK character, per Latin word or number, per punctuation mark, and per paragraph end. */
export function cut(text: string): Cut {
  const cutting = new Cutting(text.length);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = unitKind(code);
    if (kind === Class.character || kind === Class.mark || kind === Class.stop) {
      const character = unitCharacter(code);
      if (character !== '.' && standsAlone(text, at)) {
        cutting.push(kind === Class.character ? character : privateUse(character), kind, at, at + 1);
        at += 1;
        continue;
      }
    } else if (isGap(kind)) {
      at = cutGap(text, at, cutting);
      continue;
    } else if (kind === Class.letter || kind === Class.digit) {
      const end = plainWordEnd(text, at);
      if (end > at) {
        cutting.push(text.slice(at, end).toLowerCase(), Class.letter, at, end);
        at = end;
        continue;
      }
    }
    const end = regionEnd(text, at + 1);
    cutRegion(text, at, end, cutting);
    at = end;
  }
  return cutting.finish();
}

/** Where a word of nothing but ASCII letters and digits ends; `start` where what follows could belong to it, which takes `fold` to tell. */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isAsciiWord(text.charCodeAt(at))) at += 1;
  if (at - start > LONGEST_WORD) return start;
  if (at === text.length) return at;
  const code = text.charCodeAt(at);
  const next = unitKind(code);
  if (next <= Class.character || next === Class.stop) return at;
  // What joins digits to digits stands behind a digit.
  return next === Class.mark && !isAsciiDigit(text.charCodeAt(at - 1)) ? at : start;
}

function isAsciiWord(code: number): boolean {
  const low = code | 0x20;
  return (low >= 0x61 && low <= 0x7a) || isAsciiDigit(code);
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const LINE_FEED = '\n'.charCodeAt(0);
const CARRIAGE_RETURN = '\r'.charCodeAt(0);

function isGap(kind: Unit): boolean {
  return (
    kind === Class.blank ||
    kind === Class.line ||
    kind === Class.paragraph ||
    kind === Unit.nothing ||
    kind === Unit.combining
  );
}

/** Passes over blanks from `start`; two line ends among them end a paragraph. Returns where they end. */
function cutGap(text: string, start: number, cutting: Cutting): number {
  let lines = 0;
  let last = start;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = unitKind(code);
    if (!isGap(kind)) break;
    if (kind === Unit.nothing || kind === Unit.combining) continue;
    if (kind === Class.paragraph) lines = 2;
    else if (kind === Class.line && !(code === LINE_FEED && text.charCodeAt(last) === CARRIAGE_RETURN && last < at))
      lines += 1;
    last = at;
  }
  if (lines > 1 && cutting.terms.length > 0) cutting.push(PARAGRAPH_END, Class.paragraph, last, last + 1);
  return at;
}

/** The next CJK character: no term reaches over it. */
function regionEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && unitKind(text.charCodeAt(at)) !== Class.character) at += 1;
  return at;
}

/** Cuts a stretch of words, numbers and whatever must be folded to be told. */
function cutRegion(text: string, from: number, to: number, cutting: Cutting): void {
  // The character after it is looked at, because a full stop ends a sentence at the end of a text, and not before it.
  const folded = fold(text.slice(from, to + 1));
  const { characters, classes, starts, ends } = folded;
  const push: Push = (term, kind, first, last) =>
    cutting.push(term, kind, from + (starts[first] as number), from + (ends[last] as number));
  let i = 0;
  while (i < characters.length && from + (starts[i] as number) < to) {
    const kind = classes[i] as Class;
    const character = characters[i] as string;
    if (kind === Class.character) push(character, kind, i, i);
    else if (kind === Class.mark) push(privateUse(character), endsSentence(folded, i) ? Class.stop : kind, i, i);
    else if (kind === Class.stop) push(privateUse(character), kind, i, i);
    else if (kind === Class.letter || kind === Class.digit) {
      const end = wordEnd(folded, i);
      pushWord(characters, i, end, push);
      i = end;
      continue;
    } else {
      i = pushGap(folded, i, cutting.terms.length > 0, push);
      continue;
    }
    i += 1;
  }
}

/** `.` ends a sentence before a blank and at the end, and is an ordinary mark elsewhere. */
function endsSentence({ characters, classes }: Folded, at: number): boolean {
  if (characters[at] !== '.') return false;
  const next = classes[at + 1];
  return next === undefined || next === Class.blank || next === Class.line || next === Class.paragraph;
}

function isWord(kind: Class | undefined): boolean {
  return kind === Class.letter || kind === Class.digit;
}

function wordEnd(folded: Folded, start: number): number {
  const { characters, classes } = folded;
  let at = start + 1;
  /** Where the digits before `at` began; -1 when they cannot be a group of 5,000. */
  let group = classes[start] === Class.digit ? start : -1;
  for (;;) {
    const kind = classes[at];
    if (isWord(kind)) {
      if (isApart(folded, at)) return at;
      if (kind === Class.letter || classes[at - 1] === Class.letter) group = -1;
      at += 1;
    } else if (isPlainDigit(folded, at - 1) && isPlainDigit(folded, at + 1)) {
      if (characters[at] === '.') group = -1;
      else if (characters[at] !== ',' || group < 0 || at - group > 3 || !isThousand(folded, at + 1)) return at;
      else group = at + 1;
      at += 2;
    } else return at;
  }
}

/** Whether the letter or digit at `at` begins a run of its own though another stands before it. */
function isApart({ classes, starts, joining }: Folded, at: number): boolean {
  if (starts[at] === starts[at - 1]) return false;
  if (joining[at] === Joining.apart || joining[at - 1] === Joining.apart) return true;
  return (
    joining[at] === Joining.afterLetter && joining[at - 1] !== Joining.afterLetter && classes[at - 1] !== Class.letter
  );
}

function isPlainDigit({ classes, joining }: Folded, at: number): boolean {
  return classes[at] === Class.digit && joining[at] === Joining.free;
}

/** Exactly three digits: the comma of `5,000` joins, that of `2022,2023` does not. */
function isThousand(folded: Folded, at: number): boolean {
  for (let i = at; i < at + 3; i += 1) if (!isPlainDigit(folded, i)) return false;
  return !isPlainDigit(folded, at + 3);
}

type Push = (term: string, kind: Class, first: number, last: number) => void;

function pushWord(characters: readonly string[], start: number, end: number, push: Push): void {
  for (let from = start; from < end; from += LONGEST_WORD) {
    const to = Math.min(from + LONGEST_WORD, end);
    let term = '';
    for (let i = from; i < to; i += 1) {
      const character = characters[i] as string;
      term += character === '.' || character === ',' ? privateUse(character) : character;
    }
    push(to < end ? term + WORD_GOES_ON : term, Class.letter, from, to - 1);
  }
}

/** Passes over the blanks from `start`, as `cutGap` does. */
function pushGap({ characters, classes }: Folded, start: number, isInside: boolean, push: Push): number {
  let lines = 0;
  let at = start;
  for (; ; at += 1) {
    const kind = classes[at];
    if (kind === Class.paragraph) lines = 2;
    else if (kind === Class.line) lines += characters[at] === '\n' && characters[at - 1] === '\r' && at > start ? 0 : 1;
    else if (kind !== Class.blank) break;
  }
  if (lines > 1 && isInside) push(PARAGRAPH_END, Class.paragraph, at - 1, at - 1);
  return at;
}

/** Whether a term is a character or a word, and no punctuation. */
export function isSolid(kind: number | undefined): boolean {
  return kind === Class.character || kind === Class.letter;
}
