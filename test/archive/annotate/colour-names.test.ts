import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const names = () => here.client.annotations.colourNames();

test('a colour gets another name, which stays with the archive and is undone like every act', async () => {
  await here.client.annotations.renameColour({ colour: 'fact', name: ' 要点 ' });
  await here.client.annotations.renameColour({ colour: 'fact', name: '重点' });
  await here.client.annotations.renameColour({ colour: 'quote', name: '原话' });
  await here.reopen();
  expect(await names()).toEqual({ fact: '重点', quote: '原话' });
  await here.client.history.undo({});
  expect(await names()).toEqual({ fact: '重点' });
  await here.client.history.undo({});
  expect(await names()).toEqual({ fact: '要点' });
  await here.client.history.redo();
  expect(await names()).toEqual({ fact: '重点' });
});

test('an empty name is the usual one again; a name it has already leaves no entry', async () => {
  await here.client.annotations.renameColour({ colour: 'question', name: '待问' });
  expect((await here.client.annotations.renameColour({ colour: 'question', name: '待问' })).count).toBe(0);
  await here.client.annotations.renameColour({ colour: 'question', name: '' });
  expect(await names()).toEqual({});
});

test('a name has no line end and no more than 24 characters; another colour has none', async () => {
  for (const [colour, name] of [
    ['fact', '要\n点'],
    ['fact', '点'.repeat(25)],
    ['green', '要点'],
  ] as [HighlightColour, string][])
    await expect(here.client.annotations.renameColour({ colour, name })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a highlight knows the notes that lead to it, until they do no longer', async () => {
  const [article] = (await store(here, documentOf([{ title: '昨日大雨', paragraphs: ['城北三处积水。'] }]))).articles;
  const make = (start: number, note = '') =>
    here.client.annotations.create({
      article: article as ArticleId,
      span: { start, end: start + 2 },
      colour: 'fact',
      note,
    });
  const { annotation: target } = await make(0);
  const { annotation: short } = await make(2, `见[大雨](jianbao://highlight/${target.shortId})`);
  const { annotation: whole } = await make(5, `见 <jianbao://highlight/${target.id}>`);
  await make(7, 'jianbao://highlight/another');
  const from = async (id: AnnotationId) =>
    (await here.client.annotations.linkedFrom({ id })).map((mark) => mark.id).toSorted();
  expect(await from(target.id)).toEqual([short.id, whole.id].toSorted());
  await here.client.annotations.update({ id: short.id, note: '' });
  await here.client.annotations.remove({ ids: [whole.id] });
  expect(await from(target.id)).toEqual([]);
});
