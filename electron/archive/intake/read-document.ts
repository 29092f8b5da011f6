import { decodeText } from './decode.ts';
import { type IntakeDocument, IntakeRefusal } from './document.ts';
import { HEAD_BYTES, TEXT_CHARACTERS } from './file-limits.ts';
import { declaredCharset, type Format, formatOf, refusedBySignature } from './format.ts';
import { withPrintedOrigin } from './printed-origin.ts';
import { readAlto } from './read-alto.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMets } from './read-mets.ts';
import { type ReadText, readPlainText, readRawPage } from './read-text.ts';

/** A text with more lines than this is a log or a table of data. */
const TEXT_LINES = 50_000;

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  alto: 'application/xml',
  mets: 'application/xml',
};
const IMPORTERS: Readonly<Record<Format, string>> = {
  text: 'text 1',
  markdown: 'markdown 1',
  html: 'html 1',
  alto: 'alto 1',
  mets: 'mets 1',
};

/**
 * The bytes of one file as a document: text, where it came from, and its blocks. Pure work, for a worker thread.
 * A text that is cut (`text_too_long`) is not lossless: the rest is in the original only.
 * @throws IntakeRefusal by name for what cannot be read
 */
export function readDocument(
  bytes: Uint8Array,
  name: string,
  looksLikePage: (text: string) => boolean,
  path: string = name,
): IntakeDocument {
  if (bytes.length === 0) throw new IntakeRefusal('empty');
  const refused = refusedBySignature(bytes, name);
  if (refused) throw new IntakeRefusal(refused);
  const decoded = decodeText(withoutCutCharacter(bytes), declaredCharset(bytes));
  const format = formatOf(decoded.text, name);
  const isWhole = format === 'html' || format === 'alto' || format === 'mets';
  const source = isWhole ? decoded.text : cut(decoded.text);
  if (source.trim() === '') throw new IntakeRefusal('empty');
  if ((format === 'alto' || format === 'mets') && bytes.length === HEAD_BYTES) throw new IntakeRefusal('too_large');
  const divisions = format === 'mets' ? readMets(source) : undefined;
  const placed = format === 'alto' ? readAlto(source) : undefined;
  const lines = placed?.text ?? source;
  // Whoever divided it into articles knew that it is a page.
  const page = placed?.isDivided || ((format === 'text' || placed !== undefined) && looksLikePage(lines));
  const read = readAs(page ? 'page' : format, lines, name);
  const text = 'text' in read ? read.text : lines;
  const whole = source.length === decoded.text.length && bytes.length < HEAD_BYTES;
  const document: IntakeDocument = {
    mediaType: MEDIA_TYPES[format],
    encoding: decoded.encoding,
    byteOrderMark: decoded.byteOrderMark,
    lineEnds: lineEndsOf(source),
    lossless: decoded.lossless && (whole || isWhole),
    textOf: 'text' in read || placed ? 'extract' : 'file',
    text,
    importer: IMPORTERS[format],
    page,
    derivation: read.derivation,
    ...(placed ? { positions: placed.positions, blocks: placed.blocks } : {}),
    ...(divisions ? { divisions } : {}),
    metadata: read.metadata,
    notices: [
      ...(whole || isWhole ? [] : (['text_too_long'] as const)),
      ...(source.includes('\uFFFD') && !decoded.lossless ? (['lossy_decoding'] as const) : []),
    ],
  };
  return withPrintedOrigin(document, path);
}

function readAs(format: Format | 'page', source: string, name: string): ReadText | ReturnType<typeof readHtml> {
  switch (format) {
    case 'page':
      return readRawPage(source, name);
    case 'html':
      return readHtml(source, name);
    case 'markdown':
      return readMarkdown(source, name);
    case 'alto':
    case 'mets':
    case 'text':
      return readPlainText(source, name);
  }
}

/** At most so many characters and lines, cut at the end of a line where one is near. */
function cut(text: string): string {
  let end = Math.min(text.length, TEXT_CHARACTERS);
  let lines = 0;
  for (let at = 0; at < end; at++) if (text.charCodeAt(at) === 0x0a && ++lines === TEXT_LINES) end = at + 1;
  if (end === text.length) return text;
  const line = text.lastIndexOf('\n', end);
  if (line > end - 10_000) return text.slice(0, line + 1);
  const surrogate = text.charCodeAt(end - 1);
  return text.slice(0, surrogate >= 0xd800 && surrogate <= 0xdbff ? end - 1 : end);
}

/** The first bytes of a longer file may end inside a character: they end at a line, or a little before their end. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== HEAD_BYTES) return bytes;
  const line = bytes.lastIndexOf(0x0a);
  // An even place, where UTF-16 has whole units: after a line feed of one byte, or of two in either order.
  if (line > HEAD_BYTES - 65_536) return bytes.subarray(0, bytes[line + 1] === 0 ? line + 2 : line + 1);
  let end = HEAD_BYTES;
  while (end > HEAD_BYTES - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

function lineEndsOf(text: string): IntakeDocument['lineEnds'] {
  const pairs = text.split('\r\n').length - 1;
  const feeds = text.split('\n').length - 1 - pairs;
  const returns = text.split('\r').length - 1 - pairs;
  const kinds = [pairs, feeds, returns].filter((count) => count > 0).length;
  if (kinds === 0) return 'none';
  if (kinds > 1) return 'mixed';
  return pairs > 0 ? 'crlf' : feeds > 0 ? 'lf' : 'cr';
}
