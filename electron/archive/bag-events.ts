import type { ReadDb } from './store/database.ts';
import { chained, GENESIS, type JournalRow, journalReads } from './store/journal.ts';
import type { RecordScope } from './store/records.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Ids that an entry of the journal names. */
export function namedIn(payload: string): ReadonlySet<string> {
  return new Set(payload.match(UUID));
}

/**
 * The journal as it may leave the archive. All of it is the chain as it stands here. Where something stays here, so does
 * every entry that names it, with whatever took such an entry back; the others are chained anew, because a chain with
 * gaps could not be told from one that somebody cut.
 */
export function* eventsOf(db: ReadDb, scope: RecordScope, withheld: (row: JournalRow) => void): Generator<JournalRow> {
  const stays = stayingIds(db, scope);
  const [gone, kept] = [new Set<string>(), new Set<string>()];
  let previous = GENESIS;
  for (const row of journalReads(db).rows()) {
    const ids = [...namedIn(row.payload)];
    const isFollower = row.undoes !== null;
    const isLeft =
      (row.undoes !== null && gone.has(row.undoes)) ||
      ids.some((id) => stays.ids.has(id)) ||
      (!scope.confidential && /"confidential":(?:true|1)/.test(row.payload)) ||
      // Of a selection only what is about it.
      (scope.sources !== null && !(isFollower && kept.has(row.undoes)) && !ids.some((id) => stays.goes.has(id)));
    if (isLeft) {
      gone.add(row.id);
      withheld(row);
      continue;
    }
    kept.add(row.id);
    const linked = chained(row, previous);
    previous = linked.hash;
    yield linked;
  }
}

/** Sources, articles and highlights of the archive that are not in the bag, and those that are. */
function stayingIds(db: ReadDb, { sources, confidential }: RecordScope) {
  const values = {
    all: sources === null ? 1 : 0,
    sources: JSON.stringify(sources ?? []),
    confidential: confidential ? 1 : 0,
  };
  const rows = db
    .prepare<[typeof values], { id: string; goes: 0 | 1 }>(`
      WITH going AS (SELECT value AS id FROM json_each(@sources))
      SELECT id, @all OR id IN (SELECT id FROM going) AS goes FROM source UNION ALL
      SELECT id, @all OR source_id IN (SELECT id FROM going) FROM article UNION ALL
      SELECT n.id, n.confidential <= @confidential AND (@all OR a.source_id IN (SELECT id FROM going))
        FROM annotation n JOIN article a ON a.id = n.article_id`)
    .all(values);
  const [ids, goes] = [new Set<string>(), new Set<string>()];
  for (const row of rows) (row.goes === 1 ? goes : ids).add(row.id);
  return { ids, goes };
}
