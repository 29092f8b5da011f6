import { createHash } from 'node:crypto';
import type { ChangeId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { newId } from './ids.ts';

/** One row of the journal: who did what, with what is needed to undo it. */
export interface JournalEntry {
  readonly id: ChangeId;
  readonly at: number;
  readonly who: string;
  readonly action: string;
  readonly payload: unknown;
  /** The entry that this one takes back, or does again. */
  readonly undoes: ChangeId | null;
}

/** An entry as it is kept, and chained to the one before. */
export interface JournalRow {
  readonly id: ChangeId;
  readonly at: number;
  readonly who: string;
  readonly action: string;
  readonly payload: string;
  readonly undoes: ChangeId | null;
  readonly previous_hash: string;
  readonly hash: string;
}

type NumberedRow = JournalRow & { readonly seq: number };

/** The entry by which rows of another archive came in: what a person did before it is undone by name only. */
export const TAKEN_IN = 'bag.take_in';

/** What the first row carries in place of a hash before it. */
export const GENESIS = '0'.repeat(64);

/** The entry behind the one with that hash. */
export function chained(row: Omit<JournalRow, 'previous_hash' | 'hash'>, previous: string): JournalRow {
  const { id, at, who, action, payload, undoes } = row;
  const linked = { id, at, who, action, payload, undoes, previous_hash: previous };
  return { ...linked, hash: hashOf(linked) };
}

/** Whether an entry is whole and follows the one with that hash. */
export function isChained(row: JournalRow, previous: string): boolean {
  return row.previous_hash === previous && hashOf(row) === row.hash;
}

function hashOf(row: Omit<JournalRow, 'hash'>): string {
  const parts = [row.previous_hash, row.id, row.at, row.who, row.action, row.payload, row.undoes];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** An act is undone when an entry takes it back that was not itself taken back. */
const UNDONE = `EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.id
  AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.id))`;

export function journalReads(db: ReadDb) {
  const byId = db.prepare<[ChangeId], NumberedRow & { undone: 0 | 1 }>(
    `SELECT j.*, ${UNDONE} AS undone FROM journal j WHERE j.id = ?`,
  );
  const lastDone = db.prepare<[string, string], NumberedRow>(`
    SELECT j.* FROM journal j WHERE j.who = ? AND j.action IN (SELECT value FROM json_each(?)) AND NOT ${UNDONE}
      AND NOT EXISTS (SELECT 1 FROM journal t WHERE t.action = '${TAKEN_IN}' AND t.seq > j.seq)
    ORDER BY j.seq DESC LIMIT 1`);
  const lastUndone = db.prepare<[string], NumberedRow>(`
    SELECT u.* FROM journal u WHERE u.who = ? AND u.action = 'undo'
      AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.id) ORDER BY u.seq DESC LIMIT 1`);
  const actedSince = db.prepare<[string, number, string], { n: number }>(`
    SELECT count(*) AS n FROM journal WHERE who = ? AND seq > ? AND action IN (SELECT value FROM json_each(?))`);
  const all = db.prepare<[], NumberedRow>('SELECT * FROM journal ORDER BY seq');
  const count = db.prepare<[], number>('SELECT count(*) FROM journal').pluck();
  return {
    find(id: ChangeId): (JournalEntry & { readonly undone: boolean }) | undefined {
      const row = byId.get(id);
      return row && { ...toEntry(row), undone: row.undone === 1 };
    },
    /** The person's newest act of these kinds that is not undone. */
    lastDone(who: string, actions: readonly string[]): JournalEntry | undefined {
      const row = lastDone.get(who, JSON.stringify(actions));
      return row && toEntry(row);
    },
    /** The person's newest undo that can be taken back: none after a new act of these kinds. */
    lastUndone(who: string, actions: readonly string[]): JournalEntry | undefined {
      const row = lastUndone.get(who);
      if (!row || (actedSince.get(who, row.seq, JSON.stringify(actions))?.n ?? 0) > 0) return undefined;
      return toEntry(row);
    },
    count(): number {
      return count.get() ?? 0;
    },
    *rows(): Generator<JournalRow> {
      for (const { seq: _, ...row } of all.iterate()) yield row;
    },
    /** Each entry with whether the chain holds there. A row changed, moved or taken out breaks it. */
    *chain(): Generator<{ id: ChangeId; ok: boolean }> {
      let previous = GENESIS;
      for (const row of all.iterate()) {
        yield { id: row.id, ok: isChained(row, previous) };
        previous = row.hash;
      }
    },
  };
}

export function journalWrites(db: WriteDb) {
  const last = db.prepare<[], { hash: string }>('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(`
    INSERT INTO journal (id, at, who, action, payload, undoes, previous_hash, hash)
    VALUES (@id, @at, @who, @action, @payload, @undoes, @previous_hash, @hash)`);
  function add(row: Omit<JournalRow, 'previous_hash' | 'hash'>): ChangeId {
    insert.run(chained(row, last.get()?.hash ?? GENESIS));
    return row.id;
  }
  return {
    /** To be called in the transaction of the act itself. */
    append(entry: Omit<JournalEntry, 'id'>): ChangeId {
      return add({ ...entry, id: newId<ChangeId>(entry.at), payload: JSON.stringify(entry.payload) });
    },
    /** An entry of another archive, as it was written there, behind the last one here. */
    add,
  };
}

function toEntry(row: NumberedRow): JournalEntry {
  return {
    id: row.id,
    at: row.at,
    who: row.who,
    action: row.action,
    payload: JSON.parse(row.payload),
    undoes: row.undoes,
  };
}
