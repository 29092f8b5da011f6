import type { AnchorState, TextQuote } from '#contract/annotations.ts';
import type { Difference } from '#contract/difference.ts';
import type { CarryMark } from '../../store/separations.ts';

/** What the rule for marks does for a correction. */
export interface Marking {
  readonly carry: CarryMark;
  /** Where marks are when a text became another. */
  readonly reanchor: (
    before: string,
    after: string,
  ) => (mark: { quote: TextQuote; state: AnchorState }) => { quote: TextQuote; state: AnchorState };
  readonly difference: (before: string, after: string) => Difference;
}
