import type { Derivation, DerivedArticle } from '#contract/derivation.ts';
import { type HeadTexts, headTexts } from './article-heads.ts';
import type { ArticleHead } from './article-writes.ts';
import { sortKey } from './sort-key.ts';
import type { TermColumns, Terms } from './texts.ts';

/** What of an article's rows takes time and no database: made in a thread of the pool, or where the rows are written. */
export interface PreparedArticle {
  readonly head: HeadTexts;
  readonly titleKey: string;
  /** The blocks, joined by one line feed. */
  readonly body: string;
  readonly columns: Pick<TermColumns, 'title' | 'body'>;
}

/** `name` stands for the title of an article that has no words at all. */
export function prepareArticle(derived: DerivedArticle, name: string, terms: Terms): PreparedArticle {
  const head = headTexts(derived, name);
  const body = derived.blocks.map((block) => block.text).join('\n');
  return { head, titleKey: sortKey(head.title), body, columns: { title: terms(head.title), body: terms(body) } };
}

/** One for each article of the derivation, in its order. */
export function prepareArticles({ articles }: Derivation, name: string, terms: Terms): PreparedArticle[] {
  return articles.map((derived) => prepareArticle(derived, name, terms));
}

/** What of an article changes with its text; which article it belongs to is said when all are there. */
export function headOf(
  derived: DerivedArticle,
  { head, titleKey, body }: PreparedArticle,
  rest: Pick<ArticleHead, 'id' | 'source' | 'position' | 'at'>,
): ArticleHead {
  const { kind, confidence, evidence } = derived;
  return { ...rest, ...head, titleKey, kind, parent: null, characters: body.length, confidence, evidence };
}
