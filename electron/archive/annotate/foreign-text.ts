import type { ArticleId } from '#contract/ids.ts';
import { annotationReads, annotationWrites } from '../store/annotations.ts';
import type { WriteDb } from '../store/database.ts';
import { locateQuote } from './locate.ts';
import { quoteAt } from './quote.ts';

/**
 * Marks on a text that another program changed in the database itself: what it was before, nobody knows any more, so their
 * words are looked for. To be called in the transaction that finds the change.
 */
export function foreignTexts(db: WriteDb): (article: ArticleId, body: string) => void {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  return (article, body) => {
    for (const { id, quote, state } of annotations.everyOfArticle(article)) {
      const found = state === 'orphan' ? undefined : locateQuote(body, quote);
      // What waited for a person goes on waiting.
      const isSilent = found !== undefined && found.state !== 'changed' && state !== 'changed';
      const start = Math.min(quote.start, body.length);
      if (isSilent && found.state === 'exact') continue;
      if (isSilent) annotations.move(id, article, quoteAt(body, found.span), found.state);
      else if (found) annotations.move(id, article, { ...quote, ...found.span }, 'changed');
      else annotations.move(id, article, { ...quote, start, end: start }, 'orphan');
    }
  };
}
