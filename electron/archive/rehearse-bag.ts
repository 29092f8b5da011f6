import type { SourceId } from '#contract/ids.ts';
import { BAG_PATHS, DERIVATION_PATH, RAW_PATH } from './bag-layout.ts';
import { BagError, type BagFile, type BagFiles } from './exchange/check-bag.ts';
import { GENESIS, isChained, type JournalRow, journalWrites } from './store/journal.ts';
import {
  ADDED_TABLES,
  DERIVED_TABLES,
  emptyDatabase,
  RecordError,
  type RecordRow,
  type RecordTables,
  recordWrites,
  SHARED_TABLES,
} from './store/records.ts';

/** What a bag of ours holds, every row of it tried before the first is written. */
export interface OpenedBag<File extends BagFile> {
  readonly sources: readonly SourceId[];
  /** Originals by their hash. */
  readonly originals: ReadonlyMap<string, File>;
  derived(source: SourceId): Promise<RecordTables>;
  added(source: SourceId): Promise<RecordTables>;
  shared(when: 'before' | 'after'): AsyncGenerator<{ table: string; rows: readonly RecordRow[] }>;
  events(): AsyncGenerator<JournalRow>;
}

/** @throws BagError */
export function openBag<File extends BagFile>(files: BagFiles<File>): OpenedBag<File> {
  const originals = new Map<string, File>();
  const sources: SourceId[] = [];
  for (const [path, file] of files) {
    const [, sha256] = RAW_PATH.exec(path) ?? [];
    if (sha256 !== undefined) originals.set(sha256, file);
    const [, source] = DERIVATION_PATH.exec(path) ?? [];
    if (source !== undefined) sources.push(source as SourceId);
  }
  const tablesAt = async (path: string) => (await parse(files, path)) as RecordTables;
  return {
    sources: sources.sort(),
    originals,
    derived: (source) => tablesAt(BAG_PATHS.derivation(source)),
    async added(source) {
      const path = BAG_PATHS.added(source);
      return files.has(path) ? tablesAt(path) : {};
    },
    async *shared(when) {
      for (const table of SHARED_TABLES[when]) {
        const rows: RecordRow[] = [];
        for await (const row of lines(files, BAG_PATHS.table(when, table))) rows.push(row as RecordRow);
        yield { table, rows };
      }
    },
    async *events() {
      for await (const event of lines(files, BAG_PATHS.events)) {
        const { payload, ...row } = event as Record<string, unknown>;
        yield { ...row, payload: JSON.stringify(payload) } as unknown as JournalRow;
      }
    },
  };
}

/**
 * Writes every row into an empty database in memory, source by source, and takes it out again: what the tables refuse is
 * known before anything is written, and nothing of a bag comes in that does not hold together.
 * @throws BagError broken_records or broken_journal
 */
export async function rehearse<File extends BagFile>(bag: OpenedBag<File>, signal: AbortSignal): Promise<void> {
  const db = emptyDatabase();
  const [records, journal] = [recordWrites(db), journalWrites(db)];
  try {
    for await (const { table, rows } of bag.shared('before'))
      attempt(BAG_PATHS.table('before', table), () => {
        for (const row of rows) if (table !== 'archive_fact') records.insert(table, row);
      });
    for (const source of bag.sources) {
      if (signal.aborted) return;
      const path = BAG_PATHS.derivation(source);
      const [derived, added] = [await bag.derived(source), await bag.added(source)];
      attempt(path, () => {
        checkSource(source, derived, bag.originals);
        onlyOf(DERIVED_TABLES, derived);
        onlyOf(ADDED_TABLES, added);
        db.exec('SAVEPOINT source');
        for (const tables of [derived, added])
          for (const [table, rows] of Object.entries(tables))
            for (const row of rows)
              if (!records.insert(table, hashed(table, row)))
                throw new RecordError(`two rows of ${table} with one key`);
        const broken = db.pragma('foreign_key_check') as { table: string }[];
        if (broken[0]) throw new RecordError(`a row of ${broken[0].table} names one that is not there`);
        db.exec('ROLLBACK TO source; RELEASE source');
      });
    }
    for await (const { table, rows } of bag.shared('after'))
      attempt(BAG_PATHS.table('after', table), () => {
        for (const row of rows) records.insert(table, row);
      });
    let previous = GENESIS;
    const ids = new Set<string>();
    for await (const row of bag.events()) {
      const isKnown = row.undoes === null || ids.has(row.undoes);
      if (!isChained(row, previous) || !isKnown || ids.has(row.id))
        throw new BagError('broken_journal', BAG_PATHS.events);
      attempt(BAG_PATHS.events, () => journal.add(row));
      ids.add(row.id);
      previous = row.hash;
    }
  } finally {
    db.close();
  }
}

function onlyOf(allowed: readonly string[], tables: RecordTables): void {
  const stranger = Object.keys(tables).find((table) => !allowed.includes(table));
  if (stranger !== undefined) throw new RecordError(`${stranger} does not stand here`);
}

/** What no CHECK of a table sees. */
function checkSource(id: SourceId, tables: RecordTables, originals: ReadonlyMap<string, unknown>): void {
  const { source = [], article = [], article_text: texts = [], block = [], page_image: images = [] } = tables;
  if (source.length !== 1 || source[0]?.id !== id) throw new RecordError('not the source of its name');
  for (const { sha256 } of [...source, ...images])
    if (!originals.has(String(sha256))) throw new RecordError('its original is not in the bag');
  const bodies = new Map(texts.map((text) => [text.id, String(text.body)]));
  if (article.some((one) => !bodies.has(one.id)) || bodies.size !== article.length)
    throw new RecordError('an article without its text');
  for (const { article_id: of, span_start: start, span_end: end } of block)
    if (!(Number(start) >= 0 && Number(start) <= Number(end) && Number(end) <= (bodies.get(of)?.length ?? -1)))
      throw new RecordError('a block outside its text');
}

/** The joined notes and the hash are made where a text is written; here a row only has to be one. */
export function hashed(table: string, row: RecordRow): RecordRow {
  return table === 'article_text' ? { ...row, notes: '', sha256: '' } : row;
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const isRefused = error instanceof RecordError || (error instanceof Error && error.name === 'SqliteError');
    throw isRefused || error instanceof TypeError ? new BagError('broken_records', path, { cause: error }) : error;
  }
}

async function parse(files: BagFiles, path: string): Promise<unknown> {
  const bytes = await files.get(path)?.read();
  return parseText(bytes?.toString('utf8') ?? '', path);
}

function parseText(text: string, path: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object') throw new RecordError('no record');
    return value;
  } catch (error) {
    throw new BagError(path === BAG_PATHS.events ? 'broken_journal' : 'broken_records', path, { cause: error });
  }
}

async function* lines(files: BagFiles, path: string): AsyncGenerator<unknown> {
  const bytes = await files.get(path)?.read();
  if (!bytes) return;
  for (const line of bytes.toString('utf8').split('\n')) if (line !== '') yield parseText(line, path);
}
