import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationWrites } from '#archive/store/annotations.ts';
import type { AnchorState } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let article: ArticleId;
let other: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  const paragraphs = ['工业增加值同比下降12.3%，用电量持平。', '李建国同志当选会长。'];
  article = (await store(here, documentOf([{ title: '一季度', paragraphs }]))).articles[0] as ArticleId;
  other = (await store(here, documentOf([{ title: '别处', paragraphs: ['同比增长12.3%。'] }])))
    .articles[0] as ArticleId;
});
afterEach(() => here.close());

/** A highlight on words that were others when it was made. */
async function lost(was: string, now: string, state: AnchorState, note = ''): Promise<AnnotationId> {
  const { body } = await here.client.articles.get({ id: article });
  const start = body.indexOf(now);
  const span = { start, end: start + now.length };
  const { annotation } = await here.client.annotations.create({ article, span, colour: 'fact', note });
  const end = state === 'orphan' ? start : span.end;
  const quote = { ...annotation.quote, exact: was, end };
  annotationWrites(here.archive.context.db).move(annotation.id, article, quote, state);
  return annotation.id;
}

const waiting = (of?: ArticleId) => here.client.annotations.waiting(of ? { article: of } : {});
const only = async () => {
  const [item] = (await waiting()).items;
  if (!item) throw new Error('nothing waits');
  return item;
};
const mark = async (id: AnnotationId, of = article) =>
  (await here.client.annotations.forArticle({ article: of })).find((one) => one.id === id);

test('what changed waits with its difference, what is gone with its quote; what is sure does not', async () => {
  await lost('同比增长12.3%', '同比下降12.3%', 'changed');
  await lost('任期三年', '会长', 'orphan');
  await here.client.annotations.create({ article, span: { start: 0, end: 3 }, colour: 'fact' });
  const { items, total } = await waiting();
  expect(total).toBe(2);
  expect(items.map(({ state, quote, articleTitle }) => [state, quote.exact, articleTitle])).toEqual([
    ['orphan', '任期三年', '一季度'],
    ['changed', '同比增长12.3%', '一季度'],
  ]);
  expect(items.map((item) => item.difference)).toEqual([
    [],
    [
      { kind: 'same', text: '同比' },
      { kind: 'gone', text: '增长' },
      { kind: 'new', text: '下降' },
      { kind: 'same', text: '12.3%' },
    ],
  ]);
  expect((await waiting(article)).items.map(({ state }) => state)).toEqual(['changed', 'orphan']);
  expect(await waiting(other)).toEqual({ items: [], total: 0 });
  expect((await here.client.annotations.waiting({ offset: 1, limit: 1 })).items).toHaveLength(1);
});

test('a yes takes the words as they stand now; undoing lets it wait again', async () => {
  const id = await lost('同比增长12.3%', '同比下降12.3%', 'changed');
  const was = await only();
  const { annotation, change } = await here.client.annotations.answer({ id, revision: was.revision, accept: true });
  expect([annotation.state, annotation.quote.exact]).toEqual(['exact', '同比下降12.3%']);
  expect((await waiting()).total).toBe(0);
  await here.client.history.undo({ change });
  expect(await only()).toEqual({ ...was, revision: was.revision + 2 });
  await here.client.history.redo();
  expect((await mark(id))?.quote).toEqual(annotation.quote);
});

test('a no keeps it with its quote, to be put elsewhere by hand', async () => {
  const id = await lost('同比增长12.3%', '同比下降12.3%', 'changed', '核对');
  const { revision } = await only();
  const { annotation: orphan } = await here.client.annotations.answer({ id, revision, accept: false });
  expect([orphan.state, orphan.quote.exact]).toEqual(['orphan', '同比增长12.3%']);
  expect(orphan.quote.end).toBe(orphan.quote.start);
  const { body } = await here.client.articles.get({ id: other });
  const start = body.indexOf('同比增长12.3%');
  const { annotation: placed } = await here.client.annotations.place({
    id,
    revision: orphan.revision,
    article: other,
    span: { start, end: start + 9 },
  });
  expect([placed.state, placed.articleId, placed.quote.exact]).toEqual(['exact', other, '同比增长12.3%']);
  // Its note is searched for in the article where it is now.
  const found = () => here.client.search.ids({ text: 'note:核对' });
  expect(await found()).toEqual([other]);
  await here.client.history.undo({});
  expect(await found()).toEqual([article]);
  await here.client.history.undo({});
  expect(await mark(id)).toMatchObject({ state: 'changed', quote: { exact: '同比增长12.3%' } });
});

test('an answer to what was seen before somebody else changed it is refused, and nothing is written', async () => {
  const id = await lost('同比增长12.3%', '同比下降12.3%', 'changed');
  const { revision } = await only();
  await here.client.annotations.update({ id, note: '另一个窗口写的' });
  const { answer, place } = here.client.annotations;
  const conflict = { code: 'CONFLICT', data: { revision: revision + 1 } };
  await expect(answer({ id, revision, accept: true })).rejects.toMatchObject(conflict);
  await expect(place({ id, revision, span: { start: 0, end: 1 } })).rejects.toMatchObject(conflict);
  expect(await only()).toMatchObject({ state: 'changed', note: '另一个窗口写的' });
});

test('what does not wait has no answer, and no highlight is put outside its text', async () => {
  const span = { start: 0, end: 3 };
  const { annotation } = await here.client.annotations.create({ article, span, colour: 'fact' });
  const { id, revision } = annotation;
  const { answer, place } = here.client.annotations;
  await expect(answer({ id, revision, accept: true })).rejects.toMatchObject({ code: 'NOT_WAITING' });
  for (const [start, end] of [
    [3, 3],
    [0, 10_000],
  ] as const)
    await expect(place({ id, revision, span: { start, end } })).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
  await here.client.annotations.remove({ ids: [id] });
  await expect(answer({ id, revision, accept: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an answer cannot be taken back when the highlight was moved since', async () => {
  const id = await lost('同比增长12.3%', '同比下降12.3%', 'changed');
  const { change, annotation } = await here.client.annotations.answer({ ...(await only()), id, accept: true });
  await here.client.annotations.place({ id, revision: annotation.revision, span: { start: 0, end: 3 } });
  expect(await here.client.history.undo({ change })).toEqual({ undone: null, action: null });
  expect((await mark(id))?.quote.start).toBe(0);
});

test('fifty highlights on one word and a note of a megabyte are kept as they are', async () => {
  const note = `${'批注。'.repeat(116_500)}!`;
  for (let at = 0; at < 50; at += 1)
    await here.client.annotations.create({ article, span: { start: 4, end: 7 }, colour: 'question', note: `${at}` });
  const first = (await here.client.annotations.forArticle({ article }))[0];
  if (!first) throw new Error('no highlight');
  await here.client.annotations.update({ id: first.id, note });
  const marks = await here.client.annotations.forArticle({ article });
  expect(marks).toHaveLength(50);
  expect(new Set(marks.map(({ quote }) => `${quote.start} ${quote.exact}`)).size).toBe(1);
  expect(marks.find(({ id }) => id === first.id)?.note).toBe(note);
});
