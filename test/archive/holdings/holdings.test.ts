import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const PAPER = '江城日报';

/** A page with as many articles as titles. */
async function storePage(titles: readonly string[], day: string | null, page?: string, paper: string | null = PAPER) {
  const stored = await store(
    here,
    documentOf(
      titles.map((title) => ({ title, paragraphs: ['正文'] })),
      {
        publication: paper,
        date: day === null ? null : { edtf: day, printed: null, inferred: false },
        ...(page && { pageLabel: page }),
      },
    ),
  );
  return stored.articles as ArticleId[];
}

async function fillShelf(): Promise<ArticleId[]> {
  const first = await storePage(['甲', '乙'], '2024-03-18', '1');
  await storePage(['丙'], '2024-03-18', '10');
  await storePage(['丁'], '2024-03-18', '2');
  await storePage(['戊'], '2024-03-18');
  await storePage(['己'], '2022-12-31', 'A1');
  await storePage(['庚'], '2024-03', '1');
  await storePage(['辛'], '2024-03-18', '1', '滨海晚报');
  await storePage(['壬'], '2024-03-20', undefined, null);
  await storePage(['癸'], null);
  return first;
}

test('papers come with the years and the days of which there is something, the fullest first', async () => {
  await fillShelf();
  const papers = await here.client.holdings.papers();
  expect(papers[0]).toEqual({
    paper: PAPER,
    articles: 7,
    days: 2,
    first: '2022-12-31',
    last: '2024-03-18',
    years: [
      { year: 2022, articles: 1 },
      { year: 2024, articles: 6 },
    ],
  });
  expect(papers.slice(1).map(({ paper, days }) => [paper, days])).toEqual(
    expect.arrayContaining([
      ['滨海晚报', 1],
      [null, 1],
    ]),
  );
});

test('a year has its issues by day, with pages, what is unread and what is marked; a month stays a month', async () => {
  const [marked, read] = await fillShelf();
  await here.client.annotations.create({ article: marked as ArticleId, span: { start: 0, end: 1 }, colour: 'fact' });
  await here.client.articles.setReadingState({ ids: [read as ArticleId], state: 'read' });
  expect(await here.client.holdings.year({ paper: PAPER, year: 2024 })).toEqual([
    { from: '2024-03-01', to: '2024-03-31', articles: 1, pages: 1, unread: 1, marked: 0 },
    { from: '2024-03-18', to: '2024-03-18', articles: 5, pages: 3, unread: 4, marked: 1 },
  ]);
  expect(await here.client.holdings.year({ paper: null, year: 2024 })).toHaveLength(1);
  expect(await here.client.holdings.year({ paper: PAPER, year: 2023 })).toEqual([]);
  expect(await here.client.holdings.year({ paper: '没有的报', year: 2024 })).toEqual([]);
});

test('what is in the trash is not held', async () => {
  const ids = await fillShelf();
  await here.client.articles.remove({ ids });
  const [, day] = await here.client.holdings.year({ paper: PAPER, year: 2024 });
  expect(day).toMatchObject({ articles: 3, pages: 2 });
});

test('an issue is listed page by page, and one of its pages by itself', async () => {
  await fillShelf();
  const days = { from: '2024-03-18', to: '2024-03-18' };
  expect(await here.client.holdings.pages({ paper: PAPER, days })).toEqual([
    { page: '1', articles: 2 },
    { page: '2', articles: 1 },
    { page: '10', articles: 1 },
  ]);
  const titles = async (filter: object) =>
    (await here.client.articles.list({ filter })).items.map(({ title }) => title);
  expect(await titles({ publication: PAPER, days })).toEqual(['甲', '乙', '丁', '丙', '戊']);
  expect(await titles({ publication: PAPER, days, page: '10' })).toEqual(['丙']);
  expect(await titles({ publication: null, days: { from: '2024-03-20', to: '2024-03-20' } })).toEqual(['壬']);
  expect(await titles({ publication: null })).toEqual(['壬']);
  expect(await here.client.articles.ids({ filter: { publication: PAPER, days } })).toHaveLength(5);
});
