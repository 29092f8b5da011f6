import { isAlto } from './read-alto.ts';
import { isMets } from './read-mets.ts';

/** What a file is, by its name and its first bytes. */
export type Format = 'text' | 'markdown' | 'html' | 'alto' | 'mets';

type SignatureReason = 'binary' | 'unsupported_type' | 'unshown_image';

/** First bytes of files that are no text (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const SIGNATURES: readonly {
  readonly bytes: string;
  readonly at?: number;
  readonly reason: SignatureReason;
}[] = [
  { bytes: '%PDF-', reason: 'unsupported_type' },
  { bytes: 'PK\x03\x04', reason: 'unsupported_type' },
  { bytes: '{\\rtf', reason: 'unsupported_type' },
  { bytes: '\xd0\xcf\x11\xe0', reason: 'unsupported_type' },
  { bytes: '\x89PNG', reason: 'unsupported_type' },
  { bytes: '\xff\xd8\xff', reason: 'unsupported_type' },
  { bytes: 'GIF8', reason: 'unsupported_type' },
  { bytes: 'WEBP', at: 8, reason: 'unsupported_type' },
  { bytes: 'WARC/1', reason: 'unsupported_type' },
  { bytes: 'II*\0', reason: 'unshown_image' },
  { bytes: 'MM\0*', reason: 'unshown_image' },
  // BigTIFF, and JPEG 2000 with its box and without.
  { bytes: 'II+\0', reason: 'unshown_image' },
  { bytes: 'MM\0+', reason: 'unshown_image' },
  { bytes: '\0\0\0\x0cjP  ', reason: 'unshown_image' },
  { bytes: '\xff\x4f\xff\x51', reason: 'unshown_image' },
  { bytes: 'AT&TFORM', reason: 'unsupported_type' },
  { bytes: 'SQLite format 3\0', reason: 'binary' },
  { bytes: '\x7fELF', reason: 'binary' },
  { bytes: 'MZ\x90\0', reason: 'binary' },
  { bytes: '\x1f\x8b', reason: 'binary' },
  { bytes: '7z\xbc\xaf', reason: 'binary' },
  { bytes: 'Rar!', reason: 'binary' },
  { bytes: '\xca\xfe\xba\xbe', reason: 'binary' },
];

/** Why a file of this kind is not read, or undefined. */
export function refusedBySignature(bytes: Uint8Array, name: string): SignatureReason | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const found = SIGNATURES.find(({ bytes: signature, at = 0 }) => head.startsWith(signature, at));
  if (found) return found.reason;
  return /\.mht(ml)?$/i.test(name) ? 'unsupported_type' : undefined;
}

/** By the extension first; a file without a telling one is HTML when it begins like HTML. */
export function formatOf(head: string, name: string): Format {
  if (/\.(x?html?|xht|shtml)$/i.test(name)) return 'html';
  if (/\.(md|markdown|mdown|mkd|qmd)$/i.test(name)) return 'markdown';
  if (isMets(head)) return 'mets';
  if (isAlto(head)) return 'alto';
  const start = head.slice(0, 4096).replace(/^(\s|<\?xml[^>]*\?>|<!-{2}[\s\S]*?-{2}>)+/, '');
  return /^(<!doctype html|<html[\s>])/i.test(start) ? 'html' : 'text';
}

/** The charset that an HTML document declares in its first 1,024 bytes (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding). */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_:-]+)/i.exec(head)?.[1]
  );
}
