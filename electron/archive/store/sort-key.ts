import { pinyin } from 'pinyin-pro';

/** Characters of a title that its key stands for; titles that agree so far keep the order of their import. */
const KEY_CHARACTERS = 24;

/** Sorts after every key: where there is nothing to sort by. */
export const LAST_KEY = '\u{10FFFF}';

const TOKENS = /\p{Script=Han}|\d+|[\p{L}\p{M}\p{N}]/gu;

/**
 * A text that sorts by plain comparison of its bytes as `Intl.Collator('zh-u-co-pinyin')` would sort the title: numbers
 * by value, then Han by syllable and tone, then letters without their case. ICU gives no sort keys to JavaScript and
 * SQLite here has no ICU, so the order is made when the title is written. Two things differ, on purpose: punctuation
 * and blanks do not count, and a character of several readings is read in its word (重庆 under chong, not zhong).
 * Inside one syllable and tone the order is that of the code points.
 */
export function sortKey(title: string): string {
  const start = [...title.normalize('NFKC').matchAll(TOKENS)].slice(0, KEY_CHARACTERS);
  const characters = start.map(([token]) => token);
  const han = characters.filter(isHan);
  // Read together, so that a word's other characters decide between readings.
  const readings = han.length === 0 ? [] : pinyin(han.join(''), { type: 'array', toneType: 'num' });
  let reading = 0;
  return characters
    .map((token) => (isHan(token) ? hanKey(token, readings[reading++] ?? '') : plainKey(token)))
    .join('');
}

function isHan(token: string): boolean {
  return /^\p{Script=Han}/u.test(token);
}

/** Capitals sort before small letters in bytes: Han stands before Latin. The neutral tone comes last, as in ICU. */
function hanKey(character: string, reading: string): string {
  const syllable = /^([a-zü]+)([0-5]?)$/.exec(reading);
  if (!syllable?.[1]) return `[${character}`; // no known reading: after Z, before a
  const tone = syllable[2] === '' || syllable[2] === '0' ? '5' : syllable[2];
  return `${syllable[1].replaceAll('ü', 'v').toUpperCase()}${tone}${character}`;
}

/** The length before the digits makes 9 stand before 10. */
function plainKey(token: string): string {
  if (!/^\d/.test(token)) return token.toLowerCase();
  const digits = token.replace(/^0+(?=\d)/, '');
  return `${String.fromCharCode(0x30 + Math.min(digits.length, 9))}${digits}`;
}
