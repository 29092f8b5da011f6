import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { atTheDesk } from '../at-the-desk.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { separatedPage } from '../desk-pages.ts';
import { snapshotOf } from '../snapshot.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const CUT = ['居民感受到了服', '务的变化，纷纷走上桥头。'] as const;
const TEXT = [
  '老桥重新开通',
  '本报记者 沈知远',
  lead,
  second,
  ...CUT,
  '书屋坐得满',
  '本报讯 昨日，书屋开门，孩子们来看书。',
  other,
].join('\n\n');
const at = (words: string) => TEXT.indexOf(words);

let here: TemporaryArchive;
let source: SourceId;
let bridge: ArticleId;
let books: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  source = await separatedPage(here, TEXT, {
    publication: '江城日报',
    date: { edtf: '2023-10-18', printed: null, inferred: true },
    pageLabel: '4',
  });
  [bridge, books] = (await page()).articles.map(({ id }) => id) as [ArticleId, ArticleId];
});
afterEach(async () => {
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
  await here.close();
});

const { page, apply, accept } = atTheDesk(
  () => here,
  () => source,
);
const snapshot = () => snapshotOf(here.archive.context.reader);
const article = (id: ArticleId) => here.client.articles.get({ id });

async function mark(id: ArticleId, words: string, note = '') {
  const start = (await article(id)).body.indexOf(words);
  const span = { start, end: start + words.length };
  const { annotation } = await here.client.annotations.create({ article: id, span, colour: 'fact', note });
  return annotation.id;
}
const marks = async () =>
  (await here.client.annotations.list({})).items
    .map(({ articleId, quote, state }) => [articleId, quote.exact, state])
    .toSorted();

/** Undone, everything is as it was before; done again, as it was after. */
async function expectExactUndo(before: ReturnType<typeof snapshot>) {
  const after = snapshot();
  for (let times = 0; times < 2; times++) {
    expect(await here.client.history.undo({})).toMatchObject({ action: 'desk.accept' });
    expect(snapshot()).toEqual(before);
    expect(await here.client.history.redo()).toMatchObject({ action: 'desk.accept' });
    expect(snapshot()).toEqual(after);
  }
}

describe('highlights', () => {
  test('stay on their words, wherever those go', async () => {
    await mark(bridge, '陈大娘', '核实');
    await mark(bridge, '石拱桥');
    await mark(books, '孩子们来看书');
    const before = snapshot();
    await apply({ kind: 'move_blocks', blocks: [at(lead)], to: { article: at('书屋坐得'), before: null } });
    expect((await accept()).marks).toEqual({ kept: 3, moved: 0, changed: 0, orphan: 0 });
    expect(await marks()).toEqual(
      [
        [books, '陈大娘', 'exact'],
        [books, '孩子们来看书', 'exact'],
        [bridge, '石拱桥', 'exact'],
      ].toSorted(),
    );
    expect((await article(books)).body).toContain(lead);
    expect((await here.client.search.query({ text: 'note:核实' })).items.map((hit) => hit.article.id)).toEqual([books]);
    await expectExactUndo(before);
  });

  test('whose words are parted, or gone from the page, say so', async () => {
    await mark(bridge, '服务的变化');
    await mark(bridge, '清晨六点');
    await mark(books, '孩子们走向自己的书架');
    const before = snapshot();
    await apply(
      { kind: 'reject', doubt: `seam@${at('务的')}` },
      { kind: 'move_blocks', blocks: [at('务的')], to: { article: at('书屋坐得'), before: null } },
      { kind: 'drop_blocks', blocks: [at(lead)], role: 'noise' },
    );
    expect((await accept()).marks).toEqual({ kept: 1, moved: 0, changed: 1, orphan: 1 });
    expect(await marks()).toEqual(
      [
        [books, '服务的变化', 'changed'],
        [bridge, '清晨六点', 'orphan'],
        [books, '孩子们走向自己的书架', 'exact'],
      ].toSorted(),
    );
    await expectExactUndo(before);
  });

  test('of a copy that goes stand on the other copy, and say that they moved', async () => {
    const passage = '改造还是重建，当时有过争论。县文物部门提出，石栏和碑刻都是难得的实物。';
    source = await separatedPage(here, TEXT.replace(lead, passage).replace(other, passage), { name: 'copies.txt' });
    const made = (await page()).articles.map(({ id }) => id) as ArticleId[];
    const where = (await page()).text.indexOf(passage);
    const first = (await article(made[0] as ArticleId)).body.includes(passage) ? made[0] : made[1];
    await mark(first as ArticleId, '县文物部门');
    const before = snapshot();
    await apply({ kind: 'drop_blocks', blocks: [where], role: 'duplicate' });
    expect((await accept()).marks).toEqual({ kept: 0, moved: 1, changed: 0, orphan: 0 });
    expect(await marks()).toEqual([[made[1], '县文物部门', 'moved']]);
    await expectExactUndo(before);
  });

  test('that were removed come along, and come back where their words are', async () => {
    const id = await mark(bridge, '陈大娘');
    const removed = await here.client.annotations.remove({ ids: [id] });
    await apply({ kind: 'merge_articles', into: at('书屋坐得'), from: 0 });
    expect((await accept()).marks).toEqual({ kept: 0, moved: 0, changed: 0, orphan: 0 });
    await here.client.history.undo({ change: removed.change });
    expect(await marks()).toEqual([[books, '陈大娘', 'exact']]);
  });

  test('made on an article that an undo takes away are not lost', async () => {
    await apply({ kind: 'split_article', before: at(second) });
    const made = (await accept()).page.articles[1]?.id as ArticleId;
    await mark(made, '石拱桥', '核实');
    await here.client.articles.setNote({ id: made, note: '新的一篇' });
    await here.client.tags.apply({ articles: [made], add: ['桥梁'] });
    const { change } = await changeOf('desk.accept');
    expect(await here.client.history.undo({ change })).toMatchObject({ action: 'desk.accept' });
    expect(await marks()).toEqual([[bridge, '石拱桥', 'exact']]);
    expect(await article(bridge)).toMatchObject({ note: '新的一篇', tags: [{ path: '桥梁' }] });
  });
});

async function changeOf(action: string) {
  const row = here.archive.context.reader
    .prepare<[string], { id: string }>('SELECT id FROM journal WHERE action = ? ORDER BY seq DESC LIMIT 1')
    .get(action);
  return { change: row?.id as never };
}

describe('articles', () => {
  test('that become part of another give it their notes, tags and highlights', async () => {
    await here.client.articles.setNote({ id: bridge, note: '桥' });
    await here.client.articles.setNote({ id: books, note: '书' });
    await here.client.tags.apply({ articles: [bridge, books], add: ['城市'] });
    await here.client.tags.apply({ articles: [books], add: ['阅读'] });
    await here.client.articles.setReadingState({ ids: [books], state: 'read' });
    await here.client.articles.setReadingPosition({ id: books, position: 7 });
    await mark(books, '孩子们', '几个');
    const before = snapshot();
    await apply({ kind: 'merge_articles', into: 0, from: at('书屋坐得') });
    expect((await accept()).marks.kept).toBe(1);
    expect((await here.client.articles.list({})).items.map(({ id }) => id)).toEqual([bridge]);
    expect(await article(bridge)).toMatchObject({
      note: '桥\n\n书',
      tags: [{ path: '城市' }, { path: '阅读' }],
      readingState: 'unread',
      highlights: 1,
    });
    await expect(article(books)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expectExactUndo(before);
  });

  test('that are new have paper, day, page, tags and reading state of the one they came from', async () => {
    await here.client.tags.apply({ articles: [bridge], add: ['桥梁'] });
    await here.client.articles.setReadingState({ ids: [bridge], state: 'read' });
    await here.client.articles.setNote({ id: bridge, note: '桥' });
    const before = snapshot();
    await apply({ kind: 'split_article', before: at(second) });
    const made = (await accept()).page.articles[1]?.id as ArticleId;
    expect(await article(made)).toMatchObject({
      publication: '江城日报',
      date: { edtf: '2023-10-18' },
      page: '4',
      tags: [{ path: '桥梁' }],
      readingState: 'read',
      note: '',
    });
    const pages = here.archive.context.reader.prepare('SELECT article_id FROM article_page ORDER BY part_order');
    expect(pages.pluck().all()).toEqual(expect.arrayContaining([bridge, made, books]));
    await expectExactUndo(before);
  });

  test('that only change their place, kind or parent keep everything else', async () => {
    await here.client.articles.setReadingPosition({ id: bridge, position: 9 });
    await mark(bridge, '石拱桥');
    const before = snapshot();
    await apply({ kind: 'set_kind', article: at('书屋坐得'), to: 'sidebar', parent: 0 });
    expect((await accept()).marks.kept).toBe(1);
    expect(await article(books)).toMatchObject({ kind: 'sidebar', parent: bridge });
    expect((await article(bridge)).readingPosition).toBe(9);
    await expectExactUndo(before);
  });

  test('in the trash are separated and merged there too', async () => {
    await here.client.articles.remove({ ids: [bridge] });
    const before = snapshot();
    await apply({ kind: 'split_article', before: at(second) });
    const made = (await accept()).page.articles[1]?.id as ArticleId;
    expect((await article(made)).deletedAt).not.toBeNull();
    await expectExactUndo(before);
  });
});

describe('what the journal keeps', () => {
  test('has no copy of a text that the source has', async () => {
    await apply(
      { kind: 'split_article', before: at(second) },
      { kind: 'drop_blocks', blocks: [at(lead)], role: 'noise' },
    );
    await accept();
    const payload = here.archive.context.reader
      .prepare(`SELECT payload FROM journal WHERE action = 'desk.accept'`)
      .pluck()
      .get();
    for (const text of [lead, other, '孩子们来看书']) expect(payload).not.toContain(text);
    expect(String(payload).length).toBeLessThan(8 * TEXT.length + 3000);
  });

  test('an act that another one stands on is not undone, and nothing changes', async () => {
    await apply({ kind: 'split_article', before: at(second) });
    const first = await accept();
    await apply({ kind: 'merge_articles', into: 0, from: at(second) });
    const last = await accept();
    const before = snapshot();
    expect(await here.client.history.undo({ change: first.change })).toEqual({ undone: null, action: null });
    expect(snapshot()).toEqual(before);
    expect(await here.client.history.undo({})).toMatchObject({ undone: last.change });
    expect(await here.client.history.undo({})).toMatchObject({ undone: first.change });
    expect((await page()).articles.map(({ id }) => id === null)).toEqual([false, false]);
  });
});

test('changes that came after an acceptance are on the page still when that is undone, and done again', async () => {
  await apply({ kind: 'split_article', before: at(second) });
  await accept();
  const open = await apply({ kind: 'set_role', blocks: [at(lead)], role: 'caption' });
  await here.client.history.undo({});
  const undone = await page();
  expect(undone.articles.map(({ body }) => body)).toEqual(open.articles.map(({ body }) => body));
  expect(undone).toMatchObject({ state: 'open', canUndo: true });
  await here.client.history.redo();
  expect({ ...(await page()), revision: 0 }).toEqual({ ...open, revision: 0 });
});

test('a page accepted as it is writes its state and nothing else', async () => {
  const reader = here.archive.context.reader;
  const rows = () => reader.prepare('SELECT * FROM article ORDER BY id').all();
  const before = rows();
  await mark(bridge, '石拱桥');
  const touched = rows();
  const done = await accept();
  expect(done).toMatchObject({
    count: 1,
    marks: { kept: 1, moved: 0, changed: 0, orphan: 0 },
    page: { state: 'accepted' },
  });
  expect(rows()).toEqual(touched);
  expect(rows()).toHaveLength(before.length);
  expect(await accept()).toMatchObject({ count: 0 });
  await here.client.history.undo({ change: done.change });
  expect(await page()).toMatchObject({ state: 'separated', who: null });
});
