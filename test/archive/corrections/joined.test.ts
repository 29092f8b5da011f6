import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId } from '#contract/ids.ts';
import { storePages } from '../jumps/pages.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let ferry: ArticleId;
let quiet: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const pages = await storePages(here);
  ferry = pages.get('1')?.articles[0] as ArticleId;
  quiet = pages.get('4')?.articles[2] as ArticleId;
  await here.client.jumps.join({ from: ferry, to: quiet });
});
afterEach(async () => {
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
  await here.close();
});

const get = (id = ferry) => here.client.articles.get({ id });

async function correct(...edits: (readonly [string, string])[]) {
  const { body, revision } = await get();
  return here.client.corrections.make({
    article: ferry,
    revision,
    edits: edits.map(([words, text]) => {
      const start = body.indexOf(words);
      return { span: { start, end: start + words.length }, text };
    }),
  });
}

async function marks() {
  const { body } = await get();
  const all = await here.client.annotations.forArticle({ article: ferry });
  return all.map(({ state, quote }) => [state, body.slice(quote.start, quote.end)]);
}

test('a story on two pages is corrected on both at once, each word with its own source, and marks over the seam stay', async () => {
  const { body, parts } = await get();
  const seam = parts[0]?.start ?? 0;
  const spans = [
    [seam - 4, seam + 6],
    [body.indexOf('戚满仓说，电渡船'), body.indexOf('戚满仓说，电渡船') + 8],
    [body.indexOf('客流'), body.indexOf('客流') + 2],
  ] as const;
  for (const [start, end] of spans)
    await here.client.annotations.create({ article: ferry, span: { start, end }, colour: 'fact' });
  const before = await marks();
  const sources = await Promise.all([ferry, quiet].map(async (id) => (await get(id)).sourceId));
  const texts = () => Promise.all(sources.map(async (source) => (await here.client.desk.page({ source })).text));
  const printed = await texts();

  const { correction, change } = await correct(['两成，', '三成，'], ['靠岸时听得见水声', '靠岸时几乎没有声音']);
  const whole = await get();
  expect(whole.body).toBe(body.replace('两成，', '三成，').replace('靠岸时听得见水声', '靠岸时几乎没有声音'));
  expect(whole.parts.map(({ article, start }) => [article, start])).toEqual([[quiet, seam]]);
  expect(whole.blocks.map(({ span }) => whole.body.slice(span.start, span.end)).join('\n')).toBe(whole.body);
  expect(await marks()).toEqual(before);
  expect(await texts()).toEqual(printed);
  expect((await get(quiet)).body).toContain('靠岸时几乎没有声音');

  await here.client.history.undo({ change });
  expect((await get()).body).toBe(body);
  expect(await marks()).toEqual(before);
  await here.client.history.redo();
  expect((await get()).body).toBe(whole.body);
  expect(await marks()).toEqual(before);
  const { revision } = await get();
  await here.client.corrections.goBack({ article: ferry, revision, to: null });
  expect((await get()).body).toBe(body);
  expect(correction.changes).toHaveLength(2);
});

test('a part is corrected where it is read: in its whole', async () => {
  const { body, revision } = await get(quiet);
  const edits = [{ span: { start: 0, end: 1 }, text: '甲' }];
  expect(body.length).toBeGreaterThan(1);
  await expect(here.client.corrections.make({ article: quiet, revision, edits })).rejects.toMatchObject({
    data: { reason: 'is_part' },
  });
});

test('a correction reaches over no page', async () => {
  const { revision, parts } = await get();
  const seam = parts[0]?.start ?? 0;
  const edits = [{ span: { start: seam - 3, end: seam + 2 }, text: '甲' }];
  await expect(here.client.corrections.make({ article: ferry, revision, edits })).rejects.toMatchObject({
    data: { reason: 'paragraph' },
  });
});
