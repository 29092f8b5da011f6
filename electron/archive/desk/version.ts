/** Rises with every change that can change a derivation. By itself, so that asking for it does not read the lexicon. */
export const DESK_VERSION = '7';
