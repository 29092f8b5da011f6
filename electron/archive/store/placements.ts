import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { dayBounds } from './edtf.ts';
import { publicationWrites } from './publications.ts';
import { LAST_KEY, sortKey } from './sort-key.ts';

/** Where an article was printed: paper, day and page, as its row and the rows of its pages hold them. */
export interface Placement {
  readonly publication: string | null;
  readonly date: string | null;
  readonly printed: string | null;
  readonly inferred: 0 | 1;
  readonly page: string | null;
  readonly section: string | null;
  /** Ids of the pages it stands on, with its place on each. */
  readonly pages: readonly (readonly [page: string, order: number])[];
}

export interface SourcePath {
  readonly id: SourceId;
  readonly path: string;
}

type PlacementRow = Omit<Placement, 'pages'>;

export function placementReads(db: ReadDb) {
  const rowOf = db.prepare<[ArticleId], PlacementRow>(`
    SELECT p.name AS publication, a.date_edtf AS date, a.date_printed AS printed, a.date_inferred AS inferred,
      a.page_label AS page, a.section
    FROM article a LEFT JOIN publication p ON p.id = a.publication_id WHERE a.id = ?`);
  const pagesOf = db.prepare<[ArticleId], { page_id: string; part_order: number }>(
    'SELECT page_id, part_order FROM article_page WHERE article_id = ? ORDER BY part_order, page_id',
  );
  const after = db.prepare<[string, number], SourcePath>(
    'SELECT id, path FROM source WHERE id > ? ORDER BY id LIMIT ?',
  );
  const some = db.prepare<[string], SourcePath>(
    'SELECT s.id, s.path FROM json_each(?) k CROSS JOIN source s ON s.id = k.value ORDER BY s.id',
  );
  const ofArticles = db.prepare<[string], { id: SourceId }>(
    'SELECT DISTINCT a.source_id AS id FROM json_each(?) k CROSS JOIN article a ON a.id = k.value ORDER BY 1',
  );
  return {
    placement(id: ArticleId): Placement | undefined {
      const row = rowOf.get(id);
      return row && { ...row, pages: pagesOf.all(id).map(({ page_id, part_order }) => [page_id, part_order]) };
    },
    /** The next sources after that one, in order of import. */
    pathsAfter: (id: string, limit: number): SourcePath[] => after.all(id, limit),
    pathsOf: (ids: readonly SourceId[]): SourcePath[] => some.all(JSON.stringify(ids)),
    sourcesOf: (ids: readonly ArticleId[]): SourceId[] => ofArticles.all(JSON.stringify(ids)).map((row) => row.id),
  };
}

export function placementWrites(db: WriteDb) {
  const publications = publicationWrites(db);
  const update = db.prepare(`
    UPDATE article SET publication_id = @publication, publication_key = @key, date_edtf = @date, date_printed = @printed,
      date_inferred = @inferred, date_from = @from, date_to = @to, page_label = @page, section = @section,
      updated_at = @at, edited_at = @at WHERE id = @id`);
  const leave = db.prepare<[ArticleId]>('DELETE FROM article_page WHERE article_id = ?');
  const stand = db.prepare<[ArticleId, string, number]>(
    'INSERT INTO article_page (article_id, page_id, part_order) VALUES (?, ?, ?)',
  );
  return {
    /** The page of that paper and day, made where there is none; undefined where one of the three is not known. */
    pageOf(placement: PlacementRow, source: SourceId, at: number): string | undefined {
      const { publication, date, printed, inferred, page } = placement;
      const days = date === null ? undefined : dayBounds(date);
      if (publication === null || date === null || page === null || !days) return undefined;
      const paper = publications.findOrMake(publication, at);
      const day = { edtf: date, printed, inferred: inferred === 1 };
      return publications.findOrMakePage(publications.findOrMakeIssue(paper, day, days, at), page, source, at);
    },
    put(id: ArticleId, placement: Placement, at: number): void {
      const { publication, date, pages, ...rest } = placement;
      const days = date === null ? undefined : dayBounds(date);
      update.run({
        ...rest,
        id,
        at,
        publication: publication === null ? null : publications.findOrMake(publication, at),
        key: publication === null ? LAST_KEY : sortKey(publication),
        date,
        from: days?.from ?? null,
        to: days?.to ?? null,
      });
      leave.run(id);
      for (const [page, order] of pages) stand.run(id, page, order);
    },
  };
}
