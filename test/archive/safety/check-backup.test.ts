import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { backupArchive } from '#archive/safety/backup.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { restoreArchive } from '#archive/safety/restore.ts';
import { terms } from '#archive/search/terms.ts';
import { originalPath } from '#archive/store/originals.ts';
import type { ArticleId } from '#contract/ids.ts';
import {
  clientOf,
  documentOf,
  store,
  type TemporaryArchive,
  temporaryArchive,
  testOptions,
} from '../temporary-archive.ts';

let here: TemporaryArchive;
let sha256: string;
let rain: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const stored = await store(
    here,
    documentOf([{ title: '昨日大雨', paragraphs: ['城东积水,公交改道。', '气象台说今夜转晴。'] }]),
    '雨.txt',
  );
  await store(here, documentOf([{ title: '粮价平稳', paragraphs: ['秋粮上市,价格与去年持平。'] }]), '粮.txt');
  rain = stored.articles[0] as ArticleId;
  sha256 = (await here.client.articles.get({ id: rain })).sourceSha256;
});
afterEach(() => here.close());

/** Changes the database as a foreign program would, without the archive's own write path. */
function meddle(sql: string, ...values: unknown[]): void {
  const db = new Database(join(here.dir, 'archive.sqlite'));
  db.prepare(sql).run(...values);
  db.close();
}

const check = () => checkArchive(here.dir, { terms });

test('a sound archive is verified: every original, text, index row and journal entry is counted', async () => {
  expect(await check()).toEqual({
    ok: true,
    verified: { originals: 2, texts: 2, journal: 2, indexRows: 2 },
    failed: [],
  });
});

test('an original whose bytes changed and one that is missing are named', async () => {
  writeFileSync(originalPath(here.dir, sha256), 'something else');
  expect((await check()).failed).toEqual([
    { what: 'original', id: sha256, reason: 'the bytes are not the ones that were imported' },
  ]);
  rmSync(originalPath(here.dir, sha256));
  expect((await check()).failed).toEqual([{ what: 'original', id: sha256, reason: 'the file is missing' }]);
});

test('a text that changed under its hash is named, and so is the index that answers for the old one', async () => {
  meddle(`UPDATE article_text SET body = replace(body, '改道', '停运') WHERE id = ?`, rain);
  expect((await check()).failed).toEqual([
    { what: 'text', id: rain, reason: 'the text is not the one that was stored' },
    { what: 'index', id: rain, reason: 'the index holds another text' },
  ]);
});

test('an index row that is gone, and one that belongs to nothing, are named', async () => {
  meddle('DELETE FROM article_index WHERE rowid = 1');
  meddle(`INSERT INTO article_index (rowid, title, body, notes) VALUES (77, '雨', '雨', '')`);
  expect((await check()).failed).toEqual([
    { what: 'index', id: rain, reason: 'the index counts other terms' },
    { what: 'index', id: '77', reason: 'the index answers for a text that is not there' },
  ]);
});

test('an index row made of other terms of the same number is named, even with the right hash beside it', async () => {
  meddle('DELETE FROM article_index WHERE rowid = 1');
  const body = terms('昨日大雨\n城东积水,公交改道。\n气象台说今夜转晴。').replaceAll('交', '车');
  meddle(`INSERT INTO article_index (rowid, title, body, notes) VALUES (1, ?, ?, '')`, terms('昨日大雨'), body);
  expect((await check()).failed).toEqual([{ what: 'index', id: rain, reason: 'the index does not find the text' }]);
});

test('a journal entry that was changed behind its triggers breaks the chain there and is named', async () => {
  await here.client.articles.remove({ ids: [rain] });
  const db = new Database(join(here.dir, 'archive.sqlite'));
  const { sql } = db.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_unchanged'`).get() as { sql: string };
  db.exec('DROP TRIGGER journal_unchanged');
  db.exec(`UPDATE journal SET who = 'somebody else' WHERE seq = 2`);
  db.exec(sql);
  const { id } = db.prepare('SELECT id FROM journal WHERE seq = 2').get() as { id: string };
  db.close();
  expect((await check()).failed).toEqual([{ what: 'journal', id, reason: 'the chain of hashes breaks here' }]);
});

test('a file that is no archive is a failure of the database, not an exception', async () => {
  await here.archive.close();
  writeFileSync(join(here.dir, 'archive.sqlite'), 'plain text');
  expect((await check()).failed).toEqual([{ what: 'database', id: '', reason: 'NOT_AN_ARCHIVE: no SQLite header' }]);
  rmSync(join(here.dir, 'archive.sqlite'));
  await expect(here.reopen()).rejects.toThrow('NOT_AN_ARCHIVE');
});

test('a backup taken while the archive is open is an archive of its own, whole and verified', async () => {
  await here.client.annotations.create({ article: rain, span: { start: 0, end: 4 }, colour: 'fact', note: '核实' });
  const backup = await backupArchive(here.dir, { now: Date.UTC(2026, 10, 21, 9, 30) });
  expect(backup).toMatchObject({ articles: 2, path: join(here.dir, 'backups', 'test 2026-11-21 093000.jianbao') });
  expect(readdirSync(join(here.dir, 'backups'))).toEqual(['test 2026-11-21 093000.jianbao']);
  expect(readdirSync(backup.path).sort()).toEqual(['archive.sqlite', 'backups', 'originals']);
  expect(await checkArchive(backup.path, { terms })).toMatchObject({ ok: true, verified: { originals: 2, texts: 2 } });
  const copy = await openArchive(backup.path, testOptions());
  expect(await clientOf(copy).articles.list({})).toEqual(await here.client.articles.list({}));
  expect(await clientOf(copy).annotations.forArticle({ article: rain })).toMatchObject([{ note: '核实' }]);
  await copy.close();
});

test('a damaged archive gives no backup and leaves nothing under a final or a temporary name', async () => {
  writeFileSync(originalPath(here.dir, sha256), 'something else');
  await expect(backupArchive(here.dir, { now: Date.now() })).rejects.toThrow('DAMAGED');
  expect(readdirSync(join(here.dir, 'backups'))).toEqual([]);
});

test('a backup is restored into a new folder, and stays as it was', async () => {
  const backup = await backupArchive(here.dir, { now: Date.UTC(2026, 10, 21, 9, 30) });
  const bytes = readFileSync(join(backup.path, 'archive.sqlite'));
  const to = join(here.dir, '..', 'again.jianbao');
  expect(await restoreArchive(backup.path, to, { now: Date.now() })).toEqual({ from: backup.path, articles: 2 });
  expect(readFileSync(join(backup.path, 'archive.sqlite')).equals(bytes)).toBe(true);
  expect(readdirSync(backup.path).sort()).toEqual(['archive.sqlite', 'backups', 'originals']);
  const again = await openArchive(to, testOptions());
  expect(await clientOf(again).articles.list({})).toEqual(await here.client.articles.list({}));
  await again.close();
  expect(readdirSync(join(here.dir, '..')).sort()).toEqual(['again.jianbao', 'test.jianbao']);
});

test('nothing is restored over an archive that is there', async () => {
  const backup = await backupArchive(here.dir, { now: Date.now() });
  await expect(restoreArchive(backup.path, here.dir, { now: Date.now() })).rejects.toThrow('ALREADY_THERE');
  expect((await check()).ok).toBe(true);
});
