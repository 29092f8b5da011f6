import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { journalReads } from '#archive/store/journal.ts';
import type { ArticleId, ChangeId } from '#contract/ids.ts';
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
let grain: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const one = await store(here, documentOf([{ title: '昨日大雨', paragraphs: ['城东积水,公交改道。'] }]));
  const two = await store(here, documentOf([{ title: '粮价平稳', paragraphs: ['秋粮上市,价格持平。'] }]));
  rain = one.articles[0] as ArticleId;
  grain = two.articles[0] as ArticleId;
});
afterEach(() => here.close());

const listed = async () => (await here.client.articles.list({})).items.map((item) => item.title);
const undo = (change?: ChangeId) => here.client.history.undo(change ? { change } : {});
const redo = () => here.client.history.redo();

test('an article that was deleted is in the trash, and undoing brings it back as it was', async () => {
  const before = await here.client.articles.list({});
  const { change, count } = await here.client.articles.remove({ ids: [rain] });
  expect(count).toBe(1);
  expect(await listed()).toEqual(['粮价平稳']);
  expect(await undo()).toEqual({ undone: change, action: 'article.remove' });
  expect(await here.client.articles.list({})).toEqual(before);
  expect(await redo()).toEqual({ redone: change, action: 'article.remove' });
  expect(await listed()).toEqual(['粮价平稳']);
  await here.client.articles.restore({ ids: [rain] });
  expect(await listed()).toEqual(['粮价平稳', '昨日大雨']);
});

test('undo goes back act by act, redo forward again, and a new act ends what could be done again', async () => {
  await here.client.articles.setNote({ id: rain, note: '一' });
  await here.client.articles.setNote({ id: rain, note: '二' });
  await here.client.articles.setNote({ id: rain, note: '三' });
  const note = async () => (await here.client.articles.get({ id: rain })).note;
  const notes: string[] = [];
  for (const step of [undo, undo, redo, undo, undo, redo, redo]) {
    await step();
    notes.push(await note());
  }
  expect(notes).toEqual(['二', '一', '二', '一', '', '一', '二']);
  await here.client.articles.setNote({ id: rain, note: '四' });
  expect(await redo()).toEqual({ redone: null, action: null });
  await undo();
  expect(await note()).toBe('二');
});

test('an act is undone by its id whatever was done since, once and not twice', async () => {
  const first = await here.client.tags.apply({ articles: [rain], add: ['天气'] });
  await here.client.articles.setReadingState({ ids: [grain], state: 'read' });
  expect(await undo(first.change)).toEqual({ undone: first.change, action: 'tag.apply' });
  expect(await undo(first.change)).toEqual({ undone: null, action: null });
  expect((await here.client.articles.get({ id: rain })).tags).toEqual([]);
  expect((await here.client.articles.get({ id: grain })).readingState).toBe('read');
});

test('with nothing done there is nothing to undo, and an import is not undone', async () => {
  expect(await undo()).toEqual({ undone: null, action: null });
  expect(await redo()).toEqual({ redone: null, action: null });
  expect(await listed()).toHaveLength(2);
});

test('an act that changes nothing leaves no entry to undo', async () => {
  const real = await here.client.articles.setReadingState({ ids: [rain], state: 'read' });
  const again = await here.client.articles.setReadingState({ ids: [rain], state: 'read' });
  expect(again.count).toBe(0);
  expect(await undo(again.change)).toEqual({ undone: null, action: null });
  expect(await undo()).toMatchObject({ undone: real.change });
});

test('reading states are given back one by one, as they were', async () => {
  await here.client.articles.setReadingState({ ids: [rain], state: 'reading' });
  await here.client.articles.setReadingState({ ids: [rain, grain, rain], state: 'archived' });
  const states = async () => (await here.client.articles.list({})).items.map((item) => item.readingState);
  expect(await states()).toEqual(['archived', 'archived']);
  await undo();
  expect(await states()).toEqual(['unread', 'reading']);
  await redo();
  expect(await states()).toEqual(['archived', 'archived']);
});

test('tags are added, removed, made and unmade together', async () => {
  await here.client.tags.apply({ articles: [rain], add: ['天气', '城市/积水'] });
  const { count } = await here.client.tags.apply({ articles: [rain, grain], add: ['待读'], remove: ['天气'] });
  expect(count).toBe(2);
  const tags = async () => (await here.client.tags.list()).map((tag) => `${tag.path} ${tag.articles}`);
  const of = async (id: ArticleId) => (await here.client.articles.get({ id })).tags.map((tag) => tag.path);
  expect(await tags()).toEqual(['城市/积水 1', '天气 0', '待读 2']);
  await undo();
  expect(await tags()).toEqual(['城市/积水 1', '天气 1']);
  expect(await of(rain)).toEqual(['城市/积水', '天气']);
  expect(await of(grain)).toEqual([]);
  await redo();
  expect(await of(rain)).toEqual(['城市/积水', '待读']);
  // Whoever types ends the wait for a quiet moment.
  await here.client.search.suggest({ text: '待' });
  expect(here.told.tags).toContain('待读');
});

test('a highlight is made, changed and removed, and each is undone', async () => {
  const span = { start: 5, end: 9 };
  const { annotation } = await here.client.annotations.create({ article: rain, span, colour: 'fact', note: '核实' });
  expect(annotation).toMatchObject({
    articleId: rain,
    quote: { start: 5, end: 9, exact: '城东积水', prefix: '昨日大雨\n', suffix: ',公交改道。' },
    colour: 'fact',
    note: '核实',
    state: 'exact',
    revision: 0,
  });
  const { id } = annotation;
  const changed = await here.client.annotations.update({ id, colour: 'question', tags: ['天气'], revision: 0 });
  expect(changed.annotation).toMatchObject({ colour: 'question', note: '核实', tags: ['天气'], revision: 1 });
  await expect(here.client.annotations.update({ id, note: '旧', revision: 0 })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { revision: 1 },
  });
  const all = () => here.client.annotations.forArticle({ article: rain });
  await undo();
  expect(await all()).toMatchObject([{ colour: 'fact', tags: [] }]);
  await redo();
  expect(await all()).toMatchObject([{ colour: 'question', tags: ['天气'] }]);
  await here.client.annotations.remove({ ids: [id] });
  expect(await all()).toEqual([]);
  await undo();
  expect(await all()).toMatchObject([{ id, colour: 'question', note: '核实' }]);
  expect((await here.client.articles.list({ filter: { hasHighlight: true } })).total).toBe(1);
});

test('highlights may overlap; a range outside the text is refused', async () => {
  for (const [start, end] of [
    [5, 9],
    [7, 12],
    [5, 9],
  ] as const)
    await here.client.annotations.create({ article: rain, span: { start, end }, colour: 'quote' });
  expect(await here.client.annotations.forArticle({ article: rain })).toHaveLength(3);
  const outside = here.client.annotations.create({ article: rain, span: { start: 5, end: 500 }, colour: 'fact' });
  await expect(outside).rejects.toMatchObject({ code: 'OUT_OF_RANGE', data: { length: 15 } });
  const empty = here.client.annotations.create({ article: rain, span: { start: 5, end: 5 }, colour: 'fact' });
  await expect(empty).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
});

test('of two who change the same highlight at once, the second is told and nothing of the first is lost', async () => {
  const span = { start: 5, end: 9 };
  const { annotation } = await here.client.annotations.create({ article: rain, span, colour: 'fact' });
  const other = await openArchive(here.dir, { ...testOptions(), who: 'Chen' });
  const { id, revision } = annotation;
  await clientOf(other).annotations.update({ id, note: '陈', revision });
  await expect(here.client.annotations.update({ id, note: '林', revision })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { revision: 1 },
  });
  await other.close();
  expect(await here.client.annotations.forArticle({ article: rain })).toMatchObject([{ note: '陈', revision: 1 }]);
});

test('a highlight that is not there, or of an article that is not, is not found', async () => {
  const id = '01a1fe09-092a-7001-bea7-a60cbcfa5e68' as never;
  const missing = { code: 'NOT_FOUND', data: { id } };
  await expect(here.client.annotations.update({ id, note: '林' })).rejects.toMatchObject(missing);
  const made = here.client.annotations.create({ article: id, span: { start: 0, end: 1 }, colour: 'fact' });
  await expect(made).rejects.toMatchObject(missing);
  await expect(here.client.articles.get({ id })).rejects.toMatchObject(missing);
  await expect(here.client.articles.setNote({ id, note: '' })).rejects.toMatchObject(missing);
});

test('highlights are listed newest first, by colour too, without those of articles in the trash', async () => {
  const span = { start: 5, end: 9 };
  await here.client.annotations.create({ article: rain, span, colour: 'fact' });
  await here.client.annotations.create({ article: grain, span, colour: 'quote' });
  const listed = async (colour?: 'fact') =>
    (await here.client.annotations.list(colour ? { colour } : {})).items.map((item) => item.articleTitle);
  expect(await listed()).toEqual(['粮价平稳', '昨日大雨']);
  expect(await listed('fact')).toEqual(['昨日大雨']);
  await here.client.articles.remove({ ids: [rain] });
  expect(await here.client.annotations.list({})).toMatchObject({ total: 1, items: [{ articleTitle: '粮价平稳' }] });
});

test('every act stands in the journal with who did it, and the chain holds', async () => {
  await here.client.articles.remove({ ids: [rain] });
  await undo();
  const reader = here.archive.context.reader;
  expect(reader.prepare('SELECT who, action FROM journal ORDER BY seq').all()).toEqual([
    { who: 'Lin Yue', action: 'source.import' },
    { who: 'Lin Yue', action: 'source.import' },
    { who: 'Lin Yue', action: 'article.remove' },
    { who: 'Lin Yue', action: 'undo' },
  ]);
  expect([...journalReads(reader).chain()].every((entry) => entry.ok)).toBe(true);
  for (const statement of ['DELETE FROM journal', `UPDATE journal SET who = 'nobody'`])
    expect(() => here.archive.context.db.exec(statement)).toThrow('append-only');
});

test('what another person did is not undone by ours without being named', async () => {
  const { change } = await here.client.articles.remove({ ids: [rain] });
  await here.close();
  here = await temporaryArchive({ who: 'Chen' });
  expect(await undo()).toEqual({ undone: null, action: null });
  expect(await undo(change)).toEqual({ undone: null, action: null });
});

test('what answers while one types is told what came, what went and what came back', async () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  await settled();
  expect(new Set(here.told.added.map((row) => row.title))).toEqual(new Set(['昨日大雨', '粮价平稳']));
  await here.client.articles.remove({ ids: [rain] });
  await settled();
  expect(here.told.removed).toContain(rain);
  here.told.added.length = 0;
  await undo();
  await settled();
  expect(here.told.added.map((row) => row.article)).toContain(rain);
});
