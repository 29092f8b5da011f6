import type { DerivedBlock } from '#contract/derivation.ts';

/** A block is as certain as its least certain part, so what a seam explains is no doubt of the block's own. */
export function ownConfidence({ confidence, seams = [] }: DerivedBlock): number {
  return seams.some((seam) => seam.confidence <= confidence) ? 1 : confidence;
}

export function withOwnConfidence<Block extends DerivedBlock>(block: Block, own: number): Block {
  return { ...block, confidence: Math.min(own, ...(block.seams ?? []).map((seam) => seam.confidence)) };
}
