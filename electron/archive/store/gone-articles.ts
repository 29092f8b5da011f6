import type { DerivedArticle, Piece } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { ReadDb } from './database.ts';
import { pageDerivationReads } from './page-derivations.ts';

/** As much of what the journal keeps of an acceptance as tells where the text of an article stood. */
interface AcceptedPage {
  readonly source: SourceId;
  readonly library?: {
    readonly page: Readonly<Record<'before' | 'after', { readonly articles: readonly PackedArticle[] }>>;
  };
}

interface PackedArticle {
  readonly id: string;
  readonly blocks: readonly { readonly pieces: readonly Piece[] }[];
}

/** Looked for only where no article has the id: a name in the text of the entries, and few of them have it. */
const SAID_SQL = `SELECT payload FROM journal WHERE action = 'desk.accept' AND instr(payload, ?) > 0 ORDER BY seq DESC`;

/** Articles that a page had and has no more: merged into others, or made by an acceptance that was taken back. */
export function goneReads(db: ReadDb) {
  const said = db.prepare<[string], { payload: string }>(SAID_SQL);
  const derivations = pageDerivationReads(db);
  return {
    /**
     * The articles that have the text now of those whose id ends so and is wanted: the ones with most of it. None where
     * nothing of it stands in an article.
     */
    heirsOf(ending: string, isWanted: (id: string) => boolean): ArticleId[] {
      const heirs = new Map<string, ArticleId | undefined>();
      for (const { payload } of said.all(ending)) {
        const { source, library } = JSON.parse(payload) as AcceptedPage;
        const packed = library ? [...library.page.before.articles, ...library.page.after.articles] : [];
        for (const article of packed.filter(({ id }) => isWanted(id) && !heirs.has(id)))
          heirs.set(article.id, mostOf(article, derivations.derivation(source).articles)?.id as ArticleId | undefined);
      }
      return [...heirs.values()].filter((id) => id !== undefined);
    },
  };
}

/** The article that has most of the text of another; undefined where none has any. */
export function mostOf(gone: PackedArticle, articles: readonly DerivedArticle[]): DerivedArticle | undefined {
  const ranges = gone.blocks.flatMap(({ pieces }) => pieces);
  let heir: DerivedArticle | undefined;
  let most = 0;
  for (const article of articles) {
    let shared = 0;
    for (const { pieces } of article.blocks)
      for (const [start, end] of pieces)
        for (const [a, b] of ranges) shared += Math.max(0, Math.min(end, b) - Math.max(start, a));
    if (shared > most) [heir, most] = [article, shared];
  }
  return heir;
}
