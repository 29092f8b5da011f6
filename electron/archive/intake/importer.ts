import type { BatchId, SourceId } from '#contract/ids.ts';
import { FILE_BYTES, type ImportEvent, type RefusalReason } from '#contract/intake.ts';
import { newId } from '../store/ids.ts';
import { originalPath } from '../store/originals.ts';
import { separationWrites } from '../store/separations.ts';
import { sourceReads } from '../store/sources.ts';
import { openBagBatches } from './bag-batch.ts';
import { openSpool } from './bag-spool.ts';
import { type Batch, endIfDone, follow, isOver, makeBatch, nudge, say } from './batch.ts';
import { openDeskQueue, textOfSource } from './desk-queue.ts';
import { diskFailureOf } from './failure.ts';
import type { ImporterParts } from './importer-parts.ts';
import { collectOrphans } from './orphans.ts';
import { openPipeline } from './pipeline.ts';
import { type Receiving, startReceiving, startSpooling } from './receiving.ts';
import { openStructures } from './structures.ts';

/** Why a piece was not taken. */
export class ReceiveError extends Error {
  readonly code: 'NO_SUCH_BATCH' | 'OUT_OF_ORDER' | 'TOO_LARGE';
  /** Where the next piece has to begin. */
  readonly expected: number;
  constructor(code: ReceiveError['code'], expected = 0) {
    super(code);
    this.name = 'ReceiveError';
    this.code = code;
    this.expected = expected;
  }
}

export interface PiecePlace {
  readonly batch: BatchId;
  /** Relative to what was chosen. */
  readonly path: string;
  /** Of the whole file. */
  readonly size: number;
  readonly offset: number;
}

export interface Importer {
  /** With a naming rule that can be read, or without one; `bag`: the folder of a bag, which all its files are in. */
  begin(rule?: string, bag?: string): BatchId;
  /** One piece of a file, which must continue where the last ended. Returns how much of the file is here. @throws ReceiveError */
  receive(place: PiecePlace, piece: Uint8Array): Promise<number>;
  /** A file that could not be read where it stands. @throws ReceiveError */
  refuse(batch: BatchId, path: string, reason: RefusalReason): void;
  /** No more files come. @throws ReceiveError */
  finish(batch: BatchId): void;
  /** What is committed stays; the rest is dropped. @throws ReceiveError */
  cancel(batch: BatchId): void;
  /** From the first event on, however late one asks. @throws ReceiveError */
  events(batch: BatchId, signal?: AbortSignal): AsyncGenerator<ImportEvent, void, void>;
  /** Collects what a killed import left and takes up the pages that are still raw. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** What the journal says divided a page. */
const METS_VERSION = 'mets 1';

/** Batches that can still be replayed after they ended. */
const BATCHES_KEPT = 20;

/**
 * Files come in by pieces, in batches. One bad file never stops the rest; a disk that is full or broken ends its batch,
 * and nothing acknowledged is lost. A newspaper page goes to the desk after it was acknowledged.
 */
export function openImporter(parts: ImporterParts): Importer {
  const { dir, reader, pool, now, publish } = parts;
  const sources = sourceReads(reader);
  const separations = separationWrites(parts.db, parts.terms);
  const batches = new Map<BatchId, Batch>();
  const arriving = new Map<string, Receiving>();
  /** Temporary files on their way out. */
  const leaving = new Set<Promise<void>>();
  let closed = false;

  const desk = openDeskQueue({
    separate: (text, signal) => pool.separate(text, signal),
    store(source, derivation) {
      const { deskVersion: version, carry, doubtsIn } = parts;
      return separations.separatePage(source, { derivation, doubts: doubtsIn(derivation), version, carry }, now());
    },
    fail: (source) => separations.markDeskFailed(source, parts.deskVersion),
  });
  const structures = openStructures({
    store(source, derivation) {
      const separation = { derivation, doubts: 0, version: METS_VERSION, carry: parts.carry };
      return separations.separatePage(source, separation, now());
    },
    toDesk: (batch, { path, source, text }) => sendToDesk(batch, path, source, text),
    publish: () => publish('articles', 'desk'),
  });
  const pipeline = openPipeline(parts, sendToDesk, structures);
  const bags = openBagBatches(parts.takeBag);

  function sendToDesk(batch: Batch, path: string, source: SourceId, text: string): void {
    batch.pagesWaiting += 1;
    desk.add({
      source,
      text: async () => text,
      done(made) {
        batch.pagesWaiting -= 1;
        publish('articles', 'desk');
        if (made) say(batch, { state: 'separated', path, source, articles: [...made] });
        else endIfDone(batch);
        nudge(batch);
      },
    });
  }

  function batchOf(id: BatchId): Batch {
    const batch = batches.get(id);
    if (!batch) throw new ReceiveError('NO_SUCH_BATCH');
    return batch;
  }

  function letGo(receiving: Receiving): void {
    const gone = receiving.discard().finally(() => leaving.delete(gone));
    leaving.add(gone);
  }

  /** A file that will not arrive any more. */
  function abandon(batch: Batch, path: string, reason: RefusalReason): void {
    const key = keyOf(batch.id, path);
    const receiving = arriving.get(key);
    if (receiving) {
      arriving.delete(key);
      batch.open -= 1;
      letGo(receiving);
    } else batch.files += 1;
    if (batch.bag) bags.fault(batch.bag, path, reason);
    say(batch, { state: 'refused', path, reason });
  }

  function startFile(batch: Batch, path: string, size: number): Receiving {
    if (size > FILE_BYTES) {
      abandon(batch, path, 'too_large');
      throw new ReceiveError('TOO_LARGE');
    }
    batch.files += 1;
    batch.bytes += size;
    batch.open += 1;
    const start = batch.bag ? startSpooling : startReceiving;
    const receiving = start(dir, path, size, newId<SourceId>(now()));
    arriving.set(keyOf(batch.id, path), receiving);
    return receiving;
  }

  function* arrivingOf(batch: Batch): Generator<[path: string, receiving: Receiving]> {
    const prefix = keyOf(batch.id, '');
    for (const [key, receiving] of [...arriving])
      if (key.startsWith(prefix)) yield [key.slice(prefix.length), receiving];
  }

  function cancel(id: BatchId): void {
    const batch = batchOf(id);
    if (isOver(batch)) return;
    batch.stop.abort();
    for (const [path, receiving] of arrivingOf(batch)) {
      arriving.delete(keyOf(id, path));
      letGo(receiving);
    }
    if (batch.bag) bags.drop(batch.bag);
    else {
      pipeline.drop(batch);
      structures.drop(batch);
    }
    endIfDone(batch);
  }

  return {
    cancel,

    begin(rule, bag) {
      const batch = makeBatch(newId<BatchId>(now()), rule, bag === undefined ? undefined : openSpool(bag));
      batches.set(batch.id, batch);
      const over = [...batches.values()].filter(isOver);
      for (const old of over.slice(0, Math.max(0, over.length - BATCHES_KEPT))) batches.delete(old.id);
      return batch.id;
    },

    async receive({ batch: id, path, size, offset }, piece) {
      const batch = batchOf(id);
      if (closed || isOver(batch)) return Math.min(size, offset + piece.length);
      const before = arriving.get(keyOf(id, path));
      if (offset !== (before?.received ?? 0)) throw new ReceiveError('OUT_OF_ORDER', before?.received ?? 0);
      const receiving = before ?? startFile(batch, path, size);
      if (offset + piece.length > size || (piece.length === 0 && size > 0)) {
        abandon(batch, path, 'changed_while_read');
        return size;
      }
      try {
        batch.receivedBytes += piece.length;
        if (batch.failure) receiving.received += piece.length;
        else await receiving.add(piece);
        nudge(batch);
        if (receiving.received < size || batch.stop.signal.aborted) return receiving.received;
        if (batch.failure) {
          abandon(batch, path, batch.failure);
          return size;
        }
        const file = await receiving.done();
        if (arriving.delete(keyOf(id, path))) await (batch.bag ? bags : pipeline).add(batch, file);
        else await file.discard();
      } catch (error) {
        const failure = diskFailureOf(error);
        if (!failure) throw error;
        batch.failure ??= failure;
        abandon(batch, path, failure);
      }
      return size;
    },

    refuse(id, path, reason) {
      abandon(batchOf(id), path, reason);
    },

    finish(id) {
      const batch = batchOf(id);
      // A file that was begun and never ended is named, not waited for.
      for (const [path] of arrivingOf(batch)) abandon(batch, path, 'vanished');
      batch.finished = true;
      if (batch.bag) bags.finish(batch, batch.bag);
      else pipeline.finish(batch);
      endIfDone(batch);
    },

    events(id, signal) {
      return follow(batchOf(id), signal);
    },

    async resume() {
      if (parts.db.readonly) return;
      if (parts.aloneSince !== undefined) await collectOrphans(dir, reader, parts.aloneSince);
      for (const id of sources.waitingForDesk()) {
        const source = sources.find(id);
        if (!source || closed) continue;
        desk.add({
          source: id,
          text: () => textOfSource(source, originalPath(dir, source.sha256), (bytes, name) => pool.read(bytes, name)),
          done: () => publish('articles', 'desk'),
        });
      }
    },

    async close() {
      closed = true;
      for (const id of [...batches.keys()]) cancel(id);
      await Promise.all([pipeline.close(), bags.close()]);
      desk.close();
      await Promise.all(leaving);
    },
  };
}

function keyOf(batch: BatchId, path: string): string {
  return `${batch}/${path}`;
}
