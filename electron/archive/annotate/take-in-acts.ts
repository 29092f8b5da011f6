import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import type { LeftReason } from '#contract/web-annotations.ts';
import type { Act } from '../store/act.ts';
import { type Anchor, annotationReads, annotationWrites } from '../store/annotations.ts';
import { articleWrites } from '../store/article-writes.ts';
import type { WriteDb } from '../store/database.ts';
import { linkReads } from '../store/links.ts';
import { tagWrites } from '../store/tags.ts';
import { type Terms, textReads, textWrites } from '../store/texts.ts';
import { fromCodePoints } from './code-points.ts';
import { type ForeignMark, readForeignMark } from './foreign-mark.ts';
import { burial, type Marks } from './highlight-acts.ts';
import { locateQuote } from './locate.ts';
import { quoteAt } from './quote.ts';
import { ARTICLE_URN } from './web-annotation.ts';

export interface TakeIn {
  readonly items: readonly unknown[];
  /** Where all of them belong, whatever address they have. */
  readonly article?: ArticleId | undefined;
}

export interface TakenIn extends Marks {
  readonly known: number;
  /** Of those that were made: how many wait for a person, because their words are not, or not certainly, in the text. */
  readonly waiting: number;
  readonly left: readonly { readonly index: number; readonly reason: LeftReason }[];
}

/** Takes in annotations that were made elsewhere, each once. One whose words are not found is kept as an orphan of its article. */
export function takeInHighlights(db: WriteDb, terms: Terms): Act<TakeIn, TakenIn> {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const articles = articleWrites(db);
  const tags = tagWrites(db);
  const links = linkReads(db);
  const restore = burial(db, terms);

  function articlesOf({ sources }: ForeignMark, fromAddress: ReturnType<typeof links.byAddress>): readonly ArticleId[] {
    for (const source of sources) {
      const own = source.startsWith(ARTICLE_URN) ? source.slice(ARTICLE_URN.length) : undefined;
      const named = own ?? source.match(/^jianbao:\/\/[^/]+\/article\/([^/?#]+)/u)?.[1];
      const found = named === undefined ? fromAddress(source) : links.articles(named).map(({ id }) => id);
      if (found.length > 0) return found;
    }
    return [];
  }

  function anchorIn(article: ArticleId, { quote, position, sources }: ForeignMark): Anchor | undefined {
    const body = texts.body(article);
    if (body === undefined) return undefined;
    // Only our own files count positions in this text.
    const isOwn = sources.some((source) => source.startsWith(ARTICLE_URN));
    const start = isOwn && position ? fromCodePoints(body, position.start) : 0;
    const end = start + quote.exact.length;
    if (isOwn && position && body.startsWith(quote.exact, start) && body.endsWith(quote.prefix, start))
      if (body.startsWith(quote.suffix, end)) return { article, quote: quoteAt(body, { start, end }), state: 'exact' };
    const found = locateQuote(body, { ...quote, start, end });
    if (!found) return { article, quote: { ...quote, start: 0, end: 0 }, state: 'orphan' };
    return found.state === 'changed'
      ? { article, quote: { ...quote, ...found.span }, state: 'changed' }
      : { article, quote: quoteAt(body, found.span), state: 'exact' };
  }

  const certainty = { exact: 0, moved: 0, changed: 1, orphan: 2 };

  return {
    action: 'annotation.take_in',
    topics: ['annotations', 'articles', 'tags'],
    do({ items, article }, at) {
      const made: AnnotationId[] = [];
      const left: { index: number; reason: LeftReason }[] = [];
      const touched = new Set<ArticleId>();
      let [known, waiting] = [0, 0];
      const fromAddress = links.byAddress();
      for (const [index, item] of items.entries()) {
        const mark = readForeignMark(item);
        if (typeof mark === 'string') {
          left.push({ index, reason: mark });
          continue;
        }
        if (annotations.findAny(mark.id)) {
          known += 1;
          continue;
        }
        const [anchor] = (article === undefined ? articlesOf(mark, fromAddress) : [article])
          .flatMap((id) => anchorIn(id, mark) ?? [])
          .toSorted((a, b) => certainty[a.state] - certainty[b.state]);
        if (!anchor) {
          left.push({ index, reason: 'no_article' });
          continue;
        }
        const fields = { kind: mark.kind, colour: mark.colour, note: mark.note, confidential: false };
        annotations.insert(mark.id, anchor.article, anchor.quote, fields, mark.createdAt ?? at);
        if (anchor.state !== 'exact') annotations.move(mark.id, anchor.article, anchor.quote, anchor.state);
        annotations.setTags(
          mark.id,
          mark.tags.map((path) => tags.findOrMake(path, at).id),
        );
        if (anchor.state !== 'exact') waiting += 1;
        made.push(mark.id);
        touched.add(anchor.article);
      }
      articles.touch([...touched], at);
      for (const id of touched) texts.refreshNotes(id);
      return { payload: { annotations: made, known, waiting, left }, count: made.length };
    },
    undo: restore.bury,
    redo: restore.unbury,
  };
}
