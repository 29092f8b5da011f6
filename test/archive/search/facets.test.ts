import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import type { SearchFacets } from '#contract/search.ts';
import { knownArchive } from './known-archive.ts';
import type { Known } from './oracle-query.ts';
import { type SmallArchive, smallArchive } from './small-archive.ts';

let archive: SmallArchive;
let known: readonly Known[];
beforeAll(() => {
  ({ archive, known } = knownArchive());
});
afterAll(() => archive.close());

const QUERIES = [
  '发展',
  '营商 OR 物流',
  'growth -物流',
  'is:unread',
  'title:发',
  '展望 NEAR/6 物流',
  '无此语',
  'from:2022',
];

/** Every value with the condition that asks for it. */
function conditions(facets: SearchFacets): [condition: string, count: number][] {
  const write = (field: string, list: readonly { value: string; count: number }[]) =>
    list.map(({ value, count }): [string, number] => [`${field}"${value}"`, count]);
  const times = [...facets.years, ...facets.months];
  return [
    ...write('paper:=', facets.papers),
    ...write('by:=', facets.people),
    ...write('tag:', facets.tags),
    ...write('kind:', facets.kinds),
    ...times.map(({ value, count }): [string, number] => [`from:${value} to:${value}`, count]),
  ];
}

describe('every count is what is found when its value is asked for as well', () => {
  test.each(QUERIES)('%s', async (text) => {
    const facets = await archive.search.facets(text);
    expect(facets.total).toBe((await archive.search.ids(text)).length);
    for (const [condition, count] of conditions(facets))
      expect([condition, (await archive.search.ids(`${text} ${condition}`)).length]).toEqual([condition, count]);
    expect(facets.undated).toBe(facets.total - (await archive.search.ids(`${text} from:0000`)).length);
  });
});

test('no value is left out: the counts are those of reading every article', async () => {
  const facets = await archive.search.facets('is:unread OR is:read');
  const counted = (values: readonly (string | undefined)[]) => {
    const counts = new Map<string, number>();
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Object.fromEntries([...counts].sort());
  };
  const told = (list: SearchFacets['papers']) =>
    Object.fromEntries(list.map(({ value, count }): [string, number] => [value, count]).sort());
  expect(told(facets.papers)).toEqual(counted(known.map((one) => one.publication)));
  expect(told(facets.kinds)).toEqual(counted(known.map((one) => one.kind)));
  expect(told(facets.tags)).toEqual(
    counted(known.flatMap(({ tag = '' }) => (tag.includes('/') ? [tag.split('/')[0], tag] : [tag]))),
  );
  expect(told(facets.people)).toEqual(
    counted(
      known.flatMap(({ byline = '' }) => byline.replace('本报记者 ', '').match(/\p{Script=Han}+|[A-Z].+/gu) ?? []),
    ),
  );
});

test('a date that is no day stands in every month it can mean, and one without a beginning makes no endless timeline', async () => {
  const own = smallArchive([
    { title: '一', text: '港口', date: '2023-10-18' },
    { title: '二', text: '港口', date: '2023-12' },
    { title: '三', text: '港口', date: '../2023-11' },
    { title: '四', text: '港口' },
  ]);
  expect(await own.search.facets('港口')).toMatchObject({
    total: 4,
    undated: 1,
    years: [{ value: '2023', count: 3 }],
    months: [
      { value: '2023-10', count: 2 },
      { value: '2023-11', count: 1 },
      { value: '2023-12', count: 1 },
    ],
  });
  own.close();
});

test('what changed since the last look is counted as it is now', async () => {
  const own = smallArchive([
    { title: '一', text: '港口', publication: '江城日报' },
    { title: '二', text: '港口', publication: '江城日报' },
  ]);
  const { db, ids, search } = own;
  const papers = async () => (await search.facets('港口')).papers.map(({ value, count }) => `${value} ${count}`);
  const marked = async () => (await search.ids('has:highlight')).length;
  expect(await papers()).toEqual(['江城日报 2']);
  db.prepare(`INSERT INTO publication (id, name) VALUES ('p2', '滨海晚报')`).run();
  db.prepare(`UPDATE article SET publication_id = 'p2' WHERE id = ?`).run(ids[0]);
  expect(await papers()).toEqual(['江城日报 1', '滨海晚报 1']);
  own.remove(ids[1] as ArticleId);
  expect(await papers()).toEqual(['滨海晚报 1']);
  expect(await marked()).toBe(0);
  db.prepare(
    `INSERT INTO annotation (id, short_id, article_id, span_start, span_end, exact, prefix, suffix, colour, created_at, updated_at)
     VALUES ('n', 's', ?, 0, 1, '港', '', '', 'fact', 0, 0)`,
  ).run(ids[0]);
  expect(await marked()).toBe(1);
  db.exec('UPDATE annotation SET deleted_at = 1');
  expect(await marked()).toBe(0);
  // Somebody else opened the archive and forgot what was told: everything is read again.
  db.prepare(`UPDATE article SET reading_state = 'read' WHERE id = ?`).run(ids[0]);
  db.exec('DELETE FROM search_change WHERE n < (SELECT max(n) FROM search_change)');
  db.prepare(`UPDATE article SET kind = 'brief' WHERE id = ?`).run(ids[0]);
  expect((await search.ids('is:read kind:brief')).length).toBe(1);
  db.exec('DELETE FROM article_text');
  expect(await papers()).toEqual([]);
  own.close();
});
