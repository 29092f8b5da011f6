import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { blockBefore, placeOf } from './places.ts';
import { DOUBT_BELOW } from './threshold.ts';

/** A block that is so much less certain than the one before it has a reason of its own. */
const OF_ITS_OWN = 0.25;

/** Between two paragraphs without parting them. */
const ASIDE: ReadonlySet<DerivedBlock['role']> = new Set(['caption', 'photo_credit']);

/**
 * Doubtful paragraphs that follow each other in an article and on the page, by the first of them; a section head can
 * stand before them. They came to their article together, so that one uncertainty is that of them all.
 */
export function stretchesOf(derivation: Derivation): Map<DerivedBlock, DerivedBlock[]> {
  const stretches = new Map<DerivedBlock, DerivedBlock[]>();
  for (const { blocks } of derivation.articles) {
    let stretch: DerivedBlock[] | undefined;
    let before: DerivedBlock | undefined;
    for (const block of blocks) {
      if (ASIDE.has(block.role)) continue;
      const isDoubtful = block.confidence < DOUBT_BELOW && !block.openEnd;
      const last = stretch?.at(-1);
      const goesOn =
        isDoubtful &&
        block.role === 'paragraph' &&
        last !== undefined &&
        last === before &&
        block.confidence > last.confidence - OF_ITS_OWN &&
        standsBehind(derivation, block, last);
      if (goesOn) stretch?.push(block);
      else if (isDoubtful && (block.role === 'paragraph' || block.role === 'subhead')) {
        stretch = [block];
        stretches.set(block, stretch);
      } else stretch = undefined;
      before = block;
    }
  }
  return stretches;
}

/** On the page, with pictures between at most. */
function standsBehind(derivation: Derivation, block: DerivedBlock, last: DerivedBlock): boolean {
  for (let at = placeOf(block) ?? 0, found = blockBefore(derivation, at); found; found = blockBefore(derivation, at)) {
    if (found.block === last) return true;
    if (!ASIDE.has(found.block.role)) return false;
    at = placeOf(found.block) ?? 0;
  }
  return false;
}
