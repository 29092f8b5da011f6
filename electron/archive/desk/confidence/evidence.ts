import type { Derivation, DerivedArticle, DerivedBlock } from '#contract/derivation.ts';
import type { Draft } from '../articles/draft.ts';
import { shapesOf } from '../blocks/heads.ts';
import type { Unit } from '../reading/units.ts';
import type { Rarity } from '../reading/vocabulary.ts';
import { weigh } from '../seams/clues.ts';
import { type Marginals, pairMarginals } from '../seams/marginals.ts';
import type { Matching } from '../seams/seams.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { columnsIn, type Segment, segmentsOf } from './segments.ts';

/** What the desk made of a page, and what it went by. */
export interface ReadPage {
  readonly derivation: Derivation;
  readonly units: readonly Unit[];
  readonly drafts: readonly Draft[];
  readonly matching: Matching;
}

/** What speaks for or against a decision, by name: 1 where something is so, or a measure of about that size. */
export type Signs = Record<string, number>;

export interface BlockInStory {
  readonly block: DerivedBlock;
  readonly units: readonly Unit[];
  /** Number of the block in its article, and of the article on the page. */
  readonly at: number;
  readonly story: Story;
}

export interface Story {
  readonly article: DerivedArticle;
  readonly number: number;
  readonly draft: Draft | undefined;
  readonly blocks: readonly BlockInStory[];
  /** How many blocks of each role it has, and how many section heads of each shape. */
  readonly roles: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, number>;
}

/** A page read again, to ask how certain each decision is. */
export interface Evidence {
  readonly units: readonly Unit[];
  readonly matching: Matching;
  readonly marginals: Marginals;
  /** How probable it is that a text goes on from another on this page, and on into another. */
  readonly comes: ReadonlyMap<number, number>;
  readonly goes: ReadonlyMap<number, number>;
  /** Log odds of every pair that is not hopeless, by head and tail. */
  readonly weights: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Of the heads that each tail could complete the best one and its log odds. */
  readonly headsOf: ReadonlyMap<number, readonly (readonly [head: number, weight: number])[]>;
  /** Made seams: head to tail, and tail to head. */
  readonly after: ReadonlyMap<number, number>;
  readonly before: ReadonlyMap<number, number>;
  readonly ownerOf: ReadonlyMap<number, Draft>;
  /** Undefined for a text far larger than a page. */
  readonly rarity: Rarity | undefined;
  readonly likeness: Likeness;
  readonly segments: ReadonlyMap<number, Segment>;
  readonly segmentSigns: Map<Segment, Signs>;
  /** Text that surely goes together, by each of its units. */
  readonly columns: ReadonlyMap<number, readonly Unit[]>;
  readonly stories: readonly Story[];
  /** True of the page as a whole: where much is left over, everything is less certain. */
  readonly page: Signs;
}

/** Pairs below this are never made, and tell nothing. */
const HOPELESS = -6;
/** Whole issues and books are not compared story by story. */
const MOST_UNITS = 1500;
/** Start clues that weigh more say that a text begins inside a sentence. */
const INSIDE = 1;

export function readEvidence({ derivation, units, drafts, matching }: ReadPage): Evidence {
  const weights = weighPairs(matching);
  const marginals = pairMarginals(weights);
  const headsOf = new Map<number, [number, number][]>();
  for (const [head, row] of weights)
    for (const [tail, weight] of row) {
      const known = headsOf.get(tail);
      if (known) known.push([head, weight]);
      else headsOf.set(tail, [[head, weight]]);
    }
  for (const row of headsOf.values()) row.sort((a, b) => b[1] - a[1]);
  const after = new Map(matching.seams.map((seam) => [seam.head, seam.tail]));
  const before = new Map(matching.seams.map((seam) => [seam.tail, seam.head]));
  const ownerOf = new Map(drafts.flatMap((draft) => draft.units.map((unit) => [unit.index, draft] as const)));
  const { body } = matching.page;
  const rarity = units.length <= MOST_UNITS ? matching.page.rarity : undefined;
  const heads = Math.max(1, matching.clues.size);
  const inside = body.filter(
    (unit) => !before.has(unit.index) && weigh(matching.page.starts.get(unit.index) ?? []) > INSIDE,
  );
  let doubt = 0;
  const comes = new Map<number, number>();
  const goes = new Map<number, number>();
  for (const [head, row] of marginals) {
    for (const [tail, share] of row) {
      doubt += share * (1 - share);
      comes.set(tail, (comes.get(tail) ?? 0) + share);
      goes.set(head, (goes.get(head) ?? 0) + share);
    }
  }
  return {
    units,
    matching,
    marginals,
    comes,
    goes,
    weights,
    headsOf,
    after,
    before,
    ownerOf,
    segments: segmentsOf(units, ownerOf),
    segmentSigns: new Map(),
    columns: columnsIn(units, ownerOf, after, before),
    rarity,
    likeness: likenessOf(rarity ? drafts : [], rarity ?? (() => 1)),
    stories: readStories(derivation, units, ownerOf),
    page: {
      'open ends on the page': (matching.clues.size - matching.seams.length) / heads,
      'beginnings inside a sentence on the page': inside.length / heads,
      'columns out of order': Math.min(1, matching.seams.filter((seam) => !seam.adjacent).length / 3),
      'other ways to match the page': doubt / heads,
      'stories on the page': Math.log(clip(1, drafts.length, 8)) / 2,
    },
  };
}

function weighPairs(matching: Matching): Map<number, Map<number, number>> {
  return new Map(
    [...matching.clues].map(([head, row]) => {
      const weights = new Map<number, number>();
      for (const [tail, clues] of row) {
        // That the page has lost nothing is said of all its pairs: it tells none of them from the others.
        const weight = weigh(clues.filter(({ name }) => name !== 'nothing is lost on this page'));
        if (weight > HOPELESS) weights.set(tail.index, weight);
      }
      return [head.index, weights];
    }),
  );
}

function readStories(derivation: Derivation, units: readonly Unit[], ownerOf: ReadonlyMap<number, Draft>): Story[] {
  const unitAt = new Map(units.map((unit) => [unit.start, unit]));
  return derivation.articles.map((article, number) => {
    const blocks: BlockInStory[] = [];
    const first = article.blocks[0]?.pieces[0]?.[0] ?? -1;
    const roles = new Map<string, number>();
    const shapes = new Map<string, number>();
    const story = { article, number, draft: ownerOf.get(unitAt.get(first)?.index ?? -1), blocks, roles, shapes };
    article.blocks.forEach((block, at) => {
      const own = block.pieces.flatMap(([start]) => unitAt.get(start) ?? []);
      blocks.push({ block, units: own, at, story });
      roles.set(block.role, (roles.get(block.role) ?? 0) + 1);
      if (block.role !== 'subhead' || !own[0]) return;
      for (const shape of shapesOf(own[0])) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    });
    return story;
  });
}

export const clip = (least: number, value: number, most: number) => Math.max(least, Math.min(most, value));
export const oddsOf = (share: number) => clip(-7, Math.log(share / (1 - share)), 7);
