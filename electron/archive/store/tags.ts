import type { TagRef } from '#contract/articles.ts';
import type { ArticleId, TagId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { newId } from './ids.ts';

/** Articles that gained or lost one tag. */
export interface TagChange {
  readonly tag: TagId;
  readonly articles: readonly ArticleId[];
}

export function tagReads(db: ReadDb) {
  const list = db.prepare<[], TagRef & { articles: number }>(`
    SELECT t.id, t.path, t.colour, (SELECT count(*) FROM article_tag l CROSS JOIN article a ON a.id = l.article_id
      WHERE l.tag_id = t.id AND a.deleted_at IS NULL) AS articles
    FROM tag t ORDER BY t.path`);
  const paths = db.prepare<[], { path: string }>('SELECT path FROM tag ORDER BY path');
  const byPath = db.prepare<[string], { id: TagId }>('SELECT id FROM tag WHERE path = ?');
  const ofArticle = db.prepare<[ArticleId], { tag_id: TagId }>(
    'SELECT tag_id FROM article_tag WHERE article_id = ? ORDER BY tag_id',
  );
  return {
    ofArticle(id: ArticleId): TagId[] {
      return ofArticle.all(id).map((row) => row.tag_id);
    },
    /** With the number of articles outside the trash that carry exactly this tag. */
    list(): (TagRef & { articles: number })[] {
      return list.all();
    },
    paths(): string[] {
      return paths.all().map((row) => row.path);
    },
    findByPath(path: string): TagId | undefined {
      return byPath.get(path)?.id;
    },
  };
}

export function tagWrites(db: WriteDb) {
  const { findByPath } = tagReads(db);
  const insert = db.prepare<[TagId, string, number]>('INSERT INTO tag (id, path, created_at) VALUES (?, ?, ?)');
  const dropUnused = db.prepare<{ id: TagId }>(`
    DELETE FROM tag WHERE id = @id AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_id = @id)
      AND NOT EXISTS (SELECT 1 FROM annotation_tag WHERE tag_id = @id)`);
  const add = db.prepare<[TagId, string], { article_id: ArticleId }>(`
    INSERT INTO article_tag (article_id, tag_id)
    SELECT DISTINCT a.id, ? FROM json_each(?) k CROSS JOIN article a ON a.id = k.value WHERE true
    ON CONFLICT DO NOTHING RETURNING article_id`);
  const remove = db.prepare<[TagId, string], { article_id: ArticleId }>(`
    DELETE FROM article_tag WHERE tag_id = ? AND article_id IN (SELECT value FROM json_each(?)) RETURNING article_id`);
  const copy = db.prepare<[ArticleId, ArticleId]>(
    'INSERT INTO article_tag (article_id, tag_id) SELECT ?, tag_id FROM article_tag WHERE article_id = ?',
  );
  return {
    /** `made` tells whether the tag is new. */
    findOrMake(path: string, at: number): { id: TagId; made: boolean } {
      const found = findByPath(path);
      if (found) return { id: found, made: false };
      const id = newId<TagId>(at);
      insert.run(id, path, at);
      return { id, made: true };
    },
    /** Makes a tag again under the id it had. Does nothing where the path is taken. */
    remake(id: TagId, path: string, at: number): void {
      if (!findByPath(path)) insert.run(id, path, at);
    },
    /** A tag that nothing carries. */
    dropUnused(id: TagId): void {
      dropUnused.run({ id });
    },
    /** Returns the articles that did not carry it. Ids without an article are passed over. */
    add(tag: TagId, articles: readonly ArticleId[]): ArticleId[] {
      return add.all(tag, JSON.stringify(articles)).map((row) => row.article_id);
    },
    /** Returns the articles that carried it. */
    remove(tag: TagId, articles: readonly ArticleId[]): ArticleId[] {
      return remove.all(tag, JSON.stringify(articles)).map((row) => row.article_id);
    },
    /** Gives an article the tags of another. */
    copy(to: ArticleId, from: ArticleId): void {
      copy.run(to, from);
    },
  };
}
