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
export const NOTE_BYTES = PIECE_BYTES + 49_152;
