import type { SuggestionSource } from '#archive/context.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { Suggestion } from '#contract/search.ts';

/** What the service tells the thread that answers while one types; it works through them in their order. */
export type SuggestMessage =
  | { readonly is: 'add'; readonly rows: readonly SuggestionSource[] }
  | { readonly is: 'remove'; readonly articles: readonly ArticleId[] }
  | { readonly is: 'tags'; readonly paths: readonly string[] }
  | { readonly is: 'suggest'; readonly call: number; readonly text: string; readonly limit: number };

/** The one thing it says back. */
export interface SuggestAnswer {
  readonly call: number;
  readonly suggestions: Suggestion[];
}
