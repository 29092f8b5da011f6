import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildIfStale, isStale } from '../../electron/cli/build-if-stale.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jianbao-build-'));
  for (const file of ['electron/cli/index.ts', 'renderer/index.html', 'package.json']) put(file, 100);
  for (const file of ['out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']) put(file, 200);
  for (const folder of ['electron/cli', 'electron', 'renderer']) utimesSync(join(root, folder), 100, 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A file that was changed so many seconds after the beginning of time. */
function put(file: string, seconds: number) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), '');
  utimesSync(join(root, file), seconds, seconds);
}

test('a build that is newer than every source is used', () => {
  expect(isStale(root)).toBe(false);
});

test.each([
  ['a source changed', () => put('electron/cli/index.ts', 300)],
  ['a source was removed', () => rmSync(join(root, 'electron/cli/index.ts'))],
  ['a dependency changed', () => put('package-lock.json', 300)],
  ['there is no build', () => rmSync(join(root, 'out'), { recursive: true })],
  ['one of the bundles is missing', () => rmSync(join(root, 'out/renderer/index.html'))],
  [
    'a build was cut short after its first bundle',
    () => [put('renderer/index.html', 250), put('out/main/cli.js', 300)],
  ],
])('it is built again when %s', (_, change) => {
  change();
  expect(isStale(root)).toBe(true);
});

test('without its tools it says what to run', async () => {
  rmSync(join(root, 'out'), { recursive: true });
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await buildIfStale(root)).toBe(false);
  expect(said.mock.calls.flat().join()).toContain('npm ci');
  said.mockRestore();
});

test('two commands at once build once, and a lock that was left behind is taken over', async () => {
  rmSync(join(root, 'out'), { recursive: true });
  put('node_modules/.cache/jianbao-build/pid', 100);
  // A process number that no system gives out.
  writeFileSync(join(root, 'node_modules/.cache/jianbao-build/pid'), '2147483646');
  mkdirSync(join(root, 'node_modules/electron-vite/bin'), { recursive: true });
  writeFileSync(
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
     appendFileSync('builds', 'one ');
     for (const file of ['main/cli.js', 'preload/index.cjs', 'renderer/index.html']) {
       mkdirSync(require('node:path').dirname('out/' + file), { recursive: true });
       writeFileSync('out/' + file, '');
     }`,
  );
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await Promise.all([buildIfStale(root), buildIfStale(root)])).toEqual([true, true]);
  said.mockRestore();
  expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('one ');
});
