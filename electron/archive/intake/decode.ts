import chardet from 'chardet';
import iconv from 'iconv-lite';
import { IntakeRefusal } from './document.ts';
import { decodeAs, isLossless } from './legacy-encoding.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly lossless: boolean;
}

/** What the guesses look at: enough for every statistic, little enough for a file of any size. */
const SAMPLE_BYTES = 65_536;
/** A text with more broken sequences than this share of its characters was read in the wrong encoding. */
const DAMAGE_ALLOWED = 0.005;

/**
 * Bytes to text. In this order: byte-order mark, the charset that the document declares, zero bytes that only UTF-16
 * explains, UTF-8 validity, statistics. A declaration that does not fit the bytes is not believed.
 * @throws IntakeRefusal `binary` or `unknown_encoding`
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return finish(bytes.subarray(marked.length), marked.encoding, true);

  const utf8 = decodeAs(bytes, 'utf-8', true);
  const wide = utf8 !== undefined && !utf8.includes('\0') ? undefined : wideEncoding(bytes);
  if (wide) return finish(bytes, wide, false);
  if (looksBinary(bytes)) throw new IntakeRefusal('binary');

  const named = declared === undefined ? undefined : normaliseLabel(declared);
  const fits = named !== undefined && named !== 'utf-8' && decodeAs(bytes, named, true);
  // The Chinese encodings are mistaken for each other by whoever writes the label; a wrong one shows in rare characters.
  if (fits && commonShare(fits) >= 0.8) return finish(bytes, named, false);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', byteOrderMark: false, lossless: true };
  const damaged = decodeAs(bytes, 'utf-8', false) ?? '';
  if (damage(damaged) <= DAMAGE_ALLOWED)
    return { text: damaged, encoding: 'utf-8', byteOrderMark: false, lossless: false };
  const likely = guess(bytes);
  // A few rare characters look like nothing to the statistics; then the document's own word is better.
  const guessed = fits && (likely === undefined || !MULTI_BYTE.includes(likely)) ? named : likely;
  if (guessed === undefined) throw new IntakeRefusal('unknown_encoding');
  return finish(bytes, guessed, false);
}

function finish(bytes: Uint8Array, encoding: string, mark: boolean): DecodedText {
  const strict = decodeAs(bytes, encoding, true);
  const text = strict ?? decodeAs(bytes, encoding, false);
  if (text === undefined || (strict === undefined && damage(text) > DAMAGE_ALLOWED))
    throw new IntakeRefusal('unknown_encoding');
  return {
    text,
    encoding,
    byteOrderMark: mark,
    lossless: strict !== undefined && isLossless(strict, bytes, encoding),
  };
}

function byteOrderMark(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  // GB18030's own mark, 84 31 95 33.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: 'gb18030', length: 4 };
  return undefined;
}

/**
 * UTF-16 without a mark. Latin letters and line ends put zero bytes in every other place; Chinese without any shows in
 * that its code units are nearly all everyday characters, which other encodings' byte pairs are not.
 */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++)
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const order = even > odd ? ['utf-16be'] : odd > even ? ['utf-16le'] : ['utf-16le', 'utf-16be'];
  return order.find((encoding) => {
    // A sample that ends inside a surrogate pair is no reason to refuse.
    const text = decodeAs(sample, encoding, false) ?? '';
    // Without a zero byte, the byte pairs of GB18030 would pass as rare Hangul: eight units must all be everyday ones.
    if (even + odd === 0) return text.length >= 8 && !/[\uac00-\ud7a3]/.test(text) && commonShare(text) > 0.95;
    return text.length > 0 && (text.match(PLAUSIBLE_WIDE)?.length ?? 0) / text.length > 0.95;
  });
}
const PLAUSIBLE_WIDE =
  /[\t\n\r\x20-\x7e\u00a0-\u024f\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g;

/** Control characters that no text has, beyond a stray one. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    // Allowed: tab, line ends, page feed, back space, escape (ISO-2022), the old end-of-file mark.
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a) controls++;
  }
  return controls > 1 + sample.length / 1000;
}

function damage(text: string): number {
  let broken = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) wide++;
  }
  // A mostly Latin text with a handful of foreign bytes is not UTF-8 with damage: what is above ASCII decides.
  return broken === 0 ? 0 : broken / (broken + wide);
}

const MULTI_BYTE = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];

/**
 * Which legacy encoding. Statistics decide where they are sure; on a few characters they know nothing, and the
 * encoding wins in which the text is made of common characters, the mainland one first.
 */
function guess(bytes: Uint8Array): string | undefined {
  const sample = wholeLines(bytes);
  const ranked = chardet
    .analyse(sample)
    .map(({ name, confidence }) => ({ encoding: normaliseLabel(name), confidence }))
    .filter((match): match is { encoding: string; confidence: number } => match.encoding !== undefined);
  for (const { encoding, confidence } of ranked) {
    if (confidence < 60 || !(MULTI_BYTE.includes(encoding) || encoding.startsWith('iso-2022'))) continue;
    if (damage(decodeAs(sample, encoding, false) ?? '\uFFFD') <= DAMAGE_ALLOWED) return encoding;
  }
  let best: { encoding: string; share: number } | undefined;
  for (const encoding of MULTI_BYTE) {
    const text = decodeAs(sample, encoding, false) ?? '\uFFFD';
    if (damage(text) > DAMAGE_ALLOWED) continue;
    const share = commonShare(text);
    if (share >= 0.9 && (!best || share > best.share)) best = { encoding, share };
  }
  const single = ranked.find(({ encoding, confidence }) => confidence >= 30 && !MULTI_BYTE.includes(encoding));
  // Accented Latin has its high bytes one by one among letters; two-byte text has them in pairs.
  if (best && !(single && isScattered(sample))) return best.encoding;
  if (single && readsAsLetters(sample, single.encoding)) return single.encoding;
  return undefined;
}

/** The sample, not ended in the middle of a character. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return bytes.subarray(0, end > SAMPLE_BYTES / 2 ? end : SAMPLE_BYTES);
}

function isScattered(bytes: Uint8Array): boolean {
  let lone = 0;
  let high = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) lone++;
  }
  return lone / high > 0.7;
}

function readsAsLetters(bytes: Uint8Array, encoding: string): boolean {
  const text = decodeAs(bytes, encoding, true);
  if (text === undefined) return false;
  const high = text.match(/[^\0-\x7f]/gu) ?? [];
  const letters = high.filter((character) => /[\p{L}\p{M}«»“”‘’–—…°№§]/u.test(character));
  return letters.length >= high.length * 0.9;
}

/** The share of a text's characters above ASCII that everyday Chinese, Japanese or Korean is made of. */
function commonShare(text: string): number {
  let common = 0;
  let all = 0;
  for (const character of text.slice(0, SAMPLE_BYTES)) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) continue;
    all++;
    if (
      commonHan().has(character) ||
      (point >= 0xa0 && point <= 0x24f) ||
      (point >= 0x2010 && point <= 0x2026) ||
      (point >= 0x3000 && point <= 0x30ff) ||
      (point >= 0xac00 && point <= 0xd7a3) ||
      (point >= 0xff01 && point <= 0xff5e)
    )
      common++;
  }
  return all === 0 ? 1 : common / all;
}

let common: ReadonlySet<string> | undefined;

/** The first levels of GB 2312 (3,755 characters) and of Big5 (5,401): what their standards call common. */
function commonHan(): ReadonlySet<string> {
  if (common) return common;
  const found = new Set<string>();
  const add = (text: string) => {
    for (const character of text) found.add(character);
  };
  for (let lead = 0xb0; lead <= 0xd7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) add(decodeAs(Uint8Array.of(lead, trail), 'gb18030', true) ?? '');
  for (let lead = 0xa4; lead <= 0xc6; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      add(iconv.decode(Buffer.of(lead, trail), 'big5'));
    }
  found.delete('\uFFFD');
  common = found;
  return found;
}

/** A label as documents and statistics write it to the one that is stored; undefined for what nothing here decodes. */
export function normaliseLabel(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  if (['gb2312', 'gbk', 'gb_2312-80', 'x-gbk', 'gb18030', 'cp936', 'hz-gb-2312'].includes(name))
    return name.startsWith('hz') ? undefined : 'gb18030';
  if (['big5', 'big5-hkscs', 'x-x-big5', 'cp950'].includes(name)) return 'big5';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
