/** How much of a text is read and indexed; the longest novels have half of it. The original is kept whole. */
export const TEXT_CHARACTERS = 2_000_000;
/** What a reader needs of a file to find TEXT_CHARACTERS in it, whatever its encoding: a larger file may be given as its first bytes. */
export const HEAD_BYTES = 4 * TEXT_CHARACTERS + 4096;
/** A saved page with its images inlined may be this large. */
const HTML_BYTES = 64 * 1024 * 1024;
/** A page of a newspaper has 1 to 10 MB of ALTO, and a whole issue as PDF 5 to 60; as scans, twice as much. Three copies of it are in memory while it is read. */
const ALTO_BYTES = 32 * 1024 * 1024;
const PDF_BYTES = 128 * 1024 * 1024;

/** How large a file of this name may be that is of no use without its end; undefined where its first bytes will do. */
export function wholeLimit(name: string): number | undefined {
  if (/\.(x?html?|xht|shtml)$/i.test(name)) return HTML_BYTES;
  if (/\.xml$/i.test(name)) return ALTO_BYTES;
  return /\.pdf$/i.test(name) ? PDF_BYTES : undefined;
}
