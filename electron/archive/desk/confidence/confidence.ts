import type { Derivation } from '#contract/derivation.ts';
import { judge, namesIn, readTrees } from '../trees.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import { type ReadPage, readEvidence, type Signs } from './evidence.ts';
import { LINE_WEIGHTS } from './line-weights.ts';
import { NEIGHBOUR_WEIGHTS } from './neighbour-weights.ts';
import { neighbourSigns } from './neighbours.ts';
import { TEXT_WEIGHTS } from './text-weights.ts';
import { CONFIDENCE_TREES } from './trees.ts';

type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;
const WEIGHTS: Weights = { ...TEXT_WEIGHTS, ...LINE_WEIGHTS };

/** Log odds that a decision is right. */
function oddsFor(weights: Weights, { kind }: Decision, signs: Signs): number {
  const own = weights[kind] ?? {};
  let sum = 0;
  for (const name in signs) sum += (signs[name] ?? 0) * (own[name] ?? 0);
  return sum;
}

const probabilityOf = (odds: number) => Math.round(1000 / (1 + Math.exp(-odds))) / 1000;

const TREES = new Map(
  Object.entries(CONFIDENCE_TREES).map(([kind, table]) => {
    const names = namesIn(table);
    return [kind, { names, trees: readTrees(table, names) }] as const;
  }),
);

/** What signs say together that none of them says by itself. */
function oddsTogether({ kind, signs, neighbours, said }: Omit<WeighedDecision, 'confidence'>): number {
  const found = TREES.get(kind);
  if (!found) return 0;
  const all: Signs = { ...signs, ...neighbours, said };
  return judge(
    found.trees,
    Float64Array.from(found.names, (name) => all[name] ?? 0),
  );
}

/** A decision weighed by itself and with those around it. */
export interface WeighedDecision extends Decision {
  readonly alone: number;
  readonly neighbours: Signs;
  /** Log odds by the weights of all those signs. */
  readonly said: number;
  readonly confidence: number;
}

export function weighDecisions(page: ReadPage): WeighedDecision[] {
  const evidence = readEvidence(page);
  const alone = [...decisionsOf(page, evidence)].map((decision) => ({
    ...decision,
    alone: probabilityOf(oddsFor(WEIGHTS, decision, decision.signs)),
  }));
  const around = neighbourSigns(alone, evidence);
  return alone.map((decision, at) => {
    const neighbours = around[at] ?? {};
    const weighed = { ...decision, neighbours, said: oddsFor(NEIGHBOUR_WEIGHTS, decision, neighbours) };
    return { ...weighed, confidence: probabilityOf(weighed.said + oddsTogether(weighed)) };
  });
}

/**
 * Gives every decision of a derivation the probability that it is right, and what speaks against it where that is not
 * certain. A block's is that of its role, its story, its beginning and its end; seams inside it have their own.
 */
export function sayConfidence(page: ReadPage): Derivation {
  const { derivation } = page;
  const said = new Map<string, Said>();
  for (const { kind, article, block, seam, signs, confidence } of weighDecisions(page)) {
    const key =
      kind === 'seam'
        ? `seam ${article} ${block} ${seam}`
        : `${kind === 'article' ? kind : 'block'} ${article} ${block}`;
    said.set(key, { confidence, against: confidence < CERTAIN ? reasonsAgainst(kind, signs) : [] });
  }
  const say = <T extends { confidence?: number; evidence: string[] }>(part: T, key: string): T => {
    const found = said.get(key);
    if (!found) return part;
    const { confidence, against } = found;
    return { ...part, confidence, evidence: [...new Set([...part.evidence.slice(0, 6 - against.length), ...against])] };
  };
  return {
    ...derivation,
    articles: derivation.articles.map((article, number) => ({
      ...say(article, `article ${number} 0`),
      blocks: article.blocks.map((block, at) => ({
        ...say(block, `block ${number} ${at}`),
        ...(block.seams ? { seams: block.seams.map((seam, index) => say(seam, `seam ${number} ${at} ${index}`)) } : {}),
      })),
    })),
    dropped: derivation.dropped.map((dropped, at) => say(dropped, `block -1 ${at}`)),
  };
}

interface Said {
  readonly confidence: number;
  readonly against: readonly string[];
}

/** Above this nobody asks why not. */
const CERTAIN = 0.95;
/** What only says which kind of page, story or block it is, or how much there is of something, is no reason. */
const NO_REASON =
  /(?:ends|sentence|stories) on the page$|out of order$|^(?:any|words of the text below|its headline has its words|other ways|length|belongs|between|paragraphs|a |an end$|far and other|of kind|begun by|in (?:a story begun|the first stretch)|reason|above|below [a-z_]+$|among|what speaks|little|others like|read as)/u;

/** The signs that took most from it, for a person. */
function reasonsAgainst(kind: string, signs: Signs): string[] {
  const weights = WEIGHTS[kind] ?? {};
  return Object.keys(signs)
    .map((name) => ({ name, pull: (signs[name] ?? 0) * (weights[name] ?? 0) }))
    .filter(({ name, pull }) => pull < -0.4 && (signs[name] ?? 0) > 0 && !NO_REASON.test(name))
    .toSorted((a, b) => a.pull - b.pull || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name }) => name.replace(/^(?:clue|start) /u, ''));
}
