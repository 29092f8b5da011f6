import type { TermHits } from '#contract/search.ts';
import { parseQuery } from './query.ts';
import type { Search } from './search.ts';

/** Passages that are handed out for each name; all of them are what a search for it shows. */
export const PASSAGES = 5;

/** Looks for each name as it is written, in the order of the list, under one condition. Ends with the signal's reason. */
export async function* findTerms(
  search: Pick<Search, 'query'>,
  names: readonly string[],
  condition: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<TermHits, void, void> {
  for (const [index, name] of names.entries()) {
    signal?.throwIfAborted();
    const phrase = `"${name.replaceAll('"', '""')}"`;
    // Without a word in it the condition alone would be asked, and everything it lets through counted.
    if (parseQuery(phrase).clauses.length === 0) {
      yield { index, name, text: '', total: 0, passages: [] };
      continue;
    }
    const text = condition.trim() === '' ? phrase : `${phrase} ${condition.trim()}`;
    const { total, items } = await search.query({ text, limit: PASSAGES }, signal);
    const passages = items.map(({ article: { id, title, publication, date }, snippet, hits }) => ({
      article: id,
      title,
      publication,
      date: date?.edtf ?? null,
      snippet,
      hits: hits.length,
    }));
    yield { index, name, text, total, passages };
  }
}
