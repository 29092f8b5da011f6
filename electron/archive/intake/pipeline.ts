import { basename } from 'node:path';
import type { CarriedMarks } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import { articleReads } from '../store/articles.ts';
import { documentWrites, FILES_PER_COMMIT } from '../store/documents.ts';
import { StoreError } from '../store/errors.ts';
import { sourceReads } from '../store/sources.ts';
import { type Batch, endIfDone, type KeptEvent, say } from './batch.ts';
import { type IntakeDocument, IntakeRefusal } from './document.ts';
import { diskFailureOf, isDeviceError, refusalOf } from './failure.ts';
import { wholeLimit } from './file-limits.ts';
import { isPageImageName, readImageFacts } from './image-facts.ts';
import type { ImporterParts } from './importer-parts.ts';
import { openPictures } from './pictures.ts';
import type { ReceivedFile } from './receiving.ts';
import type { openStructures } from './structures.ts';

/** Files being parsed and synced at the same time: syncing waits for the disk, so many wait together. */
const AT_ONCE = 24;
/** Files and bytes that may wait here before a sender has to. */
const WAITING_FILES = 128;
const WAITING_BYTES = 96 * 1024 * 1024;
/** A commit waits no longer than this for more files. */
const COMMIT_MILLISECONDS = 250;

interface Item {
  readonly batch: Batch;
  readonly file: ReceivedFile;
}
interface ReadyItem extends Item {
  readonly document: IntakeDocument;
}

export interface Pipeline {
  /** Takes a file over; settles when there is room for the next. */
  add(batch: Batch, file: ReceivedFile): Promise<void>;
  /** Drops what of a cancelled batch is not committed. */
  drop(batch: Batch): void;
  /** No more files come: a picture whose page is not among them is refused. */
  finish(batch: Batch): void;
  close(): Promise<void>;
}

/**
 * From a received file to its acknowledgement: known by its hash, or read in the pool, its original synced, its rows
 * committed with those of its neighbours. `imported` is told only after the commit.
 */
export function openPipeline(
  parts: ImporterParts,
  onPage: (batch: Batch, path: string, source: SourceId, text: string) => void,
  structures: Pick<ReturnType<typeof openStructures>, 'page' | 'structure' | 'endOfBatch'>,
): Pipeline {
  const documents = documentWrites(parts.db, parts.terms, parts.cutQuote);
  const sources = sourceReads(parts.reader);
  const articles = articleReads(parts.reader);
  const pictures = openPictures(parts, {
    run,
    settle,
    knownAs,
    weigh(by) {
      bytes += by;
      makeRoom();
    },
    checkDisk,
  });
  /** Looked up once a batch: a folder of thousands of files has few that were marked. */
  const markedPaths = new WeakMap<Batch, ReadonlyMap<string, SourceId>>();
  const waiting: Item[] = [];
  const under = new Set<Promise<void>>();
  /** Temporary files on their way out. */
  const leaving = new Set<Promise<void>>();
  const room = new Set<() => void>();
  let ready: ReadyItem[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  /** Nothing more is written until the archive is opened again. */
  let broken = false;

  function hasRoom(): boolean {
    return waiting.length < WAITING_FILES && bytes < WAITING_BYTES;
  }

  function work(): void {
    for (let next = waiting.shift(); next; next = under.size < AT_ONCE ? waiting.shift() : undefined) {
      const item = next;
      run(item, () => prepare(item));
    }
    if (under.size === 0) commit();
    makeRoom();
  }

  function run(item: Item, act: () => Promise<void>): void {
    const working: Promise<void> = act()
      .catch((error: unknown) => turnAway(item, error))
      .finally(() => {
        under.delete(working);
        if (under.size < AT_ONCE) work();
      });
    under.add(working);
  }

  function checkDisk(): void {
    if (broken) throw new StoreError('READ_ONLY', 'a write failed before');
  }

  function makeRoom(): void {
    if (!hasRoom()) return;
    for (const go of room) go();
    room.clear();
  }

  async function prepare(item: Item): Promise<void> {
    const { batch, file } = item;
    if (batch.stop.signal.aborted) return settle(item, undefined);
    checkDisk();
    if (batch.failure) return settle(item, { state: 'refused', path: file.path, reason: batch.failure });
    if (file.bytes === 0) throw new IntakeRefusal('empty');
    if (sources.findByHash(file.sha256)) {
      // Whether the known bytes are still on the disk is another matter: keeping them again heals that.
      await file.keep();
      return settle(item, knownEvent(item));
    }
    const name = nameOf(file);
    const facts = isPageImageName(name) ? readImageFacts(await file.head()) : undefined;
    if (facts) {
      pictures.hold({ ...item, image: { ...facts, bytes: file.bytes, sha256: file.sha256 } });
      return pictures.endOfBatch(batch);
    }
    const limit = wholeLimit(name);
    if (limit !== undefined && file.bytes > limit) throw new IntakeRefusal('too_large');
    const keep = file.inMemory ? { dir: parts.dir, sha256: file.sha256 } : undefined;
    const document = await parts.pool.read(await file.head(), name, {
      path: file.path,
      rule: batch.rule,
      signal: batch.stop.signal,
      keep,
    });
    if (batch.stop.signal.aborted) return settle(item, undefined);
    if (document.divisions) {
      structures.structure(batch, file.path, document.divisions);
      return settle(item, undefined);
    }
    if (!document.kept) await file.keep();
    ready.push({ batch, file, document });
    if (ready.length >= FILES_PER_COMMIT) commit();
    else timer ??= setTimeout(commit, COMMIT_MILLISECONDS);
  }

  function commit(): void {
    clearTimeout(timer);
    timer = undefined;
    const group = ready;
    ready = [];
    for (const item of group) if (item.batch.stop.signal.aborted) settle(item, undefined);
    storeAll(group.filter(({ batch }) => !batch.stop.signal.aborted));
  }

  /** One commit; each file by itself when the group as a whole cannot be stored because of one of them. */
  function storeAll(group: readonly ReadyItem[]): void {
    if (group.length === 0) return;
    try {
      store(group);
    } catch (error) {
      if (group.length === 1 || diskFailureOf(error)) for (const item of group) turnAway(item, error);
      else for (const item of group) storeAll([item]);
    }
  }

  function store(group: readonly ReadyItem[]): void {
    checkDisk();
    const stored = documents.storeFiles(
      group.map(({ file, document }) => ({
        source: file.source,
        sha256: file.sha256,
        name: nameOf(file),
        path: file.path,
        bytes: file.bytes,
        document,
      })),
      parts.who,
      parts.now,
    );
    for (const [index, item] of group.entries()) {
      const row = stored[index];
      if (row) acknowledge(item, row);
    }
    if (stored.some(({ back }) => back)) parts.publish('articles', 'annotations', 'tags');
    else parts.publish('articles');
  }

  function acknowledge(item: ReadyItem, row: ReturnType<typeof documents.storeFiles>[number]): void {
    const { batch, file, document } = item;
    if (document.positions)
      pictures.found(
        batch,
        file.path,
        row.source,
        document.positions.flatMap(({ picture }) => picture ?? []),
      );
    const common = { path: file.path, source: row.source, sha256: file.sha256, articles: [...row.articles] };
    if (row.state === 'known') {
      settle(item, { state: 'known', ...common, knownAs: row.name, ...(row.back && { back: row.back }) });
      return;
    }
    // Before the desk has it: what stands on a raw page goes to its articles from there.
    const marks = renew(batch, file.path, row.source);
    if (document.page && document.blocks)
      structures.page(batch, { path: file.path, source: row.source, text: document.text, blocks: document.blocks });
    else if (document.page) onPage(batch, file.path, row.source, document.text);
    const told = { page: document.page, notices: [...document.notices], marks, ...(row.back && { back: row.back }) };
    settle(item, { state: 'imported', ...common, ...told });
  }

  /** The file stood here before with another text. What goes wrong with its marks leaves them where they are, and the file in. */
  function renew(batch: Batch, path: string, source: SourceId): CarriedMarks | null {
    const marked = markedPaths.get(batch) ?? sources.marked();
    markedPaths.set(batch, marked);
    const before = marked.get(path);
    if (!before || before === source) return null;
    try {
      return parts.renew(before, source) ?? null;
    } catch {
      return null;
    }
  }

  function knownEvent(item: Item): KeptEvent {
    const source = sources.findByHash(item.file.sha256);
    if (source) pictures.foundAgain(item.batch, item.file.path, source.id);
    return knownAs(item, source?.id);
  }

  function knownAs({ file: { path, sha256 } }: Item, id: SourceId | undefined): KeptEvent {
    const source = id && sources.find(id);
    if (!source) throw new Error('a source was removed while its file was imported again');
    return {
      state: 'known',
      path,
      source: source.id,
      sha256,
      articles: articles.ofSource(source.id),
      knownAs: source.name,
    };
  }

  /** A file's fate is known; without an event it was dropped by a cancel. */
  function settle({ batch, file }: Item, event: KeptEvent | undefined): void {
    bytes -= file.bytes;
    batch.open -= 1;
    const gone = file.discard().finally(() => leaving.delete(gone));
    leaving.add(gone);
    if (event) say(batch, event);
    else endIfDone(batch);
    makeRoom();
    endOfBatch(batch);
  }

  function endOfBatch(batch: Batch): void {
    pictures.endOfBatch(batch);
    structures.endOfBatch(batch);
  }

  function turnAway(item: Item, error: unknown): void {
    if (isDeviceError(error)) broken = true;
    const failure = diskFailureOf(error);
    if (failure) item.batch.failure ??= failure;
    const refused = { state: 'refused', path: item.file.path, reason: failure ?? refusalOf(error) } as const;
    settle(item, item.batch.stop.signal.aborted ? undefined : refused);
  }

  return {
    async add(batch, file) {
      bytes += file.bytes;
      waiting.push({ batch, file });
      if (under.size < AT_ONCE) work();
      if (!hasRoom()) await new Promise<void>((resolve) => room.add(resolve));
    },
    drop(batch) {
      for (const item of waiting.filter((other) => other.batch === batch)) {
        waiting.splice(waiting.indexOf(item), 1);
        settle(item, undefined);
      }
      pictures.drop(batch);
    },
    finish: endOfBatch,
    async close() {
      while (under.size > 0) await Promise.all(under);
      commit();
      // A commit may have paired a picture with its page.
      await Promise.all(under);
      await Promise.all(leaving);
    },
  };
}

function nameOf({ path }: ReceivedFile): string {
  return basename(path.replaceAll('\\', '/'));
}
