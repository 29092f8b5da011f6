import type { AnchorState, Annotation, TextQuote } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { annotationReads, annotationWrites } from './annotations.ts';
import { articleWrites } from './article-writes.ts';
import { articleReads } from './articles.ts';
import { blockReads, blockWrites } from './blocks.ts';
import type { WriteDb } from './database.ts';
import { derivationWrites } from './derivations.ts';
import { asStoreErrors } from './errors.ts';
import { newId } from './ids.ts';
import { journalWrites } from './journal.ts';
import { headOf, prepareArticle } from './prepare.ts';
import { publicationWrites } from './publications.ts';
import { sourceReads, sourceWrites } from './sources.ts';
import { tagWrites } from './tags.ts';
import { type Terms, type TextToWrite, textWrites } from './texts.ts';

/** An article as a highlight sees it: its text, and what source ranges its blocks are made of. */
export type MarkedArticle = Pick<Article, 'id' | 'body'> & {
  readonly blocks: readonly Pick<Article['blocks'][number], 'span' | 'pieces'>[];
};

/** Finds a highlight again in the articles that its article became. */
export type CarryMark = (
  mark: TextQuote,
  from: MarkedArticle,
  to: readonly [MarkedArticle, ...MarkedArticle[]],
  state?: AnchorState,
) => { readonly article: ArticleId; readonly quote: TextQuote; readonly state: AnchorState };

export interface Separation {
  readonly derivation: Derivation;
  /** Decisions in it that are not certain. */
  readonly doubts: number;
  /** Version of the desk: `1.0`. */
  readonly version: string;
  readonly carry: CarryMark;
}

/** The desk's articles take the place of a raw page, in one transaction. */
export function separationWrites(db: WriteDb, terms: Terms) {
  const sources = { ...sourceReads(db), ...sourceWrites(db) };
  const articles = { ...articleReads(db), ...articleWrites(db) };
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const texts = textWrites(db, terms);
  const blocks = { ...blockReads(db), ...blockWrites(db) };
  const publications = publicationWrites(db);
  const derivations = derivationWrites(db);
  const journal = journalWrites(db);
  const tags = tagWrites(db);

  const separateOne = db.transaction((id: SourceId, separation: Separation, at: number): ArticleId[] | undefined => {
    const source = sources.find(id);
    const [raw, ...others] = source ? articles.ofSource(id) : [];
    // What a person worked on or accepted is that person's.
    if (!source || (source.pageState !== 'raw' && source.pageState !== 'failed')) return undefined;
    if (!raw || others.length > 0) return undefined;
    const origin = articles.origin(raw);
    const { derivation, version } = separation;
    if (!origin || derivation.articles.length === 0) {
      sources.setDesk(id, 'failed', version);
      return undefined;
    }
    const before = articles.find(raw);
    if (!before) return undefined;
    const marks = annotations.everyOfArticle(raw);
    blocks.removeOf(raw);
    const ids = new Map<string, ArticleId>();
    const made: Omit<TextToWrite, 'note'>[] = [];
    for (const [position, derived] of derivation.articles.entries()) {
      // The first article takes the raw page's id: whoever has it open, linked or tagged keeps something real.
      const article = position === 0 ? raw : newId<ArticleId>(at);
      ids.set(derived.id, article);
      const prepared = prepareArticle(derived, source.name, terms);
      const head = headOf(derived, prepared, { id: article, source: id, position, at });
      if (position === 0) articles.rewrite(head, 'again');
      else {
        articles.insert(head, origin);
        tags.copy(article, raw);
        publications.placeBeside(article, raw, position);
      }
      blocks.insertAll(article, derived.blocks);
      made.push({ id: article, title: head.title, body: prepared.body, columns: prepared.columns });
    }
    articles.linkParents(derivation.articles, ids);
    derivations.put(id, derivation);
    moveMarks(marks, before, separation.carry, made);
    texts.putAll(made.map((article, position) => ({ ...article, note: position === 0 ? before.note : '' })));
    sources.setDesk(id, 'separated', version, separation.doubts);
    const payload = { source: id, from: raw, articles: made.map((article) => article.id) };
    journal.append({ at, who: `jianbao desk ${version}`, action: 'source.separate', payload, undoes: null });
    return payload.articles;
  });

  function moveMarks(
    marks: readonly Annotation[],
    from: Article,
    carry: CarryMark,
    made: readonly { id: ArticleId; body: string }[],
  ) {
    if (marks.length === 0) return;
    const [first, ...rest] = made.map(({ id, body }) => ({ id, body, blocks: blocks.ofArticle(id) }));
    if (!first) return;
    for (const mark of marks) {
      const { article, quote, state } = carry(mark.quote, from, [first, ...rest], mark.state);
      annotations.move(mark.id, article, quote, state);
    }
  }

  return {
    /**
     * Puts the desk's articles in the place of a raw page. Notes, tags, highlights, reading state and the trash carry
     * over. Returns undefined, and writes no article, where the source is no raw page, a person has worked on it or the
     * desk found nothing in it.
     */
    separatePage(source: SourceId, separation: Separation, now: number): ArticleId[] | undefined {
      return asStoreErrors(() => separateOne.immediate(source, separation, now));
    },
    /** The desk gave up: the page stays one raw article until a newer desk tries. */
    markDeskFailed(source: SourceId, version: string): void {
      if (sources.find(source)?.pageState === 'raw') sources.setDesk(source, 'failed', version);
    },
  };
}
