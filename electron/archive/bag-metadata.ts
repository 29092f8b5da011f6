import type { SourceId } from '#contract/ids.ts';
import { eventsOf, namedIn } from './bag-events.ts';
import { BAG_PATHS } from './bag-layout.ts';
import type { BagWriter } from './exchange/bag-files.ts';
import { premisAgent, premisEvent, premisFrame, premisObject } from './exchange/premis.ts';
import type { ReadDb } from './store/database.ts';
import type { RecordScope } from './store/records.ts';
import { sourceReads } from './store/sources.ts';

/** The journal, entry by entry. Returns how many of them stay here. */
export async function writeEvents(db: ReadDb, bag: BagWriter, scope: RecordScope): Promise<number> {
  const file = await bag.begin(BAG_PATHS.events);
  let withheld = 0;
  const count = () => {
    withheld += 1;
  };
  for (const { payload, ...row } of eventsOf(db, scope, count))
    await file.add(`${JSON.stringify({ ...row, payload: JSON.parse(payload) })}\n`);
  await file.end();
  return withheld;
}

/** PREMIS 3: each file with its sum, each entry of the journal that names files, and who wrote it. */
export async function writePremis(
  db: ReadDb,
  bag: BagWriter,
  files: readonly { readonly source: SourceId; readonly path: string }[],
  scope: RecordScope,
): Promise<void> {
  // A document of it has at least one object.
  if (files.length === 0) return;
  const sources = sourceReads(db);
  const sourceOf = db.prepare<[string], SourceId>('SELECT source_id FROM article WHERE id = ?').pluck();
  const going = new Set<string>(files.map(({ source }) => source));
  const { head, tail } = premisFrame();
  const file = await bag.begin(BAG_PATHS.premis);
  await file.add(head);
  for (const { source: id, path } of files) {
    const source = sources.find(id);
    if (source) await file.add(premisObject({ ...source, path }));
  }
  const agents = new Set<string>();
  for (const { id, at, who, action, payload } of eventsOf(db, scope, () => undefined)) {
    const named = [...namedIn(payload)].map((each) => (going.has(each) ? each : (sourceOf.get(each) ?? '')));
    const objects = [...new Set(named)].filter((each) => going.has(each));
    agents.add(who);
    await file.add(premisEvent({ id, at, who, action, objects }));
  }
  for (const who of agents) await file.add(premisAgent(who));
  await file.add(tail);
  await file.end();
}
