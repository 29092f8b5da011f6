import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import type { ArticleId } from '#contract/ids.ts';
import {
  clientOf,
  documentOf,
  store,
  type TemporaryArchive,
  temporaryArchive,
  testOptions,
} from './temporary-archive.ts';

let here: TemporaryArchive;
let rain: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const stored = await store(here, documentOf([{ title: '昨日大雨', paragraphs: ['城东积水。'] }]));
  rain = stored.articles[0] as ArticleId;
});
afterEach(() => here.close());

test('a watch tells what changed, gathered, and nothing when nothing did', async () => {
  const watch = await here.client.archive.watch();
  const first = watch.next();
  await here.client.articles.setReadingState({ ids: [rain], state: 'read' });
  expect((await first).value).toEqual({ topics: ['articles'] });
  await here.client.tags.apply({ articles: [rain], add: ['天气'] });
  await here.client.annotations.create({ article: rain, span: { start: 0, end: 2 }, colour: 'fact' });
  expect((await watch.next()).value).toEqual({ topics: ['tags', 'articles', 'annotations'] });
  const quiet = Promise.race([watch.next(), new Promise((resolve) => setTimeout(resolve, 50, 'nothing'))]);
  expect(await quiet).toBe('nothing');
});

test('a watch ends when it is aborted, and when the archive is closed', async () => {
  const stop = new AbortController();
  const aborted = await here.client.archive.watch(undefined, { signal: stop.signal });
  const last = aborted.next();
  stop.abort();
  expect(await last).toMatchObject({ done: true });
  const open = await here.client.archive.watch();
  const end = open.next();
  await here.archive.close();
  expect(await end).toMatchObject({ done: true });
});

test('what another process commits is told without being asked for, and read', async () => {
  const watch = await here.client.archive.watch();
  const told = watch.next();
  const other = await openArchive(here.dir, { ...testOptions(), who: 'Chen' });
  await clientOf(other).articles.setNote({ id: rain, note: '由命令行写入' });
  expect((await told).value).toMatchObject({ topics: expect.arrayContaining(['articles']) });
  expect((await here.client.articles.get({ id: rain })).note).toBe('由命令行写入');
  await other.close();
});

test('a second window on one archive is refused, a command beside the window is not', async () => {
  await here.archive.close();
  const window = await openArchive(here.dir, { ...testOptions(), window: true });
  await expect(openArchive(here.dir, { ...testOptions(), window: true })).rejects.toThrow('IN_USE');
  const command = await openArchive(here.dir, testOptions());
  await clientOf(command).tags.apply({ articles: [rain], add: ['天气'] });
  await command.close();
  expect(await clientOf(window).tags.list()).toMatchObject([{ path: '天气', articles: 1 }]);
  await window.close();
});

test('highlights that changed are named, done, undone and done again', async () => {
  const watch = await here.client.archive.watch();
  const first = watch.next();
  const { annotation } = await here.client.annotations.create({
    article: rain,
    span: { start: 0, end: 2 },
    colour: 'fact',
  });
  const named = { topics: expect.arrayContaining(['annotations', 'articles']), marks: [annotation.id] };
  expect((await first).value).toEqual(named);
  const next = watch.next();
  await here.client.annotations.update({ id: annotation.id, tags: ['天气'] });
  expect((await next).value).toEqual({ ...named, topics: ['annotations', 'articles', 'tags'] });
  await here.client.history.undo({});
  expect((await watch.next()).value).toMatchObject({ marks: [annotation.id] });
  await here.client.history.redo();
  expect((await watch.next()).value).toMatchObject({ marks: [annotation.id] });
});

test('where something else may have changed highlights, none is named', async () => {
  const watch = await here.client.archive.watch();
  const first = watch.next();
  await here.client.annotations.create({ article: rain, span: { start: 0, end: 2 }, colour: 'fact' });
  await first;
  await here.client.annotations.create({ article: rain, span: { start: 2, end: 4 }, colour: 'fact' });
  await here.client.annotations.renameColour({ colour: 'fact', name: '史实' });
  expect((await watch.next()).value).not.toHaveProperty('marks');
});

test('of highlights that are asked for those are told that are there', async () => {
  const make = () => here.client.annotations.create({ article: rain, span: { start: 0, end: 2 }, colour: 'fact' });
  const [one, other] = [(await make()).annotation, (await make()).annotation];
  await here.client.annotations.remove({ ids: [one.id] });
  expect(await here.client.annotations.some({ ids: [one.id, other.id] })).toEqual([other]);
});
