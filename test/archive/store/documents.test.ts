import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { carryMark } from '#archive/annotate/carry.ts';
import { terms } from '#archive/search/terms.ts';
import { documentWrites, FILES_PER_COMMIT } from '#archive/store/documents.ts';
import { originalPath } from '#archive/store/originals.ts';
import { type Separation, separationWrites } from '#archive/store/separations.ts';
import { sourceReads } from '#archive/store/sources.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const RAW = { title: '江城日报', paragraphs: ['铁路提速', '新图明日实行。', '桥梁合龙', '两岸今日相连。'] };
const SEPARATED = documentOf([
  { title: '江城日报', paragraphs: [] },
  { title: '铁路提速', paragraphs: ['新图明日实行。'] },
  { title: '桥梁合龙', paragraphs: ['两岸今日相连。'] },
]).derivation;

async function storeRawPage(): Promise<{ source: SourceId; raw: ArticleId }> {
  const stored = await store(
    here,
    documentOf([RAW], {
      page: true,
      publication: '江城日报',
      date: { edtf: '2023-10-18', printed: null, inferred: true },
      pageLabel: 'A4',
    }),
    'page.txt',
  );
  return { source: stored.source, raw: stored.articles[0] as ArticleId };
}

const separate = (source: SourceId, change: Partial<Separation> = {}) =>
  separationWrites(here.archive.context.db, terms).separatePage(
    source,
    { derivation: SEPARATED, doubts: 0, version: '1.0', carry: carryMark, ...change },
    Date.now(),
  );

test('a file with the bytes of one that is there is known by its name, and nothing is written', async () => {
  const document = documentOf([{ title: '昨日大雨', paragraphs: ['城东积水。'] }]);
  const first = await store(here, document, '雨.txt');
  const again = await store(here, document, 'copy.txt');
  expect(again).toEqual({ state: 'known', source: first.source, articles: first.articles, name: '雨.txt' });
  expect((await here.client.articles.list({})).total).toBe(1);
});

test('the original stands under its hash, byte for byte', async () => {
  const document = documentOf([{ title: '昨日大雨', paragraphs: ['城东积水。'] }]);
  const { articles } = await store(here, document);
  const { sourceSha256 } = await here.client.articles.get({ id: articles[0] as ArticleId });
  expect(readFileSync(originalPath(here.dir, sourceSha256), 'utf8')).toBe('昨日大雨\n城东积水。');
});

test('one commit takes no more files than a kill may cost', () => {
  const writes = documentWrites(here.archive.context.db, terms);
  const files = Array.from({ length: FILES_PER_COMMIT + 1 }, () => ({}) as never);
  expect(() => writes.storeFiles(files, 'Lin Yue', Date.now)).toThrow(RangeError);
});

test('a raw page waits for the desk, and its articles take its place in the order of the page', async () => {
  const { source, raw } = await storeRawPage();
  expect(sourceReads(here.archive.context.reader).waitingForDesk()).toEqual([source]);
  expect((await here.client.articles.get({ id: raw })).desk).toBe('raw');
  const made = separate(source);
  expect(made).toHaveLength(3);
  expect(made?.[0]).toBe(raw);
  expect(sourceReads(here.archive.context.reader).waitingForDesk()).toEqual([]);
  const { items, total } = await here.client.articles.list({});
  expect(total).toBe(3);
  expect(items.map((item) => [item.title, item.desk, item.publication, item.date?.edtf])).toEqual([
    ['江城日报', 'separated', '江城日报', '2023-10-18'],
    ['铁路提速', 'separated', '江城日报', '2023-10-18'],
    ['桥梁合龙', 'separated', '江城日报', '2023-10-18'],
  ]);
  const pages = here.archive.context.reader.prepare(
    `SELECT p.label, l.part_order FROM article_page l JOIN page p ON p.id = l.page_id ORDER BY l.part_order`,
  );
  expect(pages.all()).toEqual([0, 1, 2].map((part_order) => ({ label: 'A4', part_order })));
});

test('highlights, tags, the note and the reading state of a raw page are on its articles', async () => {
  const { source, raw } = await storeRawPage();
  const body = (await here.client.articles.get({ id: raw })).body;
  const start = body.indexOf('今日相连');
  const span = { start, end: start + 4 };
  const { annotation } = await here.client.annotations.create({ article: raw, span, colour: 'fact', note: '何时' });
  await here.client.tags.apply({ articles: [raw], add: ['交通'] });
  await here.client.articles.setNote({ id: raw, note: '整版待核' });
  await here.client.articles.setReadingState({ ids: [raw], state: 'reading' });
  const made = separate(source) ?? [];
  const [carried] = await here.client.annotations.forArticle({ article: made[2] as ArticleId });
  expect(carried).toMatchObject({ id: annotation.id, state: 'exact', note: '何时', quote: { exact: '今日相连' } });
  const bridge = await here.client.articles.get({ id: made[2] as ArticleId });
  expect(bridge.body.slice(carried?.quote.start, carried?.quote.end)).toBe('今日相连');
  expect(bridge).toMatchObject({ readingState: 'reading', tags: [{ path: '交通' }], note: '' });
  expect(await here.client.articles.get({ id: raw })).toMatchObject({ note: '整版待核', title: '江城日报' });
  const hits = (await here.client.search.query({ text: 'note:何时' })).items.map((hit) => hit.article.id);
  expect(hits).toEqual([made[2]]);
});

test('a highlight that was removed before the page was separated comes back on its article', async () => {
  const { source, raw } = await storeRawPage();
  const body = (await here.client.articles.get({ id: raw })).body;
  const start = body.indexOf('明日实行');
  const span = { start, end: start + 4 };
  const { annotation } = await here.client.annotations.create({ article: raw, span, colour: 'fact' });
  const { change } = await here.client.annotations.remove({ ids: [annotation.id] });
  const made = separate(source) ?? [];
  await here.client.history.undo({ change });
  expect(await here.client.annotations.forArticle({ article: made[1] as ArticleId })).toMatchObject([
    { id: annotation.id, quote: { exact: '明日实行' } },
  ]);
});

test('a page in the trash is separated there, and undoing the removal brings all of its articles', async () => {
  const { source, raw } = await storeRawPage();
  const { change } = await here.client.articles.remove({ ids: [raw] });
  separate(source);
  expect((await here.client.articles.list({})).total).toBe(0);
  expect((await here.client.articles.list({ filter: { trash: true } })).total).toBe(3);
  await here.client.history.undo({ change });
  expect((await here.client.articles.list({})).total).toBe(3);
});

test('a page is separated once; a document that is no page, never', async () => {
  const { source } = await storeRawPage();
  expect(separate(source)).toHaveLength(3);
  expect(separate(source)).toBeUndefined();
  const plain = await store(here, documentOf([{ title: '一', paragraphs: ['二'] }]));
  expect(separate(plain.source)).toBeUndefined();
  expect((await here.client.articles.list({})).total).toBe(4);
});

test('a page in which the desk finds nothing stays the article it was, and is not tried again', async () => {
  const { source, raw } = await storeRawPage();
  const before = await here.client.articles.get({ id: raw });
  expect(separate(source, { derivation: { articles: [], dropped: [], operations: [] } })).toBeUndefined();
  expect(await here.client.articles.get({ id: raw })).toEqual(before);
  expect(sourceReads(here.archive.context.reader).waitingForDesk()).toEqual([]);
});

test('when carrying a highlight fails, the page stays as it was, whole', async () => {
  const { source, raw } = await storeRawPage();
  await here.client.annotations.create({ article: raw, span: { start: 0, end: 2 }, colour: 'fact' });
  const before = await here.client.articles.get({ id: raw });
  const carry = () => {
    throw new Error('no');
  };
  expect(() => separate(source, { carry })).toThrow('no');
  expect(await here.client.articles.get({ id: raw })).toEqual(before);
  expect((await here.client.articles.list({})).total).toBe(1);
});

test('a title that is missing is made of the first words, and an excerpt never cuts a character in half', async () => {
  const long = '𠮷野家'.repeat(200);
  const { articles } = await store(here, documentOf([{ title: '', paragraphs: [long] }]), 'no-title.txt');
  const article = await here.client.articles.get({ id: articles[0] as ArticleId });
  expect(article.title).toBe('𠮷野家'.repeat(10));
  expect([...article.excerpt]).toHaveLength(160);
  expect(article.excerpt.isWellFormed()).toBe(true);
});
