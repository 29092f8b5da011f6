import { isSetLine } from '../blocks/verse.ts';
import { readJumpMark } from '../jumps/jump-marks.ts';
import { hanAtEnd, hanAtStart, isHan, isLatin } from '../reading/characters.ts';
import { cannotMeet } from '../reading/english.ts';
import {
  gainAcross,
  type Lexicon,
  leftReach,
  type Reach,
  readWords,
  rightReach,
  wordAcross,
} from '../reading/lexicon.ts';
import { isAside, isBody, neighbour, type Unit, wordsIn } from '../reading/units.ts';
import { type Rarity, rarityOf, type Terms, termsBy, vocabularyOf, type WeighedTerms } from '../reading/vocabulary.ts';
import { type Clue, type ClueName, weigh } from './clues.ts';
import { readJoint } from './joints.ts';
import { type Opening, weighOpening } from './openings.ts';
import { columnsOf, openingsOf, readStart } from './starts.ts';
import { followGain } from './transitions.ts';

/** What is known of a page before its cut sentences are matched. */
export interface PageText {
  readonly units: readonly Unit[];
  readonly body: readonly Unit[];
  readonly words: Lexicon;
  /** For each unit the text right below it, pictures and furniture skipped; none where a headline comes first. */
  readonly next: ReadonlyMap<number, number>;
  readonly starts: ReadonlyMap<number, readonly Clue[]>;
  readonly openings: ReadonlyMap<number, Opening>;
  /** How often runs of one, two and three characters stand on the page. */
  readonly grams: ReadonlyMap<string, number>;
  /** Characters of running text. */
  readonly size: number;
  /** How many stories have begun above each unit. */
  readonly stories: readonly number[];
  /** Undefined for a text far larger than a page: nothing is counted there. */
  readonly rarity: Rarity | undefined;
  /** The words that lead up to a unit (negative index) or on from it, made once. */
  readonly vocabularies: Map<number, WeighedTerms>;
  readonly terms: Terms | undefined;
  /** Last words (negative index, less one) and first words (index and one), read once. */
  readonly edges: Map<number, string>;
  /** The characters beside a cut (before it: negative index, less one), read once. */
  readonly reaches: Map<number, Reach>;
}

/** Whole issues and books have more characters than this; they are matched by neighbours alone, in linear time. */
const LARGEST_PAGE = 200_000;

export function readPage(units: readonly Unit[], words: Lexicon): PageText {
  const body = units.filter(isBody);
  const columns = columnsOf(body);
  const siblings = openingsOf(body);
  const starts = new Map<number, Clue[]>();
  const openings = new Map<number, Opening>();
  for (const unit of body) {
    const opening = weighOpening(unit.plain, words);
    openings.set(unit.index, opening);
    const column = columns.get(unit.index);
    starts.set(unit.index, readStart(unit, previous(units, unit), words, column, siblings, opening));
  }
  const size = body.reduce((sum, unit) => sum + unit.plain.length, 0);
  const large = size > LARGEST_PAGE;
  const grams = large ? new Map<string, number>() : countGrams(body);
  const rarity = large ? undefined : rarityOf(body.map(wordsIn));
  let begun = 0;
  const stories = units.map((unit) =>
    unit.role === 'head' || unit.role === 'byline' || unit.role === 'continuation_mark' ? ++begun : begun,
  );
  return {
    units,
    body,
    words,
    next: nextBody(units),
    starts,
    openings,
    grams,
    size,
    stories,
    rarity,
    terms: rarity && termsBy(rarity),
    vocabularies: new Map(),
    edges: new Map(),
    reaches: new Map(),
  };
}

function countGrams(body: readonly Unit[]): Map<string, number> {
  const grams = new Map<string, number>();
  for (const { plain } of body) {
    for (let at = 0; at < plain.length; at++) {
      for (let size = 1; size <= 3 && at + size <= plain.length; size++) {
        const gram = plain.slice(at, at + size);
        grams.set(gram, (grams.get(gram) ?? 0) + 1);
      }
    }
  }
  return grams;
}

/**
 * How much more often two characters follow each other on this page than chance would have it: 0 for never or by
 * chance, 1 for a pair that is a word here.
 */
function bond(left: string, right: string, page: PageText): number {
  const together = page.grams.get(left + right) ?? 0;
  if (together === 0) return 0;
  const apart = ((page.grams.get(left) ?? 1) * (page.grams.get(right) ?? 1)) / Math.max(1, page.size);
  return Math.max(0, Math.min(1, Math.log(together / apart) / 5));
}

/** Ends inside a sentence. A colon ends a paragraph that a list or a speech follows. */
/** Texts whose sentence goes on somewhere on this page: a jump mark right behind one says that it goes on on another. */
export const headsOf = ({ body, units }: PageText) => body.filter((unit) => isOpen(unit) && !hasMark(units, unit, 1));

/** Texts that can go on with one: a jump mark right above one says where it comes from. */
export const tailsOf = ({ body, units }: PageText) =>
  body.filter((unit) => !isSetLine(unit) && !hasMark(units, unit, -1));

/** Starts that weigh less begin a text as texts begin. */
const BEGINS = -2;

/** The first text of the page can be the rest of its last; not one that begins below its own headline as texts begin. */
const opensPage = (unit: Unit, page: PageText) =>
  page.body[0] === unit &&
  (neighbour(page.units, unit.index, -1) === undefined || weigh(page.starts.get(unit.index) ?? []) > BEGINS);

function hasMark(units: readonly Unit[], unit: Unit, step: 1 | -1): boolean {
  const mark = neighbour(units, unit.index, step);
  if (mark?.role !== 'continuation_mark') return false;
  return readJumpMark(mark.plain)?.direction === (step === 1 ? 'onto' : 'from');
}

export const isOpen = (unit: Unit) => !unit.complete && !/[：:]$/u.test(unit.plain);

function previous(units: readonly Unit[], unit: Unit): Unit | undefined {
  for (let at = unit.index - 1; at >= 0; at--) {
    const before = units[at];
    if (before && !isAside(before)) return before;
  }
  return undefined;
}

function nextBody(units: readonly Unit[]): Map<number, number> {
  const next = new Map<number, number>();
  let below: Unit | undefined;
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at];
    if (!unit) continue;
    if (below && isBody(below)) next.set(at, below.index);
    if (!isAside(unit)) below = unit;
  }
  return next;
}

/** Everything that speaks for or against `tail` completing `head`. */
export function readPair(head: Unit, tail: Unit, page: PageText): Clue[] {
  const { next, starts, grams, words, body } = page;
  const start = starts.get(tail.index) ?? [];
  const clues: Clue[] = [{ name: 'the other half may be lost', value: 1 }, ...start];
  const add = (name: ClueName, value = 1, said?: string) =>
    clues.push({ name, value, ...(said ? { words: said } : {}) });
  const adjacent = next.get(head.index) === tail.index;
  if (adjacent) add('next text below');
  else {
    add('elsewhere on the page');
  }
  // The last words of a page have nothing below them, its first have nothing above: for them every place is far.
  if (!adjacent && body.at(-1) !== head && body[0] !== tail) {
    add('distance', Math.min(1, Math.abs(tail.index - head.index) / 75));
    if (tail.index < head.index) add('stands earlier');
    add(
      'stories between',
      Math.min(1, Math.abs((page.stories[tail.index] ?? 0) - (page.stories[head.index] ?? 0)) / 4),
    );
  }
  const shared = sharedWords(head, tail, page);
  if (shared !== 0) add('shared words', shared);
  const left = head.plain;
  const end = left.slice(-3);
  const right = tail.plain;
  const before = left.at(-1) ?? '';
  const after = right[0] ?? '';
  if (isHan(before) && isHan(after)) {
    const gain = gainAcross(words, reachOf(head, -1, page), reachOf(tail, 1, page));
    const word = gain > 2 ? wordAcross(words, left, right) : undefined;
    if (word) add('a word across the seam', Math.min(1, gain / 13), `the word ${word}`);
    else {
      const half = Math.max(
        halfWord(lastWordOf(head, page), words.beginsWords),
        halfWord(firstWordOf(tail, page), words.endsWords),
      );
      if (half > 0) add('half a word is left', half);
    }
  }
  const opening = page.openings.get(tail.index);
  if (opening && /[，、；：,;:]["”’]?$/u.test(end) && isHan(after))
    add('a clause begins behind a mark', (opening.afterMark - opening.afterWord) / 3);
  const lastWord = lastWordOf(head, page);
  const firstWord = firstWordOf(tail, page);
  const lastClass = words.classOf(lastWord);
  const firstClass = words.classOf(firstWord);
  if (isHan(before) && isHan(after)) add('words that follow each other', followGain(lastClass, firstClass) / 3);
  const whole = clues.some((clue) => clue.name === 'a word across the seam');
  for (const name of readJoint({ left: left.slice(-10), right, lastWord, lastClass, firstWord, firstClass }))
    if (!(whole && name === 'a number breaks off')) add(name);
  const together = isHan(before) && isHan(after) ? bond(before, after, page) : 0;
  if (together > 0) add('characters that go together', together);
  // A name that opens more than one paragraph; the second half of a word can stand anywhere.
  if ((grams.get(right.slice(0, 3)) ?? 0) > 1 && firstWord.length > 1) add('its opening recurs');
  const echoes = [left.slice(-2) + right.slice(0, 1), left.slice(-1) + right.slice(0, 2)].filter((gram) =>
    grams.has(gram),
  );
  const letters = /[\p{L}\p{N}]$/u.test(end) && /^[\p{L}\p{N}]/u.test(right);
  if (letters && echoes.length > 0) add('the page has these words', echoes.length);
  readQuotes(head, tail, add);
  if (/^\p{Ll}/u.test(right) && isLatin(before)) add('goes on in small letters');
  if (cannotMeet(head.text, tail.text)) add('two words that cannot meet');
  if (before === '-' && /^\p{Ll}/u.test(right)) add('a hyphenated word');
  if (body.at(-1) === head && tail.index < head.index)
    add(opensPage(tail, page) ? 'a rotated page' : 'the last words of the page');
  const last = head.rows.widths.at(-1);
  if (head.rows.column !== undefined && last !== undefined && last < head.rows.column - 2.5)
    add('the last line is not full');
  return clues;
}

function reachOf(unit: Unit, step: 1 | -1, { words, reaches }: PageText): Reach {
  const key = unit.index * step - (step < 0 ? 1 : 0);
  const known = reaches.get(key);
  if (known) return known;
  const found = step < 0 ? leftReach(words, unit.plain) : rightReach(words, unit.plain);
  reaches.set(key, found);
  return found;
}

/** A single character that is seldom a word by itself: 0 for one that often is, up to 1. */
const halfWord = (word: string, share: (ch: string) => number) =>
  word.length === 1 ? Math.max(0, share(word) - 0.5) * 2 : 0;

function lastWordOf(head: Unit, { words, edges }: PageText): string {
  const known = edges.get(-head.index - 1);
  if (known !== undefined) return known;
  const run = hanAtEnd(head.plain.slice(-10));
  const found = readWords(words, run).at(-1) ?? '';
  edges.set(-head.index - 1, found);
  return found;
}

function firstWordOf(tail: Unit, { words, edges }: PageText): string {
  const known = edges.get(tail.index + 1);
  if (known !== undefined) return known;
  const run = hanAtStart(tail.plain.slice(0, 10));
  const found = readWords(words, run)[0] ?? '';
  edges.set(tail.index + 1, found);
  return found;
}

/** An open quotation must be closed behind the seam; a balanced half meets no half that closes. */
function readQuotes(head: Unit, tail: Unit, add: (name: ClueName) => void): void {
  const inner = head.balance.open.at(-1);
  if (inner !== undefined) {
    if (tail.balance.closed.startsWith(inner)) add('a quotation is closed');
    else if (tail.complete) add('a quotation stays open');
  } else if (tail.balance.closed !== '') add('closes what was not opened');
  if (head.balance.straightOdd && tail.balance.straightOdd) add('two odd quotation marks');
  else if (head.balance.straightOdd !== tail.balance.straightOdd && tail.complete) add('one odd quotation mark');
}

/** Text that a unit surely flows on from or into is read with it up to this length. */
const CONTEXT = 160;

/**
 * Whether the text that leads up to the seam and the text that leads on from it speak of the same things: likeness of
 * their words, -0.3 for less than strangers on this page have, 1 for one story.
 */
function sharedWords(head: Unit, tail: Unit, page: PageText): number {
  if (!page.terms) return 0;
  const a = wordsAt(head, -1, page, page.terms);
  const b = wordsAt(tail, 1, page, page.terms);
  if (a.weights.length < 8 || b.weights.length < 8) return 0;
  return Math.max(-0.3, Math.min(1, (page.terms.cosine(a, b) - 0.03) * 8));
}

function wordsAt(unit: Unit, step: 1 | -1, page: PageText, terms: Terms): WeighedTerms {
  const key = unit.index * step;
  const known = page.vocabularies.get(key);
  if (known) return known;
  let text = wordsIn(unit);
  for (let at = unit.index + step; text.length < CONTEXT; at += step) {
    const near = page.units[at];
    if (!near || !isBody(near)) break;
    text += `\n${wordsIn(near)}`;
  }
  const words = terms.weigh(vocabularyOf(text));
  page.vocabularies.set(key, words);
  return words;
}
