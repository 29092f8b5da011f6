import type { IntakeDocument } from './document.ts';
import { readDocument } from './read-document.ts';
import { isPdf, readPdfDocument } from './read-pdf.ts';

/** The bytes of any file as a document: a PDF has to be waited for, everything else is read at once. @throws IntakeRefusal */
export async function readFileDocument(
  bytes: Uint8Array,
  name: string,
  looksLikePage: (text: string) => boolean,
  path: string = name,
): Promise<IntakeDocument> {
  return isPdf(bytes)
    ? readPdfDocument(bytes, name, looksLikePage, path)
    : readDocument(bytes, name, looksLikePage, path);
}
