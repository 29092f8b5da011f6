import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId, SearchId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let first: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  first = await put('渡口大雨', '渡口的水涨了。');
});
afterEach(() => here.close());

async function put(title: string, paragraph: string): Promise<ArticleId> {
  const stored = await store(here, documentOf([{ title, paragraphs: [paragraph] }]));
  return stored.articles[0] as ArticleId;
}

const counts = async () => (await here.client.searches.counts()).map(({ total, fresh }) => `${fresh} of ${total}`);
const savedId = async () => (await here.client.searches.saved())[0]?.id as SearchId;
const saved = async () => (await here.client.searches.saved()).map(({ name, text }) => `${name}: ${text}`);

test('a saved search counts what it finds and did not find when somebody last looked', async () => {
  await here.client.searches.save({ name: '渡口', text: '渡口' });
  expect(await counts()).toEqual(['0 of 1']);
  await put('渡口晴', '渡口的水退了。');
  await put('桥', '桥上无事。');
  expect(await counts()).toEqual(['1 of 2']);
  // An article that left and one that came are not one another.
  await here.client.articles.remove({ ids: [first] });
  expect(await counts()).toEqual(['1 of 1']);
  const id = await savedId();
  await here.client.searches.look({ id });
  expect(await counts()).toEqual(['0 of 1']);
  await here.client.history.undo({});
  expect(await counts()).toEqual(['1 of 2']);
});

test('saving and removing are acts that can be taken back, and what was seen comes back with them', async () => {
  const { change } = await here.client.searches.save({ name: '渡口', text: '渡口' });
  await put('渡口晴', '渡口的水退了。');
  const id = await savedId();
  const removed = await here.client.searches.remove({ id });
  expect(await saved()).toEqual([]);
  await here.client.history.undo({ change: removed.change });
  expect(await saved()).toEqual(['渡口: 渡口']);
  expect(await counts()).toEqual(['1 of 2']);
  await here.client.history.undo({ change });
  expect(await saved()).toEqual([]);
  expect((await here.client.searches.remove({ id })).count).toBe(0);
});

test('a saved search gets another name, which can be taken back; what was seen stays', async () => {
  await here.client.searches.save({ name: '渡口', text: '渡口' });
  await put('渡口晴', '渡口的水退了。');
  const id = await savedId();
  const renamed = await here.client.searches.rename({ id, name: ' 河上的事 ' });
  expect(await saved()).toEqual(['河上的事: 渡口']);
  expect(await counts()).toEqual(['1 of 2']);
  expect((await here.client.searches.rename({ id, name: '河上的事' })).count).toBe(0);
  await here.client.history.undo({ change: renamed.change });
  expect(await saved()).toEqual(['渡口: 渡口']);
  await here.client.history.redo({});
  expect(await saved()).toEqual(['河上的事: 渡口']);
});

test('the last thirty queries are kept, each once, the newest first', async () => {
  for (let i = 0; i < 35; i += 1) await here.client.searches.remember({ text: `词${i}` });
  await here.client.searches.remember({ text: '词20' });
  const recent = await here.client.searches.recent();
  expect(recent.slice(0, 3)).toEqual(['词20', '词34', '词33']);
  expect(recent).toHaveLength(30);
  await here.client.searches.forget({});
  expect(await here.client.searches.recent()).toEqual([]);
});

test('a result says how many of its hits stand in highlighted words, and how its query was read', async () => {
  await here.client.annotations.create({ article: first, span: { start: 0, end: 3 }, colour: 'fact' });
  const found = await here.client.search.query({ text: '渡口 -桥 paper:="江 城" OR kind:main' });
  expect(found.items.map(({ hits, inMarks }) => [hits.length, inMarks])).toEqual([[2, 1]]);
  expect(found.parts.map(({ is, excluded, value }) => `${excluded ? '-' : ''}${is} ${value}`)).toEqual([
    'words 渡口',
    '-words 桥',
    'paper 江 城',
    'or OR',
    'kind main',
  ]);
});
