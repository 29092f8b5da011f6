import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId, CorrectionId } from '#contract/ids.ts';
import { storeQuarter } from '../quarter.ts';
import { snapshotOf } from '../snapshot.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let article: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  article = await storeQuarter(here);
});
afterEach(() => here.close());

const get = () => here.client.articles.get({ id: article });
const list = () => here.client.corrections.list({ article });

/** Words as an edit of the text at a revision, as the person sees it. */
async function correct(words: string, text: string, why = '', seen?: { body: string; revision: number }) {
  const { body, revision } = seen ?? (await get());
  const start = body.indexOf(words);
  const edits = [{ span: { start, end: start + words.length }, was: words, text }];
  return here.client.corrections.make({ article, revision, edits, why });
}

async function mark(words: string) {
  const { body } = await get();
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  return (await here.client.annotations.create({ article, span, colour: 'fact' })).annotation.id;
}

/** State and words of every highlight, and where it points. */
async function marks() {
  const { body } = await get();
  const all = await here.client.annotations.forArticle({ article });
  return all.map(({ state, quote }) => [state, quote.exact, body.slice(quote.start, quote.end)]);
}

const sourceText = async () => {
  const { sourceId } = await get();
  return (await here.client.desk.page({ source: sourceId })).text;
};

test('a correction says who, when and why, and what became what; the source is untouched and found by the new words', async () => {
  const before = await sourceText();
  const { correction, count } = await correct('12.3%', '13.2%', '按纸面');
  expect(count).toBe(1);
  expect(correction).toMatchObject({ article, who: 'Lin Yue', why: '按纸面', state: 'done', canGoBack: false });
  expect(correction.changes.flat().filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'gone', text: '2.3' },
    { kind: 'new', text: '3.2' },
  ]);
  expect((await get()).body).toContain('同比增长13.2%');
  expect(await sourceText()).toBe(before);
  expect(await here.client.search.ids({ text: '"增长13.2%"' })).toEqual([article]);
  expect(await here.client.search.ids({ text: '"增长12.3%"' })).toEqual([]);
  await here.archive.close();
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, failed: [] });
  await here.reopen();
});

test('marks travel with the text, and one whose words were corrected waits', async () => {
  for (const words of ['工业增加值', '增长12.3%', '用电量持平', '任期三年']) await mark(words);
  const { marks: counts } = await correct('增长12.3', '大幅下降12.3');
  expect(await marks()).toEqual([
    ['exact', '工业增加值', '工业增加值'],
    ['changed', '增长12.3%', '大幅下降12.3%'],
    ['exact', '用电量持平', '用电量持平'],
    ['exact', '任期三年', '任期三年'],
  ]);
  expect(counts).toEqual({ kept: 3, moved: 0, changed: 1, orphan: 0 });
  const { items } = await here.client.annotations.waiting({});
  expect(items.map(({ quote }) => quote.exact)).toEqual(['增长12.3%']);
});

test('undoing gives back text, marks, index and history as they were; redoing takes them again', async () => {
  for (const words of ['工业增加值', '增长12.3%', '，用电量持平']) await mark(words);
  const snapshot = () => [snapshotOf(here.archive.context.reader), listed()] as const;
  const listed = () => here.archive.context.reader.prepare('SELECT id, who, why, state, edits FROM correction').all();
  const before = snapshot();
  await correct('增长12.3%', '下降12.3%', '校对');
  await correct('，用电量持平', '');
  const after = snapshot();
  for (let step = 0; step < 2; step += 1) await here.client.history.undo({});
  expect(snapshot()).toEqual(before);
  for (let step = 0; step < 2; step += 1) await here.client.history.redo({});
  expect(snapshot()).toEqual(after);
});

test('the text goes back to any that it had, as a correction of its own, and marks are themselves again', async () => {
  await mark('增长12.3%');
  await mark('用电量持平');
  const texts = [(await get()).body];
  for (const [words, text] of [
    ['增长12.3%', '下降12.3%'],
    ['，用电量持平', ''],
    ['李建国', '张建国'],
  ] as const) {
    await correct(words, text);
    texts.push((await get()).body);
  }
  const back = async (to: CorrectionId | null) => {
    const { revision } = await get();
    return here.client.corrections.goBack({ article, revision, to, why: '改错了' });
  };
  const [, second, first] = await list();
  await back(second?.id ?? null);
  expect((await get()).body).toBe(texts[2]);
  await back(first?.id ?? null);
  expect((await get()).body).toBe(texts[1]);
  expect(await marks()).toEqual([
    ['changed', '增长12.3%', '下降12.3%'],
    ['exact', '用电量持平', '用电量持平'],
  ]);
  const { correction } = await back(null);
  expect((await get()).body).toBe(texts[0]);
  expect((await marks()).map(([state]) => state)).toEqual(['exact', 'exact']);
  expect(correction.why).toBe('改错了');
  const history = await list();
  expect(history).toHaveLength(6);
  expect(history.map(({ canGoBack }) => canGoBack)).toEqual([false, true, true, true, true, true]);
  // Back to what was corrected: nothing of it is lost by going back.
  await back(history[3]?.id ?? null);
  expect((await get()).body).toBe(texts[3]);
  // Where all is as it was printed, no operation is left.
  await back(null);
  const { reader } = here.archive.context;
  expect(reader.prepare('SELECT list FROM operations').pluck().get()).not.toContain('corrected');
});

test('a correction of other words made meanwhile in another window is followed: both are done', async () => {
  const seen = await get();
  await correct('工业增加值', '全市规模以上工业增加值', '', seen);
  const { correction } = await correct('任期三年', '任期五年', '', seen);
  expect(correction.state).toBe('done');
  expect((await get()).body).toContain('全市规模以上工业增加值同比增长12.3%');
  expect((await get()).body).toContain('任期五年');
});

test('of two corrections of the same words the second is kept as a conflict, with both texts, until it was seen', async () => {
  const seen = await get();
  await correct('12.3%', '13.2%', '', seen);
  const { correction, change } = await correct('增长12.3%', '增长12.8%', '电话核实', seen);
  expect(correction).toMatchObject({ state: 'conflict', why: '电话核实', canGoBack: false });
  expect(correction.changes[0]).toEqual(
    expect.arrayContaining([
      { kind: 'gone', text: '增长12.3%' },
      { kind: 'new', text: '增长12.8%' },
    ]),
  );
  expect((await get()).body).toContain('增长13.2%');
  expect((await list()).map(({ state }) => state)).toEqual(['conflict', 'done']);
  await here.client.corrections.dismiss({ id: correction.id });
  expect((await list()).map(({ state }) => state)).toEqual(['done']);
  await here.client.history.undo({});
  expect((await list()).map(({ state }) => state)).toEqual(['conflict', 'done']);
  await here.client.history.undo({ change });
  expect((await list()).map(({ state }) => state)).toEqual(['done']);
});

test('what was seen in a text that nobody knows any more is kept as a conflict too', async () => {
  const { body } = await get();
  const { correction } = await correct('任期三年', '任期五年', '', { body, revision: 99 });
  expect(correction.state).toBe('conflict');
  expect((await get()).body).toBe(body);
});

test.each<[string, string, [number, number, string][]]>([
  [
    'overlapping',
    'edits of the same words',
    [
      [0, 3, '甲'],
      [2, 4, '乙'],
    ],
  ],
  ['overlapping', 'a place outside the text', [[0, 10_000, '甲']]],
  ['paragraph', 'a range over the end of a paragraph', [[1, 8, '甲']]],
  ['paragraph', 'a paragraph that would be made', [[5, 6, '甲\n乙']]],
  ['paragraph', 'a paragraph that would be gone', [[0, 3, '']]],
  ['nothing_to_change', 'the same words', [[0, 3, '一季度']]],
  ['character', 'half a character', [[0, 1, '\ud842']]],
])('refused as %s: %s', async (reason, _, edits) => {
  const { revision } = await get();
  const input = edits.map(([start, end, text]) => ({ span: { start, end }, text }));
  const before = snapshotOf(here.archive.context.reader);
  await expect(here.client.corrections.make({ article, revision, edits: input })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason },
  });
  expect(snapshotOf(here.archive.context.reader)).toEqual(before);
});

test('a title that is corrected is the one in the library', async () => {
  await correct('一季度', '二季度');
  expect((await here.client.articles.list({})).items.map(({ title }) => title)).toEqual(['二季度']);
  expect(await here.client.search.ids({ text: 'title:二季度' })).toEqual([article]);
});
