import { Converter } from 'opencc-js/t2cn';

/**
 * The rule of what matches, written a second time and the slow way: whole texts are folded to strings, cut by regular
 * expressions and compared term by term. Nothing here comes from the search it judges.
 */
export interface OracleTerm {
  readonly text: string;
  readonly kind: 'character' | 'word' | 'mark' | 'end';
  readonly start: number;
  readonly end: number;
}

export interface OracleSpan {
  readonly start: number;
  readonly end: number;
}

const simplify = Converter({ from: 't', to: 'cn' });
const simple = new Map<string, string>();

function simplifyAlone(character: string): string {
  let known = simple.get(character);
  if (known === undefined) {
    known = character;
    for (let next = simplify(known); next !== known; next = simplify(known)) known = next;
    simple.set(character, known);
  }
  return known;
}

const CLUSTER = /[\s\p{Cc}]|[^\p{M}][\p{M}\uff9e\uff9f\u1160-\u11ff]*|\p{M}+/gsu;
/** Stands beside signs such as ① and ㎡, so that they never join a number. */
const APART = '\uffff';

/** The folded text, and for each of its UTF-16 units the range of the text it came from. */
function foldWhole(text: string): { folded: string; ranges: OracleSpan[] } {
  let folded = '';
  const ranges: OracleSpan[] = [];
  const add = (part: string, start: number, end: number) => {
    folded += part;
    for (let i = 0; i < part.length; i += 1) ranges.push({ start, end });
  };
  let wasRaised = false;
  for (const match of text.matchAll(CLUSTER)) {
    const start = match.index;
    const end = start + match[0].length;
    const isBroken = !match[0].isWellFormed() || /[\u{f0000}-\u{f01ff}]/u.test(match[0]);
    const wide = (isBroken ? '\ufffd' : match[0]).normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    const lower = [...wide].map((character) => character.toLowerCase()).join('');
    const part = dropLoneMarks([...lower].map((character) => (character === 'ς' ? 'σ' : simplifyAlone(character))));
    const isSign =
      /^[\p{No}\p{Nl}\p{So}]/u.test(match[0]) &&
      /[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]/v.test(part);
    // The ₂ of CO₂ belongs to its letters; the ¹ of a footnote never to a number.
    const isRaised = SCRIPT.test(match[0]);
    const joins = isRaised && (wasRaised || (/[\p{L}\p{M}]$/u.test(folded) && !CJK_END.test(folded)));
    if (isSign && !joins) add(APART, start, start);
    add(part, start, end);
    const next = (text[end] ?? '').normalize('NFKC');
    if (isSign && (!isRaised || next === '.' || next === ',')) add(APART, end, end);
    wasRaised = isSign && isRaised;
  }
  return { folded, ranges };
}

/** A combining mark that did not compose stays with a letter of an alphabet and goes with anything else. */
function dropLoneMarks(characters: readonly string[]): string {
  let kept = '';
  for (const character of characters)
    if (
      !/\p{M}/u.test(character) ||
      (/[^\p{Me}\u3099\u309a]/u.test(character) && /[\p{L}\p{N}\p{M}]$/u.test(kept) && !CJK_END.test(kept))
    )
      kept += character;
  return kept;
}

const SCRIPT = /[\u00b2\u00b3\u00b9\u2070-\u209f]/u;
const CJK_END = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]$/u;

const TERM =
  /(?<gap>[\s\p{Cc}\uffff]+)|(?<character>[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&[\p{L}\p{N}]])|(?<word>(?:\d{1,3}(?:,\d{3}(?!\d))+)?[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]*(?:(?<=\d)\.(?=\d)[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]+)*)/vy;

export function oracleTerms(text: string): OracleTerm[] {
  const { folded, ranges } = foldWhole(text);
  const terms: OracleTerm[] = [];
  const range = (from: number, to: number): OracleSpan => ({
    start: ranges[from]?.start ?? 0,
    end: ranges[to - 1]?.end ?? 0,
  });
  let at = 0;
  while (at < folded.length) {
    TERM.lastIndex = at;
    const groups = TERM.exec(folded)?.groups ?? {};
    const { gap, character, word } = groups;
    if (gap) {
      const lines = gap
        .replaceAll('\r\n', '\n')
        .replaceAll('\u2029', '\n\n')
        .replace(/[^\n\r\v\f\u0085\u2028]/g, '').length;
      const last = at + gap.length;
      if (lines > 1 && terms.length > 0 && last < folded.length)
        terms.push({ text: '¶', kind: 'end', ...range(last - 1, last) });
      at = last;
    } else if (character) {
      terms.push({ text: character, kind: 'character', ...range(at, at + character.length) });
      at += character.length;
    } else if (word) {
      terms.push({ text: word, kind: 'word', ...range(at, at + word.length) });
      at += word.length;
    } else {
      const mark = String.fromCodePoint(folded.codePointAt(at) ?? 0);
      const next = folded[at + mark.length];
      const isEnd = /[。！？!?]/u.test(mark) || (mark === '.' && (next === undefined || /[\s\p{Cc}]/u.test(next)));
      terms.push({ text: mark, kind: isEnd ? 'end' : 'mark', ...range(at, at + mark.length) });
      at += mark.length;
    }
  }
  return terms;
}

/** Where a phrase stands. `loose` allows up to three marks between two words, never the end of a sentence. */
export function oracleHits(text: readonly OracleTerm[], phrase: readonly OracleTerm[], loose: boolean): OracleSpan[] {
  const hits: OracleSpan[] = [];
  const first = phrase[0]?.text;
  for (let at = 0; at < text.length; at += 1) {
    const last = text[at]?.text === first ? furthest(text, phrase, at, loose) : undefined;
    if (last) hits.push({ start: text[at]?.start ?? 0, end: last.end });
  }
  return hits;
}

/** The shortest way through the text; tries every number of marks at every place. */
function furthest(
  text: readonly OracleTerm[],
  phrase: readonly OracleTerm[],
  at: number,
  loose: boolean,
): OracleTerm | undefined {
  const [first, ...rest] = phrase;
  const here = text[at];
  if (!first || !here || first.text !== here.text) return undefined;
  if (rest.length === 0) return here;
  const isInside = isWord(first) && isWord(rest[0]);
  for (let skipped = 0; skipped <= (loose && isInside ? 3 : 0); skipped += 1) {
    if (text.slice(at + 1, at + 1 + skipped).some((term) => term.kind !== 'mark')) return undefined;
    const end = furthest(text, rest, at + 1 + skipped, loose);
    if (end) return end;
  }
  return undefined;
}

function isWord(term: OracleTerm | undefined): boolean {
  return term?.kind === 'character' || term?.kind === 'word';
}
