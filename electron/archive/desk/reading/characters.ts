/** What a single character can be in a printed line. Code points, not graphemes: offsets must stay offsets. */

/** What `\p{Script=Han}` stands for, as ranges. */
const HAN_RANGES =
  '\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9\u{20000}-\u{3ffff}';

/**
 * The same pattern with `\p{Script=Han}` spelled out. The property takes half a millisecond each time it stands in a
 * pattern, and that often again where it is counted (`{2,4}`): a hundred of them took longer than a page does.
 */
export const spelledOut = (pattern: RegExp): RegExp =>
  new RegExp(
    pattern.source.replace(/\\[pP]\{Script=Han\}|\\.|\[(?:\\.|[^\]\\])*\]/gu, (part) => {
      if (part.startsWith('[')) return part.replaceAll('\\p{Script=Han}', HAN_RANGES);
      if (part === '\\P{Script=Han}') return `[^${HAN_RANGES}]`;
      return part === '\\p{Script=Han}' ? `[${HAN_RANGES}]` : part;
    }),
    pattern.flags,
  );

const HAN = spelledOut(/[\p{Script=Han}〇々]/u);
const CJK_PUNCTUATION = /[\u3001-\u303f\uff01-\uff65\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]/;
const CJK_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}〇々]/u;

/** Characters that take no room and mean nothing to a reader. Joiners (U+200C, U+200D) do mean something. */
const INVISIBLE = new Set(['\u00ad', '\u200b', '\u2060', '\ufeff', '\u180e', '\u0085']);
export const SOFT_HYPHEN = '\u00ad';

/**
 * Answers once for each code unit: these questions are asked of every character of a page dozens of times. The answers
 * are whole numbers from 0 to 254.
 */
export function rememberedNumber(ask: (ch: string) => number): (ch: string) => number {
  const answers = new Uint8Array(0x1_00_00);
  return (ch) => {
    if (ch.length !== 1) return ask(ch);
    const unit = ch.charCodeAt(0);
    answers[unit] ||= ask(ch) + 1;
    return (answers[unit] ?? 1) - 1;
  };
}

function remembered(ask: (ch: string) => boolean): (ch: string) => boolean {
  const answer = rememberedNumber((ch) => (ask(ch) ? 1 : 0));
  return (ch) => answer(ch) === 1;
}

export const isSpace = remembered((ch) => /\s/u.test(ch));
export const isInvisible = remembered((ch) => INVISIBLE.has(ch));
/** Nothing to see: white space or a character without width. */
export const isBlank = (ch: string) => isSpace(ch) || isInvisible(ch);
export const isLineEnd = (ch: string) =>
  ch === '\n' || ch === '\r' || ch === '\u2028' || ch === '\u2029' || ch === '\f' || ch === '\v' || ch === '\u0085';
export const isHan = remembered((ch) => HAN.test(ch));
export const isLatin = remembered((ch) => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(ch));
export const isDigit = (ch: string) => /[0-9０-９]/.test(ch);
const HAN_FIRST = spelledOut(/^\p{Script=Han}*/u);
const HAN_LAST = spelledOut(/\p{Script=Han}*$/u);
/** The run of Han characters that a text begins, or ends, with. */
export const hanAtStart = (text: string) => HAN_FIRST.exec(text)?.[0] ?? '';
export const hanAtEnd = (text: string) => HAN_LAST.exec(text)?.[0] ?? '';

/** Set on the square: Han, kana, hangul and the punctuation that goes with them. */
export const isCjk = remembered((ch) => CJK_LETTER.test(ch) || CJK_PUNCTUATION.test(ch));

/** Printed width in ems: a square character is one, half-width ones are half. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code < 0xe000) continue;
    width += code < 0x2000 ? 0.5 : 1;
  }
  return width;
}

/** Without white space and invisible characters, for matching. */
export const solid = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff\u180e\u0085]+/gu, '');

const CLOSERS = '”’」』）)】》〉"\'';
const TERMINALS = '。！？!?…．';

/** A complete sentence stands at the end: 。！？… or, in Latin text, a full stop, with closing quotes after it. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && (CLOSERS.includes(text[at] ?? '') || isBlank(text[at] ?? ''))) at--;
  if (at < 0) return false;
  const ch = text[at] ?? '';
  if (TERMINALS.includes(ch)) return true;
  return (
    ch === '.' &&
    /[\p{Script=Latin}\d)\]”’"'%]/u.test(text[at - 1] ?? '') &&
    !/\b(Mr|Mrs|Ms|Dr|St|No|vs)$/.test(text.slice(0, at))
  );
}

/** Where the script of a text is mostly Latin, lines break at spaces and not at squares. */
export function isMostlyLatin(text: string): boolean {
  let han = 0;
  let latin = 0;
  const step = Math.max(1, Math.floor(text.length / 4000));
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if (code >= 0x2e80 && code < 0xfb00) han++;
    else if ((code >= 0x41 && code < 0x5b) || (code >= 0x61 && code < 0x7b) || (code >= 0xc0 && code < 0x530)) latin++;
  }
  return latin > han * 3;
}

/** How far quotation marks and brackets are from closing: what is still open, and what closes without having been opened. */
export interface Balance {
  /** Marks opened and not closed, outermost first. */
  readonly open: string;
  /** Closing marks whose opening is not here, in order. */
  readonly closed: string;
  /** Straight quotes have no direction; an odd number means one half is elsewhere. */
  readonly straightOdd: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '」': '「',
  '』': '『',
  '）': '(',
  ')': '(',
  '】': '【',
};

const isPaired = remembered((ch) => '"＂（“‘《「『(【'.includes(ch) || ch in PAIRS);

export function balanceOf(text: string): Balance {
  const open: string[] = [];
  let closed = '';
  let straight = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code < 0xa000) continue;
    const ch = text[at] ?? '';
    if (!isPaired(ch)) continue;
    if (ch === '"' || ch === '＂') straight++;
    else if (ch === '（') open.push('(');
    else if ('“‘《「『(【'.includes(ch)) open.push(ch);
    else if (ch in PAIRS) {
      // An apostrophe closes nothing.
      if (ch === '’' && isLatin(text[at - 1] ?? '')) continue;
      if (ch === ')' && /^[0-9a-zA-Z一二三四五六七八九十]$/.test(text[at - 1] ?? '') && open.at(-1) !== '(') continue;
      const mate = PAIRS[ch] ?? '';
      const where = open.lastIndexOf(mate);
      if (where < 0) closed += mate;
      else open.length = where;
    }
  }
  return { open: open.join(''), closed, straightOdd: straight % 2 === 1 };
}
