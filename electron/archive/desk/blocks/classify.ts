import { isLatin, spelledOut, widthOf } from '../reading/characters.ts';
import { leadsOn } from '../reading/english.ts';
import { type Lexicon, lastWord, wordGain } from '../reading/lexicon.ts';
import { confidenceOf, hasSpacedText, neighbour, type Unit } from '../reading/units.ts';
import { columnsOf } from '../seams/starts.ts';
import { isMoreNote } from './bylines.ts';
import { isParticulars, SPEAKER } from './marks.ts';
import { markRows, markVerse } from './verse.ts';
import { readVoices } from './voices.ts';

/** Evidence for a headline, in the same unit as all evidence: about one for a doubling of the odds. */
export interface HeadEvidence {
  readonly score: number;
  readonly reasons: string[];
}

const BREAKS_OFF = /[的和与及、在是为对将把被从向等或且而其以于让使由《“‘（(「『+\-~～—]$/u;
const PAUSES = /[，、,][”’"']?$/u;
const BARE_NUMBER = /[^第之星期零〇一二三四五六七八九十百千万亿\d.+＋][一两几三四五六七八九]$/u;
const BEGINS_INSIDE = /^[，。、；：！？”’》）」』,;:!?)\]】%的了着]/u;

function latinHead(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 16) return -4;
  if (/^[\p{Ll}]/u.test(text)) return -4;
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length / words.length;
  const shout = text === text.toUpperCase();
  if (shout) return 3;
  if (capital >= 0.6) return /[,;]$/.test(text) ? -2 : 2;
  return (
    (words.length <= 7 ? 1.5 : words.length <= 10 ? 0.5 : -1) +
    (/[,;]$/.test(text) ? -4 : text.includes(',') ? -2.5 : 0)
  );
}

/** Weighs whether a set-apart line without a full stop is a headline or a sentence that the layout cut. */
export function weighHead(
  unit: Unit,
  before: Unit | undefined,
  after: Unit | undefined,
  words: Lexicon,
  column: number | undefined,
  spaced = true,
): HeadEvidence {
  const { plain, text } = unit;
  const reasons: string[] = [];
  let score = 0;
  const add = (value: number, reason: string) => {
    score += value;
    reasons.push(reason);
  };
  if (isMoreNote(plain)) add(9, 'more of a kind');
  else if (/^[(（][^()（）]*[)）]$/u.test(plain)) add(-4, 'stands in brackets');
  const width = widthOf(plain);
  const latin = isLatin(plain[0] ?? '') && width < plain.length * 0.7;
  if (width > 46 || plain.length < 2) return { score: -9, reasons: ['too long or too short for a headline'] };
  if (/。(?![”’」』])|；|;(?=\P{Script=Latin})/u.test(plain)) return { score: -9, reasons: ['sentence punctuation'] };
  if (unit.complete) {
    if (!/[？！?!]$/u.test(plain) || width > 22 || /[，,]/u.test(plain))
      return { score: -9, reasons: ['a whole sentence'] };
    add(-1.5, 'ends in ？ or ！');
  }
  if (isParticulars(plain)) return { score: -9, reasons: ['particulars, each behind its name'] };
  if (SALUTATION.test(text)) return { score: -9, reasons: ['a letter begins'] };
  if (SPEAKER.test(plain)) return { score: -9, reasons: ['a line of an interview'] };
  if (BEGINS_INSIDE.test(plain)) return { score: -9, reasons: ['begins inside a sentence'] };
  if (unit.balance.open !== '' || unit.balance.closed !== '' || unit.balance.straightOdd) add(-5, 'an open quotation');
  if (BREAKS_OFF.test(plain)) add(-3, 'breaks off');
  else if (PAUSES.test(plain) || (!latin && BARE_NUMBER.test(plain))) add(PAUSES.test(plain) ? -5 : -2, 'breaks off');
  if (latin) {
    add(latinHead(text), 'letter case');
    const signed = after?.role === 'byline' && /^["“‘']?\p{Lu}/u.test(text);
    if (leadsOn(text)) add(signed ? -1 : -5, 'ends in a word that leads on');
    // Behind an open sentence small letters below complete that one.
    const open = before?.role === 'paragraph' && !before.complete;
    if (after && !open && /^["“‘'(]?\p{Ll}/u.test(after.plain)) add(-4, 'small letters follow');
  }
  if (!latin) {
    add(width <= 24 ? 1.5 : 0.5, 'short');
    if (/，|,(?=\P{N})/u.test(plain)) add(commaWeight(plain, width), 'a comma');
    if (/[？！?!](?![”’」』]|$)/u.test(plain) && !/[ \u3000]/u.test(unit.display.trim())) add(-2, 'a question inside');
    if (before?.role === 'label' && before.label !== 'column' && !before.inLine && width <= 24) add(4, 'below a label');
    if (after?.sign === 'bare names') add(2, 'names follow');
    if (after && /^(?:——|--)/u.test(after.plain) && !after.complete) add(4, 'a subtitle follows');
    if (/^[pcd]/.test(words.partOfSpeech(lastWord(words, plain)))) add(-2, 'ends in a word that leads on');
    if (/[ \u3000]/u.test(unit.display.trim())) add(spaced ? 1.5 : 3, 'a pause');
    if (/——$|^——/u.test(plain)) add(4, 'a dash');
  }
  const row = unit.rows.widths.length === 1 ? unit.rows.widths[0] : undefined;
  if (column !== undefined && row !== undefined && !/[ \u3000]/u.test(unit.display)) {
    const setIn = Math.abs(row - column + 2) <= 1.1;
    if (setIn || Math.abs(row - column) <= 0.7) add(/[，,]/u.test(plain) ? -2 : -1, 'as long as a printed line');
  }
  if (after && (after.role === 'byline' || after.role === 'dateline')) add(3, 'a byline or dateline follows');
  if (after && after.block === unit.block) add(-1, 'same block as the text below');
  if (before && before.role === 'paragraph' && !before.complete) add(-1, 'the paragraph before is open');
  if (before?.role === 'paragraph' && !before.complete) {
    const gain = wordGain(words, before.plain, plain);
    if (gain > 5) add(-2, 'a word runs in from the line before');
  }
  if (after && (after.sign === undefined || after.sign === 'head') && !unit.complete) {
    const gain = wordGain(words, plain, after.plain);
    if (gain > 5) add(-Math.min(4, gain / 3), 'a word runs on into the next line');
  }
  return { score, reasons };
}

/** `To the Editor:` */
const SALUTATION = /^(?:To the [Ee]ditor|Dear (?:[Ee]ditor|[Ss]irs?|[Mm]adam)|Sirs?)\s*[:,—-]?$/u;

/** Below an English name: `For the Gazette`. */
const WRITTEN_FOR = /^(?:[Ff]or|FOR) (?:[Tt]he |THE )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3}$/u;

const ROLES = {
  furniture: 'noise',
  label: 'label',
  continuation_mark: 'continuation_mark',
  byline: 'byline',
  author_note: 'author_note',
  photo_credit: 'photo_credit',
  caption: 'caption',
  dateline: 'dateline',
  head: 'head',
} as const;

/** Headlines have few commas: behind a first word, or inside a saying that is quoted as a whole. */
function commaWeight(plain: string, width: number): number {
  if (/^[“「‘"][^“”「」"]+[”」’"]$/u.test(plain)) return -1;
  if (width > 24) return -5;
  return /^[^，,]{2,10}[:：]/u.test(plain) ? -1.5 : -3;
}

/** A short line that is a quotation from end to end: section heads of one story are often alike in this. */
const SAYING = /^[“「]([^“”「」。！？]{4,20})[”」]$/u;
const PADDED = spelledOut(/^\p{Script=Han}[ \u3000]+\p{Script=Han}$/u);
const PAPER = spelledOut(/^[\p{Script=Han}]{2,6}(?:日报|晚报|时报|商报|晨报|早报|快报|周报|周刊|都市报|青年报|新报)$/u);

/** Gives every unit a role: by its own words first, then by its shape and its neighbours. */
export function classify(units: readonly Unit[], words: Lexicon): void {
  const columns = columnsOf(units);
  const spaced = hasSpacedText(units);
  const undecided: Unit[] = [];
  const speaks = readVoices(units);
  const sayings = units.filter((unit) => !unit.inLine && SAYING.test(unit.plain));
  for (const unit of units) {
    if (unit.sign && unit.sign !== 'bare names') {
      unit.role = ROLES[unit.sign];
      unit.confidence = 0.95;
      unit.evidence = ['its own words'];
    } else undecided.push(unit);
  }
  for (const unit of undecided) {
    const before = units[unit.index - 1];
    const after = units[unit.index + 1];
    const below = units.slice(unit.index + 1, unit.index + 8).find((next) => !isPicture(next));
    if (before?.role === 'byline' && isLatin(unit.plain[0] ?? '') && WRITTEN_FOR.test(unit.text)) {
      set(unit, 'byline', 0.85, ['whom it was written for']);
      continue;
    }
    if (after?.sign === 'photo_credit' && after.block === unit.block && unit.text.length < 160) {
      set(unit, 'caption', 0.95, ['a photo credit follows']);
      continue;
    }
    const head =
      unit.inLine || speaks(unit) ? undefined : weighHead(unit, before, below, words, columns.get(unit.index), spaced);
    const alike = sayings.length > 1 && sayings.includes(unit) ? 2 : 0;
    const score = (head?.score ?? -9) + alike;
    if (head && score > 0) set(unit, 'head', confidenceOf(score + 0.5), head.reasons);
    else if (head && head.score > -9 && !unit.complete) {
      unit.confidence = confidenceOf(-head.score + 0.5);
      unit.evidence = head.reasons;
    }
  }
  for (const unit of undecided) if (unit.sign === 'bare names') settleNames(unit, units, words);
  markSquaredLabels(units);
  markRows(units);
  markVerse(units);
  markMasthead(units);
  markIssuers(units);
  markCaptions(units);
}

/** The paper's own name, beside its date or page number at the top. */
function markMasthead(units: readonly Unit[]): void {
  for (const unit of units.slice(0, 4)) {
    const beside = [units[unit.index - 1], units[unit.index + 1]].some((other) => other?.sign === 'furniture');
    const named = PAPER.test(unit.plain) || (unit.plain.length <= 30 && /^[\p{Lu}\s'’&-]{6,}$/u.test(unit.text.trim()));
    if (unit.role === 'head' && beside && named) set(unit, 'noise', 0.8, ['a paper’s name beside its date']);
  }
}

const SQUARED_WORD = spelledOut(/^([■◆●▲★])\s*[\p{Script=Han}]{2,4}$/u);

/**
 * The mark before a name also stands before the name of a column. Names stand below a headline, columns above one; and
 * a paper has one mark for each.
 */
function markSquaredLabels(units: readonly Unit[]): void {
  const squared = units.flatMap((unit) => {
    const mark = unit.sign === 'byline' && SQUARED_WORD.exec(unit.plain)?.[1];
    return mark ? [{ unit, mark }] : [];
  });
  const beside = (unit: Unit, step: 1 | -1) => neighbour(units, unit.index, step);
  const above = squared.filter(({ unit }) => beside(unit, -1)?.role !== 'head' && beside(unit, 1)?.role === 'head');
  const marks = new Set(above.map(({ mark }) => mark));
  for (const { unit, mark } of squared) {
    const alike = squared.filter((other) => other.mark === mark);
    const below = alike.filter((other) => beside(other.unit, -1)?.role === 'head');
    if (!marks.has(mark) || below.length * 2 > alike.length) continue;
    set(unit, 'label', 0.85, ['a column’s name above a headline']);
    Object.assign(unit, { label: 'column', sign: 'label' });
  }
}

const OFFICE =
  /(?:局|厅|委|办|处|院|所|中心|公司|集团|政府|委员会|指挥部|领导小组|协会|学会|银行|医院|学校|大学|报社|编辑部)$/u;
const DAY = spelledOut(
  /^(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日/u,
);

/** Whoever issues a notice stands below it, and the day below that. */
function markIssuers(units: readonly Unit[]): void {
  for (const unit of units) {
    const [before, after] = [units[unit.index - 1], units[unit.index + 1]];
    if (unit.role !== 'head' || before?.role !== 'paragraph' || !before.complete) continue;
    if (OFFICE.test(unit.plain) && after && DAY.test(after.plain)) set(unit, 'byline', 0.85, ['an office above a day']);
  }
}

/** Two or three characters that could be a name: a byline where bylines stand, unless they are a common word. */
function settleNames(unit: Unit, units: readonly Unit[], words: Lexicon): void {
  const before = units.slice(0, unit.index).findLast((other) => !isPicture(other));
  const after = units[unit.index + 1];
  const common = words.logShare(unit.plain);
  const opens = ['paragraph', 'dateline', 'head', 'caption'].includes(after?.role ?? '');
  if (common === undefined && PADDED.test(unit.display.trim())) {
    set(unit, 'byline', 0.85, ['a name padded to three characters']);
  } else if (before?.role === 'head' || before?.role === 'dateline') {
    if (opens && !(common !== undefined && common > -10.5)) set(unit, 'byline', 0.85, ['names alone under a headline']);
  } else if (before?.role === 'paragraph' && common === undefined) {
    const several = /\s/u.test(unit.display);
    if (several && before.complete && (after === undefined || after.role === 'head'))
      set(unit, 'byline', 0.6, ['names alone after a story']);
    else if (after?.role === 'paragraph' && (several || unit.plain.length === 3))
      set(unit, 'byline', 0.6, ['names alone between two texts']);
  } else if (common === undefined && unit.plain.length === 3 && after?.role === 'paragraph') {
    set(unit, 'byline', 0.6, ['names alone above a text']);
  }
}

/** Captions, credits and furniture interrupt the text without ending it. */
const isPicture = (unit: Unit) => unit.sign === 'caption' || unit.sign === 'photo_credit' || unit.sign === 'furniture';

function set(unit: Unit, role: Unit['role'], confidence: number, evidence: string[]) {
  unit.role = role;
  unit.confidence = confidence;
  unit.evidence = evidence;
}

/** One short sentence set apart by more empty lines than paragraphs are is a caption; so is a line before a credit. */
function markCaptions(units: readonly Unit[]): void {
  const gaps = units
    .filter((unit) => unit.gap > 0)
    .map((unit) => unit.gap)
    .toSorted((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 1;
  for (const unit of units) {
    const before = units[unit.index - 1];
    const after = units[unit.index + 1];
    if (unit.role !== 'paragraph' && unit.role !== 'head') continue;
    if (after?.role === 'photo_credit' && !after.inLine && unit.plain.length <= 80 && after.gap <= usual) {
      if (unit.role === 'paragraph' ? (unit.plain.match(/[。！？]/gu) ?? []).length <= 1 : after.gap === 0)
        set(unit, 'caption', 0.8, ['a photo credit follows']);
    } else if (
      unit.role === 'paragraph' &&
      before?.role === 'photo_credit' &&
      !before.inLine &&
      isLatin(unit.plain[0] ?? '') &&
      units[unit.index - 2]?.role !== 'caption' &&
      unit.plain.length <= 80 &&
      !/[.!?].*[.!?]$/u.test(unit.plain)
    ) {
      set(unit, 'caption', 0.65, ['below a photo credit']);
    } else if (
      unit.role === 'paragraph' &&
      unit.complete &&
      unit.gap > usual &&
      (after === undefined || after.gap > usual) &&
      before !== undefined &&
      unit.plain.length <= 60 &&
      (unit.plain.match(/[。！？]/gu) ?? []).length === 1
    ) {
      set(unit, 'caption', 0.65, ['one sentence set apart']);
    }
  }
}
