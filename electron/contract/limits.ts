/** Sizes that both sides keep to. They stand apart from the schemas, so that the window needs no schema library: its start is quicker, and no code generator is refused by its content policy. */

/** A file is sent in pieces of at most this many bytes. */
export const PIECE_BYTES = 1_048_576;
/** Larger files are refused by name; a text of 200 MB is stored whole, but its text is capped (`TEXT_TOO_LONG` is a notice then). */
export const FILE_BYTES = 1_073_741_824;
/** Lists come in pages of at most this many rows. */
export const PAGE_ROWS = 200;
/** So many are named one by one at most: more ids are no message that the service takes. */
export const NAMED_AT_ONCE = 20_000;

/** A note of 1 MB as it is sent, with what its line ends and quotation marks take: a longer message ends the connection. */
const NOTE_BYTES = PIECE_BYTES + 49_152;

/** Whether a note can be sent, and so be one: window, contract and what is taken in from files keep to the same. */
export function isNoteShort(note: string): boolean {
  // No character takes more than six bytes as it is sent.
  return note.length * 6 <= NOTE_BYTES || (note.length <= NOTE_BYTES && bytesOf(JSON.stringify(note)) <= NOTE_BYTES);
}

/** In UTF-8; half of a pair of surrogates is half of its four bytes. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
