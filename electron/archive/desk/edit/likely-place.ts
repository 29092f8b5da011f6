import type { Derivation, DerivedArticle, DerivedBlock } from '#contract/derivation.ts';
import type { DeskPage, Doubt } from '#contract/desk.ts';
import type { BlockTarget } from '#contract/desk-commands.ts';
import { rarityIn, vocabularyOf } from '../reading/vocabulary.ts';
import { blockBefore, placeOf } from './places.ts';

/** Below this likeness of words is chance. */
const CHANCE = 0.03;

/**
 * With each doubt where its block belongs instead, where anything names that: running text that stands on the page behind
 * a block of another article, or whose words are rather those of another. Of such text that stands in the wrong article
 * the first is right in all of 7, the second in 55 of 77 (scrambled pages); nothing else on the page tells as much, so
 * for the others a person says it.
 */
export function withLikelyPlaces(derivation: Derivation, doubts: readonly Doubt[]): DeskPage['doubts'] {
  const { articles } = derivation;
  let words: ReturnType<typeof readWords> | undefined;

  function insteadOf({ kind, place }: Doubt): BlockTarget | null {
    if (kind !== 'role' || articles.length < 2) return null;
    const own = articles.find(({ blocks }) => blocks.some((block) => placeOf(block) === place));
    const block = own?.blocks.find((other) => placeOf(other) === place);
    if (!own || block?.role !== 'paragraph') return null;
    const above = blockBefore(derivation, place)?.article;
    if (above && above !== own) return inOrder(above, place);
    words ??= readWords(articles);
    const likes = words.likenessOf(block, own);
    const most = Math.max(CHANCE, ...likes);
    const best = articles[likes.indexOf(most)];
    return best && best !== own ? inOrder(best, place) : null;
  }

  return doubts.map((doubt) => ({ ...doubt, instead: insteadOf(doubt) }));
}

/**
 * The words of every article, counted and weighed once; those of a block are taken out of its own. Likeness is the cosine
 * of `affinity`, which weighs both texts anew each time: too slow for every doubt after every key.
 */
function readWords(articles: readonly DerivedArticle[]) {
  const counted = articles.map(({ blocks }) => vocabularyOf(blocks.map(({ text }) => text).join('\n')));
  const rarity = rarityIn(counted);
  const weigh = (term: string, count: number) =>
    count <= 0 ? 0 : Math.max(0.05, rarity(term)) * (1 + Math.log(count));
  const squares = counted.map((terms) => {
    let square = 0;
    for (const [term, count] of terms) square += weigh(term, count) ** 2;
    return square;
  });
  return {
    likenessOf(block: DerivedBlock, own: DerivedArticle): number[] {
      const said = vocabularyOf(block.text);
      return articles.map((article, at) => {
        let dot = 0;
        let mine = 0;
        let square = squares[at] ?? 0;
        for (const [term, count] of said) {
          const weight = weigh(term, count);
          const all = counted[at]?.get(term) ?? 0;
          const left = article === own ? all - count : all;
          mine += weight ** 2;
          dot += weight * weigh(term, left);
          if (left !== all) square += weigh(term, left) ** 2 - weigh(term, all) ** 2;
        }
        return dot === 0 || square <= 0 ? 0 : dot / Math.sqrt(mine * square);
      });
    },
  };
}

/** Behind what stands before it on the page; at the end where nothing does. */
function inOrder({ blocks }: DerivedArticle, place: number): BlockTarget | null {
  const first = blocks[0] && placeOf(blocks[0]);
  if (first === undefined) return null;
  const at = blocks.findLastIndex((other) => (other.pieces.at(-1)?.[1] ?? 0) <= place);
  const behind = at < 0 ? undefined : blocks[at + 1];
  return { article: first, before: (behind && placeOf(behind)) ?? null };
}
