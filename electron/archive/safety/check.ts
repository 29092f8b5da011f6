import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openForReading, type ReadDb } from '../store/database.ts';
import { StoreError, toStoreError } from '../store/errors.ts';
import { indexReads, termCounts } from '../store/index-rows.ts';
import { journalReads } from '../store/journal.ts';
import { originalPath } from '../store/originals.ts';
import { sourceReads } from '../store/sources.ts';
import { type TermColumns, type Terms, termColumns, termsHash, textHash, textReads } from '../store/texts.ts';
import { findDamage } from './integrity.ts';

export interface Failure {
  readonly what: 'original' | 'text' | 'journal' | 'index' | 'database';
  /** The original's hash, the article's or the change's id, the index row's number; empty for the database. */
  readonly id: string;
  readonly reason: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly verified: {
    readonly originals: number;
    readonly texts: number;
    readonly journal: number;
    readonly indexRows: number;
  };
  readonly failed: readonly Failure[];
}

export interface CheckOptions {
  readonly terms: Terms;
  readonly signal?: AbortSignal;
  /** Called now and then with how many originals and texts are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Index rows that are asked for a phrase of their own, spread over the archive: an answer takes milliseconds in a large one. */
const PROBED_ROWS = 500;
/** Terms of that phrase. */
const PROBE_TERMS = 8;
const PROGRESS_EVERY = 200;

/**
 * Verifies everything that an archive promises to keep: the database's own structure, every text by its hash, every
 * index row by its terms, the journal's chain, every original by its bytes. Reads only. A database that cannot be
 * opened is a failure too, not an exception.
 */
export async function checkArchive(dir: string, options: CheckOptions): Promise<CheckReport> {
  const failed: Failure[] = [];
  const verified = { originals: 0, texts: 0, journal: 0, indexRows: 0 };
  const report = () => ({ ok: failed.length === 0, verified, failed });
  let db: ReadDb;
  try {
    db = openForReading(join(dir, 'archive.sqlite'), { older: true });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    failed.push({ what: 'database', id: '', reason: error.message });
    return report();
  }
  try {
    for (const reason of findDamage(db)) failed.push({ what: 'database', id: '', reason });
    const hashes = readable(failed, () => sourceReads(db).hashes()) ?? [];
    const total = hashes.length + (readable(failed, () => textReads(db).count()) ?? 0);
    let done = 0;
    const step = () => {
      options.signal?.throwIfAborted();
      done += 1;
      if (done % PROGRESS_EVERY === 0 || done === total) options.onProgress?.(done, total);
    };
    readable(failed, () => {
      for (const failure of checkTexts(db, options.terms, verified)) {
        if (failure) failed.push(failure);
        else step();
      }
    });
    readable(failed, () => {
      for (const failure of checkJournal(db, verified)) failed.push(failure);
    });
    for (const sha256 of hashes) {
      const reason = await originalFault(dir, sha256);
      if (reason === undefined) verified.originals += 1;
      else failed.push({ what: 'original', id: sha256, reason });
      step();
    }
  } finally {
    db.close();
  }
  return report();
}

/** A table that cannot be read to its end is a failure of its own; the others are checked all the same. */
function readable<Result>(failed: Failure[], read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(toStoreError(error) instanceof StoreError)) throw error;
    failed.push({ what: 'database', id: '', reason: (error as Error).message });
    return undefined;
  }
}

/** Yields a failure, or undefined after each text. */
function* checkTexts(db: ReadDb, terms: Terms, verified: { texts: number; indexRows: number }) {
  const index = indexReads(db);
  const texts = textReads(db);
  const probeEvery = Math.ceil(texts.count() / PROBED_ROWS);
  let row = 0;
  for (const { seq, id, sha256, text } of texts.all()) {
    row += 1;
    if (textHash(text) === sha256) verified.texts += 1;
    else yield failure('text', id, 'the text is not the one that was stored');
    const columns = termColumns(text, terms);
    const reason = indexFault(index, seq, columns, row % probeEvery === 0);
    if (reason === undefined) verified.indexRows += 1;
    else yield failure('index', id, reason);
    yield undefined;
  }
  for (const seq of index.ghosts())
    yield failure('index', String(seq), 'the index answers for a text that is not there');
}

function indexFault(index: ReturnType<typeof indexReads>, seq: number, columns: TermColumns, probed: boolean) {
  const hash = index.hashOf(seq);
  if (hash === undefined) return 'the text is not indexed';
  if (hash !== termsHash(columns)) return 'the index holds another text';
  if (index.counts(seq).join() !== termCounts(columns).join()) return 'the index counts other terms';
  if (!probed) return undefined;
  const body = columns.body.split(' ').filter((term) => term !== '');
  const from = Math.max(0, Math.floor(body.length / 2) - PROBE_TERMS);
  const probe = body.slice(from, from + PROBE_TERMS);
  if (probe.length > 0 && !index.answers(seq, 'body', probe)) return 'the index does not find the text';
  return undefined;
}

function* checkJournal(db: ReadDb, verified: { journal: number }): Generator<Failure> {
  for (const { id, ok } of journalReads(db).chain()) {
    if (ok) verified.journal += 1;
    else yield failure('journal', id, 'the chain of hashes breaks here');
  }
}

async function originalFault(dir: string, sha256: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(originalPath(dir, sha256)), hash);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' ? 'the file is missing' : `the file cannot be read (${code ?? 'unknown'})`;
  }
  return hash.digest('hex') === sha256 ? undefined : 'the bytes are not the ones that were imported';
}

function failure(what: Failure['what'], id: string, reason: string): Failure {
  return { what, id, reason };
}
