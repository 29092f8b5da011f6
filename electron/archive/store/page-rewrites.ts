import type { Derivation, DerivedArticle } from '#contract/derivation.ts';
import type { ArticleId, TagId } from '#contract/ids.ts';
import { type ArticleOrigin, articleWrites } from './article-writes.ts';
import { blockWrites } from './blocks.ts';
import type { WriteDb } from './database.ts';
import { derivationWrites } from './derivations.ts';
import { mostOf } from './gone-articles.ts';
import { changedArticles } from './packed-page.ts';
import { headOf, prepareArticle } from './prepare.ts';
import { publicationWrites } from './publications.ts';
import type { KnownSource } from './sources.ts';
import { tagWrites } from './tags.ts';
import { type Terms, type TextToWrite, textReads, textWrites } from './texts.ts';

/** What an article has beside its text. */
export interface Belongings {
  readonly origin: ArticleOrigin;
  readonly tags: readonly TagId[];
  readonly note: string;
}

export interface PageRewrite {
  readonly source: KnownSource;
  readonly from: Derivation;
  /** Every article in it has the id that it has, or gets, in the library. */
  readonly to: Derivation;
  /** Of articles that are not there yet. */
  readonly made: ReadonlyMap<ArticleId, Belongings>;
  /** Of articles whose byline does not stand in a block. */
  readonly bylines: Readonly<Record<string, string>>;
  /** Runs when the new rows are there and the old ones are not gone yet: whatever hangs on an article moves over. */
  readonly move: () => void;
  /** Notes that change with it. */
  readonly notes: ReadonlyMap<ArticleId, string>;
  readonly at: number;
}

/** The articles of one derivation of a source take the place of another's; what is the same in both is not written. */
export function pageRewrites(db: WriteDb, terms: Terms) {
  const articles = articleWrites(db);
  const blocks = blockWrites(db);
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const tags = tagWrites(db);
  const publications = publicationWrites(db);
  const derivations = derivationWrites(db);

  return {
    /** To be called in a transaction. */
    rewrite({ source, from, to, made, bylines, move, notes, at }: PageRewrite): void {
      const before = new Map(from.articles.map((article, position) => [article.id, { article, position }]));
      const changed = changedArticles(from, to);
      const written: TextToWrite[] = [];
      const sibling = from.articles[0]?.id as ArticleId | undefined;
      const moved = to.articles.filter(({ id }, position) => changed.has(id) || before.get(id)?.position !== position);
      for (const derived of moved) {
        const id = derived.id as ArticleId;
        const position = to.articles.indexOf(derived);
        const prepared = prepareArticle(derived, source.name, terms);
        const head = headOf(derived, prepared, { id, source: source.id, position, at });
        const row = { ...head, byline: head.byline ?? bylines[id] ?? null };
        const old = before.get(id)?.article;
        const belongings = made.get(id);
        const text = { id, title: head.title, body: prepared.body, columns: prepared.columns };
        if (old) {
          articles.rewrite(row, 'on');
          blocks.removeOf(id);
          if (changed.has(id)) written.push({ ...text, note: notes.get(id) ?? texts.find(id)?.note ?? '' });
        } else if (belongings) {
          articles.insert(row, belongings.origin);
          for (const tag of belongings.tags) tags.add(tag, [id]);
          if (sibling) publications.placeBeside(id, sibling, position);
          written.push({ ...text, note: notes.get(id) ?? belongings.note });
        }
        blocks.insertAll(id, derived.blocks);
      }
      articles.linkParents(moved, new Map(to.articles.map(({ id }) => [id, id as ArticleId])));
      move();
      texts.putAll(written);
      const rewritten = new Set(written.map(({ id }) => id));
      for (const [id, note] of notes) if (!rewritten.has(id)) texts.setNote(id, note);
      const stay = new Set(to.articles.map(({ id }) => id));
      for (const { id } of from.articles) if (!stay.has(id)) dropArticle(id as ArticleId);
      derivations.put(source.id, to);
    },
    setNote(id: ArticleId, note: string): void {
      texts.setNote(id, note);
    },
  };

  function dropArticle(id: ArticleId): void {
    texts.remove(id);
    articles.drop(id);
  }
}

/** The article that got most of another's text; where none of it is left, the one that stood before it. */
export function heirOf(gone: DerivedArticle, from: Derivation, to: Derivation): DerivedArticle | undefined {
  const heir = mostOf(gone, to.articles);
  if (heir) return heir;
  const stay = new Map(to.articles.map((article) => [article.id, article]));
  const before = from.articles.slice(0, from.articles.indexOf(gone)).findLast(({ id }) => stay.has(id));
  return (before && stay.get(before.id)) ?? to.articles[0];
}
