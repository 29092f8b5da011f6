import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryMark } from '#archive/annotate/carry.ts';
import { openArchive } from '#archive/archive.ts';
import { separate } from '#archive/desk/separate.ts';
import { terms } from '#archive/search/terms.ts';
import { separationWrites } from '#archive/store/separations.ts';
import { sourceReads } from '#archive/store/sources.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import type { SourceId } from '#contract/ids.ts';
import { atTheDesk } from '../at-the-desk.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { rawPage, separatedPage } from '../desk-pages.ts';
import { snapshotOf } from '../snapshot.ts';
import { clientOf, store, type TemporaryArchive, temporaryArchive, testOptions } from '../temporary-archive.ts';

const TEXT = ['老桥重新开通', '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门。', other].join(
  '\n\n',
);
const at = (words: string) => TEXT.indexOf(words);
const SPLIT: DeskCommand = { kind: 'split_article', before: at(second) };
const CAPTION: DeskCommand = { kind: 'set_role', blocks: [at(lead)], role: 'caption' };
const MISSING = '01a1fe09-092a-7001-bea7-a60cbcfa5e68' as SourceId;

let here: TemporaryArchive;
let source: SourceId;
beforeEach(async () => {
  here = await temporaryArchive();
  source = await separatedPage(here, TEXT);
});
afterEach(() => here.close());

const { page, step, apply, undo, redo } = atTheDesk(
  () => here,
  () => source,
);
const count = async () => (await page()).articles.length;

describe('apply, undo, redo and reset', () => {
  test('commands that come together are one step', async () => {
    const before = await page();
    await apply(CAPTION);
    await apply(SPLIT, { kind: 'set_kind', article: at(second), to: 'sidebar', parent: 0 });
    const done = await page();
    expect(done.articles[1]).toMatchObject({ kind: 'sidebar', parent: done.articles[0]?.key });
    const one = await undo();
    expect(one).toMatchObject({ canUndo: true, canRedo: true, state: 'open' });
    expect(one.articles[0]?.blocks[2]?.role).toBe('caption');
    expect(one.articles).toHaveLength(2);
    const none = await undo();
    expect(none).toMatchObject({ canUndo: false, canRedo: true, state: 'separated' });
    expect(none.articles).toEqual(before.articles);
    expect((await undo()).revision).toBe(none.revision);
    await redo();
    expect({ ...(await redo()), revision: 0 }).toEqual({ ...done, revision: 0 });
    expect(await redo()).toMatchObject({ canRedo: false });
  });

  test('a new command ends what could be done again', async () => {
    await apply(SPLIT);
    await undo();
    await apply(CAPTION);
    expect(await page()).toMatchObject({ canUndo: true, canRedo: false });
    await redo();
    expect(await count()).toBe(2);
  });

  test('reset forgets every change, and is no change where there is none', async () => {
    const before = await page();
    expect((await here.client.desk.reset(await step())).revision).toBe(before.revision);
    await apply(SPLIT);
    await apply(CAPTION);
    await undo();
    const reset = await here.client.desk.reset(await step());
    expect({ ...reset, revision: 0 }).toEqual({ ...before, revision: 0 });
    expect(reset.revision).toBeGreaterThan(before.revision);
  });

  test('of several commands all are done or none, and the first that cannot be done is named', async () => {
    const before = await page();
    const refused = apply(SPLIT, CAPTION, { kind: 'merge_articles', into: 0, from: at(lead) });
    await expect(refused).rejects.toMatchObject({ code: 'REFUSED', data: { command: 2, reason: 'same_article' } });
    await expect(apply(SPLIT, SPLIT)).rejects.toMatchObject({ data: { command: 1, reason: 'nothing_to_change' } });
    expect(await page()).toEqual(before);
  });

  test('what was made on an older page is refused with the revision there is, and changes nothing', async () => {
    const old = await step();
    const { revision } = await apply(SPLIT);
    const before = await page();
    const behind = { code: 'CONFLICT', data: { revision } };
    await expect(here.client.desk.apply({ ...old, commands: [CAPTION] })).rejects.toMatchObject(behind);
    for (const call of ['undo', 'redo', 'reset', 'accept'] as const)
      await expect(here.client.desk[call](old)).rejects.toMatchObject(behind);
    expect(await page()).toEqual(before);
  });

  test('a page that is not there is not found', async () => {
    const missing = { source: MISSING, revision: 0 };
    const error = { code: 'NOT_FOUND', data: { id: MISSING } };
    await expect(here.client.desk.page({ source: MISSING })).rejects.toMatchObject(error);
    await expect(here.client.desk.apply({ ...missing, commands: [SPLIT] })).rejects.toMatchObject(error);
    for (const call of ['undo', 'redo', 'reset', 'accept'] as const)
      await expect(here.client.desk[call](missing)).rejects.toMatchObject(error);
  });

  test('of two who work on one page the second is told, and the page says who has it', async () => {
    const chen = await openArchive(here.dir, { ...testOptions(), who: 'Chen' });
    const old = await step();
    await clientOf(chen).desk.apply({ ...old, commands: [SPLIT] });
    await chen.close();
    await expect(here.client.desk.apply({ ...old, commands: [CAPTION] })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await page()).toMatchObject({ state: 'open', who: 'Chen' });
    expect(await apply(CAPTION)).toMatchObject({ who: 'Lin Yue' });
  });
});

test('a process that is killed takes no command with it', async () => {
  await apply(SPLIT);
  await apply(CAPTION);
  await undo();
  const left = await page();
  const killed = join(here.dir, '..', 'killed.jianbao');
  cpSync(here.dir, killed, { recursive: true });
  const again = await openArchive(killed, testOptions());
  expect(await clientOf(again).desk.page({ source })).toEqual(left);
  await again.close();
});

describe('what a person worked on is that person’s', () => {
  const separation = { derivation: separate(TEXT), doubts: 0, version: '2', carry: carryMark };
  const again = () => separationWrites(here.archive.context.db, terms).separatePage(source, separation, Date.now());

  test.each([
    ['has changes', async () => void (await apply({ kind: 'split_block', block: 0, at: at('本报记者') }))],
    ['was accepted', async () => void (await here.client.desk.accept(await step()))],
  ])('a raw page that %s is not separated any more, and does not wait for the desk', async (_, work) => {
    source = (await store(here, rawPage(TEXT.replace('老桥', '新桥')), 'raw.txt')).source;
    expect(sourceReads(here.archive.context.reader).waitingForDesk()).toEqual([source]);
    await work();
    const before = snapshotOf(here.archive.context.reader);
    const known = await page();
    expect(again()).toBeUndefined();
    separationWrites(here.archive.context.db, terms).markDeskFailed(source, '2');
    expect(snapshotOf(here.archive.context.reader)).toEqual(before);
    expect(await page()).toEqual(known);
    expect(sourceReads(here.archive.context.reader).waitingForDesk()).toEqual([]);
  });

  test('a page that was separated, opened or accepted is not separated by a newer desk', async () => {
    for (const work of [async () => undefined, () => apply(SPLIT), async () => here.client.desk.accept(await step())]) {
      await work();
      const before = await page();
      expect(again()).toBeUndefined();
      expect(await page()).toEqual(before);
    }
  });

  test('a file that comes again changes nothing', async () => {
    await apply(SPLIT);
    const before = await page();
    expect(await store(here, rawPage(TEXT))).toMatchObject({ state: 'known', source });
    expect(await page()).toEqual(before);
  });
});

test('a window that showed the raw page is behind when the desk has separated it', async () => {
  source = (await store(here, rawPage(TEXT.replace('老桥', '新桥')), 'raw.txt')).source;
  const old = await step();
  const separation = { derivation: separate(TEXT.replace('老桥', '新桥')), doubts: 0, version: '1', carry: carryMark };
  separationWrites(here.archive.context.db, terms).separatePage(source, separation, Date.now());
  const late = here.client.desk.apply({ ...old, commands: [SPLIT] });
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
});
