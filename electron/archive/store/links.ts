import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import type { ReadDb } from './database.ts';
import { factReads } from './facts.ts';
import { goneReads } from './gone-articles.ts';
import { bitsOf, isShortId, shortId } from './ids.ts';

export interface LinkedArticle {
  readonly id: ArticleId;
  readonly isInTrash: boolean;
  /** Why it is another than the one that was named. */
  readonly moved: 'joined' | 'accepted' | null;
}

export interface LinkedHighlight {
  readonly id: AnnotationId;
  readonly article: ArticleId;
  readonly isRemoved: boolean;
}

/** Exported for the test of its plan: it goes through the ids alone, some milliseconds in 100,000. */
export const BY_ENDING_SQL = 'SELECT id FROM article WHERE substr(id, -12) = ?';

/** Finds what an address names, by a short id or a whole one, in the trash or not. A part leads to its whole. */
export function linkReads(db: ReadDb) {
  const article = db.prepare<[string], { id: ArticleId; named: ArticleId; deleted_at: number | null }>(
    `SELECT w.id, a.id AS named, w.deleted_at FROM article a LEFT JOIN article_part p ON p.part_id = a.id
      JOIN article w ON w.id = coalesce(p.article_id, a.id) WHERE a.id = ?`,
  );
  const byEnding = db.prepare<[string], { id: ArticleId }>(BY_ENDING_SQL);
  const highlights = db.prepare<{ id: string }, { id: AnnotationId; article_id: ArticleId; deleted_at: number | null }>(
    'SELECT id, article_id, deleted_at FROM annotation WHERE id = @id OR short_id = @id',
  );
  // No index: asked only when annotations of other programs are taken in.
  const withUrl = db.prepare<[], { id: ArticleId; url: string }>(
    'SELECT id, url FROM article WHERE url IS NOT NULL AND deleted_at IS NULL ORDER BY id',
  );
  const facts = factReads(db);
  const gone = goneReads(db);

  function find(id: string, moved: 'accepted' | null): LinkedArticle[] {
    const row = article.get(id);
    if (!row) return [];
    return [
      { id: row.id, isInTrash: row.deleted_at !== null, moved: moved ?? (row.id === row.named ? null : 'joined') },
    ];
  }

  return {
    /** This archive's name in addresses. */
    archive(): string {
      return shortId(facts.get('archive_id') ?? '0');
    },
    /** More than one where two ids end alike. What is gone is looked for only where nothing is there. */
    articles(id: string): LinkedArticle[] {
      const isShort = isShortId(id);
      const isWanted = (whole: string) => (isShort ? shortId(whole) === id : whole === id);
      const ending = isShort ? endingOf(id) : id;
      const ids = isShort ? byEnding.all(ending).flatMap((row) => (isWanted(row.id) ? [row.id] : [])) : [id];
      const there = ids.flatMap((whole) => find(whole, null));
      if (there.length > 0) return there;
      return gone.heirsOf(ending, isWanted).flatMap((heir) => find(heir, 'accepted'));
    },
    /** Finds articles that were taken from a page on the web. Good for one transaction. */
    byAddress(): (address: string) => readonly ArticleId[] {
      const pages = Map.groupBy(withUrl.all(), ({ url }) => sameAddress(url));
      return (address) => (pages.get(sameAddress(address)) ?? []).map(({ id }) => id);
    },
    highlights(id: string): LinkedHighlight[] {
      return highlights
        .all({ id })
        .map((row) => ({ id: row.id, article: row.article_id, isRemoved: row.deleted_at !== null }));
    },
  };
}

/** The last twelve digits of every id that a short one can stand for; its first two bits are in the digit before. */
function endingOf(short: string): string {
  return bitsOf(short).toString(16).padStart(13, '0').slice(-12);
}

/** A page's address without what does not make it another page. */
function sameAddress(address: string): string {
  return address
    .replace(/#.*$/su, '')
    .replace(/^https?:\/\//iu, '')
    .replace(/\/$/u, '');
}
