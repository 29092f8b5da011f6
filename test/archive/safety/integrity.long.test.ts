import { closeSync, cpSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { checkQuietly } from '#archive/safety/integrity.ts';
import { terms } from '#archive/search/terms.ts';
import { openForReading } from '#archive/store/database.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive, testOptions } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
  for (let number = 0; number < 12; number += 1)
    await store(here, documentOf([{ title: `第 ${number} 篇`, paragraphs: Array(60).fill('江城昨日大雨。') }]));
});
afterEach(() => here.close());

/** Writes zeroes over the last page of a table. */
function damage(dir: string, table: string): void {
  const path = join(dir, 'archive.sqlite');
  const db = new Database(path, { readonly: true });
  const page = db.prepare('SELECT max(pageno) FROM dbstat WHERE name = ?').pluck().get(table) as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size), 0, size, (page - 1) * size);
  closeSync(file);
}

test('a sound file is found sound in the background, and looking ends when it is told to', async () => {
  const { reader } = here.archive.context;
  expect(await checkQuietly(reader, 0, new AbortController().signal)).toBeUndefined();
  const stop = new AbortController();
  const looking = checkQuietly(reader, 60_000, stop.signal);
  stop.abort();
  expect(await looking).toBeUndefined();
});

test('a page of zeroes is found in the background after a clean end', async () => {
  await here.archive.close();
  damage(here.dir, 'block');
  const db = openForReading(join(here.dir, 'archive.sqlite'));
  expect(await checkQuietly(db, 0, new AbortController().signal)).toMatch(/malformed|page|btree/i);
  db.close();
});

test('after a kill a damaged file is refused before anything is written, and a sound one is opened', async () => {
  const { dir } = here;
  const copy = (name: string) => {
    const to = join(dir, '..', name);
    cpSync(dir, to, { recursive: true });
    return to;
  };
  // With a log beside it: what a killed process leaves. The damage is on a page that the log does not hold.
  here.archive.context.db.pragma('wal_checkpoint(TRUNCATE)');
  await here.client.articles.setReadingPosition({ id: (await here.client.articles.ids({}))[0] as never, position: 3 });
  const sound = copy('sound.jianbao');
  const damaged = copy('damaged.jianbao');
  damage(damaged, 'block');
  const opened = await openArchive(sound, testOptions());
  await opened.close();
  await expect(openArchive(damaged, testOptions())).rejects.toThrow('DAMAGED');
});

test('a check of a damaged file tells of it, and still looks at every original', async () => {
  await here.archive.close();
  damage(here.dir, 'article_text');
  const report = await checkArchive(here.dir, { terms });
  expect(report.ok).toBe(false);
  expect(report.failed.some((failure) => failure.what === 'database')).toBe(true);
  expect(report.verified.originals).toBe(12);
  expect(report.verified.journal).toBe(12);
});
