import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { BagEvent } from '#contract/bags.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { BAG_FORM, BAG_PATHS, LABELS } from './bag-layout.ts';
import { writeEvents, writePremis } from './bag-metadata.ts';
import { cleanText, describe } from './bag-texts.ts';
import { type BagWriter, beginBag } from './exchange/bag-files.ts';
import { dublinCore } from './exchange/dublin-core.ts';
import { freeFileName } from './export/file-names.ts';
import { openPlace, PlaceError, reasonOf } from './export/place.ts';
import { articleReads } from './store/articles.ts';
import { openForReading, type ReadDb } from './store/database.ts';
import { shortId } from './store/ids.ts';
import { linkReads } from './store/links.ts';
import { SCHEMA_VERSION } from './store/migrate.ts';
import { originalPath } from './store/originals.ts';
import { positionReads } from './store/positions.ts';
import { recordReads } from './store/records.ts';
import { sourceReads } from './store/sources.ts';
import { DATABASE } from './vacant.ts';
import { writeOut } from './write-out.ts';

export interface WriteBagOptions {
  /** The archive. */
  readonly from: string;
  /** The folder a person chose. */
  readonly dir: string;
  /** What the bag is called there. */
  readonly title: string;
  /** Null: all of the archive, what is in its trash too. */
  readonly ids: readonly ArticleId[] | null;
  readonly confidential: boolean;
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

class DamagedOriginal extends Error {}

/**
 * A bag of the archive as it is at this moment, whatever is done to it meanwhile: whole or not at all, also where it is
 * stopped. A file comes with all of its articles.
 * @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE before anything is written
 */
export async function* writeBag(options: WriteBagOptions): AsyncGenerator<BagEvent, void, void> {
  const { from, dir, title, signal } = options;
  const place = await openPlace(dir, { writing: true });
  const name = freeFileName(title, '', await place.names(''));
  const db = openForReading(join(from, DATABASE));
  let bag: BagWriter | undefined;
  let isKept = false;
  try {
    // What this connection sees from here on does not change.
    db.exec('BEGIN');
    bag = await beginBag(dir, name);
    const count = yield* fill(db, bag, options);
    if (!count || signal?.aborted) return;
    const { files, bytes } = await bag.keep(infoOf(db, options, count));
    isKept = true;
    yield { state: 'finished', name, files, bytes, ...count };
  } catch (error) {
    if (error instanceof DamagedOriginal) yield { state: 'failed', name, reason: 'damaged' };
    // What the system says of the place is told; anything else is a fault of ours and not hidden behind it.
    else if (!(error instanceof PlaceError) && !(error instanceof Error && 'syscall' in error)) throw error;
    else yield { state: 'failed', name, reason: reasonOf(error) };
  } finally {
    if (!isKept) await bag?.drop();
    db.close();
  }
}

type Count = Omit<Extract<BagEvent, { state: 'finished' }>, 'state' | 'name' | 'files' | 'bytes'>;

/** Undefined where it was stopped. */
async function* fill(
  db: ReadDb,
  bag: BagWriter,
  { from, ids, confidential, signal }: WriteBagOptions,
): AsyncGenerator<BagEvent, Count | undefined, void> {
  const sources = sourcesOf(db, ids);
  const scope = { sources: ids === null ? null : sources, confidential };
  const records = recordReads(db, scope);
  const reads = openReads(db);
  const going: ArticleId[] = [];
  const files: { source: SourceId; path: string }[] = [];
  const copied = new Set<string>();
  const of = sources.length;
  for (const { table, rows } of records.shared('before')) await writeTable(bag, 'before', table, rows);
  for (const [at, source] of sources.entries()) {
    yield { state: 'progress', done: at, of };
    // Other calls are answered between two files.
    await setImmediate();
    if (signal?.aborted) return undefined;
    files.push({ source, path: await writeOriginals(reads, bag, from, source, copied) });
    const derived = records.derived(source);
    await bag.add(BAG_PATHS.derivation(source), `${JSON.stringify(derived)}\n`);
    const added = records.added(source);
    if (Object.keys(added).length > 0) await bag.add(BAG_PATHS.added(source), `${JSON.stringify(added)}\n`);
    going.push(...(await writeTexts(reads, bag, source)));
  }
  for (const { table, rows } of records.shared('after')) await writeTable(bag, 'after', table, rows);
  const marks = await writeMarks(db, bag, going, confidential);
  const withheld = await writeEvents(db, bag, scope);
  await writePremis(db, bag, files, scope);
  return { sources: sources.length, articles: going.length, highlights: marks, withheld };
}

/** Those that the articles stand on, in the order in which they came. */
function sourcesOf(db: ReadDb, ids: readonly ArticleId[] | null): SourceId[] {
  const sql =
    ids === null
      ? 'SELECT id FROM source ORDER BY id'
      : `SELECT DISTINCT source_id FROM article WHERE id IN (SELECT value FROM json_each(@ids) UNION
          SELECT part_id FROM article_part WHERE article_id IN (SELECT value FROM json_each(@ids))) ORDER BY source_id`;
  const read = db.prepare<unknown[], SourceId>(sql).pluck();
  return ids === null ? read.all() : read.all({ ids: JSON.stringify(ids) });
}

function openReads(db: ReadDb) {
  return {
    articles: articleReads(db),
    sources: sourceReads(db),
    positions: positionReads(db),
    archive: linkReads(db).archive(),
  };
}
type Reads = ReturnType<typeof openReads>;

/** The file and the pictures of its pages. Returns where the file is. */
async function writeOriginals(reads: Reads, bag: BagWriter, from: string, id: SourceId, copied: Set<string>) {
  const source = reads.sources.find(id);
  if (!source) throw new Error('a source that is gone');
  const pictures = reads.positions.images(id);
  const originals = [source, ...pictures.map((one) => ({ ...one, name: one.mediaType.replace('image/', '.') }))];
  for (const { sha256, name } of originals) {
    if (copied.has(sha256)) continue;
    copied.add(sha256);
    const isWhole = await bag
      .copy(BAG_PATHS.raw(sha256, name), originalPath(from, sha256), sha256)
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' && error.path === originalPath(from, sha256)) return false;
        throw error;
      });
    if (!isWhole) throw new DamagedOriginal();
  }
  return BAG_PATHS.raw(source.sha256, source.name);
}

/** Of the articles that one can see: their text, and what they are. */
async function writeTexts({ articles, archive }: Reads, bag: BagWriter, source: SourceId): Promise<ArticleId[]> {
  const there = articles.ofSource(source).flatMap((id) => articles.find(id) ?? []);
  const seen = there.filter((article) => article.deletedAt === null);
  for (const article of seen) {
    await bag.add(BAG_PATHS.clean(article.id), cleanText(article));
    const address = `jianbao://${archive}/article/${shortId(article.id)}`;
    await bag.add(BAG_PATHS.dublinCore(article.id), dublinCore(describe(article, address)));
  }
  return seen.map(({ id }) => id);
}

async function writeTable(bag: BagWriter, when: 'before' | 'after', table: string, rows: Iterable<unknown>) {
  let file: Awaited<ReturnType<BagWriter['begin']>> | undefined;
  for (const row of rows) {
    file ??= await bag.begin(BAG_PATHS.table(when, table));
    await file.add(`${JSON.stringify(row)}\n`);
  }
  await file?.end();
}

async function writeMarks(db: ReadDb, bag: BagWriter, ids: readonly ArticleId[], confidential: boolean) {
  const file = await bag.begin(BAG_PATHS.annotations);
  let highlights = 0;
  for await (const piece of writeOut(db, { ids, as: 'annotations', style: 'auto', confidential })) {
    await file.add(piece.text);
    highlights = piece.highlights;
  }
  await file.end();
  return highlights;
}

function infoOf(db: ReadDb, { ids, confidential, now }: WriteBagOptions, count: Count) {
  return [
    ['Bag-Software-Agent', 'Jianbao'],
    ['Bagging-Date', new Date(now).toISOString().slice(0, 10)],
    ['External-Identifier', `urn:jianbao:archive:${linkReads(db).archive()}`],
    ['External-Description', `${count.articles} articles of ${count.sources} files, ${count.highlights} highlights`],
    [LABELS.form, BAG_FORM],
    [LABELS.schema, String(SCHEMA_VERSION)],
    [LABELS.scope, ids === null ? 'archive' : 'selection'],
    ['Jianbao-Confidential', confidential ? 'included' : 'left out'],
    ['Jianbao-Journal-Withheld', String(count.withheld)],
  ] as const;
}
