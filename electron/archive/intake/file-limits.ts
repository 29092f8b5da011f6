/** How much of a text is read and indexed; the longest novels have half of it. The original is kept whole. */
export const TEXT_CHARACTERS = 2_000_000;
/** What a reader needs of a file to find TEXT_CHARACTERS in it, whatever its encoding: a larger file may be given as its first bytes. */
export const HEAD_BYTES = 4 * TEXT_CHARACTERS + 4096;
/** A saved page with its images inlined may be this large. */
export const HTML_BYTES = 64 * 1024 * 1024;
