import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type ForeignWrites, watchForeignWrites } from '#archive/foreign-writes.ts';
import { TERMS_VERSION, terms } from '#archive/search/terms.ts';
import { factWrites } from '#archive/store/facts.ts';
import { type SmallArchive, smallArchive } from './search/small-archive.ts';

let archive: SmallArchive;
let told: string[];
function make(articles: number): void {
  archive = smallArchive(Array.from({ length: articles }, (_, i) => ({ title: `第${i}号`, text: `港口消息${i}` })));
  factWrites(archive.db).put('terms_version', TERMS_VERSION);
  told = [];
}
const watching: ForeignWrites[] = [];
afterEach(() => {
  for (const foreign of watching.splice(0)) foreign.close();
  archive.close();
});

async function open(version = TERMS_VERSION): Promise<ForeignWrites> {
  const publish = (...topics: string[]) => void told.push(...topics);
  const foreign = await watchForeignWrites({ db: archive.db, publish }, terms, version);
  watching.push(foreign);
  return foreign;
}
const found = async () => (await archive.search.ids('港口')).length;

test('many texts are indexed anew beside the searches, with how far it is, and go on at the next start', async () => {
  const ARTICLES = 1050;
  make(ARTICLES);
  const foreign = await open();
  expect(foreign.indexing()).toBeNull();
  foreign.close();
  // As if the terms were made in another way since.
  const begun = await open('another');
  expect(begun.indexing()).toEqual({ done: 0, of: ARTICLES });
  await turn();
  await turn();
  const { done, of } = begun.indexing() ?? { done: 0, of: 0 };
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(of);
  expect(await found()).toBe(ARTICLES);
  // Closed half way, it goes on at the next start.
  begun.close();
  const again = await open('another');
  for (; again.indexing(); await turn());
  expect(archive.db.prepare('SELECT count(*) FROM index_stale').pluck().get()).toBe(0);
  expect(await found()).toBe(ARTICLES);
});

test('texts without rows and rows without texts are found by looking, and mended', async () => {
  const ARTICLES = 20;
  make(ARTICLES);
  const foreign = await open();
  const { db } = archive;
  const [missing, untitled, ghost] = [3, 5, 7];
  db.prepare('DELETE FROM article_index WHERE rowid = ?').run(missing);
  db.prepare('DELETE FROM title_index WHERE rowid = ?').run(untitled);
  db.exec('DROP TRIGGER article_text_deleted');
  db.prepare('DELETE FROM article_text WHERE seq = ?').run(ghost);
  expect(await found()).toBe(ARTICLES - 2);
  const inIndex = () =>
    db.prepare('SELECT count(*) FROM article_index WHERE article_index MATCH ?').pluck().get('"港 口"');
  expect(inIndex()).toBe(ARTICLES - 1);
  await foreign.check();
  expect(foreign.indexing()).toEqual({ done: 0, of: 3 });
  for (; foreign.indexing(); await turn());
  expect(inIndex()).toBe(ARTICLES - 1);
  expect(await found()).toBe(ARTICLES - 1);
  expect((await archive.search.ids('title:第4号')).length).toBe(1);
  expect(told).toEqual(['articles']);
  await foreign.check();
  expect(foreign.indexing()).toBeNull();
});
