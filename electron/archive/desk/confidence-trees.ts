/** Fitted by `test/bench/desk-confidence-fit.ts`: what is added to the log odds of each kind of decision. */
export const CONFIDENCE_TREES: Readonly<Record<string, string>> = {};
