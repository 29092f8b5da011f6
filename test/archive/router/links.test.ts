import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortId } from '#archive/store/ids.ts';
import { linkReads } from '#archive/store/links.ts';
import { parseAddress } from '#contract/addresses.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let article: ArticleId;
let highlight: { id: AnnotationId; shortId: string };
let archive: string;

beforeEach(async () => {
  here = await temporaryArchive();
  const stored = await store(here, documentOf([{ title: '渡口', paragraphs: ['渡口新添两艘渡船。'] }]), '渡口.txt');
  await store(here, documentOf([{ title: '茶厂', paragraphs: ['茶厂夏天停工。'] }]), '茶厂.txt');
  [article] = stored.articles as [ArticleId];
  const made = await here.client.annotations.create({ article, span: { start: 3, end: 7 }, colour: 'fact' });
  highlight = made.annotation;
  archive = linkReads(here.archive.context.reader).archive();
});
afterEach(() => here.close());

/** Follows a link as the window does, from its text. */
function follow(text: string) {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return here.client.links.resolve(address);
}

test('a link out of an exported note leads to the article, or to the highlight in it', async () => {
  const place = { article, highlight: null, moved: null };
  expect(await follow(`jianbao://${archive}/article/${shortId(article)}`)).toEqual(place);
  expect(await follow(`jianbao://article/${shortId(article)}`)).toEqual(place);
  expect(await follow(`jianbao://article/${article}`)).toEqual(place);
  expect(await follow(`JIANBAO://${archive.toUpperCase()}/ARTICLE/${shortId(article).toUpperCase()}/`)).toEqual(place);
  const passage = { article, highlight: highlight.id, moved: null };
  expect(await follow(`jianbao://${archive}/highlight/${highlight.shortId}`)).toEqual(passage);
  expect(await follow(`jianbao://highlight/${highlight.id}`)).toEqual(passage);
});

test('every one of many articles is found by its own short id, whatever its first bits', async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ title: `第${at}篇`, paragraphs: [`第${at}段。`] }));
  const { articles } = await store(here, documentOf(many), 'many.txt');
  for (const id of articles) expect((await follow(`jianbao://article/${shortId(id)}`)).article).toBe(id);
});

test('a link of another archive is refused as such, also where the id would be known', async () => {
  await expect(follow(`jianbao://0123456789/article/${shortId(article)}`)).rejects.toMatchObject({
    code: 'OTHER_ARCHIVE',
  });
});

test.each([
  ['an article that never was', () => 'jianbao://article/0123456789'],
  ['a highlight that never was', () => 'jianbao://highlight/0123456789'],
  ['a highlight under the name of an article', () => `jianbao://article/${highlight.shortId}`],
  ['an article under the name of a highlight', () => `jianbao://highlight/${shortId(article)}`],
  ['a link that was cut off', () => `jianbao://article/${shortId(article).slice(0, -1)}`],
  ['letters that no id has', () => 'jianbao://article/iloupercent'],
  ['a percent sign of SQL', () => 'jianbao://article/__________'],
])('%s is refused: NOT_FOUND', async (_, link) => {
  await expect(follow(link())).rejects.toMatchObject({ defined: true, code: 'NOT_FOUND' });
});

test('what was removed is named: the trash with its article, a highlight with the article that is left', async () => {
  const link = `jianbao://highlight/${highlight.shortId}`;
  await here.client.articles.remove({ ids: [article] });
  await expect(follow(`jianbao://article/${shortId(article)}`)).rejects.toMatchObject({
    code: 'TRASHED',
    data: { article, highlight: null },
  });
  await expect(follow(link)).rejects.toMatchObject({ code: 'TRASHED', data: { article, highlight: highlight.id } });
  await here.client.articles.restore({ ids: [article] });
  expect(await follow(link)).toEqual({ article, highlight: highlight.id, moved: null });
  await here.client.annotations.remove({ ids: [highlight.id] });
  await expect(follow(link)).rejects.toMatchObject({ code: 'REMOVED', data: { article } });
});

test('an id that two articles end on is refused: AMBIGUOUS', async () => {
  const twin = article.replace(/^........-....-..../, '01890000-0000-7000');
  const columns = here.archive.context.db.pragma('table_info(article)') as { name: string }[];
  const others = columns.map(({ name }) => name).filter((name) => name !== 'id');
  here.archive.context.db
    .prepare(`INSERT INTO article (id, ${others}) SELECT ?, ${others} FROM article WHERE id = ?`)
    .run(twin, article);
  expect(shortId(twin)).toBe(shortId(article));
  await expect(follow(`jianbao://article/${shortId(article)}`)).rejects.toMatchObject({ code: 'AMBIGUOUS' });
  expect((await follow(`jianbao://article/${twin}`)).article).toBe(twin);
});
