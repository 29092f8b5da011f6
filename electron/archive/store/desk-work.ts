import type { DeskCommand } from '#contract/desk-commands.ts';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { CLEAN } from './desk-queue.ts';

/** What a person did to a page and has not accepted yet. Each step is what one undo takes back. */
export interface DeskWork {
  readonly steps: readonly (readonly DeskCommand[])[];
  /** The last one first. */
  readonly undone: readonly (readonly DeskCommand[])[];
  readonly who: string;
  readonly at: number;
}

interface WorkRow {
  readonly steps: string;
  readonly undone: string;
  readonly who: string;
  readonly updated_at: number;
}

export function deskWorkReads(db: ReadDb) {
  const bySource = db.prepare<[SourceId], WorkRow>(
    'SELECT steps, undone, who, updated_at FROM desk_work WHERE source_id = ?',
  );
  return {
    work(source: SourceId): DeskWork | undefined {
      const row = bySource.get(source);
      return (
        row && {
          steps: JSON.parse(row.steps) as DeskCommand[][],
          undone: JSON.parse(row.undone) as DeskCommand[][],
          who: row.who,
          at: row.updated_at,
        }
      );
    },
  };
}

/** What the page is counted with in the queue. */
export interface PageCounts {
  readonly articles: number;
  readonly doubts: number;
}

export function deskWorkWrites(db: WriteDb) {
  const put = db.prepare<[SourceId, string, string, number, string, number]>(`
    INSERT INTO desk_work (source_id, steps, undone, articles, who, updated_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (source_id) DO UPDATE SET steps = excluded.steps, undone = excluded.undone,
      articles = excluded.articles, who = excluded.who, updated_at = excluded.updated_at`);
  const forget = db.prepare<[SourceId]>('DELETE FROM desk_work WHERE source_id = ?');
  const mark = db.prepare<[0 | 1, number, SourceId]>(
    'UPDATE source SET desk_open = ?, doubts = ?, desk_revision = desk_revision + 1 WHERE id = ?',
  );
  const accept = db.prepare<[string | null, number | null, SourceId]>(
    'UPDATE source SET accepted_by = ?, accepted_at = ? WHERE id = ?',
  );
  const acceptClean = db.prepare<[string, number], { id: SourceId }>(`
    UPDATE source SET accepted_by = ?, accepted_at = ?, desk_revision = desk_revision + 1
    WHERE ${CLEAN} RETURNING id`);
  const acceptAgain = db.prepare<[string, number, string]>(`
    UPDATE source SET accepted_by = ?, accepted_at = ?, desk_revision = desk_revision + 1
    WHERE id IN (SELECT value FROM json_each(?)) AND accepted_at IS NULL`);
  const unaccept = db.prepare<[string, string, number]>(`
    UPDATE source SET accepted_by = NULL, accepted_at = NULL, desk_revision = desk_revision + 1
    WHERE id IN (SELECT value FROM json_each(?)) AND accepted_by = ? AND accepted_at = ?`);
  const recount = db.prepare<[number, SourceId]>('UPDATE source SET doubts = ? WHERE id = ?');
  return {
    /** The page's work as it is now; every call counts as a revision. */
    putWork(source: SourceId, { steps, undone, who, at }: DeskWork, { articles, doubts }: PageCounts): void {
      if (steps.length === 0 && undone.length === 0) forget.run(source);
      else put.run(source, JSON.stringify(steps), JSON.stringify(undone), articles, who, at);
      mark.run(steps.length > 0 ? 1 : 0, doubts, source);
    },
    setAccepted(source: SourceId, by: string | null, at: number | null): void {
      accept.run(by, at, source);
    },
    /** Every page that nobody worked on and that has no doubt. */
    acceptClean(by: string, at: number): SourceId[] {
      return acceptClean.all(by, at).map((row) => row.id);
    },
    /** Those of these pages that are not accepted. */
    acceptAgain(sources: readonly SourceId[], by: string, at: number): void {
      acceptAgain.run(by, at, JSON.stringify(sources));
    },
    /** Those of these pages that were accepted by that act and by none since. */
    unaccept(sources: readonly SourceId[], by: string, at: number): void {
      unaccept.run(JSON.stringify(sources), by, at);
    },
    setDoubts(source: SourceId, doubts: number): void {
      recount.run(doubts, source);
    },
  };
}
