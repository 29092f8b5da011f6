import { isHan } from './characters.ts';

/** Pairs of Han characters and whole Latin words: what two texts can share. */
export function vocabularyOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const count = (term: string) => found.set(term, (found.get(term) ?? 0) + 1);
  for (let at = 0; at + 1 < text.length; at++)
    if (isHan(text[at] ?? '') && isHan(text[at + 1] ?? '')) count(text.slice(at, at + 2));
  for (const match of text.matchAll(/\p{Script=Latin}{4,}/gu)) count(match[0].toLowerCase());
  return found;
}

/** How rare a term is on this page; a word that every story uses tells stories apart badly. */
export type Rarity = (term: string) => number;

export function rarityOf(texts: readonly string[]): Rarity {
  return rarityIn(texts.map(vocabularyOf));
}

/** The same of texts whose terms are counted already. */
export function rarityIn(texts: readonly ReadonlyMap<string, number>[]): Rarity {
  const documents = new Map<string, number>();
  for (const terms of texts) for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const all = Math.max(1, texts.length);
  const rarities = new Map<string, number>();
  for (const [term, count] of documents) rarities.set(term, Math.log((all + 1) / (count + 0.5)));
  const unseen = Math.log((all + 1) / 0.5);
  return (term) => rarities.get(term) ?? unseen;
}

/** Share of a short text's weight that a long one has too: 0 to 1. */
export function coverage(short: string, long: ReadonlyMap<string, number>, rarity: Rarity): number {
  let all = 0;
  let shared = 0;
  for (const term of vocabularyOf(short).keys()) {
    const weight = Math.max(0.05, rarity(term));
    all += weight;
    if (long.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** Likeness of two texts: the cosine of their terms, rare ones counting more. 0 for nothing in common, 1 for the same words. */
export function affinity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, rarity: Rarity): number {
  return cosineOf(weighTerms(a, rarity), weighTerms(b, rarity));
}

/** What each term of a text is worth, made once where a text is compared with many. */
export interface WeighedTerms {
  readonly weights: ReadonlyMap<string, number>;
  readonly square: number;
}

export function weighTerms(counts: ReadonlyMap<string, number>, rarity: Rarity): WeighedTerms {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [term, count] of counts) {
    const weight = Math.max(0.05, rarity(term)) * (1 + Math.log(count));
    weights.set(term, weight);
    square += weight * weight;
  }
  return { weights, square };
}

export function cosineOf(a: WeighedTerms, b: WeighedTerms): number {
  let dot = 0;
  for (const [term, weight] of a.weights) dot += weight * (b.weights.get(term) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(a.square * b.square);
}
