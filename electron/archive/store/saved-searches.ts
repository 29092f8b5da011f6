import type { SearchId } from '#contract/ids.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { ReadDb, WriteDb } from './database.ts';

interface SavedRow {
  readonly id: SearchId;
  readonly name: string;
  readonly text: string;
  readonly created_at: number;
  readonly seen: Buffer;
}

/** Bytes of an id that tell articles apart. */
const TAIL_BYTES = 6;
/** Recent queries that are kept. */
const RECENT = 30;

export function savedSearchReads(db: ReadDb) {
  const all = db.prepare<[], SavedRow>('SELECT * FROM saved_search ORDER BY created_at, id');
  const byId = db.prepare<[SearchId], SavedRow>('SELECT * FROM saved_search WHERE id = ?');
  const recent = db
    .prepare<[], string>(`SELECT text FROM search_history ORDER BY at DESC LIMIT ${RECENT}`)
    .pluck() as unknown as { all(): string[] };
  return {
    all: (): (SavedSearch & { seen: Buffer })[] => all.all().map(toSavedSearch),
    find(id: SearchId): (SavedSearch & { seen: Buffer }) | undefined {
      const row = byId.get(id);
      return row && toSavedSearch(row);
    },
    recent: (): string[] => recent.all(),
  };
}

export function savedSearchWrites(db: WriteDb) {
  const put = db.prepare<[SearchId, string, string, number, Buffer]>(
    'INSERT INTO saved_search (id, name, text, created_at, seen) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<[SearchId]>('DELETE FROM saved_search WHERE id = ?');
  const rename = db.prepare<[string, SearchId]>('UPDATE saved_search SET name = ? WHERE id = ?');
  const see = db.prepare<[Buffer, SearchId]>('UPDATE saved_search SET seen = ? WHERE id = ?');
  // Two within a millisecond have an order too.
  const remember = db.prepare<[string, number]>(`
    INSERT INTO search_history (text, at)
    VALUES (?, max(?, coalesce((SELECT max(at) FROM search_history), 0) + 1))
    ON CONFLICT (text) DO UPDATE SET at = excluded.at`);
  const trim = db.prepare(
    `DELETE FROM search_history WHERE text NOT IN (SELECT text FROM search_history ORDER BY at DESC LIMIT ${RECENT})`,
  );
  const forget = db.prepare('DELETE FROM search_history');
  return {
    put: ({ id, name, text, createdAt }: SavedSearch, seen: Buffer): void =>
      void put.run(id, name, text, createdAt, seen),
    drop: (id: SearchId): boolean => drop.run(id).changes > 0,
    rename: (id: SearchId, name: string): void => void rename.run(name, id),
    see: (id: SearchId, seen: Buffer): void => void see.run(seen, id),
    remember(text: string, at: number): void {
      remember.run(text, at);
      trim.run();
    },
    forget: (): void => void forget.run(),
  };
}

function toSavedSearch({ created_at: createdAt, ...row }: SavedRow): SavedSearch & { seen: Buffer } {
  return { ...row, createdAt };
}

/** What a search found, as it is kept. */
export function packTails(tails: Float64Array): Buffer {
  const packed = Buffer.alloc(TAIL_BYTES * tails.length);
  for (const [i, tail] of tails.entries()) packed.writeUIntBE(tail, TAIL_BYTES * i, TAIL_BYTES);
  return packed;
}

/** How many of what is found now were not found then; both ascend. */
export function countFresh(tails: Float64Array, seen: Buffer): number {
  let fresh = 0;
  let at = 0;
  for (const tail of tails) {
    while (at < seen.length && seen.readUIntBE(at, TAIL_BYTES) < tail) at += TAIL_BYTES;
    if (at >= seen.length || seen.readUIntBE(at, TAIL_BYTES) !== tail) fresh += 1;
  }
  return fresh;
}
