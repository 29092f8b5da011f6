import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
  const day = { edtf: '1977-01-01', printed: '一九七七年元旦', inferred: false };
  for (const [path, printed] of [
    ['江城/98/0315/02.txt', {}],
    ['江城/98/0316/A3.txt', { publication: '旧报', date: day, pageLabel: '9' }],
    ['江城/98/0230/04.txt', {}],
    ['札记.txt', { publication: '旧报' }],
  ] as const)
    await store(here, documentOf([{ title: `渡口 ${path}`, paragraphs: ['渡口新添两艘渡船。'] }], printed), path);
});
afterEach(() => here.close());

const RULE = '{报}/{yy}/{mmdd}/{版}.txt';
const rows = () =>
  here.archive.context.db
    .prepare(
      `SELECT a.title, p.name, a.publication_key, a.date_edtf, a.date_printed, a.date_inferred, a.date_from, a.page_label,
         (SELECT group_concat(b.name || i.date_edtf || g.label) FROM article_page l JOIN page g ON g.id = l.page_id
          JOIN issue i ON i.id = g.issue_id JOIN publication b ON b.id = i.publication_id WHERE l.article_id = a.id) AS pages
       FROM article a LEFT JOIN publication p ON p.id = a.publication_id ORDER BY a.id`,
    )
    .all() as Record<string, unknown>[];

const ALL = { all: true } as const;

test('a preview says what every name says by the rule, and changes nothing', async () => {
  const before = rows();
  const seen = await here.client.naming.preview({ rule: RULE, of: ALL });
  expect({ read: seen.read, total: seen.total }).toEqual({ read: 2, total: 2 });
  expect(seen.first.map(({ path, publication, date, page }) => [path, publication, date, page])).toEqual([
    ['江城/98/0315/02.txt', '江城', '1998-03-15', '02'],
    ['江城/98/0316/A3.txt', '江城', '1998-03-16', 'A3'],
  ]);
  expect(seen.items.map(({ path, is, said }) => [path, is, said])).toEqual([
    ['江城/98/0230/04.txt', 'no_such_day', '1998-02-30'],
    ['札记.txt', 'other', null],
  ]);
  const rest = await here.client.naming.preview({ rule: RULE, of: ALL, offset: 1, limit: 1 });
  expect(rest.items.map(({ path }) => path)).toEqual(['札记.txt']);
  expect(rows()).toEqual(before);
});

test('a rule is suggested from the names that are meant', async () => {
  const [first] = (await here.client.articles.list({ filter: {}, sort: 'title' })).items;
  expect(await here.client.naming.suggest({ of: { articles: first ? [first.id] : [] } })).toEqual({
    rule: null,
    files: 1,
  });
  for (const name of ['江城日报/2001-03-15_02.txt', '江城日报/2001-03-16_01.txt'])
    await store(here, documentOf([{ title: name, paragraphs: ['渡船。'] }], {}), name);
  const { items } = await here.client.articles.list({ filter: {} });
  const articles = items.filter(({ title }) => title.startsWith('江城日报')).map(({ id }) => id);
  expect(await here.client.naming.suggest({ of: { articles } })).toEqual({
    rule: '{yyyy}-{mm}-{dd}_{版}.txt',
    files: 2,
  });
});

test('applying it places the articles of names that fit; undoing it puts each back exactly, doing it again places them', async () => {
  const before = rows();
  const { change, count } = await here.client.naming.apply({ rule: RULE, of: ALL });
  expect(count).toBe(2);
  const after = rows();
  expect(
    after.map(({ name, date_edtf, date_printed, page_label, pages }) => [
      name,
      date_edtf,
      date_printed,
      page_label,
      pages,
    ]),
  ).toEqual([
    ['江城', '1998-03-15', null, '02', '江城1998-03-1502'],
    ['江城', '1998-03-16', null, 'A3', '江城1998-03-16A3'],
    [null, null, null, null, null],
    ['旧报', null, null, null, null],
  ]);
  expect((await here.client.articles.list({ filter: { publication: '江城' } })).total).toBe(2);
  await here.client.history.undo({ change });
  expect(rows()).toEqual(before);
  await here.client.history.redo();
  expect(rows()).toEqual(after);
});

test('of the queue, only pages of that part of it are meant', async () => {
  expect(await here.client.naming.suggest({ of: { queue: {} } })).toMatchObject({ files: 0 });
  const paged = (await here.client.naming.preview({ rule: RULE, of: ALL })).first.map(({ source }) => source);
  here.archive.context.db.prepare("UPDATE source SET desk = 'separated' WHERE id = ?").run(paged[0]);
  const seen = await here.client.naming.preview({ rule: RULE, of: { queue: { states: ['separated'] } } });
  expect([seen.read, seen.total, seen.first[0]?.source]).toEqual([1, 0, paged[0]]);
  expect((await here.client.naming.apply({ rule: RULE, of: { queue: { states: ['raw'] } } })).count).toBe(0);
  expect((await here.client.naming.apply({ rule: RULE, of: { queue: {} } })).count).toBe(1);
});

test('only the chosen sources are meant, what the rule does not say stays, and a second time changes nothing', async () => {
  const [, second] = (await here.client.naming.preview({ rule: RULE, of: ALL })).first;
  const over = { rule: '{版}.txt', of: { sources: second ? [second.source] : [] } };
  expect((await here.client.naming.apply(over)).count).toBe(1);
  expect(rows()[1]).toMatchObject({
    name: '旧报',
    date_edtf: '1977-01-01',
    date_printed: '一九七七年元旦',
    page_label: 'A3',
    pages: '旧报1977-01-01A3',
  });
  expect(rows()[0]).toMatchObject({ page_label: null });
  expect((await here.client.naming.apply(over)).count).toBe(0);
  await expect(here.client.naming.apply({ rule: '{报', of: ALL })).rejects.toMatchObject({ code: 'BAD_RULE' });
});
