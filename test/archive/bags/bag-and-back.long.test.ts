import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { CARRIED_TABLES, LEFT_TABLES, MADE_TABLES } from '#archive/store/records.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { archiveWithPlace, readFolder, takeBag, writeBag } from './bag-folder.ts';
import { dumpOf } from './dump.ts';
import { furnish } from './furnished.ts';

let full: Awaited<ReturnType<typeof archiveWithPlace>>;
let ids: Awaited<ReturnType<typeof furnish>>;
let empty: TemporaryArchive;
beforeAll(async () => {
  full = await archiveWithPlace();
  ids = await furnish(full.here);
});
afterAll(() => full.close());
beforeEach(async () => {
  empty = await temporaryArchive();
});
afterEach(async () => {
  expect(await checkArchive(empty.dir, { terms })).toMatchObject({ ok: true });
  await empty.close();
  for (const name of readdirSync(full.place)) rmSync(join(full.place, name), { recursive: true });
});

const dump = (here: TemporaryArchive) => dumpOf(here.archive.context.reader);
const bag = (name = 'bag') => readFolder(join(full.place, name));

test('every table is carried, made anew from what is carried, or left for a reason', () => {
  const known = [...CARRIED_TABLES, ...LEFT_TABLES];
  expect(Object.keys(dump(full.here)).filter((table) => !known.includes(table) && !MADE_TABLES.test(table))).toEqual(
    [],
  );
});

test('an empty archive becomes the one of the bag, row for row of every table, and goes on as it did', async () => {
  await writeBag(full.here.client, { confidential: true });
  const taken = await takeBag(empty.client, bag());
  expect(taken).toMatchObject({ state: 'bag', known: 0, kept: [], keptHighlights: 0 });
  const before = dump(full.here);
  expect(CARRIED_TABLES.filter((table) => before[table]?.length === 0)).toEqual([]);
  expect(dump(empty)).toEqual(before);
  // What was done there can be undone here.
  expect(await empty.client.history.undo({})).toMatchObject({ undone: expect.any(String) });
});

test('a bag that comes twice doubles nothing', async () => {
  await writeBag(full.here.client, { confidential: true });
  await takeBag(empty.client, bag());
  const once = dump(empty);
  expect(await takeBag(empty.client, bag())).toMatchObject({
    sources: 0,
    articles: 0,
    highlights: 0,
    entries: 0,
    kept: [],
  });
  expect(dump(empty)).toEqual(once);
});

test('what is confidential is nowhere in a bag that was not told to hold it', async () => {
  await writeBag(full.here.client);
  for (const [path, bytes] of bag())
    for (const words of [ids.secret, '线人']) expect(bytes.includes(words), `${path} says ${words}`).toBe(false);
  expect(await takeBag(empty.client, bag())).toMatchObject({ state: 'bag' });
  expect((await empty.client.articles.get({ id: ids.ferry })).note).toBe('去看船');
  expect(dump(empty).annotation).toHaveLength((dump(full.here).annotation?.length ?? 0) - 1);
});

test('a selection brings the files of its articles and nothing of the others', async () => {
  const [last] = (await writeBag(full.here.client, { selection: { of: 'articles', ids: [ids.plain] } })).slice(-1);
  expect(last).toMatchObject({ state: 'finished', sources: 1, articles: 1 });
  for (const [path, bytes] of bag()) expect(bytes.includes(ids.ferry), path).toBe(false);
  expect(await takeBag(empty.client, bag())).toMatchObject({ sources: 1, articles: 1 });
  expect(await empty.client.articles.ids({})).toEqual([ids.plain]);
  expect((await empty.client.articles.get({ id: ids.plain })).tags.map(({ path }) => path)).toEqual([
    '就业/城镇',
    '渡口',
  ]);
});

test('an archive that has other versions keeps them, says which, and gets what it has not', async () => {
  await writeBag(full.here.client, { title: 'before', selection: { of: 'articles', ids: [ids.ferry as ArticleId] } });
  await takeBag(empty.client, bag('before'));
  const { body } = await empty.client.articles.get({ id: ids.ferry });
  await empty.client.articles.setNote({ id: ids.ferry, note: '这里的话' });
  const span = { start: 0, end: 4 };
  await full.here.client.annotations.create({ article: ids.ferry, span, colour: 'fact', note: '新的' });
  await writeBag(full.here.client, { title: 'after' });
  const taken = await takeBag(empty.client, bag('after'));
  expect(taken).toMatchObject({ state: 'bag', kept: [{ reason: 'differs' }], highlights: 3, keptHighlights: 0 });
  const here = await empty.client.articles.get({ id: ids.ferry });
  expect(here).toMatchObject({ body, note: '这里的话' });
  expect((await empty.client.annotations.forArticle({ article: ids.ferry })).map(({ note }) => note)).toContain('新的');
  // Nobody undoes by a key what somebody else did elsewhere.
  expect(await empty.client.history.undo({})).toEqual({ undone: null, action: null });
});

test('tags and papers that are here under other ids are the same', async () => {
  await empty.client.archive.info();
  const { furnish: again } = await import('./furnished.ts');
  await again(empty);
  await writeBag(full.here.client, { confidential: true });
  const taken = await takeBag(empty.client, bag());
  if (taken.state !== 'bag') throw new Error(taken.reason);
  expect(taken.sources + taken.known).toBe(0);
  expect(new Set(taken.kept.map(({ reason }) => reason))).toEqual(new Set(['elsewhere']));
});
