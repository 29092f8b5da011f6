import { Index } from 'flexsearch';

/**
 * Keys are kept in so many buckets. FlexSearch keeps lists for each key and part of a text, and a list of one takes 180
 * bytes: 250,000 different pairs of characters took more than all titles.
 */
const BUCKETS = 2 ** 15;
const FIRST_BUCKET = 0x100;

/** Made once, because what is a key of a map for the hundredth time need not be hashed again. */
const buckets: readonly string[] = Array.from({ length: BUCKETS }, (_, i) => String.fromCharCode(FIRST_BUCKET + i));

function bucketsOf(keys: readonly string[]): string[] {
  return keys.map((key) => {
    let hash = 0;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash, 0x9e3779b1) + key.charCodeAt(i);
    return buckets[(hash ^ (hash >>> 15)) & (BUCKETS - 1)] as string;
  });
}

/** Finds the texts that may have all of some keys: whoever asks compares them. */
export class Candidates {
  // Resolution 3 keeps apart what stands early, in the middle and late in a text.
  readonly #index = new Index({ tokenize: 'strict', encode: toTerms, resolution: 3, cache: false });

  add(id: number, keys: readonly string[]): void {
    if (keys.length > 0) this.#index.add(id, bucketsOf(keys) as unknown as string);
  }

  find(keys: readonly string[], limit: number): number[] {
    return this.#index.search(bucketsOf(keys) as unknown as string, { limit }) as number[];
  }
}

/** The terms are made already; FlexSearch hands on whatever it is given. */
function toTerms(terms: string): string[] {
  return terms as unknown as string[];
}
