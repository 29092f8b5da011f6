import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ArticleFilter, ArticleSort } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let clock = 1000;
beforeEach(async () => {
  clock = 1000;
  here = await temporaryArchive({ now: () => clock });
});
afterEach(() => here.close());

interface Row {
  readonly title: string;
  readonly publication?: string;
  readonly day?: string;
}

async function storeRows(rows: readonly Row[]): Promise<Map<string, ArticleId>> {
  const ids = new Map<string, ArticleId>();
  for (const { title, publication, day } of rows) {
    clock += 1000;
    const stored = await store(
      here,
      documentOf([{ title, paragraphs: ['正文'] }], {
        publication: publication ?? null,
        date: day === undefined ? null : { edtf: day, printed: null, inferred: false },
      }),
    );
    ids.set(title, stored.articles[0] as ArticleId);
  }
  return ids;
}

const titles = async (input: { filter?: ArticleFilter; sort?: ArticleSort; offset?: number; limit?: number }) =>
  (await here.client.articles.list(input)).items.map((item) => item.title);

const ROWS: Row[] = [
  { title: '北京', publication: '江城日报', day: '2023-10' },
  { title: '安徽', publication: '滨海晚报', day: '2023-10-18' },
  { title: '重庆' },
  { title: '9 人', publication: '江城日报', day: '1923~' },
  { title: '10 人', publication: '滨海晚报', day: '2024' },
];

test('the library comes newest import first, and by date, title in pinyin order, and publication', async () => {
  await storeRows(ROWS);
  expect(await titles({})).toEqual(['10 人', '9 人', '重庆', '安徽', '北京']);
  expect(await titles({ sort: 'date' })).toEqual(['10 人', '安徽', '北京', '9 人', '重庆']);
  expect(await titles({ sort: 'title' })).toEqual(['9 人', '10 人', '安徽', '北京', '重庆']);
  expect(await titles({ sort: 'publication' })).toEqual(['10 人', '安徽', '北京', '9 人', '重庆']);
});

test('articles of one page stay in the order of the page', async () => {
  await store(here, documentOf(['甲', '乙', '丙'].map((title) => ({ title, paragraphs: ['正文'] }))));
  clock += 1000;
  await store(here, documentOf([{ title: '丁', paragraphs: ['正文'] }]));
  expect(await titles({})).toEqual(['丁', '甲', '乙', '丙']);
});

test('pages follow one another without a gap or a row twice, and the ids of the whole list are the same', async () => {
  const ids = await storeRows(Array.from({ length: 23 }, (_, index) => ({ title: `第 ${index} 号` })));
  for (const sort of ArticleSort.options) {
    const pages: string[] = [];
    for (let offset = 0; offset < 30; offset += 5) {
      const page = await here.client.articles.list({ sort, offset, limit: 5 });
      expect(page.total).toBe(23);
      pages.push(...page.items.map((item) => item.id));
    }
    expect(new Set(pages)).toEqual(new Set(ids.values()));
    expect(pages).toHaveLength(23);
    expect(await here.client.articles.ids({ sort })).toEqual(pages);
  }
});

test('each filter lets through what it names; together they let through what all of them do', async () => {
  const ids = await storeRows(ROWS);
  const id = (title: string) => ids.get(title) as ArticleId;
  await here.client.tags.apply({ articles: [id('北京')], add: ['就业/城镇新增'] });
  await here.client.tags.apply({ articles: [id('安徽')], add: ['就业'] });
  await here.client.tags.apply({ articles: [id('重庆')], add: ['就业率'] });
  await here.client.articles.setReadingState({ ids: [id('北京')], state: 'read' });
  await here.client.annotations.create({ article: id('重庆'), span: { start: 0, end: 2 }, colour: 'fact' });
  expect(await titles({ filter: { tag: '就业' } })).toEqual(['安徽', '北京']);
  expect(await titles({ filter: { tag: '就业/城镇新增' } })).toEqual(['北京']);
  expect(await titles({ filter: { publication: '江城日报' } })).toEqual(['9 人', '北京']);
  expect(await titles({ filter: { publication: '没有的报' } })).toEqual([]);
  expect(await titles({ filter: { readingState: 'read' } })).toEqual(['北京']);
  expect(await titles({ filter: { hasHighlight: true } })).toEqual(['重庆']);
  expect(await titles({ filter: { hasHighlight: false } })).toEqual(['10 人', '9 人', '安徽', '北京']);
  expect(await titles({ filter: { tag: '就业', publication: '江城日报', readingState: 'read' } })).toEqual(['北京']);
  expect(await titles({ filter: { tag: '就业', readingState: 'unread' } })).toEqual(['安徽']);
});

test('what is in the trash is in no other list, and the counts of the places agree', async () => {
  const ids = await storeRows(ROWS);
  await here.client.articles.remove({ ids: [ids.get('北京') as ArticleId] });
  await here.client.articles.setReadingState({ ids: [ids.get('重庆') as ArticleId], state: 'archived' });
  expect(await titles({})).toEqual(['10 人', '9 人', '重庆', '安徽']);
  expect(await titles({ filter: { readingState: 'archived' } })).toEqual(['重庆']);
  expect(await titles({ filter: { trash: true } })).toEqual(['北京']);
  expect(await here.client.articles.places()).toEqual({
    all: 4,
    unread: 3,
    reading: 0,
    read: 0,
    archived: 1,
    highlighted: 0,
    trash: 1,
    publications: [
      { name: '滨海晚报', count: 2 },
      { name: '江城日报', count: 1 },
    ],
  });
});
