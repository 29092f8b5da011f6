import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskPage } from '#contract/desk.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import type { SourceId } from '#contract/ids.ts';
import { atTheDesk } from '../at-the-desk.ts';
import { separatedPage } from '../desk-pages.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let source: SourceId;
beforeEach(async () => {
  here = await temporaryArchive();
  source = await separatedPage(here, TEXT);
});
afterEach(() => here.close());

const TEXT = [
  '老桥重新开通',
  '本报记者 沈知远',
  '清晨六点，老桥刚刚撤去围挡，卖豆腐的陈大娘就推着车走了上去。',
  '老桥建于一九五八年，是县城连接东西两岸的第一座石拱桥。',
  '书屋坐得满',
  '本报讯 昨日，杏花村的农家书屋开门，孩子们走向自己的书架，坐满了两张长桌。',
].join('\n\n');
const at = (words: string) => TEXT.indexOf(words);

const { page, step, apply } = atTheDesk(
  () => here,
  () => source,
);
const shape = ({ articles }: Pick<DeskPage, 'articles'>) =>
  articles.map(({ title, blocks, body }) => [
    title,
    ...blocks.map(({ span }) => body.slice(span.start, span.end).slice(0, 4)),
  ]);

const SPLIT: DeskCommand = { kind: 'split_article', before: at('老桥建于') };

test('the page says what it is made of, and nothing waits', async () => {
  expect(await page()).toMatchObject({ text: TEXT, state: 'separated', who: null, canUndo: false, canRedo: false });
  expect(shape(await page())).toEqual([
    ['老桥重新开通', '老桥重新', '本报记者', '清晨六点', '老桥建于'],
    ['书屋坐得满', '书屋坐得', '本报讯', '昨日，杏'],
  ]);
});

test('commands change the page, not the library, and are kept by whoever made them', async () => {
  const before = await here.client.articles.list({});
  const { revision } = await page();
  const open = await apply(SPLIT);
  expect(open).toMatchObject({ state: 'open', who: 'Lin Yue', canUndo: true, canRedo: false, revision: revision + 1 });
  expect(open.articles.map(({ id, key }) => [id === null, key.startsWith('new@')])).toEqual([
    [false, false],
    [true, true],
    [false, false],
  ]);
  expect(await here.client.articles.list({})).toEqual(before);
  await here.reopen();
  expect(await page()).toEqual(open);
});

test('what is accepted is the library’s, and is taken back and done again exactly', async () => {
  const ids = (await page()).articles.map(({ id }) => id);
  const before = await here.client.articles.list({});
  await apply(SPLIT);
  const open = await page();
  const { change, count, marks, page: accepted } = await here.client.desk.accept(await step());
  expect({ count, marks }).toEqual({ count: 1, marks: { kept: 0, moved: 0, changed: 0, orphan: 0 } });
  expect(accepted).toMatchObject({ state: 'accepted', who: 'Lin Yue', canUndo: false, text: TEXT });
  expect(accepted.articles.map(({ id }) => ids.indexOf(id))).toEqual([0, -1, 1]);
  const after = await here.client.articles.list({});
  expect(after.total).toBe(3);
  expect(await here.client.history.undo({})).toEqual({ undone: change, action: 'desk.accept' });
  expect(await here.client.articles.list({})).toEqual(before);
  expect({ ...(await page()), revision: 0 }).toEqual({ ...open, revision: 0 });
  await here.client.history.redo();
  expect(await here.client.articles.list({})).toEqual(after);
  expect({ ...(await page()), revision: 0 }).toEqual({ ...accepted, revision: 0 });
});
