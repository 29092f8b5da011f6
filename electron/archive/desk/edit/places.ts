import type { Derivation, DerivedArticle, DerivedBlock } from '#contract/derivation.ts';
import type { BlockPlace } from '#contract/desk-commands.ts';
import { CommandRefused } from './refusal.ts';

/** What a person decided is certain, and this is why. */
export const BY_HAND = { confidence: 1, evidence: ['by hand'] };

export interface FoundBlock {
  readonly article: DerivedArticle;
  readonly block: DerivedBlock;
  /** Among the blocks of its article. */
  readonly index: number;
}

/** What commands name a block by; none for a block without text. */
export const placeOf = (block: Pick<DerivedBlock, 'pieces'>): BlockPlace | undefined => block.pieces[0]?.[0];

/** @throws CommandRefused no_such_block */
export function findBlock({ articles }: Derivation, place: BlockPlace): FoundBlock {
  for (const article of articles) {
    const index = article.blocks.findIndex((block) => placeOf(block) === place);
    const block = article.blocks[index];
    if (block) return { article, block, index };
  }
  throw new CommandRefused('no_such_block');
}

/** Each once, in the order in which they are named. @throws CommandRefused no_such_block */
export function findBlocks(derivation: Derivation, places: readonly BlockPlace[]): FoundBlock[] {
  return [...new Set(places)].map((place) => findBlock(derivation, place));
}

/** The block whose text ends last before this position of the source. */
export function blockBefore({ articles }: Derivation, position: number): FoundBlock | undefined {
  let nearest: (FoundBlock & { end: number }) | undefined;
  for (const article of articles)
    for (const [index, block] of article.blocks.entries())
      for (const [, end] of block.pieces)
        if (end <= position && end > (nearest?.end ?? -1)) nearest = { article, block, index, end };
  return nearest;
}

/** The article with other blocks, and the title that they say. */
export function withBlocks(article: DerivedArticle, blocks: DerivedBlock[]): DerivedArticle {
  const title = blocks
    .filter((block) => block.role === 'title')
    .map((block) => block.text)
    .join(' ');
  return { ...article, title, blocks };
}

/** Blocks in the place of one; none takes it out. An article that loses its last block is gone. */
export function replaceBlock(
  derivation: Derivation,
  { article, index }: FoundBlock,
  blocks: readonly DerivedBlock[],
): Derivation {
  return replaceArticle(derivation, withBlocks(article, article.blocks.toSpliced(index, 1, ...blocks)));
}

/** The article as it is now, in the place of the one with its id. */
export function replaceArticle(derivation: Derivation, changed: DerivedArticle): Derivation {
  return withArticles(
    derivation,
    derivation.articles.map((article) => (article.id === changed.id ? changed : article)),
  );
}

/** Without articles that have no block, and without ties to them. */
export function withArticles(derivation: Derivation, articles: readonly DerivedArticle[]): Derivation {
  const shown = articles.filter((article) => article.blocks.length > 0);
  const ids = new Set(shown.map((article) => article.id));
  return {
    ...derivation,
    articles: shown.map((article) =>
      article.parent === null || ids.has(article.parent) ? article : { ...article, parent: null },
    ),
  };
}

/** An article that a person began; its id is free and the same whenever the commands are done again. */
export function newArticle({ articles }: Derivation, blocks: DerivedBlock[]): DerivedArticle {
  const ids = new Set(articles.map((article) => article.id));
  let id = `new@${(blocks[0] && placeOf(blocks[0])) ?? 0}`;
  while (ids.has(id)) id += '+';
  return withBlocks({ id, kind: 'main', parent: null, title: '', ...BY_HAND, blocks }, blocks);
}
