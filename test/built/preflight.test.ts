import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jianbao-old-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Node of the machine that is too old for better-sqlite3; where there is none, this one says that it is. */
function findOldNode(): string | undefined {
  const candidates = (process.env.PATH ?? '').split(':').map((dir) => join(dir, 'node'));
  return [...candidates, '/usr/bin/node', '/usr/local/bin/node'].find(
    (path) => existsSync(path) && Number(spawnSync(path, ['-p', 'process.versions.napi']).stdout) < 10,
  );
}
const old = findOldNode();
/** What an older Node says of itself, for machines that have none. */
const PRETEND = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '9', node: '20.20.2' } })`;
const run = (file: string, args: readonly string[] = []) =>
  spawnSync(old ?? process.execPath, [...(old ? [] : ['--import', PRETEND]), file, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });

const entries = ['cli', 'loopback', 'service'].map((name) => join(ROOT, 'out/main', `${name}.js`));
entries.push(join(ROOT, 'electron/cli/run.mjs'));

test.each(entries)('%s under an older Node ends with a sentence, and opens nothing', (entry) => {
  const { status, stderr, stdout } = run(entry, ['serve', '--archive', join(folder, 'a.jianbao'), '--no-window']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Jianbao needs Node 24\.15 or newer; this is (Node )?v?20\.[\s\S]*请安装 Node 24/);
  expect(stderr).not.toMatch(/\bat |Segmentation/);
  expect(readdirSync(folder)).toEqual([]);
});
