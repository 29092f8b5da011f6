import type { Derivation, DerivedArticle, DerivedBlock } from '#contract/derivation.ts';
import type { Doubt } from '#contract/desk.ts';
import type { BlockPlace } from '#contract/desk-commands.ts';
import { stretchesOf } from './doubtful-stretches.ts';
import { seamsOf } from './parts.ts';
import { blockBefore, placeOf } from './places.ts';
import { DOUBT_BELOW } from './threshold.ts';

/**
 * Every decision that is not certain enough, in the order in which a reader meets it. Paragraphs that follow each other
 * on the page came to their story together: they are one doubt, and its first block carries it.
 */
export function doubtsOf(derivation: Derivation): Doubt[] {
  const copies = copiesBehind(derivation);
  const stretches = stretchesOf(derivation);
  const following = new Set([...stretches.values()].flatMap((stretch) => stretch.slice(1)));
  const list = derivation.articles.flatMap((article) => [
    ...ofArticle(article),
    ...article.blocks.flatMap((block) => [
      ...ofBlock(block, following.has(block) ? [] : (stretches.get(block) ?? [block])),
      ...(copies.get(block) ?? []),
    ]),
  ]);
  return [...(copies.get(undefined) ?? []), ...list].filter((doubt) => doubt.confidence < DOUBT_BELOW);
}

function ofArticle({ blocks, confidence, evidence }: DerivedArticle): Doubt[] {
  const place = blocks[0] && placeOf(blocks[0]);
  return place === undefined ? [] : [doubt('article', place, place, { confidence, evidence })];
}

/** `stretch` is the block and those that its place is asked for too; empty where that is asked of a block above. */
function ofBlock(block: DerivedBlock, stretch: readonly DerivedBlock[]): Doubt[] {
  const place = placeOf(block);
  if (place === undefined) return [];
  const seams = seamsOf(block).map((seam) => doubt('seam', seam.before, place, seam));
  if (block.openEnd) return [...seams, doubt('open_end', place, place, block)];
  const least = stretch.toSorted((a, b) => a.confidence - b.confidence)[0];
  if (!least) return seams;
  const along = stretch.slice(1).flatMap((other) => placeOf(other) ?? []);
  return [{ ...doubt('role', place, place, least), along }, ...seams];
}

/** Dropped copies by the block that stands before them in the source. */
function copiesBehind(derivation: Derivation): Map<DerivedBlock | undefined, Doubt[]> {
  const map = new Map<DerivedBlock | undefined, Doubt[]>();
  for (const { role, pieces, confidence = 1, evidence } of derivation.dropped) {
    const place = pieces[0]?.[0];
    if (role !== 'duplicate' || place === undefined || confidence >= DOUBT_BELOW) continue;
    const block = blockBefore(derivation, place)?.block;
    map.set(block, [...(map.get(block) ?? []), doubt('duplicate', place, place, { confidence, evidence })]);
  }
  return map;
}

function doubt(
  kind: Doubt['kind'],
  at: number,
  place: BlockPlace,
  { confidence, evidence }: Pick<Doubt, 'confidence' | 'evidence'>,
): Doubt {
  return { id: `${kind}@${at}`, kind, place, along: [], confidence, evidence };
}
