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

test('a preview says what every name says by the rule, and changes nothing', async () => {
  const before = rows();
  const read = await here.client.naming.preview({ rule: RULE });
  expect({ read: read.read, others: read.others }).toEqual({ read: 2, others: 2 });
  expect(read.items.map(({ path, publication, date, page }) => [path, publication, date, page])).toEqual([
    ['江城/98/0315/02.txt', '江城', '1998-03-15', '02'],
    ['江城/98/0316/A3.txt', '江城', '1998-03-16', 'A3'],
  ]);
  const others = await here.client.naming.preview({ rule: RULE, show: 'others', offset: 1 });
  expect(others.items.map(({ path, is }) => [path, is])).toEqual([['札记.txt', 'other']]);
  expect((await here.client.naming.preview({ rule: RULE, show: 'others' })).items[0]).toMatchObject({
    is: 'no_such_day',
    said: '1998-02-30',
  });
  expect(rows()).toEqual(before);
});

test('applying it places the articles of names that fit; undoing it puts each back exactly, doing it again places them', async () => {
  const before = rows();
  const { change, count } = await here.client.naming.apply({ rule: RULE });
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

test('only the chosen sources are meant, what the rule does not say stays, and a second time changes nothing', async () => {
  const [, second] = (await here.client.naming.preview({ rule: RULE })).items;
  const over = { rule: '{版}.txt', sources: second ? [second.source] : [] };
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
  await expect(here.client.naming.apply({ rule: '{报' })).rejects.toMatchObject({ code: 'BAD_RULE' });
});
