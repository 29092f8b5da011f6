import { Class, type Folded, fold, Joining } from './fold.ts';

/** A text as the terms it is found by. */
export interface Cut {
  readonly terms: string[];
  /** `character`, `letter` (a word or number), `mark`, `stop` or `paragraph`. */
  readonly kinds: Class[];
  /** Where each term stands in the text that was cut, half open. */
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * FTS5's ascii tokenizer ends a token at ASCII punctuation, so that becomes a private-use character of plane 15;
 * those of the basic plane stay free for fonts that put glyphs there.
 */
const PRIVATE = 0xf0000;
const PARAGRAPH_END = String.fromCodePoint(PRIVATE + 0x100);
const WORD_GOES_ON = String.fromCodePoint(PRIVATE + 0x101);
/** FTS5 cuts a token at 32,768 bytes, which would make two long ones equal. */
const LONGEST_WORD = 256;

function privateUse(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? String.fromCodePoint(PRIVATE + code) : character;
}

/** One term per CJK character, per Latin word or number, per punctuation mark, and per paragraph end. */
export function cut(text: string): Cut {
  const folded = fold(text);
  const { characters, classes, starts, ends } = folded;
  const result: Cut = { terms: [], kinds: [], starts: [], ends: [] };
  const push = (term: string, kind: Class, from: number, to: number): void => {
    result.terms.push(term);
    result.kinds.push(kind);
    result.starts.push(starts[from] as number);
    result.ends.push(ends[to] as number);
  };
  let i = 0;
  while (i < characters.length) {
    const kind = classes[i] as Class;
    const character = characters[i] as string;
    if (kind === Class.character) push(character, kind, i, i);
    else if (kind === Class.mark) push(privateUse(character), endsSentence(folded, i) ? Class.stop : kind, i, i);
    else if (kind === Class.stop) push(privateUse(character), kind, i, i);
    else if (kind === Class.letter || kind === Class.digit) {
      const end = wordEnd(folded, i);
      pushWord(characters, i, end, push);
      i = end - 1;
    } else {
      const end = gapEnd(folded, i);
      if (end < 0) {
        i = ~end;
        // A paragraph ends between two things; at either edge of the text there is nothing to part.
        if (i < characters.length && result.terms.length > 0) push(PARAGRAPH_END, Class.paragraph, i - 1, i - 1);
      } else i = end;
      continue;
    }
    i += 1;
  }
  return result;
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

function pushWord(
  characters: readonly string[],
  start: number,
  end: number,
  push: (term: string, kind: Class, from: number, to: number) => void,
): void {
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

/** End of the blanks that begin at `start`; its complement when they hold a paragraph end. */
function gapEnd({ characters, classes }: Folded, start: number): number {
  let lines = 0;
  let at = start;
  for (; ; at += 1) {
    const kind = classes[at];
    if (kind === Class.paragraph) lines = 2;
    else if (kind === Class.line) lines += characters[at] === '\n' && characters[at - 1] === '\r' && at > start ? 0 : 1;
    else if (kind !== Class.blank) break;
  }
  return lines > 1 ? ~at : at;
}

/** Raised with every change of what `terms` makes of a text: an archive indexed by another version is indexed anew. */
export const TERMS_VERSION = '1';

/** What goes into a column of the full-text index: the terms, parted by blanks. */
export function terms(text: string): string {
  return cut(text).terms.join(' ');
}
