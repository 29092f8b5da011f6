import type { Derivation } from '#contract/derivation.ts';
import type { CommandOf } from './command.ts';
import { findBlock, newArticle, withArticles, withBlocks } from './places.ts';
import { CommandRefused } from './refusal.ts';

export function splitArticle(derivation: Derivation, { before }: CommandOf<'split_article'>): Derivation {
  const { article, index } = findBlock(derivation, before);
  if (index === 0) throw new CommandRefused('nothing_to_change');
  const at = derivation.articles.indexOf(article);
  const head = withBlocks(article, article.blocks.slice(0, index));
  const tail = newArticle(derivation, article.blocks.slice(index));
  return withArticles(derivation, derivation.articles.toSpliced(at, 1, head, tail));
}

/** What belonged to the article that goes belongs to the one that stays. */
export function mergeArticles(derivation: Derivation, command: CommandOf<'merge_articles'>): Derivation {
  const into = findBlock(derivation, command.into).article;
  const from = findBlock(derivation, command.from).article;
  if (into.id === from.id) throw new CommandRefused('same_article');
  const merged = withBlocks(into, [...into.blocks, ...from.blocks]);
  const parentOf = (id: string, parent: string | null) => {
    const moved = parent === from.id ? (id === into.id ? from.parent : into.id) : parent;
    return moved === id ? null : moved;
  };
  return withArticles(
    derivation,
    derivation.articles
      .filter((article) => article.id !== from.id)
      .map((article) => (article.id === into.id ? merged : article))
      .map((article) => ({ ...article, parent: parentOf(article.id, article.parent) })),
  );
}

export function setKind(derivation: Derivation, command: CommandOf<'set_kind'>): Derivation {
  const { article } = findBlock(derivation, command.article);
  const parent = command.parent === null ? null : findBlock(derivation, command.parent).article.id;
  if (parent !== null && isWithin(derivation, parent, article.id)) throw new CommandRefused('same_article');
  if (article.kind === command.to && article.parent === parent) throw new CommandRefused('nothing_to_change');
  const changed = { ...article, kind: command.to, parent };
  return withArticles(
    derivation,
    derivation.articles.map((other) => (other === article ? changed : other)),
  );
}

/** Whether an article is the other one, or belongs to it. */
function isWithin({ articles }: Derivation, id: string, other: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = id; at && !seen.has(at); ) {
    if (at === other) return true;
    seen.add(at);
    const current: string = at;
    at = articles.find((article) => article.id === current)?.parent;
  }
  return false;
}
