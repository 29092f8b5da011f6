/** A decision that is less certain than this waits for a yes or a no. */
export const DOUBT_BELOW = 0.5;
