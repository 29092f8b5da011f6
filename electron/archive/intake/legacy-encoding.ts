import iconv from 'iconv-lite';

/**
 * Decodes bytes of one named encoding. Big5 goes through iconv-lite, because the platform's decoder gets 4,912 Hong
 * Kong codes wrong; every other encoding through the platform, which is right about GB18030 where iconv-lite is not.
 * Returns undefined when `strict` and a sequence stands for no character.
 */
export function decodeAs(bytes: Uint8Array, encoding: string, strict: boolean): string | undefined {
  if (encoding === 'big5') {
    const text = iconv.decode(bytes, 'big5-hkscs', { stripBOM: false });
    return strict && text.includes('\uFFFD') ? undefined : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: strict, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether encoding the text again gives the bytes. A strict UTF-8 or UTF-16 decoder takes only what it would itself
 * write, so there the strict decoding is the proof; elsewhere several sequences may stand for one character, so the
 * text is encoded and compared.
 */
export function isLossless(text: string, bytes: Uint8Array, encoding: string): boolean {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') return true;
  const again = encodeAs(text, encoding);
  return again !== undefined && Buffer.compare(again, bytes) === 0;
}

/** The bytes of a text in a legacy encoding; undefined when it has a character that the encoding lacks, or the encoding has states. */
export function encodeAs(text: string, encoding: string): Uint8Array | undefined {
  if (encoding === 'big5') {
    const bytes = iconv.encode(text, 'big5-hkscs');
    return iconv.decode(bytes, 'big5-hkscs') === text ? bytes : undefined;
  }
  if (encoding.startsWith('iso-2022')) return undefined;
  const codes = codesOf(encoding);
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = codes.get(point) ?? (encoding === 'gb18030' ? fourBytes(point) : undefined);
    if (code === undefined) return undefined;
    if (code > 0xff_ff_ff) bytes[length++] = code >>> 24;
    if (code > 0xff_ff) bytes[length++] = (code >>> 16) & 0xff;
    if (code > 0xff) bytes[length++] = (code >>> 8) & 0xff;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

const codesByEncoding = new Map<string, Map<number, number>>();

/** Character to code, made by asking the decoder about every sequence of one, two and (EUC-JP) three bytes: the platform has no encoder but UTF-8's. */
function codesOf(encoding: string): Map<number, number> {
  const known = codesByEncoding.get(encoding);
  if (known) return known;
  const codes = new Map<number, number>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const ask = (sequence: readonly number[], code: number): boolean => {
    try {
      const [character, ...more] = decoder.decode(Uint8Array.from(sequence));
      const point = character?.codePointAt(0);
      if (point === undefined || more.length > 0) return false;
      if (!codes.has(point)) codes.set(point, code);
      return true;
    } catch {
      return false;
    }
  };
  for (let lead = 0; lead < 256; lead++) {
    // GB18030 reads a lone 80 as the euro sign, but writes it A2 E3.
    if (encoding === 'gb18030' && lead === 0x80) continue;
    if (ask([lead], lead) || lead < 0x81) continue;
    for (let trail = 0x30; trail < 256; trail++) ask([lead, trail], (lead << 8) | trail);
  }
  if (encoding === 'euc-jp')
    for (let lead = 0xa1; lead < 0xff; lead++)
      for (let trail = 0xa1; trail < 0xff; trail++) ask([0x8f, lead, trail], (0x8f << 16) | (lead << 8) | trail);
  codesByEncoding.set(encoding, codes);
  return codes;
}

/** Where each run of four-byte GB18030 codes begins in the Basic Multilingual Plane; found once by asking the decoder. */
let planeZero: Map<number, number> | undefined;

function fourBytes(point: number): number | undefined {
  if (point >= 0x1_00_00) return sequenceOf(point - 0x1_00_00 + 189_000);
  if (!planeZero) {
    planeZero = new Map();
    const decoder = new TextDecoder('gb18030', { fatal: true });
    const bytes = new Uint8Array(4);
    for (let pointer = 0; pointer < 39_420; pointer++) {
      new DataView(bytes.buffer).setUint32(0, sequenceOf(pointer));
      try {
        const found = decoder.decode(bytes).codePointAt(0);
        if (found !== undefined && !planeZero.has(found)) planeZero.set(found, pointer);
      } catch {
        // A pointer that stands for no character.
      }
    }
  }
  const pointer = planeZero.get(point);
  return pointer === undefined ? undefined : sequenceOf(pointer);
}

/** The four bytes of a GB18030 pointer (https://encoding.spec.whatwg.org/#gb18030-encoder), as one number. */
function sequenceOf(pointer: number): number {
  const first = Math.floor(pointer / 12_600);
  const second = Math.floor((pointer % 12_600) / 1260);
  const third = Math.floor((pointer % 1260) / 10);
  return (((first + 0x81) << 24) | ((second + 0x30) << 16) | ((third + 0x81) << 8) | ((pointer % 10) + 0x30)) >>> 0;
}
