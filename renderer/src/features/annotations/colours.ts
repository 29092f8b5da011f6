import type { HighlightColour } from '#contract/annotations.ts';

/** In the order of the keys 1 to 5. */
export const COLOURS: readonly HighlightColour[] = ['fact', 'quote', 'question', 'contradiction', 'followup'];
