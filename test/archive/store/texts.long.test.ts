import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { documentWrites } from '#archive/store/documents.ts';
import { hashBytes } from '#archive/store/originals.ts';
import { separationWrites } from '#archive/store/separations.ts';
import { textReads } from '#archive/store/texts.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let rain: ArticleId;
let grain: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const first = await store(here, documentOf([{ title: '昨日大雨', paragraphs: ['城东积水,公交改道。'] }]));
  const second = await store(here, documentOf([{ title: '粮价平稳', paragraphs: ['秋粮上市,价格持平。'] }]));
  rain = first.articles[0] as ArticleId;
  grain = second.articles[0] as ArticleId;
});
afterEach(() => here.close());

const found = async (text: string) => (await here.client.search.query({ text })).items.map((hit) => hit.article.id);

/** Another program, which knows SQLite but nothing of how an archive is written. */
function stranger(work: (db: Database.Database) => void): void {
  const db = new Database(join(here.dir, 'archive.sqlite'));
  work(db);
  db.close();
}

test('a text that a stranger changed is found by its new words at the next opening, and no longer by the old', async () => {
  await here.archive.close();
  stranger((db) => db.prepare(`UPDATE article_text SET body = '城东放晴,公交复线。' WHERE id = ?`).run(rain));
  await here.reopen();
  expect(await found('放晴')).toEqual([rain]);
  expect(await found('积水')).toEqual([]);
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
});

test('what a stranger writes while the archive is open is indexed before the next search', async () => {
  stranger((db) => db.prepare(`UPDATE article_text SET body = '城东放晴。' WHERE id = ?`).run(rain));
  expect(await found('放晴')).toEqual([rain]);
  expect(await found('积水')).toEqual([]);
});

test('a stranger who writes the same row twice, by UPSERT too, is not stopped by the mark of the first time', async () => {
  stranger((db) => {
    const upsert = db.prepare(`INSERT INTO article_text (id, title, body, sha256) VALUES (?, '雨', ?, '')
      ON CONFLICT (id) DO UPDATE SET body = excluded.body`);
    upsert.run(rain, '城东放晴。');
    upsert.run(rain, '城东又雨。');
  });
  expect(await found('又雨')).toEqual([rain]);
  expect(await found('放晴')).toEqual([]);
});

test('a text that a stranger deleted leaves no ghost in the index', async () => {
  stranger((db) => db.prepare('DELETE FROM article_text WHERE id = ?').run(rain));
  expect(await found('积水')).toEqual([]);
  const rows = here.archive.context.reader.prepare(`SELECT rowid FROM article_index('积')`).all();
  expect(rows).toEqual([]);
});

test('a text that replaces another leaves no ghost of it, in the texts or in the titles', async () => {
  const { db, reader } = here.archive.context;
  const page = await store(
    here,
    documentOf([{ title: '原始版面', paragraphs: ['两篇文章混在一起。', '铁路提速。'] }], { page: true }),
  );
  const { derivation } = documentOf([
    { title: '铁路提速', paragraphs: ['新图明日实行。'] },
    { title: '桥梁合龙', paragraphs: ['两岸今日相连。'] },
  ]);
  const made = separationWrites(db, terms).separatePage(
    page.source,
    { derivation, doubts: 0, version: '1.0', carry: () => expect.fail('there are no highlights') },
    1,
  );
  expect(made?.[0]).toBe(page.articles[0]);
  expect(await found('混在一起')).toEqual([]);
  expect(await found('相连')).toEqual([made?.[1]]);
  expect(reader.prepare(`SELECT rowid FROM title_index('版')`).all()).toEqual([]);
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, verified: { indexRows: 4 } });
});

test('a note is indexed with its whole row: title and body are still found, and the note before it is not', async () => {
  await here.client.articles.setNote({ id: rain, note: '待核实' });
  expect(await found('note:核实')).toEqual([rain]);
  await here.client.articles.setNote({ id: rain, note: '已致电气象台' });
  expect(await found('note:核实')).toEqual([]);
  expect(await found('note:致电')).toEqual([rain]);
  expect(await found('title:大雨')).toEqual([rain]);
  expect(await found('积水')).toEqual([rain]);
});

test('the notes of highlights are searched with the article note, each a paragraph of its own', async () => {
  await here.client.articles.setNote({ id: rain, note: '甲' });
  const span = { start: 5, end: 7 };
  const { annotation } = await here.client.annotations.create({ article: rain, span, colour: 'fact', note: '乙' });
  expect(textReads(here.archive.context.reader).find(rain)?.notes).toBe('甲\n\n乙');
  expect(await found('note:"甲乙"')).toEqual([]);
  await here.client.annotations.update({ id: annotation.id, note: '丙' });
  expect(await found('note:乙')).toEqual([]);
  expect(await found('note:丙')).toEqual([rain]);
  await here.client.annotations.remove({ ids: [annotation.id] });
  expect(await found('note:丙')).toEqual([]);
  await here.client.history.undo({});
  expect(await found('note:丙')).toEqual([rain]);
});

test('VACUUM renumbers nothing that the index counts by', async () => {
  await here.archive.close();
  stranger((db) => {
    db.prepare('DELETE FROM article_text WHERE id = ?').run(rain);
    db.exec('VACUUM');
  });
  await here.reopen();
  expect(await found('秋粮')).toEqual([grain]);
  expect(await found('积水')).toEqual([]);
});

test('a reader beside a writer searches what was committed, whole', async () => {
  const { db, reader } = here.archive.context;
  const search = reader.prepare(`SELECT count(*) FROM article_index('"桥 梁"')`).pluck();
  db.exec('BEGIN IMMEDIATE');
  const document = documentOf([{ title: '桥梁合龙', paragraphs: ['两岸今日相连。'] }]);
  const sha256 = hashBytes(Buffer.from(document.text));
  const file = { sha256, name: 'b.txt', path: 'b.txt', bytes: 1, document };
  documentWrites(db, terms).storeFiles([file], 'Lin Yue', () => 1);
  expect(search.get()).toBe(0);
  expect(reader.prepare('SELECT count(*) FROM article').pluck().get()).toBe(2);
  db.exec('COMMIT');
  expect(search.get()).toBe(1);
});

test('nothing of a group stays when one file of it cannot be stored, in the index neither', async () => {
  const { db, reader } = here.archive.context;
  const good = documentOf([{ title: '桥梁合龙', paragraphs: ['两岸今日相连。'] }]);
  const bad = { ...documentOf([{ title: '坏', paragraphs: ['坏'] }]), encoding: null as never };
  const files = [good, bad].map((document, index) => ({
    sha256: hashBytes(Buffer.from(document.text)),
    name: `${index}.txt`,
    path: `${index}.txt`,
    bytes: 1,
    document,
  }));
  expect(() => documentWrites(db, terms).storeFiles(files, 'Lin Yue', () => 1)).toThrow('NOT NULL');
  expect(reader.prepare(`SELECT rowid FROM article_index('桥')`).all()).toEqual([]);
  expect((await here.client.articles.list({})).total).toBe(2);
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
});

test('an archive whose index was made by other terms is indexed anew when it is opened', async () => {
  await here.archive.close();
  stranger((db) => {
    db.exec(`UPDATE archive_fact SET value = 'of long ago' WHERE key = 'terms_version';
      DELETE FROM article_index; DELETE FROM title_index; UPDATE indexed SET sha256 = ''`);
  });
  await here.reopen();
  expect(await found('积水')).toEqual([rain]);
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, verified: { indexRows: 2 } });
});
