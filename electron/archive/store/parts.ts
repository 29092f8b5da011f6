import type { ArticlePart } from '#contract/articles.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { ArticleId, SourceId, TagId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** What is not a part of another article: parts have a tombstone, but nobody threw them away. */
export const NOT_A_PART = 'article.id NOT IN (SELECT part_id FROM article_part)';

interface PartRow {
  readonly part_id: ArticleId;
  readonly source_id: SourceId;
  readonly source_name: string;
  readonly page_label: string | null;
  readonly section: string | null;
  readonly span_start: number;
}

export interface Join {
  readonly whole: ArticleId;
  readonly part: ArticleId;
}

export function partReads(db: ReadDb) {
  const ofArticle = db.prepare<[ArticleId], PartRow>(`
    SELECT p.part_id, p.span_start, a.source_id, a.page_label, a.section, s.name AS source_name
    FROM article_part p CROSS JOIN article a ON a.id = p.part_id JOIN source s ON s.id = a.source_id
    WHERE p.article_id = ? ORDER BY p.span_start`);
  const whole = db.prepare<[ArticleId], { article_id: ArticleId }>(
    'SELECT article_id FROM article_part WHERE part_id = ?',
  );
  const any = db.prepare<[], { part_id: ArticleId }>('SELECT part_id FROM article_part LIMIT 1');
  const ofSource = db.prepare<{ source: SourceId }, { article_id: ArticleId; part_id: ArticleId }>(`
    SELECT p.article_id, p.part_id FROM article_part p
    WHERE p.article_id IN (SELECT id FROM article WHERE source_id = @source UNION
      SELECT q.article_id FROM article a CROSS JOIN article_part q ON q.part_id = a.id WHERE a.source_id = @source)
    ORDER BY p.article_id, p.span_start`);
  const end = db.prepare<[ArticleId], { source: SourceId; sourceName: string; page: string | null; title: string }>(`
    SELECT a.source_id AS source, s.name AS sourceName, a.page_label AS page, a.title
    FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?`);

  /** Every join of a whole that has one of its pages in this source, in the order in which they can be made. */
  function joinsOf(source: SourceId): Join[] {
    return ofSource.all({ source }).map((row) => ({ whole: row.article_id, part: row.part_id }));
  }

  return {
    joinsOf,
    /** Each article of a page with the page before it and the one after it, where it stands on several. */
    pageJoins(source: SourceId): DeskPage['joins'] {
      const wholes = Map.groupBy(joinsOf(source), ({ whole }) => whole);
      return [...wholes].flatMap(([whole, joins]) => {
        const chain = [whole, ...joins.map(({ part }) => part)].flatMap((id) => {
          const row = end.get(id);
          return row ? [{ id, ...row }] : [];
        });
        return chain.flatMap(({ id: key, title, source: own }, at): DeskPage['joins'] => {
          if (own !== source) return [];
          const ends = [['from', chain[at - 1]] as const, ['onto', chain[at + 1]] as const];
          return ends.flatMap(([direction, other]) => {
            if (!other) return [];
            const { source: there, sourceName, page } = other;
            return [{ key, title, direction, source: there, sourceName, page }];
          });
        });
      });
    },
    /** What an article goes on with on other pages, in order. */
    ofArticle(id: ArticleId): ArticlePart[] {
      return ofArticle.all(id).map((row) => ({
        article: row.part_id,
        source: row.source_id,
        sourceName: row.source_name,
        page: row.page_label,
        section: row.section,
        start: row.span_start,
      }));
    },
    /** The article that this one is a part of. */
    wholeOf(id: ArticleId): ArticleId | undefined {
      return whole.get(id)?.article_id;
    },
    hasJoins(): boolean {
      return any.get() !== undefined;
    },
  };
}

/** What a whole has from one of its parts. */
export interface Added {
  readonly tags: readonly TagId[];
  readonly pages: readonly string[];
}

interface JoinRow {
  readonly part_id: ArticleId;
  readonly article_id: ArticleId;
  readonly span_start: number;
  readonly added: string;
}

export function partWrites(db: WriteDb) {
  const insert = db.prepare(`INSERT INTO article_part (part_id, article_id, span_start, added, joined_at)
    VALUES (@part, @article, @start, @added, @at)`);
  const remove = db.prepare<[ArticleId], JoinRow>('DELETE FROM article_part WHERE part_id = ? RETURNING *');
  const give = db.prepare<{ from: ArticleId; to: ArticleId; after: number; by: number }>(`
    UPDATE article_part SET article_id = @to, span_start = span_start + @by
    WHERE article_id = @from AND span_start > @after`);
  const row = db.prepare<[ArticleId], JoinRow>('SELECT * FROM article_part WHERE part_id = ?');
  const giveMarks = db.prepare<{ from: ArticleId; to: ArticleId; after: number; by: number }>(`
    UPDATE annotation SET article_id = @to, span_start = span_start + @by, span_end = span_end + @by
    WHERE article_id = @from AND span_start >= @after`);
  const lose = db.prepare<{ article: ArticleId; end: number }>(`
    UPDATE annotation SET state = 'orphan', span_start = @end, span_end = @end, revision = revision + 1
    WHERE article_id = @article AND span_end > @end`);
  const lost = db.prepare<{ article: ArticleId; end: number }, { id: string; exact: string }>(
    `SELECT id, exact FROM annotation WHERE article_id = @article AND state = 'orphan' AND span_start = @end`,
  );
  const found = db.prepare<{ id: string; start: number; end: number }>(`
    UPDATE annotation SET state = 'exact', span_start = @start, span_end = @end, revision = revision + 1 WHERE id = @id`);
  const addTags = db.prepare<{ to: ArticleId; from: ArticleId }, { tag_id: TagId }>(`
    INSERT INTO article_tag (article_id, tag_id) SELECT @to, tag_id FROM article_tag WHERE article_id = @from
    ON CONFLICT DO NOTHING RETURNING tag_id`);
  const dropTags = db.prepare<[ArticleId, string]>(
    'DELETE FROM article_tag WHERE article_id = ? AND tag_id IN (SELECT value FROM json_each(?))',
  );
  const addPages = db.prepare<{ to: ArticleId; from: ArticleId }, { page_id: string }>(`
    INSERT INTO article_page (article_id, page_id, part_order)
    SELECT @to, page_id, part_order + 1 + (SELECT coalesce(max(part_order), 0) FROM article_page WHERE article_id = @to)
    FROM article_page WHERE article_id = @from ON CONFLICT DO NOTHING RETURNING page_id`);
  const dropPages = db.prepare<[ArticleId, string]>(
    'DELETE FROM article_page WHERE article_id = ? AND page_id IN (SELECT value FROM json_each(?))',
  );
  const hide = db.prepare<{ id: ArticleId; at: number }>(
    'UPDATE article SET deleted_at = @at, updated_at = @at WHERE id = @id',
  );
  const show = db.prepare<{ id: ArticleId; at: number }>(
    'UPDATE article SET deleted_at = NULL, updated_at = @at, edited_at = @at WHERE id = @id',
  );
  const resize = db.prepare<{ id: ArticleId; characters: number; at: number }>(`
    UPDATE article SET characters = @characters, reading_position = min(reading_position, @characters), revision = revision + 1, updated_at = @at, edited_at = @at
    WHERE id = @id`);
  return {
    /** The part, and all it goes on with, follow the text of the whole from `start` on; marks, tags and pages come along. */
    join(whole: ArticleId, part: ArticleId, start: number, at: number): void {
      const tags = addTags.all({ to: whole, from: part }).map(({ tag_id }) => tag_id);
      const pages = addPages.all({ to: whole, from: part }).map(({ page_id }) => page_id);
      give.run({ from: part, to: whole, after: 0, by: start });
      insert.run({ part, article: whole, start, added: JSON.stringify([tags, pages]), at });
      giveMarks.run({ from: part, to: whole, after: 0, by: start });
      hide.run({ id: part, at });
    },
    /**
     * The part, and all that follows it, is an article of its own again. Marks go with the text they stand on; one that
     * was made across the seam is lost to the whole and says so.
     * @returns the whole and where the part began; undefined for what is no part
     */
    part(part: ArticleId, at: number): { readonly whole: ArticleId; readonly start: number } | undefined {
      const joined = row.get(part);
      if (!joined) return undefined;
      remove.run(part);
      const { article_id: whole, span_start: start } = joined;
      give.run({ from: whole, to: part, after: start, by: -start });
      giveMarks.run({ from: whole, to: part, after: start, by: -start });
      lose.run({ article: whole, end: start - 1 });
      const [tags, pages] = JSON.parse(joined.added) as [Added['tags'], Added['pages']];
      dropTags.run(whole, JSON.stringify(tags));
      dropPages.run(whole, JSON.stringify(pages));
      show.run({ id: part, at });
      return { whole, start };
    },
    /**
     * A mark across the seam, lost when the whole was taken apart, stands where its words are together again. None that
     * became an orphan elsewhere, whatever its words; and none of which the words would stand across the seam twice.
     */
    findAcross(whole: ArticleId, body: string, start: number): void {
      for (const { id, exact } of lost.all({ article: whole, end: start - 1 })) {
        const isAcross = (at: number) => at >= 0 && at < start && at + exact.length >= start;
        const at = body.indexOf(exact, Math.max(0, start - exact.length));
        if (exact !== '' && isAcross(at) && !isAcross(body.indexOf(exact, at + 1)))
          found.run({ id, start: at, end: at + exact.length });
      }
    },
    resize(id: ArticleId, characters: number, at: number): void {
      resize.run({ id, characters, at });
    },
  };
}
