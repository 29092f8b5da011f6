import type { Derivation, DerivedArticle, DerivedBlock } from '#contract/derivation.ts';
import type { Doubt } from '#contract/desk.ts';
import type { BlockPlace } from '#contract/desk-commands.ts';
import { seamsOf } from './parts.ts';
import { blockBefore, placeOf } from './places.ts';
import { DOUBT_BELOW } from './threshold.ts';

/** Every decision that is not certain enough, in the order in which a reader meets it. */
export function doubtsOf(derivation: Derivation): Doubt[] {
  const copies = copiesBehind(derivation);
  const list = derivation.articles.flatMap((article) => [
    ...ofArticle(article),
    ...article.blocks.flatMap((block) => [...ofBlock(block), ...(copies.get(block) ?? [])]),
  ]);
  return [...(copies.get(undefined) ?? []), ...list].filter((doubt) => doubt.confidence < DOUBT_BELOW);
}

function ofArticle({ blocks, confidence, evidence }: DerivedArticle): Doubt[] {
  const place = blocks[0] && placeOf(blocks[0]);
  return place === undefined ? [] : [doubt('article', place, place, { confidence, evidence })];
}

function ofBlock(block: DerivedBlock): Doubt[] {
  const place = placeOf(block);
  if (place === undefined) return [];
  const seams = seamsOf(block).map((seam) => doubt('seam', seam.before, place, seam));
  return block.openEnd
    ? [...seams, doubt('open_end', place, place, block)]
    : [doubt('role', place, place, block), ...seams];
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
  return { id: `${kind}@${at}`, kind, place, confidence, evidence };
}
