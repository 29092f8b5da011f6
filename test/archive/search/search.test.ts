import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearch } from '#archive/search/search.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type SmallArchive, type SmallArticle, smallArchive } from './small-archive.ts';

const ARTICLES: Record<string, SmallArticle> = {
  reform: {
    title: '优化营商环境的十条措施',
    text: '江城提出十条措施。今年净增企业2.3亿元投资,物流成本下降。',
    publication: '江城日报',
    date: '2023-10-18',
    byline: '本报记者 林越',
  },
  traditional: {
    title: '營商環境再提升',
    text: '港口擴建,物流提速,發展,展望未來。',
    publication: '滨海晚报',
    date: '2023-11-05',
  },
  more: {
    title: '投资观察',
    text: '增资12.3亿元。营商环境一词全文三次:营商环境、营商环境。',
    date: '2022',
    publication: '江城日报',
  },
  punctuated: { title: '三招', text: '推行招、安、扶三步,先招后安。再扶一把。', date: '2021-05-01' },
  wrapped: { title: '断行', text: '净增\n长率为百分之五,5G网\n　　络覆盖。', note: '与《就业》一文矛盾' },
  english: {
    title: 'Harbour growth',
    text: 'The Harbour grew by 12.3 percent. Investment, jobs and growth rate rose.',
    byline: 'Anna Lin',
  },
  trashed: { title: '营商环境旧稿', text: '唯此旧稿有此语:招安扶。' },
};
const NAMES = Object.keys(ARTICLES);

let archive: SmallArchive;
const idOf = (name: string) => archive.ids[NAMES.indexOf(name)] as ArticleId;
const nameOf = (id: string) => NAMES[archive.ids.indexOf(id as ArticleId)] ?? '?';

beforeAll(() => {
  archive = smallArchive(Object.values(ARTICLES));
  archive.remove(idOf('trashed'));
  archive.db.exec(`
    INSERT INTO tag (id, path, created_at) VALUES ('t1', '就业/城镇新增', 0), ('t2', '就业', 0), ('t3', '就业难', 0);
    INSERT INTO article_tag VALUES ('${idOf('reform')}', 't1'), ('${idOf('more')}', 't2'), ('${idOf('punctuated')}', 't3');
    UPDATE article SET reading_state = 'read' WHERE id = '${idOf('english')}';
    UPDATE article SET kind = 'commentary' WHERE id = '${idOf('more')}';
    INSERT INTO annotation (id, short_id, article_id, span_start, span_end, exact, prefix, suffix, colour, created_at, updated_at)
    VALUES ('n1', 's1', '${idOf('english')}', 0, 7, 'Harbour', '', '', 'fact', 0, 0);`);
});
afterAll(() => archive.close());

async function found(text: string): Promise<string[]> {
  return (await archive.search.ids(text)).map(nameOf);
}

describe('the query language finds what it says', () => {
  test.each([
    ['营商环境', ['reform', 'traditional', 'more']],
    ['營商環境', ['reform', 'traditional', 'more']],
    ['营商环境 -物流', ['more']],
    ['营商环境 物流', ['reform', 'traditional']],
    ['港口 OR 投资观察', ['traditional', 'more']],
    ['物流 港口 OR 措施', ['reform', 'traditional']],
    ['2.3亿', ['reform']],
    ['12.3亿', ['more']],
    ['3亿', []],
    ['12.3', ['more', 'english']],
    ['5G网络', ['wrapped']],
    ['净增长率', ['wrapped']],
    ['发展，展望', ['traditional']],
    ['发展望', []],
    ['發展,展望', ['traditional']],
    ['发展、展望', []],
    ['"招安扶"', ['punctuated']],
    ['先招后安', ['punctuated']],
    ['安再扶', []],
    ['港口 NEAR/3 物流', ['traditional']],
    ['物流 NEAR/3 港口', ['traditional']],
    ['物流 NEAR/2 港口', []],
    ['港口 NEAR/9 物流 NEAR/9 发展', ['traditional']],
    ['港口 NEAR/5 物流 NEAR/5 发展', []],
    ['營商 NEAR/3 提升', ['traditional']],
    ['harbour NEAR/2 12.3', ['english']],
    ['harbour NEAR/8 "growth ra"*', []],
    ['investment NEAR/3 "growth ra"*', ['english']],
    ['title:投资 NEAR/9 营商', []],
    ['title:营商环境', ['reform', 'traditional']],
    ['title:港口', []],
    ['note:矛盾', ['wrapped']],
    ['矛盾', ['wrapped']],
    ['note:港口', []],
    ['harbour', ['english']],
    ['harb', []],
    ['harb*', ['english']],
    ['"growth ra"*', ['english']],
    ['investment jobs', ['english']],
    ['"investment jobs"', ['english']],
    ['"percent investment"', []],
    ['tag:就业', ['reform', 'more']],
    ['tag:就業/*', ['reform']],
    ['tag:就业难', ['punctuated']],
    ['-tag:就业 物流', ['traditional']],
    ['paper:江城', ['reform', 'more']],
    ['paper:日报 物流', ['reform']],
    ['by:林越', ['reform']],
    ['by:lin', ['english']],
    ['from:2023-11', ['traditional']],
    ['from:2023 to:2023-10', ['reform']],
    ['before:2022', ['punctuated']],
    ['from:2022-06 to:2022-07', ['more']],
    ['kind:commentary', ['more']],
    ['is:read', ['english']],
    ['is:unread -营商环境', ['punctuated', 'wrapped']],
    ['has:highlight', ['english']],
    ['has:note', ['wrapped']],
    ['has:tag 营商', ['reform', 'more']],
    ['has:highlight OR has:note', ['wrapped', 'english']],
    ['tag:就业难 OR 港口', ['traditional', 'punctuated']],
    ['港口 OR -is:unread', ['traditional', 'english']],
    ['招安扶 OR 港口', ['traditional', 'punctuated']],
    ['先招后安 -招安扶', []],
  ])('%s', async (text, expected) => expect((await found(text)).sort()).toEqual([...expected].sort()));
});

test('what lies in the trash is neither found nor counted, and does not keep a phrase from being looked for again', async () => {
  expect(await found('旧稿')).toEqual([]);
  expect((await archive.search.query({ text: '营商环境' })).total).toBe(3);
  expect(await found('招安扶')).toEqual(['punctuated']);
});

test('a hit in the title comes first, then the text that says it most', async () => {
  const { items } = await archive.search.query({ text: '营商环境' });
  expect(items.map(({ article }) => nameOf(article.id))).toEqual(['traditional', 'reform', 'more']);
});

test('results can be sorted by date and by title, and come in pages', async () => {
  const page = async (sort: 'date' | 'title', offset: number) =>
    (await archive.search.query({ text: '营商 OR 招 OR harbour', sort, offset, limit: 2 })).items.map(({ article }) =>
      nameOf(article.id),
    );
  expect(await page('date', 0)).toEqual(['traditional', 'reform']);
  expect(await page('date', 2)).toEqual(['more', 'punctuated']);
  expect(await page('date', 4)).toEqual(['english']);
  expect(await page('title', 0)).toEqual(['punctuated', 'more']);
});

test('hits count in the stored body, and the snippet says where it was cut from', async () => {
  const { items } = await archive.search.query({ text: '净增长 title:断行' });
  const [item] = items;
  const body = archive.db.prepare('SELECT body FROM article_text WHERE id = ?').pluck().get(item?.article.id) as string;
  expect(item?.hits.map(({ start, end }) => body.slice(start, end))).toEqual(['净增\n长']);
  const { text = '', offset = 0, field, marks = [] } = item?.snippet ?? {};
  expect(field).toBe('body');
  expect(body.slice(offset, offset + text.length)).toBe(text);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['净增\n长']);
});

test('a hit in a note or a title alone is shown from there', async () => {
  const [note] = (await archive.search.query({ text: '矛盾' })).items;
  expect(note?.snippet).toEqual({
    text: '与《就业》一文矛盾',
    field: 'note',
    offset: 0,
    marks: [{ start: 7, end: 9 }],
  });
  expect(note?.hits).toEqual([]);
  const [title] = (await archive.search.query({ text: 'title:断行' })).items;
  expect(title?.snippet).toEqual({ text: '断行', field: 'title', offset: 0, marks: [{ start: 0, end: 2 }] });
});

test('of words that are to stand near each other only those places are hits', async () => {
  const far = smallArchive([
    { title: '渡口', text: `港口以北,物流。${'无关。'.repeat(20)}港口${'无关。'.repeat(20)}物流` },
  ]);
  const [item] = (await far.search.query({ text: '物流 NEAR/5 港口' })).items;
  expect(item?.hits).toEqual([
    { start: 3, end: 5 },
    { start: 8, end: 10 },
  ]);
  far.close();
});

test('an excluded word is no hit, and an article that is not there has none', async () => {
  const spans = await archive.search.inArticle(idOf('reform'), '措施 -港口');
  expect(spans).toHaveLength(2);
  expect(await archive.search.inArticle('00000000-0000-7000-8000-000000000000' as ArticleId, '措施')).toEqual([]);
});

test('a long article gives a snippet around the place where the words stand together', async () => {
  const filler = '无关的句子在这里重复。'.repeat(40);
  const long = smallArchive([{ title: '长文', text: `港口。${filler}物流与港口同时提速,这是关键。${filler}物流。` }]);
  const [item] = (await long.search.query({ text: '港口 物流' })).items;
  const { text = '', marks = [] } = item?.snippet ?? {};
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['物流', '港口']);
  expect(text.startsWith('物流与港口')).toBe(true);
  expect(item?.hits).toHaveLength(4);
  long.close();
});

test('more results than are ranked come once each, whatever the page', async () => {
  const many = smallArchive(
    Array.from({ length: 300 }, (_, i) => ({ title: i % 50 === 0 ? `港口${i}` : `第${i}号`, text: `港口消息${i}` })),
  );
  const seen: string[] = [];
  for (let offset = 0; offset < 320; offset += 40)
    seen.push(...(await many.search.query({ text: '港口', offset, limit: 40 })).items.map(({ article }) => article.id));
  expect(new Set(seen).size).toBe(300);
  expect(seen).toHaveLength(300);
  expect(
    (await many.search.query({ text: '港口', limit: 6 })).items.every(({ article }) =>
      article.title.startsWith('港口'),
    ),
  ).toBe(true);
  many.close();
});

test('typing on ends a search that is under way', async () => {
  const controller = new AbortController();
  const running = archive.search.query({ text: '营商' }, controller.signal);
  controller.abort(new Error('typed on'));
  await expect(running).rejects.toThrow('typed on');
  expect((await archive.search.query({ text: '营商' })).total).toBe(3);
});

test('a search sees what was written since it last answered', async () => {
  const own = smallArchive([
    { title: '一', text: '港口' },
    { title: '二', text: '港口' },
  ]);
  const other = openSearch(own.db);
  expect((await own.search.query({ text: '港口' })).total).toBe(2);
  expect((await other.query({ text: '港口' })).total).toBe(2);
  own.remove(own.ids[0] as ArticleId);
  expect((await own.search.query({ text: '港口' })).total).toBe(1);
  expect((await other.query({ text: '港口' })).total).toBe(1);
  own.close();
});

test('a search beside an open write transaction answers with what was committed, without waiting', async () => {
  const own = smallArchive([{ title: '一', text: '港口' }]);
  own.db.exec('BEGIN IMMEDIATE');
  own.remove(own.ids[0] as ArticleId);
  expect((await own.search.query({ text: '港口' })).total).toBe(1);
  own.db.exec('COMMIT');
  expect((await own.search.query({ text: '港口' })).total).toBe(0);
  own.close();
});
