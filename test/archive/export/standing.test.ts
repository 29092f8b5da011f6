import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import type { StandingSettings } from '#contract/standing.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const FILE = '未署报名/日期不详/渡口.md';
const ALL: StandingSettings = {
  selection: { of: 'all' },
  profile: 'obsidian',
  amount: 'both',
  template: null,
  confidential: false,
  daily: null,
  isOn: true,
};

let here: TemporaryArchive;
let folder: string;
let dir: string;
let id: ArticleId;
/** What waits for its time, and for how long. */
let waiting: { run: () => void; milliseconds: number }[];
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-standing-'));
  dir = join(folder, '笔记');
  mkdirSync(dir);
  waiting = [];
  now = Date.UTC(2026, 10, 21, 2, 30);
  here = await temporaryArchive({
    window: true,
    now: () => now,
    places: { resolve: () => dir },
    setTimer(run, milliseconds) {
      const one = { run, milliseconds };
      waiting = [one];
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  });
  const { articles } = await store(here, documentOf([{ title: '渡口', paragraphs: ['昨日，渡口添船。'] }]));
  id = articles[0] as ArticleId;
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = () => readFileSync(join(dir, FILE), 'utf8');
const keep = (settings: Partial<StandingSettings> = {}) =>
  here.client.standing.keep({ ...ALL, ...settings, place: 'p' as PlaceHandle, written: 1 });
const mark = () => here.client.annotations.create({ article: id, span: { start: 3, end: 5 }, colour: 'fact' });
const listed = async () => (await here.client.standing.list())[0];

async function exportOnce(): Promise<void> {
  for await (const _ of await here.client.exports.markdown({ place: 'p' as PlaceHandle, selection: ALL.selection }));
}

/** The time comes, and it is told what came of it. */
async function pass(told: object): Promise<void> {
  now += 120_000;
  const [one] = waiting.splice(0);
  one?.run();
  await vi.waitFor(async () => expect(await listed()).toMatchObject(told), { timeout: 20_000, interval: 5 });
}

test('two minutes after the last change a folder is written as the last time, and it is told when', async () => {
  await exportOnce();
  await keep();
  expect(waiting).toEqual([]);
  await mark();
  expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([120_000]);
  const [first] = waiting;
  await here.client.articles.setNote({ id, note: '问过船长。' });
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).not.toBe(first);
  await pass({ label: '笔记', lastAt: now + 120_000, written: 1, failure: null, isOn: true });
  expect(read()).toContain('问过船长。');
  expect(waiting).toEqual([]);
});

test('what is switched off is written by nobody but a person, with one click', async () => {
  await exportOnce();
  const { id: kept } = await keep({ isOn: false });
  await mark();
  expect(waiting).toEqual([]);
  const before = read();
  await here.reopen();
  expect(read()).toBe(before);
  const events: string[] = [];
  for await (const { state } of await here.client.standing.again({ id: kept })) events.push(state);
  expect(events).toContain('written');
  expect(read()).toContain('^jb-');
  await here.client.standing.setOn({ id: kept, isOn: true });
  expect(waiting).toHaveLength(1);
  await here.client.standing.forget({ id: kept });
  expect(await here.client.standing.list()).toEqual([]);
});

describe('when the archive is closed', () => {
  test('what is due is written', async () => {
    await exportOnce();
    await keep();
    await mark();
    await here.archive.close();
    expect(read()).toContain('^jb-');
    await here.reopen();
    expect(waiting).toEqual([]);
  });

  test('nothing is written where nothing changed', async () => {
    await exportOnce();
    await keep();
    const { mtimeMs } = statSync(join(dir, FILE));
    await here.reopen();
    expect(statSync(join(dir, FILE)).mtimeMs).toBe(mtimeMs);
  });
});

describe('a folder that is not the one it was', () => {
  test('is not made anew when it is gone, and that is said; when it is back it is written', async () => {
    await exportOnce();
    await keep();
    renameSync(dir, `${dir} 移走`);
    await mark();
    await pass({ failure: 'gone' });
    expect(existsSync(dir)).toBe(false);
    renameSync(`${dir} 移走`, dir);
    await here.client.articles.setNote({ id, note: '回来了' });
    await pass({ failure: null, lastAt: now + 120_000 });
    expect(read()).toContain('回来了');
  });

  test('is not written when another stands in its place: an archive from elsewhere writes nowhere', async () => {
    await exportOnce();
    await keep();
    rmSync(dir, { recursive: true });
    mkdirSync(join(dir, '.jianbao'), { recursive: true });
    writeFileSync(join(dir, '我的.md'), '我的');
    await mark();
    await pass({ failure: 'gone' });
    expect(existsSync(join(dir, FILE))).toBe(false);
  });
});

test('a folder with a template is written with it as it is now', async () => {
  const { templates } = here.client;
  const { id: card } = await templates.save({ name: '卡片', profile: 'obsidian', source: '旧 {{ title }}' });
  await keep({ template: { name: '卡片', source: '旧 {{ title }}' } });
  await templates.change({ id: card, source: '新 {{ title }}' });
  expect(waiting).toHaveLength(1);
  waiting[0]?.run();
  await vi.waitFor(() => expect(read()).toContain('新 渡口'), { timeout: 20_000, interval: 5 });
});
