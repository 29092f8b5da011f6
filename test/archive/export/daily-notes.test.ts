import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayPath } from '#archive/export/day-path.ts';
import type { ExportEvent } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import { FILE, type VaultFixture, vaultFixture } from './vault-fixture.ts';

const HOUR = 3_600_000;
let clock: number;
let vault: VaultFixture;
let id: ArticleId;

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21, 2, 30);
  vault = await vaultFixture({ now: () => clock });
  id = await vault.addFerry();
});
afterEach(() => vault.close());

async function run(folder = '日记'): Promise<ExportEvent | undefined> {
  return (await vault.run({ daily: { folder }, now: () => clock })).at(-1);
}
const at = (path: string) => join(vault.dir, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

test('new marks go into the notes of their days, once each, and the older ones into none', async () => {
  await vault.mark(id, '昨日');
  clock += HOUR;
  expect(await run()).toMatchObject({ daily: { marks: 0, failed: [] } });
  clock += HOUR;
  const one = await vault.mark(id, '邻县', { colour: 'question' });
  clock += 20 * HOUR;
  const two = await vault.mark(id, '渡口新添3~5艘');
  expect(await run()).toMatchObject({ daily: { marks: 2, failed: [] } });
  const link = (short: string) => `[[${FILE.replace('.md', '')}#^jb-${short}|渡口新添两艘渡船]]`;
  expect(read('日记/2026-11-21.md')).toBe(
    `%% jianbao:begin marks %%\n- 疑问 · 邻县 ${link(one.shortId)}\n%% jianbao:end marks %%\n`,
  );
  expect(read('日记/2026-11-22.md')).toContain(`- 事实 · 渡口新添3\\~5艘 ${link(two.shortId)}\n`);
  expect(await run()).toMatchObject({ daily: { marks: 0 } });
});

test('what a person wrote in the note is never touched, and a line they took out stays out', async () => {
  await run();
  mkdirSync(at('日记'));
  const mine = '\ufeff# 今天\r\n\r\n- [ ] 去渡口\r\n';
  writeFileSync(at('日记/2026-11-21.md'), mine);
  const one = await vault.mark(id, '邻县');
  await run();
  const told = read('日记/2026-11-21.md');
  expect(told.startsWith(mine.trimEnd())).toBe(true);
  expect(told.replaceAll('\r\n', '')).not.toContain('\n');
  writeFileSync(at('日记/2026-11-21.md'), `${told.replace(/- 事实.*\r\n/, '')}晚上再写。\r\n`);
  await vault.mark(id, '昨日');
  await run();
  const after = read('日记/2026-11-21.md');
  expect(after).not.toContain(one.shortId);
  expect(after).toMatch(/- 事实 · 昨日 .*\r\n%% jianbao:end marks %%\r\n晚上再写。\r\n$/);
});

test('without a folder of our own the notes are where Obsidian has them, under the names it gives them', async () => {
  mkdirSync(at('.obsidian'));
  writeFileSync(at('.obsidian/daily-notes.json'), '{"folder":"journal/","format":"YYYY/MM/[日] D dddd"}');
  await run('');
  await vault.mark(id, '邻县');
  expect(await run('')).toMatchObject({ daily: { marks: 1 } });
  expect(existsSync(at('journal/2026/11/日 21 Saturday.md'))).toBe(true);
});

test('a name that is not understood, or leads out of the folder, is said; the marks are told when it can be', async () => {
  mkdirSync(at('.obsidian'));
  const settings = at('.obsidian/daily-notes.json');
  writeFileSync(settings, '{"format":"gggg-[W]ww"}');
  await run('');
  await vault.mark(id, '邻县');
  expect(await run('')).toMatchObject({ failed: 1, daily: { marks: 0, failed: [{ reason: 'outside_place' }] } });
  writeFileSync(settings, '{"folder":"../外","format":"YYYY-MM-DD"}');
  expect(await run('')).toMatchObject({
    daily: { failed: [{ path: '../外/2026-11-21.md', reason: 'outside_place' }] },
  });
  expect(existsSync(at('../外'))).toBe(false);
  writeFileSync(settings, 'not json');
  expect(await run('')).toMatchObject({ daily: { marks: 1, failed: [] } });
  expect(existsSync(at('2026-11-21.md'))).toBe(true);
});

test('a confidential mark is in no note of a day unless it is named', async () => {
  await run();
  await vault.mark(id, '邻县', { confidential: true });
  expect(await run()).toMatchObject({ daily: { marks: 0 } });
  const events = await vault.run({ daily: { folder: '' }, confidential: true, now: () => clock });
  expect(events.at(-1)).toMatchObject({ daily: { marks: 1 } });
  expect(vault.read()).toContain('邻县\n');
});

test('forms of a day as Moment.js has them', () => {
  expect(dayPath('YYYY-MM-DD', '2026-01-05')).toBe('2026-01-05');
  expect(dayPath('D.M.YY ddd MMM', '2026-01-05')).toBe('5.1.26 Mon Jan');
  expect(dayPath('YYYY/[第]M[月]', '2026-01-05')).toBe('2026/第1月');
  expect(dayPath('Do', '2026-01-05')).toBeUndefined();
});
