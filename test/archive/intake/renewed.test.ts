import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CarriedMarks } from '#contract/desk.ts';
import type { ArticleId } from '#contract/ids.ts';
import { dropFiles } from '../drop-files.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

/** A file that comes in again under its own path, with another text. */
let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const PATH = '剪报/一季度.txt';
const TEXT = [
  '一季度的账',
  '全市工业增加值同比增长12.3%，用电量与去年持平。',
  '李建国同志当选会长，任期三年，他表示要把账目公开。',
  '码头的老吊机下月拆除，原地改成步道。',
];

async function bringIn(path: string, lines: readonly string[]): Promise<[ArticleId, CarriedMarks | null]> {
  const [event] = await dropFiles(here.client, [[path, Buffer.from(lines.join('\n\n'))]]);
  if (event?.state !== 'imported') throw new Error(`not imported: ${JSON.stringify(event)}`);
  return [event.articles[0] as ArticleId, event.marks];
}

async function mark(article: ArticleId, words: string, rest: { note?: string; confidential?: boolean } = {}) {
  const { body } = await here.client.articles.get({ id: article });
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  await here.client.annotations.create({ article, span, colour: 'fact', ...rest });
}

async function marksOf(article: ArticleId) {
  const { body } = await here.client.articles.get({ id: article });
  const all = await here.client.annotations.forArticle({ article });
  return all.map(({ state, quote }) => [state, quote.exact, body.slice(quote.start, quote.end)]);
}

test('its marks come along by the rule for texts that changed, each told by its state; undoing takes them back', async () => {
  const [old, none] = await bringIn(PATH, TEXT);
  expect(none).toBeNull();
  await mark(old, '任期三年', { note: '核实' });
  await mark(old, '增长12.3%');
  await mark(old, '用电量与去年持平');
  await mark(old, '老吊机下月拆除', { confidential: true });
  const before = await marksOf(old);

  const [title, first, second] = TEXT as [string, string, string];
  const lines = [title, '本报讯', first.replace('增长12.3%', '增长13.2%'), second];
  const [renewed, marks] = await bringIn(PATH, lines);
  expect(marks).toEqual({ kept: 2, moved: 0, changed: 1, orphan: 1 });
  expect(await marksOf(renewed)).toEqual(
    expect.arrayContaining([
      ['changed', '增长12.3%', '增长13.2%'],
      ['orphan', '老吊机下月拆除', ''],
    ]),
  );
  for (const [state, words, there] of await marksOf(renewed))
    if (state === 'exact' || state === 'moved') expect(there).toBe(words);
  expect(await marksOf(old)).toEqual([]);
  expect((await here.client.annotations.waiting({})).total).toBe(2);
  expect(await here.client.search.ids({ text: 'note:核实' })).toEqual([renewed]);
  // The article as it was is still there to be compared with.
  expect((await here.client.articles.get({ id: old })).body).toContain('老吊机');

  expect(await here.client.history.undo({})).toMatchObject({ undone: expect.anything() });
  expect([await marksOf(old), await marksOf(renewed)]).toEqual([before, []]);
  expect(await here.client.search.ids({ text: 'note:核实' })).toEqual([old]);
  await here.client.history.redo();
  expect(await marksOf(old)).toEqual([]);
});

test('of three texts in a row the marks are on the newest', async () => {
  const [one] = await bringIn(PATH, TEXT);
  await mark(one, '任期三年');
  const [two] = await bringIn(PATH, [...TEXT, '本报将继续报道。']);
  const [three, marks] = await bringIn(PATH, [...TEXT, '本报将继续报道。', '记者另有述评。']);
  expect(marks).toEqual({ kept: 1, moved: 0, changed: 0, orphan: 0 });
  expect([await marksOf(one), await marksOf(two), await marksOf(three)]).toEqual([
    [],
    [],
    [['exact', '任期三年', '任期三年']],
  ]);
});

test('a file of the same name about something else takes no marks along, nor does one of another path', async () => {
  const [old] = await bringIn(PATH, TEXT);
  await mark(old, '任期三年');
  const other = ['天气', '明天白天多云，南风二到三级，最高气温十九度，早晚请添衣。', '任期三年'];
  expect((await bringIn(PATH, other))[1]).toBeNull();
  expect((await bringIn('别处/一季度.txt', [...TEXT, '又及。']))[1]).toBeNull();
  expect(await marksOf(old)).toEqual([['exact', '任期三年', '任期三年']]);
});
