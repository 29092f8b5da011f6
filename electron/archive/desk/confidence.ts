import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { type BlockInStory, type Evidence, type ReadPage, readEvidence, type Signs } from './confidence-evidence.ts';
import { copySigns, headSigns, lineSigns, storySigns } from './confidence-heads.ts';
import { LINE_WEIGHTS } from './confidence-line-weights.ts';
import { paragraphSigns, seamSigns } from './confidence-signs.ts';
import { TEXT_WEIGHTS } from './confidence-text-weights.ts';

export type { ReadPage } from './confidence-evidence.ts';

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
  readonly signs: Signs;
}

const WEIGHTS = { ...TEXT_WEIGHTS, ...LINE_WEIGHTS };
const HEADS = new Set<DerivedBlock['role']>(['title', 'subtitle', 'kicker', 'label', 'subhead']);

export function* decisionsOf(page: ReadPage, evidence: Evidence = readEvidence(page)): Generator<Decision> {
  for (const story of evidence.stories) {
    const article = story.number;
    yield { kind: 'article', article, block: 0, seam: 0, signs: storySigns(story, evidence) };
    for (const inStory of story.blocks) {
      yield { kind: kindOf(inStory), article, block: inStory.at, seam: 0, signs: signsOf(inStory, evidence) };
      for (let seam = 0; seam + 1 < inStory.units.length; seam++) {
        const [head, tail] = inStory.units.slice(seam, seam + 2);
        if (head && tail)
          yield { kind: 'seam', article, block: inStory.at, seam, signs: seamSigns(head, tail, evidence) };
      }
    }
  }
  for (const [block, dropped] of page.derivation.dropped.entries())
    yield { kind: 'copy', article: -1, block, seam: 0, signs: copySigns(dropped, evidence) };
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

/** How probable it is that a decision is right. */
export function probabilityOf(kind: DecisionKind, signs: Signs): number {
  const weights = WEIGHTS[kind] ?? {};
  let sum = 0;
  for (const name in signs) sum += (signs[name] ?? 0) * (weights[name] ?? 0);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/**
 * Gives every decision of a derivation the probability that it is right, and what speaks against it where that is not
 * certain. A block's is that of its role, its story, its beginning and its end; seams inside it have their own.
 */
export function sayConfidence(page: ReadPage): Derivation {
  const { derivation } = page;
  const said = new Map<string, Said>();
  for (const { kind, article, block, seam, signs } of decisionsOf(page)) {
    const confidence = probabilityOf(kind, signs);
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
  /^(?:any|length|belongs|between|paragraphs|a |of kind|begun by|in a story begun|reason|above|below [a-z_]+$|among|what speaks|little|others like|read as)/u;

/** The signs that took most from it, for a person. */
function reasonsAgainst(kind: DecisionKind, signs: Signs): string[] {
  const weights = WEIGHTS[kind] ?? {};
  return Object.keys(signs)
    .map((name) => ({ name, pull: (signs[name] ?? 0) * (weights[name] ?? 0) }))
    .filter(({ name, pull }) => pull < -0.4 && (signs[name] ?? 0) > 0 && !NO_REASON.test(name))
    .toSorted((a, b) => a.pull - b.pull || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name }) => name.replace(/^(?:clue|start) /u, ''));
}
