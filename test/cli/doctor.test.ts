import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspectMachine } from '../../electron/cli/doctor.ts';

const root = mkdtempSync(join(tmpdir(), 'jianbao-doctor-'));
afterAll(() => rmSync(root, { recursive: true }));
const machine = {
  root,
  page: join(root, 'page'),
  environment: { HOME: root, JIANBAO_BROWSER: 'none' },
  platform: 'linux',
  user: 1000,
} as const;
const found = async (changed: Partial<Parameters<typeof inspectMachine>[0]> = {}) =>
  Object.fromEntries(
    (await inspectMachine({ ...machine, ...changed })).map(({ what, ok, found }) => [what, { ok, found }]),
  );

test('it says what is there, what is missing and what a start would therefore do', async () => {
  const before = await found();
  expect(before).toMatchObject({
    node: { ok: true, found: process.versions.node },
    sqlite: { ok: true, found: expect.stringMatching(/^3\./) },
    built: { ok: false },
    electron: { ok: true, found: '–' },
    window: { found: 'address (no-display)' },
    archive: { found: join(root, 'Documents/Jianbao/Clippings.jianbao') },
  });
  mkdirSync(machine.page);
  writeFileSync(join(machine.page, 'index.html'), '');
  const browser = join(root, 'browser');
  writeFileSync(browser, '', { mode: 0o755 });
  const environment = { HOME: root, JIANBAO_BROWSER: browser, DISPLAY: ':0' };
  expect(await found({ environment })).toMatchObject({ built: { ok: true }, window: { found: 'browser' } });
  expect(await found({ environment, user: 0 })).toMatchObject({ window: { found: 'address (root)' } });
});
