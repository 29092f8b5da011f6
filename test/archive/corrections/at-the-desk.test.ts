import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { atTheDesk } from '../at-the-desk.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { rawPage, separatedPage } from '../desk-pages.ts';
import { snapshotOf } from '../snapshot.ts';
import { store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const TEXT = [
  '老桥重新开通',
  '本报记者 沈知远',
  lead,
  second,
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
  source = await separatedPage(here, TEXT);
  [bridge, books] = (await page()).articles.map(({ id }) => id) as [ArticleId, ArticleId];
});
afterEach(async () => {
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
  await here.close();
});

const { page, step, apply, accept } = atTheDesk(
  () => here,
  () => source,
);
const snapshot = () => snapshotOf(here.archive.context.reader);
const states = async (article: ArticleId) =>
  (await here.client.corrections.list({ article })).map(({ state }) => state);

async function correct(article: ArticleId, words: string, text: string) {
  const { body, revision } = await here.client.articles.get({ id: article });
  const start = body.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return here.client.corrections.make({
    article,
    revision,
    edits: [{ span: { start, end: start + words.length }, text }],
  });
}

async function mark(article: ArticleId, words: string) {
  const start = (await here.client.articles.get({ id: article })).body.indexOf(words);
  const span = { start, end: start + words.length };
  await here.client.annotations.create({ article, span, colour: 'fact' });
}

test('what was corrected stays when its page is worked on and accepted again, wherever the words go', async () => {
  await mark(bridge, '陈大娘');
  await correct(bridge, '石拱桥', '石板桥');
  await correct(bridge, '陈大娘', '陈大妈今年');
  await mark(bridge, '陈大妈今年');
  expect((await page()).text).toBe(TEXT);
  const before = snapshot();
  await apply({ kind: 'move_blocks', blocks: [at(lead)], to: { article: at('书屋坐得'), before: null } });
  await accept();
  const bodies = await Promise.all([bridge, books].map(async (id) => (await here.client.articles.get({ id })).body));
  expect(bodies.join('\n')).toContain('石板桥');
  expect(bodies.join('\n')).toContain('陈大妈今年');
  expect(await states(bridge)).toEqual(['done', 'done']);
  const { items } = await here.client.annotations.list({});
  expect(items.map(({ state, quote }) => [state, quote.exact])).toEqual([
    ['exact', '陈大妈今年'],
    ['changed', '陈大娘'],
  ]);
  expect((await page()).text).toBe(TEXT);
  await here.client.history.undo({});
  expect(snapshot()).toEqual(before);
});

test('one whose words the desk took out is listed as lost, until that is taken back', async () => {
  await correct(books, '孩子们来看书', '孩子们来借书');
  await apply({ kind: 'drop_blocks', blocks: [at('昨日，书屋')], role: 'noise' });
  expect(await accept()).toMatchObject({ lostCorrections: 1 });
  expect(await states(books)).toEqual(['lost']);
  await here.client.history.undo({});
  expect(await states(books)).toEqual(['done']);
  expect((await here.client.articles.get({ id: books })).body).toContain('孩子们来借书');
});

test('what was corrected in an article that is gone is told by the one that has its words', async () => {
  await correct(books, '孩子们来看书', '孩子们来借书');
  await apply({ kind: 'merge_articles', into: at('老桥重新'), from: at('书屋坐得') });
  expect(await accept()).toMatchObject({ lostCorrections: 0 });
  expect((await here.client.articles.get({ id: bridge })).body).toContain('孩子们来借书');
  expect(await states(bridge)).toEqual(['done']);
  await apply({ kind: 'drop_blocks', blocks: [at('昨日，书屋')], role: 'noise' });
  expect(await accept()).toMatchObject({ lostCorrections: 1 });
  expect(await states(bridge)).toEqual(['lost']);
});

test('steps that wait at the desk wait on; a correction that would make one of them impossible is refused', async () => {
  const cut = at('孩子们来看书');
  await apply({ kind: 'split_block', block: at('昨日，书屋'), at: cut });
  await apply({ kind: 'set_role', blocks: [at('书屋坐得满')], role: 'subhead' });
  const waiting = await page();
  await correct(books, '书屋开门', '书屋开放');
  expect((await page()).articles.map(({ body }) => body)).toEqual(
    waiting.articles.map(({ body }) => body.replace('书屋开门', '书屋开放')),
  );
  const before = snapshot();
  await expect(correct(books, '，孩子们来', '；学生来')).rejects.toMatchObject({ data: { reason: 'desk_work' } });
  expect(snapshot()).toEqual(before);
});

test('who has the page open at the desk is told that it changed', async () => {
  const seen = await step();
  await correct(books, '书屋开门', '书屋开放');
  const commands: DeskCommand[] = [{ kind: 'drop_blocks', blocks: [at('昨日，书屋')], role: 'noise' }];
  await expect(here.client.desk.apply({ ...seen, commands })).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a text that the desk changed cannot be gone back to, nor is a correction of it lost', async () => {
  const { correction } = await correct(books, '书屋开门', '书屋开放');
  await apply({ kind: 'move_blocks', blocks: [at(lead)], to: { article: at('书屋坐得'), before: null } });
  await accept();
  const { revision } = await here.client.articles.get({ id: books });
  const { goBack } = here.client.corrections;
  await expect(goBack({ article: books, revision, to: correction.id })).rejects.toMatchObject({
    data: { reason: 'text_changed' },
  });
  await expect(goBack({ article: books, revision, to: null })).rejects.toMatchObject({
    data: { reason: 'nothing_to_change' },
  });
});

test('a page that waits for the desk is not corrected: other articles will stand in its place', async () => {
  const raw = (await store(here, rawPage(`${TEXT}。`), 'raw.txt')).articles[0] as ArticleId;
  await expect(correct(raw, '老桥', '新桥')).rejects.toMatchObject({ data: { reason: 'raw_page' } });
});
