import { isHan } from './characters.ts';
import { isGrammar } from './english.ts';

/** Pairs of Han characters and whole Latin words: what two texts can share. */
export function vocabularyOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const count = (term: string) => found.set(term, (found.get(term) ?? 0) + 1);
  for (let at = 0; at + 1 < text.length; at++)
    if (isHan(text[at] ?? '') && isHan(text[at + 1] ?? '')) count(text.slice(at, at + 2));
  for (const match of text.matchAll(/\p{Script=Latin}{4,}/gu)) {
    const word = match[0].toLowerCase();
    if (!isGrammar(word)) count(word);
  }
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
  const { weigh, cosine } = termsBy(rarity);
  return cosine(weigh(a), weigh(b));
}

/** What each term of a text is worth, by numbers that hold for one page. */
export interface WeighedTerms {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  readonly square: number;
}

export interface Terms {
  readonly weigh: (counts: ReadonlyMap<string, number>) => WeighedTerms;
  readonly cosine: (a: WeighedTerms, b: WeighedTerms) => number;
}

/** Weighs texts that are compared with many others: one is laid out by its numbers, and the others are read along it. */
export function termsBy(rarity: Rarity): Terms {
  const numbers = new Map<string, number>();
  let laid: WeighedTerms | undefined;
  let sums = new Float64Array(1024);
  const lay = (terms: WeighedTerms) => {
    if (laid === terms) return;
    if (laid) for (const number of laid.numbers) sums[number] = 0;
    laid = terms;
    if (sums.length < numbers.size) sums = new Float64Array(numbers.size * 2);
    for (let at = 0; at < terms.numbers.length; at++) sums[terms.numbers[at] ?? 0] = terms.weights[at] ?? 0;
  };
  return {
    weigh(counts) {
      const own = new Int32Array(counts.size);
      const weights = new Float64Array(counts.size);
      let square = 0;
      let at = 0;
      for (const [term, count] of counts) {
        const number = numbers.get(term) ?? numbers.size;
        if (number === numbers.size) numbers.set(term, number);
        const weight = Math.max(0.05, rarity(term)) * (1 + Math.log(count));
        own[at] = number;
        weights[at++] = weight;
        square += weight * weight;
      }
      return { numbers: own, weights, square };
    },
    cosine(a, b) {
      lay(a);
      let dot = 0;
      for (let at = 0; at < b.numbers.length; at++) dot += (b.weights[at] ?? 0) * (sums[b.numbers[at] ?? 0] ?? 0);
      return dot === 0 ? 0 : dot / Math.sqrt(a.square * b.square);
    },
  };
}
