import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeWhenQuiet } from '#archive/merge-index.ts';
import { terms } from '#archive/search/terms.ts';
import { textReads, textWrites } from '#archive/store/texts.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type SmallArchive, smallArchive } from './search/small-archive.ts';

const ARTICLES = 12;
const LOOK = 20;

let archive: SmallArchive;
const closers: (() => void)[] = [];
beforeEach(() => {
  archive = smallArchive(Array.from({ length: ARTICLES }, (_, i) => ({ title: `第${i}号`, text: `港口消息${i}。` })));
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  archive.close();
});

function begin(): void {
  closers.push(mergeWhenQuiet(archive, { look: LOOK, pause: 1 }));
}

/** One commit an edit, as a person makes them. */
function edit(turn: number): void {
  const id = archive.ids[turn % ARTICLES] as ArticleId;
  const text = textReads(archive.db).find(id);
  if (!text) throw new Error('no such text');
  archive.db.transaction(() => textWrites(archive.db, terms).put({ id, ...text, body: `${text.body}更正${turn}。` }))();
}

/** Parts that a word has to be looked up in. */
function parts(table: 'article_index' | 'title_index'): number {
  return archive.db.prepare<[], number>(`SELECT count(DISTINCT segid) FROM ${table}_idx`).pluck().get() ?? 0;
}

test('parts that edits left are merged when nobody writes, and what is found stays the same', async () => {
  for (let turn = 0; turn < 15; turn += 1) edit(turn);
  expect(Math.min(parts('article_index'), parts('title_index'))).toBeGreaterThan(10);
  begin();
  await expect.poll(() => Math.max(parts('article_index'), parts('title_index'))).toBeLessThan(4);
  expect(await archive.search.ids('更正14')).toEqual([archive.ids[2]]);
  expect(await archive.search.ids('港口消息')).toHaveLength(ARTICLES);
  // What is written later is merged later.
  for (let turn = 15; turn < 27; turn += 1) edit(turn);
  expect(parts('article_index')).toBeGreaterThan(10);
  await expect.poll(() => parts('article_index')).toBeLessThan(4);
  expect(await archive.search.ids('更正26')).toEqual([archive.ids[2]]);
});

test('nothing is merged while somebody writes, nor after the archive was closed', async () => {
  begin();
  // A commit for every look, and none of the sixteen that an edit itself would merge.
  const before = parts('article_index');
  for (let turn = 0; turn < 12; turn += 1) {
    edit(turn);
    archive.db.exec('UPDATE article SET updated_at = updated_at + 1');
    const until = performance.now() + LOOK;
    while (performance.now() < until) archive.db.exec('UPDATE article SET updated_at = updated_at + 1');
    await wait(0);
  }
  expect(parts('article_index')).toBe(before + 12);
  for (const close of closers.splice(0)) close();
  await wait(5 * LOOK);
  expect(parts('article_index')).toBe(before + 12);
});
