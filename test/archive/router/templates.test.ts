import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const named = async () => (await here.client.templates.list()).map(({ name, source }) => `${name}: ${source}`);

test('templates are kept by name; what becomes of one can be taken back', async () => {
  const { templates, history } = here.client;
  const { id } = await templates.save({ name: '卡片', profile: 'logseq', source: 'a' });
  await templates.save({ name: '摘要', profile: 'obsidian', source: 'b' });
  await templates.change({ id, name: '大卡片' });
  await templates.change({ id, source: 'c' });
  expect(await named()).toEqual(['大卡片: c', '摘要: b']);
  expect((await templates.change({ id, source: 'c' })).count).toBe(0);
  await templates.remove({ id });
  expect(await named()).toEqual(['摘要: b']);
  await history.undo({});
  await history.undo({});
  expect(await named()).toEqual(['大卡片: a', '摘要: b']);
  expect((await templates.list())[0]).toEqual({ id, name: '大卡片', profile: 'logseq', source: 'a' });
});

test('one is tried out on the articles of an export, first on one with highlights, and nothing is written', async () => {
  for (const name of ['渡口', '茶厂', '桥'])
    await store(here, documentOf([{ title: name, paragraphs: [`${name}一事。`] }]), name);
  const [tea] = (await here.client.search.ids({ text: '茶厂' })) as [ArticleId];
  await here.client.annotations.create({ article: tea, span: { start: 0, end: 2 }, colour: 'fact' });
  const attempt = (source: string, number = 0) =>
    here.client.templates.attempt({ source, profile: 'obsidian', amount: 'both', selection: { of: 'all' }, number });
  expect(await attempt('{{ title }} {{ annotations.length }}')).toEqual({
    state: 'rendered',
    article: tea,
    title: '茶厂',
    text: '茶厂 1',
  });
  const titles = await Promise.all([-1, 1, 2, 3].map(async (at) => JSON.stringify(await attempt('{{ title }}', at))));
  expect(titles[3]).toContain('"茶厂"');
  expect(titles[0]).toBe(titles[2]);
  expect(new Set(titles.slice(1)).size).toBe(3);
  expect(await attempt('\n{{ title | shout }}')).toMatchObject({
    state: 'stopped',
    title: '茶厂',
    fault: { line: 2, reason: 'unknown_filter', what: 'shout' },
  });
  expect(
    await here.client.templates.attempt({
      source: '',
      profile: 'obsidian',
      amount: 'both',
      selection: { of: 'tag', path: '没有' },
    }),
  ).toEqual({ state: 'none' });
});
