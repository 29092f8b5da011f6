import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { closeDatabase, openForReading, openForWriting, type ReadDb } from '../store/database.ts';
import { StoreError, toStoreError } from '../store/errors.ts';
import { makeFolder } from '../store/folders.ts';
import { syncFolder } from '../store/originals.ts';
import { sourceReads } from '../store/sources.ts';
import { textHash } from '../store/texts.ts';
import { copyOriginals } from './copy-original.ts';
import { findDamage } from './integrity.ts';

export interface BackupReport {
  /** The backup: an archive folder that opens like any other. */
  readonly path: string;
  /** Of database and originals. */
  readonly bytes: number;
  readonly articles: number;
  /** Of the database file. */
  readonly sha256: string;
}

export interface BackupOptions {
  readonly now: number;
  /** The folder that gets the backup; the archive's own `backups/` by default, where originals are linked, not copied. */
  readonly to?: string;
  readonly signal?: AbortSignal;
}

/** Texts whose hash is looked at in the copy before it is trusted. */
const SAMPLED_TEXTS = 100;

/**
 * Copies an open or a closed archive while others may write to it. The copy is verified before it gets its name, so
 * that what stands under a final name is whole; a damaged archive gives no backup and touches none.
 * @throws StoreError DAMAGED, DISK_FULL, READ_ONLY or ALREADY_THERE
 */
export async function backupArchive(dir: string, options: BackupOptions): Promise<BackupReport> {
  const folder = options.to ?? join(dir, 'backups');
  const name = `${basename(dir).replace(/\.jianbao$/, '')} ${stamp(options.now)}.jianbao`;
  const path = join(folder, name);
  const partial = join(folder, `.${name}.partial`);
  try {
    makeFolder(folder);
    if (await exists(path)) throw new StoreError('ALREADY_THERE', name);
    await rm(partial, { recursive: true, force: true });
    for (const part of ['originals', 'backups']) makeFolder(join(partial, part));
    const copied = await copyDatabase(dir, partial);
    const originals = await copyOriginals(dir, partial, copied.hashes, {
      link: options.to === undefined,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    await syncFolder(partial);
    await rename(partial, path);
    await syncFolder(folder);
    return { path, bytes: copied.bytes + originals, articles: copied.articles, sha256: copied.sha256 };
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw toStoreError(error);
  }
}

async function copyDatabase(dir: string, partial: string) {
  const copy = join(partial, 'archive.sqlite');
  const source = openForReading(join(dir, 'archive.sqlite'), { older: true });
  try {
    await source.backup(copy);
  } finally {
    source.close();
  }
  // Opened once for writing, so that the copy is one file with nothing beside it, and of this version.
  closeDatabase(openForWriting(copy));
  const db = openForReading(copy);
  let hashes: string[];
  let articles: number;
  try {
    verifyCopy(db);
    hashes = sourceReads(db).hashes();
    articles = db.prepare<[], number>('SELECT count(*) FROM article').pluck().get() ?? 0;
  } finally {
    db.close();
  }
  for (const side of ['-wal', '-shm']) await rm(copy + side, { force: true });
  const file = await open(copy, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return { hashes, articles, bytes: (await stat(copy)).size, sha256: await hashFile(copy) };
}

function verifyCopy(db: ReadDb): void {
  const [damage] = findDamage(db);
  if (damage !== undefined) throw new StoreError('DAMAGED', damage);
  const sample = db.prepare<[number], { id: string; title: string; body: string; notes: string; sha256: string }>(
    'SELECT id, title, body, notes, sha256 FROM article_text ORDER BY random() LIMIT ?',
  );
  const changed = sample.all(SAMPLED_TEXTS).find((row) => textHash(row) !== row.sha256);
  if (changed) throw new StoreError('DAMAGED', `the text of article ${changed.id} is not the one that was stored`);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** `2023-10-18 093000` in UTC: sorts, and no system refuses it in a name. */
function stamp(now: number): string {
  const [day = '', time = ''] = new Date(now).toISOString().split('T');
  return `${day} ${time.slice(0, 8).replaceAll(':', '')}`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
