import { readFileSync } from 'node:fs';
import type { Article } from '#contract/articles.ts';
import { articleOf } from '../export/article-of.ts';

export interface CitedArticle {
  readonly about: string;
  readonly article: Article;
  readonly gb7714: string;
  readonly note: string;
  readonly entry: string;
  readonly apa: string;
}

interface Fields {
  readonly title: string;
  readonly byline?: string;
  readonly publication?: string;
  readonly date?: string;
  readonly inferred?: boolean;
  readonly page?: string;
  readonly url?: string;
  /** Pages that the story goes on on. */
  readonly further?: readonly string[];
}

type Written = Omit<CitedArticle, 'article'> & { readonly article: Fields };

/** Articles with how each style cites them, by hand. */
export function citedArticles(): CitedArticle[] {
  const written = JSON.parse(readFileSync(new URL('cited-articles.json', import.meta.url), 'utf8')) as Written[];
  return written.map(({ article, ...lines }) => ({ ...lines, article: toArticle(article) }));
}

function toArticle({ title, date, inferred = false, further = [], ...fields }: Fields): Article {
  return articleOf(title, [], {
    ...fields,
    date: date === undefined ? null : { edtf: date, printed: null, inferred },
    parts: further.map((page) => ({ page }) as Article['parts'][number]),
  });
}
