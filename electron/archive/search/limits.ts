/** A longer phrase is looked up by its beginning and compared with the text. */
export const INDEXED_TERMS = 48;
