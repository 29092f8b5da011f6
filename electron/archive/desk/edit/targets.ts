import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import type { BlockTarget } from '#contract/desk-commands.ts';
import { newArticle, placeOf, withArticles, withBlocks } from './places.ts';
import { CommandRefused } from './refusal.ts';

/**
 * Puts blocks that stand nowhere where they belong. `id`: the article meant, found before they were taken out;
 * `after`: the article that a new one follows.
 */
export function putBlocks(
  derivation: Derivation,
  blocks: DerivedBlock[],
  to: BlockTarget,
  { id, after }: { readonly id: string | undefined; readonly after: string | undefined },
): Derivation {
  const { articles } = derivation;
  if (to === 'new_article') {
    const made = newArticle(derivation, blocks);
    const at = articles.findIndex((article) => article.id === after) + 1;
    return withArticles(derivation, articles.toSpliced(at, 0, made));
  }
  return withArticles(
    derivation,
    articles.map((article) => {
      if (article.id !== id) return article;
      if (to.before === null) return withBlocks(article, [...article.blocks, ...blocks]);
      const at = article.blocks.findIndex((block) => placeOf(block) === to.before);
      if (at < 0) throw new CommandRefused('no_such_block');
      return withBlocks(article, article.blocks.toSpliced(at, 0, ...blocks));
    }),
  );
}
