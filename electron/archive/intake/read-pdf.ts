import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type IntakeDocument, IntakeRefusal } from './document.ts';
import { HEAD_BYTES } from './file-limits.ts';
import { type PageText, type PlacedBox, type PlacedPage, textOfPages } from './page-text.ts';
import { blocksOfRuns, type PdfRun } from './pdf-lines.ts';
import { withPrintedOrigin } from './printed-origin.ts';
import { readPlainText, readRawPage } from './read-text.ts';

/** A whole issue has a hundred; more is a book, which is no newspaper and would be read for minutes. */
const PAGES = 500;
/** In points: a broadsheet at 600 dots an inch whose dots were taken for points has 22,000. What is drawn of it is as large as its frame. */
const LARGEST = 200_000;
/** A column of cuttings pasted below each other is as long as that; a longer strip is no page that could be looked at. */
const SLIMMEST = 100;
const RUNS = 400_000;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
}

/**
 * A PDF by its text layer, with the place of every line. Nothing in it is run, drawn or fetched; one that brings
 * programs is refused, because its original would be kept for others to open. Pages without a text layer (scans) are
 * kept as an article without text: they can be seen, and the notice says what is missing.
 * @throws IntakeRefusal `encrypted`, `active_content`, `too_complex`, `broken_document`
 */
export async function readPdfDocument(
  bytes: Uint8Array,
  name: string,
  looksLikePage: (text: string) => boolean,
  path: string = name,
): Promise<IntakeDocument> {
  if (bytes.length === HEAD_BYTES) throw new IntakeRefusal('too_large');
  const { text, positions } = await readPdf(bytes);
  const page = looksLikePage(text);
  const read = page ? readRawPage(text, name) : readPlainText(text, name);
  const document: IntakeDocument = {
    mediaType: 'application/pdf',
    encoding: 'utf-8',
    byteOrderMark: false,
    lineEnds: text.includes('\n') ? 'lf' : 'none',
    lossless: false,
    textOf: 'extract',
    text,
    importer: 'pdf 1',
    page,
    derivation: read.derivation,
    positions,
    metadata: read.metadata,
    notices: text === '' ? ['no_text_layer'] : [],
  };
  return withPrintedOrigin(document, path);
}

export async function readPdf(bytes: Uint8Array): Promise<PageText> {
  const { getDocument } = await loadLibrary();
  const task = getDocument({
    // A copy: the library keeps what it is given.
    data: new Uint8Array(bytes),
    cMapUrl: join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/'),
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    return textOfPages(await pagesOf(document));
  } catch (error) {
    if (error instanceof IntakeRefusal) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new IntakeRefusal(isLocked ? 'encrypted' : 'broken_document', { cause: error });
  } finally {
    await task.destroy();
  }
}

/** It says at once that it cannot draw without a canvas; nobody asks it to. */
async function loadLibrary(): Promise<typeof import('pdfjs-dist')> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<PlacedPage[]> {
  if (document.numPages > PAGES) throw new IntakeRefusal('too_complex');
  if (document.numPages < 1) throw new IntakeRefusal('broken_document');
  if (await document.hasJSActions()) throw new IntakeRefusal('active_content');
  const pages: PlacedPage[] = [];
  let runs = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!isPageSize(width, height)) throw new IntakeRefusal('too_complex');
    const found = await runsOf(page);
    runs += found.length;
    if (runs > RUNS) throw new IntakeRefusal('too_complex');
    pages.push({ width, height, unit: 'point', blocks: blocksOfRuns(found) });
    page.cleanup();
  }
  return pages;
}

function isPageSize(width: number, height: number): boolean {
  const [less, more] = [Math.min(width, height), Math.max(width, height)];
  return less > 0 && more <= LARGEST && more <= SLIMMEST * less;
}

async function runsOf(page: PDFPageProxy): Promise<PdfRun[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item): PdfRun[] => {
    if (!('str' in item)) return [];
    const [a, b, c, d, e, f] = multiply(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    const width = Math.hypot(a, b);
    if (![size, width, e, f, item.width, item.height].every(Number.isFinite)) return [];
    const { ascent = 0.88, vertical = false } = styles[item.fontName] ?? {};
    const right = unit(a, b, width);
    const up = unit(c, d, size);
    const high = size * Math.min(1, Math.max(0.7, ascent || 0.88));
    const at = [e, f] as const;
    // A vertical line hangs from the middle of its first character's upper edge.
    if (vertical) {
      const along = [-up[0], -up[1]] as const;
      const box = boxAround(at, right, -size / 2, size / 2, along, 0, item.height);
      return [{ text: item.str, box, at, along, length: item.height, size, endsLine: item.hasEOL }];
    }
    const box = boxAround(at, right, 0, item.width, up, high - size, high);
    return [{ text: item.str, box, at, along: right, length: item.width, size, endsLine: item.hasEOL }];
  });
}

type Vector = readonly [number, number];

/** The upright box around a rectangle that is given by a corner, two directions and how far it reaches along each. */
function boxAround(at: Vector, one: Vector, from: number, to: number, other: Vector, low: number, high: number) {
  const xs = [from, to].flatMap((r) => [low, high].map((u) => at[0] + r * one[0] + u * other[0]));
  const ys = [from, to].flatMap((r) => [low, high].map((u) => at[1] + r * one[1] + u * other[1]));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y } satisfies PlacedBox;
}

function unit(x: number, y: number, length: number): Vector {
  return length === 0 ? [1, 0] : [x / length, y / length];
}

type Matrix = [number, number, number, number, number, number];

/** https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf, 8.3.3 */
function multiply(one: readonly number[], other: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
