import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labelsFor } from '#archive/export/labels.ts';
import { obsidian } from '#archive/export/obsidian.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { AnnotationCollection } from '#contract/web-annotations.ts';
import { call } from '../../cli/calls.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { brokenRules } from './annotation-rules.ts';

let here: TemporaryArchive;
let rain: ArticleId;
beforeEach(async () => {
  [here, rain] = await fresh();
});
afterEach(() => here.close());

async function fresh(): Promise<[TemporaryArchive, ArticleId]> {
  const made = await temporaryArchive();
  const document = documentOf([{ title: '昨日大雨', paragraphs: ['城北三处积水，排涝站连夜抽水。'] }]);
  return [made, (await store(made, document)).articles[0] as ArticleId];
}

async function make(words: string, kind?: 'bookmark', note = '') {
  const { body } = await here.client.articles.get({ id: rain });
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  return (
    await here.client.annotations.create({ article: rain, span, colour: 'fact', note, ...(kind ? { kind } : {}) })
  ).annotation;
}
async function written() {
  const file = join(here.dir, '..', 'marks.jsonld');
  expect((await call(['annotations', '-a', here.dir, '--to', file])).status).toBe(0);
  return JSON.parse(readFileSync(file, 'utf8')) as AnnotationCollection;
}
const listed = async (filter: object) =>
  (await here.client.annotations.list(filter)).items.map(({ quote }) => quote.exact);

test('a bookmark is listed by itself, is of no meaning, and is counted apart', async () => {
  await make('排涝站');
  const { kind } = await make('城北', 'bookmark');
  expect(kind).toBe('bookmark');
  expect(await listed({ kind: 'bookmark' })).toEqual(['城北']);
  expect(await listed({ kind: 'highlight' })).toEqual(['排涝站']);
  expect(await listed({ colour: 'fact' })).toEqual(['排涝站']);
  expect(await listed({})).toEqual(['城北', '排涝站']);
  expect(await here.client.annotations.counts()).toMatchObject({ all: 2, bookmarks: 1, colours: { fact: 1 } });
});

test('it follows its words when the text is corrected, and is taken away and brought back', async () => {
  const { id } = await make('排涝站', 'bookmark');
  const { revision, body } = await here.client.articles.get({ id: rain });
  const start = body.indexOf('三处');
  const edits = [{ span: { start, end: start + 2 }, was: '三处', text: '三十五处' }];
  await here.client.corrections.make({ article: rain, revision, edits, why: '' });
  const after = await here.client.articles.get({ id: rain });
  const { kind, quote } = await here.client.annotations.get({ id });
  expect([kind, after.body.slice(quote.start, quote.end)]).toEqual(['bookmark', '排涝站']);
  await here.client.annotations.remove({ ids: [id] });
  await here.client.history.undo({});
  expect(await listed({ kind: 'bookmark' })).toEqual(['排涝站']);
});

test('outside the archive it is a W3C bookmark, and comes back as one', async () => {
  const { id } = await make('城北', 'bookmark', '回来再看');
  const { items } = await here.client.annotations.portable({});
  expect(items).toMatchObject([{ motivation: 'bookmarking' }]);
  expect(brokenRules(await written())).toEqual([]);
  const [other, article] = await fresh();
  try {
    expect(await other.client.annotations.takeIn({ items, article })).toMatchObject({ count: 1, waiting: 0 });
    expect(await other.client.annotations.forArticle({ article })).toMatchObject([
      { id, kind: 'bookmark', note: '回来再看' },
    ]);
  } finally {
    await other.close();
  }
});

test('in an exported file it is called a bookmark, with the same way back as a highlight', async () => {
  const mark = await make('城北', 'bookmark', '回来再看');
  const article = await here.client.articles.get({ id: rain });
  const labels = labelsFor({ language: 'zh', title: '', body: '' });
  expect(
    obsidian.regions({ article, marks: [mark], corrections: [], removed: [], archive: 'k3', timeZone: 'UTC', labels })
      .highlights,
  ).toBe(
    `## 高亮\n\n> [!quote|bookmark] 书签 · ¶1\n> 城北\n>\n> **批注** 回来再看\n>\n> [在剪报中打开](jianbao://k3/highlight/${mark.shortId})\n\n^jb-${mark.shortId}`,
  );
});
