import type { Article } from '#contract/articles.ts';

export interface Section {
  /** Where its head stands in the article's body. */
  readonly start: number;
  readonly text: string;
  /** 0 for the title and heads of the first rank. */
  readonly depth: number;
}

/** The title and the section heads, in order; a headline on a page that the article goes on to is a head too. */
export function sectionsOf({ blocks, body }: Pick<Article, 'blocks' | 'body'>): Section[] {
  return blocks
    .filter(({ role }) => role === 'title' || role === 'subhead')
    .map(({ role, level, span }) => ({
      start: span.start,
      text: body.slice(span.start, span.end).replaceAll(/\s+/g, ' ').trim(),
      depth: role === 'title' ? 0 : Math.max(0, (level ?? 2) - 2),
    }))
    .filter(({ text }) => text !== '');
}
