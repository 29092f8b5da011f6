import { createHash, getRandomValues } from 'node:crypto';

/** Crockford's base32 in lower case: no i, l, o or u. */
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

let lastMillisecond = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562, 6.2 method 1): 48 bits of milliseconds, a 12-bit counter within the millisecond, 62 random bits.
 * Ids of one process are made in rising order even when the clock steps back.
 */
export function newId<Id extends string>(now: number): Id {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const random = getRandomValues(new Uint8Array(8));
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(random).toString('hex');
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const low = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-${hex.slice(0, 4)}-${hex.slice(4)}` as Id;
}

/** The last 50 bits of an id in ten letters: short enough for a block id in an export, random enough to be unique in an archive. */
export function shortId(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`) & ((1n << 50n) - 1n);
  let letters = '';
  for (let place = 0; place < 10; place += 1) {
    letters = BASE32.charAt(Number(bits & 31n)) + letters;
    bits >>= 5n;
  }
  return letters;
}

export function isShortId(text: string): boolean {
  return text.length === 10 && [...text].every((letter) => BASE32.includes(letter));
}

/** The number that a short id stands for. */
export function bitsOf(short: string): bigint {
  return [...short].reduce((bits, letter) => (bits << 5n) | BigInt(BASE32.indexOf(letter)), 0n);
}

/**
 * The id of something that comes back by its short id: the same whenever and wherever it does, with that short id. `at`
 * stands for the moment it was made.
 */
export function idOfShort<Id extends string>(short: string, at: number): Id {
  const hash = createHash('sha256').update(short).digest('hex');
  const time = Math.max(0, Math.trunc(at)).toString(16).padStart(12, '0').slice(-12);
  const high = (0x8000 | (Number.parseInt(hash.slice(3, 6), 16) << 2)) + Number(bitsOf(short) >> 48n);
  const low = (bitsOf(short) & ((1n << 48n) - 1n)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${high.toString(16)}-${low}` as Id;
}
