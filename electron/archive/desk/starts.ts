import { isDigit, isHan } from './characters.ts';
import { type Lexicon, logLikelihood } from './lexicon.ts';
import type { Unit } from './units.ts';

/** Evidence that a body unit begins a paragraph (positive) or goes on inside a sentence (negative). */
export interface StartEvidence {
  readonly score: number;
  readonly reasons: string[];
}

/** The first word as the best reading of the first six characters has it. */
export function firstWord(words: Lexicon, run: string): string {
  const text = run.slice(0, 6);
  let best = text[0] ?? '';
  let value = Number.NEGATIVE_INFINITY;
  for (let size = 1; size <= text.length; size++) {
    const share = words.logShare(text.slice(0, size)) ?? (size === 1 ? -18.5 : undefined);
    if (share === undefined) continue;
    const total = share + logLikelihood(words, text.slice(size));
    if (total > value) {
      value = total;
      best = text.slice(0, size);
    }
  }
  return best;
}

/** How often the parts of speech of jieba's dictionary begin a paragraph rather than the rest of a sentence. */
const OPENING_SPEECH: Readonly<Record<string, number>> = {
  t: 1.5,
  c: 0.8,
  r: 0.8,
  n: 0.3,
  s: 0.6,
  l: 0.5,
  v: -0.5,
  u: -4,
  k: -3,
  y: -4,
  q: -2,
  m: -0.3,
  z: 0.3,
};

/** A short first sentence with more behind it names what the paragraph is about. */
const RUN_IN_HEAD = /^([^。！？，,；;]{2,22}|[^。！？，,；;]{2,9}[，,][^。！？，,；;]{2,9})[。！？](?=.{12})/u;
/** A quotation with a whole sentence in it is someone speaking, and speech begins a paragraph. */
const SPEECH = /^[“"「‘][^“”"「」]*[，。！？,][^“”"「」]*[”"」’]/u;
const TIME_OPENING =
  /^(?:近年来|近日|日前|今年|去年|昨日|昨天|目前|如今|当前|截至|据|此外|同时|下一步|接下来|随着|为了?|当天|当日|[一二三四五六七八九十\d]{1,4}(?:年|月|日|时)|记者|过去|未来|首先|其次|最后|总之|与此同时|另外|不仅如此|事实上|在[^，,。]{2,14}[，,])/u;

export function weighStart(
  unit: Unit,
  before: Unit | undefined,
  words: Lexicon,
  column: number | undefined,
  siblings: ReadonlyMap<string, number>,
): StartEvidence {
  const { plain } = unit;
  const reasons: string[] = [];
  let score = 0;
  const add = (value: number, reason: string) => {
    score += value;
    reasons.push(reason);
  };
  const first = plain[0] ?? '';
  if (before && (before.role === 'byline' || before.role === 'dateline' || before.role === 'label'))
    add(2.5, 'after a byline or label');
  else if (before && before.role === 'head') add(1.2, 'after a headline');
  else if (before === undefined) add(0, 'first on the page');
  if (/^[，。、；：！？”’》）」』,;:!?)\]】%·]/u.test(first)) add(-8, 'begins with closing punctuation');
  else if (/^[“"‘「『《]/u.test(first)) add(SPEECH.test(plain) ? 2.2 : 0.3, 'begins with a quotation');
  else if (/^\p{Ll}/u.test(first)) add(-5, 'begins with a small letter');
  else if (/^\p{Lu}/u.test(first)) add(1.2, 'begins with a capital');
  else if (TIME_OPENING.test(plain)) add(2, 'a time or connective opens it');
  else if (isDigit(first)) add(-0.8, 'begins with a number');
  else if (isHan(first)) {
    const word = firstWord(words, plain);
    add(OPENING_SPEECH[words.partOfSpeech(word)] ?? 0, `opens with ${word}`);
    if (word.length === 1 && (words.logShare(word) ?? -18.5) < -9.5) add(-1.5, 'a bound character');
    if (/^[等性的了者化们]/u.test(first)) add(-2, 'a bound character');
  }
  if (unit.balance.closed !== '') add(-4, 'closes what it did not open');
  if (unit.balance.straightOdd) add(-1.5, 'an odd quotation mark');
  const opening = RUN_IN_HEAD.exec(plain)?.[1];
  if (opening !== undefined && unit.balance.closed === '' && !/^[等性的]/u.test(plain)) {
    add(/[，,]/u.test(opening) ? 1 : 1.8, 'a run-in head');
    if ((siblings.get(plain.slice(0, 2)) ?? 0) > 1) add(1.2, 'paragraphs that begin alike');
  }
  const row = unit.rows.widths[0];
  if (column !== undefined && row !== undefined && (unit.rows.widths.length >= 2 || !unit.complete)) {
    if (row >= column - 3 && row <= column - 1.3) add(2, 'the first line is set in');
    else if (row >= column - 0.8 && row <= column + 1.5) add(-2, 'the first line is full');
  }
  if (plain.length <= 16 && unit.complete) add(-1.5, 'a short rest');
  return { score, reasons };
}

/** How many paragraphs of the page begin with the same two characters. */
export function openingsOf(body: readonly Unit[]): ReadonlyMap<string, number> {
  const openings = new Map<string, number>();
  for (const unit of body) {
    const opening = RUN_IN_HEAD.test(unit.plain) ? unit.plain.slice(0, 2) : '';
    if (opening !== '') openings.set(opening, (openings.get(opening) ?? 0) + 1);
  }
  return openings;
}

/** Printed width of the column a unit stands in: its own, or the usual one of the nearest units that show theirs. */
export function columnsOf(body: readonly Unit[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  body.forEach((unit, at) => {
    const near: number[] = [];
    for (let step = 0; step <= 4 && near.length < 3; step++) {
      for (const other of step === 0 ? [unit] : [body[at - step], body[at + step]])
        if (other?.rows.column !== undefined) near.push(other.rows.column);
    }
    const middle = near.toSorted((a, b) => a - b)[Math.floor(near.length / 2)];
    if (middle !== undefined) columns.set(unit.index, middle);
  });
  return columns;
}
