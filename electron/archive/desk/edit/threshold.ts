/** A decision that is less certain than this waits for a yes or a no. */
export const DOUBT_BELOW = 0.9325;

/** What the doubts of an archive were counted by: another rule, and they are counted anew. */
export const DOUBTS_RULE = `2 below ${DOUBT_BELOW}`;
