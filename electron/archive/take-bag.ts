import { setImmediate } from 'node:timers/promises';
import type { KeptSource, TakenBag } from '#contract/bags.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { namedIn } from './bag-events.ts';
import { BAG_FORM, LABELS } from './bag-layout.ts';
import { openShared } from './bag-shared.ts';
import type { ArchiveContext } from './context.ts';
import { BagError, type BagFile, type BagFiles, checkBag } from './exchange/check-bag.ts';
import { type OpenedBag, openBag, rehearse } from './rehearse-bag.ts';
import type { WriteDb } from './store/database.ts';
import { asStoreErrors } from './store/errors.ts';
import { type JournalRow, journalReads, journalWrites, TAKEN_IN } from './store/journal.ts';
import { SCHEMA_VERSION } from './store/migrate.ts';
import { type RecordTables, recordReads, recordWrites } from './store/records.ts';
import { type Terms, textReads, textWrites } from './store/texts.ts';

/** A file of the bag that can become an original. */
export interface TakenFile extends BagFile {
  /** Puts the bytes under their hash, synced. */
  keep(): Promise<void>;
}

export interface TakeBagOptions {
  readonly signal: AbortSignal;
  /** How many of the bag's sources are done. */
  readonly onProgress: (done: number, of: number) => void;
}

type Receiver = Pick<ArchiveContext, 'db' | 'who' | 'now' | 'publish'>;

/**
 * Takes in a bag: nothing before all of it was found whole, then source by source, each with its articles and marks in
 * one transaction. Nothing that is here is written over; an archive without an entry in its journal becomes the one
 * that the bag is of, with its name in links and its journal. Taken in again, a bag adds what is missing.
 * @throws BagError, or StoreError from the disk
 */
export async function takeBag(
  receiver: Receiver,
  terms: Terms,
  files: BagFiles<TakenFile>,
  { signal, onProgress }: TakeBagOptions,
): Promise<TakenBag> {
  const info = await checkBag(files);
  if (info.get(LABELS.form.toLowerCase()) === undefined) throw new BagError('not_ours', 'bag-info.txt');
  const isNewer = Number(info.get(LABELS.schema.toLowerCase())) > SCHEMA_VERSION;
  if (info.get(LABELS.form.toLowerCase()) !== BAG_FORM || isNewer) throw new BagError('newer', 'bag-info.txt');
  const bag = openBag(files);
  await rehearse(bag, signal);
  return take(receiver, terms, bag, info.get(LABELS.scope.toLowerCase()) === 'archive', { signal, onProgress });
}

async function take(
  { db, who, now, publish }: Receiver,
  terms: Terms,
  bag: OpenedBag<TakenFile>,
  isWhole: boolean,
  { signal, onProgress }: TakeBagOptions,
): Promise<TakenBag> {
  const journal = { ...journalReads(db), ...journalWrites(db) };
  const shared = openShared(db);
  const writer = openSourceWriter(db, terms);
  const isBlank = journal.count() === 0;
  const result = { sources: 0, articles: 0, highlights: 0, known: 0, keptHighlights: 0, entries: 0 };
  const kept: KeptSource[] = [];
  /** Whatever of the bag is here as the bag has it. */
  const here = new Set<string>();
  const originals = new Map<unknown, TakenFile>(bag.originals);
  const keepOriginal = async (sha256: unknown) => {
    await originals.get(sha256)?.keep();
    // One picture may be of two pages.
    originals.delete(sha256);
  };
  const run = <Result>(write: () => Result) => asStoreErrors(() => db.transaction(write).immediate());
  for await (const { table, rows } of bag.shared('before')) run(() => shared.before(table, rows, isBlank && isWhole));
  for (const [at, source] of bag.sources.entries()) {
    onProgress(at, bag.sources.length);
    await setImmediate();
    if (signal.aborted) break;
    const derived = shared.mapped(await bag.derived(source));
    const added = shared.mapped(await bag.added(source));
    const standing = writer.standing(source, derived);
    const name = String(derived.source?.[0]?.name ?? '');
    try {
      if (standing === 'new')
        for (const { sha256 } of [...(derived.source ?? []), ...(derived.page_image ?? [])]) await keepOriginal(sha256);
      const marks = run(() => {
        if (standing === 'new') writer.insert(derived, added);
        return standing === 'elsewhere' ? { made: 0, kept: 0 } : writer.mark(derived, added);
      });
      result.highlights += marks.made;
      result.keptHighlights += marks.kept;
    } catch (error) {
      // What the disk says ends it; what the tables say is of this source alone, and it was not written.
      if (!isContradiction(error)) throw error;
      kept.push({ name, reason: 'refused' });
      continue;
    }
    if (standing === 'new') {
      result.sources += 1;
      result.articles += derived.article?.length ?? 0;
    } else if (standing === 'same') result.known += 1;
    else kept.push({ name, reason: standing });
    if (standing === 'new' || standing === 'same')
      for (const { id } of [...(derived.source ?? []), ...(derived.article ?? []), ...(added.annotation ?? [])])
        here.add(String(id));
  }
  if (!signal.aborted) {
    for await (const { table, rows } of bag.shared('after')) run(() => shared.after(table, rows, here));
    const named = await idsOf(bag);
    const rows: JournalRow[] = [];
    for await (const row of bag.events()) rows.push(row);
    result.entries = run(() => {
      const isOpen = (row: JournalRow) => {
        const ids = [...namedIn(row.payload)].filter((id) => named.has(id));
        return isBlank || ((ids.length > 0 || row.undoes !== null) && ids.every((id) => here.has(id)));
      };
      const taken = takeEvents(journal, rows, isOpen);
      if (!isBlank && (taken > 0 || result.sources + result.highlights > 0)) {
        const { sources, articles, highlights } = result;
        const payload = { sources, articles, highlights, entries: taken, head: rows.at(-1)?.hash ?? null };
        journal.append({ at: now(), who, action: TAKEN_IN, payload, undoes: null });
      }
      return taken;
    });
  }
  publish('articles', 'annotations', 'tags', 'desk', 'searches', 'archive');
  return { ...result, kept };
}

/** Entries that are not here, in their order; one that takes back another only where that one is. */
function takeEvents(
  journal: ReturnType<typeof journalReads> & ReturnType<typeof journalWrites>,
  rows: readonly JournalRow[],
  isOpen: (row: JournalRow) => boolean,
): number {
  let taken = 0;
  for (const row of rows) {
    if (journal.find(row.id) || !isOpen(row) || (row.undoes !== null && !journal.find(row.undoes))) continue;
    journal.add(row);
    taken += 1;
  }
  return taken;
}

/** Every source, article and highlight of the bag. */
async function idsOf(bag: OpenedBag<TakenFile>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>(bag.sources);
  for (const source of bag.sources) {
    const { article = [] } = await bag.derived(source);
    const { annotation = [] } = await bag.added(source);
    for (const { id } of [...article, ...annotation]) ids.add(String(id));
  }
  return ids;
}

function openSourceWriter(db: WriteDb, terms: Terms) {
  const records = recordWrites(db);
  const reads = recordReads(db, { sources: null, confidential: true });
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const byHash = db.prepare<[string], SourceId>('SELECT id FROM source WHERE sha256 = ?').pluck();
  const annotation = db.prepare<[string], Record<string, unknown>>('SELECT * FROM annotation WHERE id = ?');

  function insertAll(tables: RecordTables, wanted: (table: string) => boolean): void {
    for (const [table, rows] of Object.entries(tables))
      for (const row of wanted(table) ? rows : []) if (!records.insert(table, row)) throw new Contradiction(table);
  }
  return {
    standing(source: SourceId, derived: RecordTables): 'new' | 'same' | KeptSource['reason'] {
      const there = reads.derived(source);
      if (there.source) return JSON.stringify(there) === JSON.stringify(derived) ? 'same' : 'differs';
      return byHash.get(String(derived.source?.[0]?.sha256)) === undefined ? 'new' : 'elsewhere';
    },
    /** All of a source that was not here, but its highlights. */
    insert(derived: RecordTables, added: RecordTables): void {
      db.pragma('defer_foreign_keys = ON');
      insertAll(derived, (table) => table !== 'article_text');
      insertAll(added, (table) => table === 'article_tag' || table === 'correction');
      texts.putAll(
        (derived.article_text ?? []).map(({ id, title, body, note }) => ({
          id: id as ArticleId,
          title: String(title),
          body: String(body),
          note: String(note),
        })),
      );
    },
    /** Highlights that are not here, on texts that are the ones they were made on. */
    mark(derived: RecordTables, added: RecordTables): { made: number; kept: number } {
      const bodies = new Map((derived.article_text ?? []).map(({ id, body }) => [id, body]));
      const touched = new Set<ArticleId>();
      const made = new Set<unknown>();
      let kept = 0;
      for (const row of added.annotation ?? []) {
        const article = row.article_id as ArticleId;
        const before = annotation.get(String(row.id));
        if (before) kept += JSON.stringify(before) === JSON.stringify(row) ? 0 : 1;
        else if (texts.body(article) === bodies.get(article) && records.insert('annotation', row)) {
          made.add(row.id);
          touched.add(article);
        } else kept += 1;
      }
      for (const row of added.annotation_tag ?? [])
        if (made.has(row.annotation_id)) records.insert('annotation_tag', row);
      for (const article of touched) texts.refreshNotes(article);
      return { made: made.size, kept };
    },
  };
}

/** A row whose key is taken by another. */
class Contradiction extends Error {}

function isContradiction(error: unknown): boolean {
  return error instanceof Contradiction || (error instanceof Error && error.name === 'SqliteError');
}
