import { createHash } from 'node:crypto';
import type { CorrectionState } from '#contract/corrections.ts';
import type { ArticleId, CorrectionId, SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** What was replaced in the text before, with what stood on both sides. */
export interface StoredEdit {
  readonly start: number;
  readonly was: string;
  readonly now: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface SourceRange {
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  /** False where the source's own words were put back. */
  readonly isCorrected: boolean;
}

export interface StoredCorrection {
  readonly id: CorrectionId;
  readonly article: ArticleId;
  readonly who: string;
  readonly at: number;
  readonly why: string;
  readonly state: Exclude<CorrectionState, 'lost'> | 'dismissed';
  /** Revisions of the article: the one that was changed (of a conflict: that the person saw), and the one that was made. */
  readonly base: number;
  readonly revision: number;
  readonly edits: readonly StoredEdit[];
  readonly ranges: readonly SourceRange[];
  /** `bodyHash` of the article's text before and after. */
  readonly before: string;
  readonly after: string;
}

interface CorrectionRow {
  readonly id: CorrectionId;
  readonly article_id: ArticleId;
  readonly who: string;
  readonly at: number;
  readonly why: string;
  readonly state: StoredCorrection['state'];
  readonly base: number;
  readonly revision: number;
  readonly edits: string;
  readonly ranges: string;
  readonly text_before: string;
  readonly text_after: string;
}

export const bodyHash = (body: string): string => createHash('sha256').update(body).digest('hex');

export function correctionReads(db: ReadDb) {
  const byId = db.prepare<[CorrectionId], CorrectionRow>('SELECT * FROM correction WHERE id = ?');
  const ofArticle = db.prepare<[ArticleId], CorrectionRow>(
    'SELECT * FROM correction WHERE article_id = ? ORDER BY at, id',
  );
  // Without an index: there are few of them.
  const ofSource = db.prepare<[SourceId], CorrectionRow>(`
    SELECT * FROM correction WHERE EXISTS (SELECT 1 FROM json_each(ranges) WHERE json_extract(value, '$[0]') = ?)
    ORDER BY at, id`);
  const subjects = db.prepare<[], { article: ArticleId; source: SourceId | null }>(`
    SELECT DISTINCT article_id AS article, json_extract(value, '$[0]') AS source
    FROM correction LEFT JOIN json_each(ranges)`);
  return {
    /** Articles that were corrected, and sources of which a range was. */
    subjects(): { articles: ReadonlySet<ArticleId>; sources: ReadonlySet<SourceId> } {
      const rows = subjects.all();
      return {
        articles: new Set(rows.map(({ article }) => article)),
        sources: new Set(rows.flatMap(({ source }) => (source === null ? [] : [source]))),
      };
    },
    find(id: CorrectionId): StoredCorrection | undefined {
      const row = byId.get(id);
      return row && toCorrection(row);
    },
    /** The oldest first. */
    ofArticle(article: ArticleId): StoredCorrection[] {
      return ofArticle.all(article).map(toCorrection);
    },
    /** Of every article that this source has, or had. The oldest first. */
    ofSource(source: SourceId): StoredCorrection[] {
      return ofSource.all(source).map(toCorrection);
    },
  };
}

export function correctionWrites(db: WriteDb) {
  const insert = db.prepare(`
    INSERT INTO correction (id, article_id, who, at, why, state, base, revision, edits, ranges, text_before, text_after)
    VALUES (@id, @article, @who, @at, @why, @state, @base, @revision, @edits, @ranges, @before, @after)`);
  const remove = db.prepare<[CorrectionId]>('DELETE FROM correction WHERE id = ?');
  const setState = db.prepare<[StoredCorrection['state'], CorrectionId]>(
    'UPDATE correction SET state = ? WHERE id = ?',
  );
  return {
    insert(correction: StoredCorrection): void {
      insert.run({
        ...correction,
        edits: JSON.stringify(
          correction.edits.map(({ start, was, now, prefix, suffix }) => [start, was, now, prefix, suffix]),
        ),
        ranges: JSON.stringify(
          correction.ranges.map(({ source, start, end, isCorrected }) => [source, start, end, isCorrected ? 1 : 0]),
        ),
      });
    },
    /** As if it had not been made: the journal has all of it. */
    remove(id: CorrectionId): void {
      remove.run(id);
    },
    setState(id: CorrectionId, state: StoredCorrection['state']): void {
      setState.run(state, id);
    },
  };
}

function toCorrection(row: CorrectionRow): StoredCorrection {
  const edits = JSON.parse(row.edits) as [number, string, string, string, string][];
  const ranges = JSON.parse(row.ranges) as [SourceId, number, number, 0 | 1][];
  return {
    id: row.id,
    article: row.article_id,
    who: row.who,
    at: row.at,
    why: row.why,
    state: row.state,
    base: row.base,
    revision: row.revision,
    edits: edits.map(([start, was, now, prefix, suffix]) => ({ start, was, now, prefix, suffix })),
    ranges: ranges.map(([source, start, end, corrected]) => ({ source, start, end, isCorrected: corrected === 1 })),
    before: row.text_before,
    after: row.text_after,
  };
}
