import { SPEAKER } from '../blocks/marks.ts';
import { isDigit, isHan, spelledOut } from '../reading/characters.ts';
import { type Lexicon, logLikelihood } from '../reading/lexicon.ts';
import type { Unit } from '../reading/units.ts';
import type { Clue, ClueName } from './clues.ts';
import type { Opening } from './openings.ts';

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

/** What the part of speech of the first word says, as jieba's dictionary tags it. */
const OPENING_SPEECH: Readonly<Record<string, ClueName>> = {
  t: 'opens with a time',
  c: 'opens with a pronoun or connective',
  r: 'opens with a pronoun or connective',
  n: 'opens with a noun',
  s: 'opens with a noun',
  l: 'opens with a noun',
  v: 'opens with a verb',
  u: 'opens with a particle',
  k: 'opens with a particle',
  y: 'opens with a particle',
  q: 'opens with a particle',
};

/** A short first sentence with more behind it names what the paragraph is about. */
const RUN_IN_HEAD = /^([^。！？，,；;]{4,22}|[^。！？，,；;]{2,9}[，,][^。！？，,；;]{2,9})[。！？](?=.{12})/u;
/** A quotation with a whole sentence in it is someone speaking, and speech begins a paragraph. */
const SPEECH = /^[“"「‘][^“”"「」]*[，。！？,][^“”"「」]*[”"」’]/u;
const TIME_OPENING =
  /^(?:近年来|近日|日前|今年|去年|昨日|昨天|目前|如今|当前|截至|据|此外|同时|下一步|接下来|随着|为了?|当天|当日|[一二三四五六七八九十\d]{1,4}(?:年|月|日|时)|记者|过去|未来|首先|其次|最后|总之|与此同时|另外|不仅如此|事实上|在[^，,。]{2,14}[，,]|从[^，,。]{1,10}(?:起|以来))/u;

/** A first clause that only says who is speaking. */
const SAYS = spelledOut(
  /^\p{Script=Han}[^，。！？：“”]{1,17}(?:表示|介绍|提醒|认为|说|说道|告诉记者|坦言|透露|指出|建议|强调|获悉|了解到|回忆|感慨|算了一笔账)[，：:]/u,
);

/** What a body unit's own words and shape say about whether it goes on inside a sentence. */
export function readStart(
  unit: Unit,
  before: Unit | undefined,
  words: Lexicon,
  column: number | undefined,
  siblings: ReadonlyMap<string, number>,
  opening: Opening,
): Clue[] {
  const { plain } = unit;
  const clues: Clue[] = [];
  const add = (name: ClueName, value = 1) => clues.push({ name, value });
  const first = plain[0] ?? '';
  if (before?.role === 'byline' || before?.role === 'dateline' || before?.role === 'label')
    add('after a byline or label');
  else if (before?.role === 'head') add('after a headline');
  else if (before?.role === 'paragraph' && before.complete) add('behind a whole paragraph');
  if (/^[，。、；：！？”’》）」』,;:!?)\]】%·]/u.test(first)) add('begins with closing punctuation');
  else if (SPEAKER.test(plain)) add('begins with speech');
  else if (/^[“"‘「『《]/u.test(first)) add(SPEECH.test(plain) ? 'begins with speech' : 'begins with a quotation');
  else if (/^\p{Ll}/u.test(first)) add('begins with a small letter');
  else if (/^\p{Lu}/u.test(first)) add('begins with a capital');
  else if (TIME_OPENING.test(plain)) add('a time or connective opens it');
  else if (isDigit(first)) add('begins with a number');
  else if (isHan(first)) {
    const word = firstWord(words, plain);
    const speech = OPENING_SPEECH[words.partOfSpeech(word)];
    if (speech) add(speech);
    if (word.length === 1 && (words.logShare(word) ?? -18.5) < -9.5) add('a rare single character opens it');
    if (/^[等性的了者化们]/u.test(first)) add('a bound character opens it');
  }
  if (!/^\p{Script=Latin}/u.test(first)) add('reads like the inside of a sentence', opening.afterWord / 3);
  if (SAYS.test(plain)) add('someone speaks first');
  if (unit.balance.closed !== '') add('closes what it did not open');
  // A unit that is cut itself may have lost the other mark at its own end.
  if (unit.balance.straightOdd && unit.complete) add('an odd quotation mark');
  const runIn = RUN_IN_HEAD.exec(plain)?.[1];
  if (runIn !== undefined && unit.balance.closed === '' && !/^[等性的]/u.test(plain)) {
    add(/[，,]/u.test(runIn) ? 'a run-in clause' : 'a run-in head');
    if ((siblings.get(plain.slice(0, 2)) ?? 0) > 1) add('paragraphs begin alike');
  }
  if (unit.setIn !== undefined && before?.role !== 'head') add(unit.setIn ? 'set in like a first line' : 'not set in');
  const row = unit.rows.widths[0];
  if (column !== undefined && row !== undefined && (unit.rows.widths.length >= 2 || !unit.complete)) {
    if (row >= column - 3 && row <= column - 1.3) add('the first line is set in');
    else if (row >= column - 0.8 && row <= column + 1.5) add('the first line is full');
  }
  if (unit.complete) add('a short rest', Math.max(0, Math.min(1, (52 - plain.length) / 40)));
  return clues;
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
