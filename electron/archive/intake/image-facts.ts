import type { PageImageFacts } from '#contract/positions.ts';
import { IntakeRefusal } from './document.ts';

/** A broadsheet at 600 dots an inch has 130 million; more would fill the memory of a window that shows it. */
const PIXELS = 150_000_000;

/** The names that scanners give to pictures of pages. */
export function isPageImageName(name: string): boolean {
  return /\.(png|jpe?g)$/i.test(name);
}

/**
 * Kind and size of a picture, by its head alone; nothing is decoded. Undefined for what is neither PNG nor JPEG.
 * @throws IntakeRefusal `bad_image` for a head that says no size or an unreasonable one
 */
export function readImageFacts(head: Uint8Array): Omit<PageImageFacts, 'bytes'> | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const isPng = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  if (!isPng && !isJpeg) return undefined;
  const size = isPng ? pngSize(bytes) : jpegSize(bytes);
  if (!size || size.width < 1 || size.height < 1 || size.width * size.height > PIXELS)
    throw new IntakeRefusal('bad_image');
  return { mediaType: isPng ? 'image/png' : 'image/jpeg', ...size };
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.subarray(12, 16).toString('latin1') !== 'IHDR') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The first start-of-frame segment: ITU-T T.81, B.2.2. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
