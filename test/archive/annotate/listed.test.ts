import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnnotationFilter } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const DAY = Date.UTC(2024, 2, 18);
let here: TemporaryArchive;
let now = DAY;
let rain: ArticleId;
let grain: ArticleId;

beforeEach(async () => {
  now = DAY;
  here = await temporaryArchive({ now: () => now });
  rain = await article('昨日大雨', '城北三处积水，排涝站连夜抽水。', '2024-03-17');
  grain = await article('粮价平稳', '早稻收購價與上年持平，农民放心。', '2024-03-16');
});
afterEach(() => here.close());

async function article(title: string, paragraph: string, day: string): Promise<ArticleId> {
  const date = { edtf: day, printed: null, inferred: false, from: day, to: day };
  const stored = await store(
    here,
    documentOf([{ title, paragraphs: [paragraph] }], { publication: '江城日报', date, pageLabel: '4' }),
    `${title}.txt`,
  );
  return stored.articles[0] as ArticleId;
}

async function mark(of: ArticleId, words: string, rest: { colour?: 'question'; note?: string } = {}) {
  const { body } = await here.client.articles.get({ id: of });
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  const { annotation } = await here.client.annotations.create({ article: of, span, colour: 'fact', ...rest });
  return annotation;
}

const quotes = async (filter: AnnotationFilter & { sort?: 'made' | 'article' | 'printed' }) =>
  (await here.client.annotations.list(filter)).items.map(({ quote }) => quote.exact);

test('highlights are listed newest first, by title, or by the day of the paper, and then by their place', async () => {
  await mark(rain, '排涝站');
  await mark(grain, '持平');
  await mark(rain, '三处积水');
  await mark(grain, '收購價');
  expect(await quotes({})).toEqual(['收購價', '三处积水', '持平', '排涝站']);
  expect(await quotes({ sort: 'article' })).toEqual(['收購價', '持平', '三处积水', '排涝站']);
  expect(await quotes({ sort: 'printed' })).toEqual(['三处积水', '排涝站', '收購價', '持平']);
  expect(await quotes({ sort: 'printed', article: rain })).toEqual(['三处积水', '排涝站']);
  const ids = await here.client.annotations.ids({ sort: 'article' });
  const { items } = await here.client.annotations.list({ sort: 'article', offset: 1, limit: 2 });
  expect(items.map(({ id }) => id)).toEqual(ids.slice(1, 3));
});

test('a list is narrowed by meaning, state, tag, article, day and words, and says how many are left', async () => {
  await mark(rain, '排涝站', { note: '问水务局' });
  now = DAY + 86_400_000;
  const asked = await mark(grain, '收購價', { colour: 'question', note: '與公報不符' });
  await here.client.annotations.update({ id: asked.id, tags: ['核查/待核'] });
  const filters: readonly AnnotationFilter[] = [
    { colour: 'question' },
    { tag: '核查' },
    { tag: '核查/待核' },
    { article: grain },
    { from: DAY + 1 },
    { text: '收购价' },
    { text: '公报 不符' },
    { colour: 'question', tag: '核查', article: grain, from: DAY + 1, before: DAY + 2 * 86_400_000, text: '收购' },
  ];
  for (const filter of filters) {
    const { items, total } = await here.client.annotations.list(filter);
    expect([items.map(({ id }) => id), total], JSON.stringify(filter)).toEqual([[asked.id], 1]);
    expect(await here.client.annotations.ids(filter)).toEqual([asked.id]);
  }
  for (const filter of [{ tag: '核' }, { text: '收购 积水' }, { state: 'orphan' }, { before: DAY }] as const)
    expect(await here.client.annotations.list(filter), JSON.stringify(filter)).toEqual({ items: [], total: 0 });
  expect(await quotes({ before: DAY + 1 })).toEqual(['排涝站']);
  expect(await quotes({ text: '水务' })).toEqual(['排涝站']);
});

test('each says where it stands; of a long quote or note the list has the beginning, and asking for one has all', async () => {
  const note = '注'.repeat(349_000);
  const { id } = await mark(rain, '排涝站', { note });
  const [row] = (await here.client.annotations.list({})).items;
  expect(row).toMatchObject({
    articleTitle: '昨日大雨',
    publication: '江城日报',
    date: { edtf: '2024-03-17' },
    page: '4',
  });
  expect(row?.note).toBe('注'.repeat(600));
  expect((await here.client.annotations.get({ id })).note).toBe(note);
  await here.client.annotations.remove({ ids: [id] });
  await expect(here.client.annotations.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('they are counted by meaning and state, and those of articles in the trash are in no list', async () => {
  const first = await mark(rain, '排涝站');
  const second = await mark(grain, '收購價', { colour: 'question' });
  expect(await here.client.annotations.counts()).toEqual({
    all: 2,
    bookmarks: 0,
    colours: { fact: 1, quote: 0, question: 1, contradiction: 0, followup: 0 },
    states: { exact: 2, moved: 0, changed: 0, orphan: 0 },
  });
  const ids = [first.id, second.id] as AnnotationId[];
  expect((await here.client.annotations.articles({ ids })).toSorted()).toEqual([rain, grain].toSorted());
  await here.client.articles.remove({ ids: [grain] });
  expect(await quotes({})).toEqual(['排涝站']);
  expect(await quotes({ sort: 'article' })).toEqual(['排涝站']);
  expect((await here.client.annotations.counts()).all).toBe(1);
  await here.client.articles.restore({ ids: [grain] });
  expect((await here.client.annotations.counts()).all).toBe(2);
});
