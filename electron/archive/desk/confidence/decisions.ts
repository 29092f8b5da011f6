import type { DerivedBlock } from '#contract/derivation.ts';
import type { Unit } from '../reading/units.ts';
import type { BlockInStory, Evidence, ReadPage, Signs } from './evidence.ts';
import { copySigns, headSigns, lineSigns, storySigns } from './heads.ts';
import { paragraphSigns, seamSigns } from './signs.ts';

/** Each kind of decision is weighed by its own weights. */
export type DecisionKind = 'seam' | 'open end' | 'paragraph' | 'head' | 'line' | 'article' | 'copy';

/** One decision of the desk: where it stands in the derivation, and what speaks for and against it. */
export interface Decision {
  readonly kind: DecisionKind;
  /** Numbers of the article and the block; of the dropped range for a copy. */
  readonly article: number;
  readonly block: number;
  /** Number of the seam in its block. */
  readonly seam: number;
  /** First unit of what was decided on; of a seam, the first behind it. */
  readonly unit: Unit | undefined;
  readonly signs: Signs;
}

const HEADS = new Set<DerivedBlock['role']>(['title', 'subtitle', 'kicker', 'label', 'subhead']);

export function* decisionsOf(page: ReadPage, evidence: Evidence): Generator<Decision> {
  for (const story of evidence.stories) {
    const article = story.number;
    const top = story.blocks[0]?.units[0];
    yield { kind: 'article', article, block: 0, seam: 0, unit: top, signs: storySigns(story, evidence) };
    for (const inStory of story.blocks) {
      const block = inStory.at;
      const unit = inStory.units[0];
      yield { kind: kindOf(inStory), article, block, seam: 0, unit, signs: signsOf(inStory, evidence) };
      for (let seam = 0; seam + 1 < inStory.units.length; seam++) {
        const [head, tail] = inStory.units.slice(seam, seam + 2);
        if (head && tail)
          yield { kind: 'seam', article, block, seam, unit: tail, signs: seamSigns(head, tail, evidence) };
      }
    }
  }
  for (const [block, dropped] of page.derivation.dropped.entries())
    yield { kind: 'copy', article: -1, block, seam: 0, unit: undefined, signs: copySigns(dropped, evidence) };
}

function kindOf({ block }: BlockInStory): DecisionKind {
  if (block.role === 'paragraph') return block.openEnd ? 'open end' : 'paragraph';
  return HEADS.has(block.role) ? 'head' : 'line';
}

function signsOf(inStory: BlockInStory, evidence: Evidence): Signs {
  const kind = kindOf(inStory);
  if (kind === 'head') return headSigns(inStory, evidence);
  return kind === 'line' ? lineSigns(inStory, evidence) : paragraphSigns(inStory, evidence);
}
