import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { NO_BROWSER } from '../e2e/browser.ts';

const TIERS = fileURLToPath(new URL('./run-tiers.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jianbao-tiers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tiers as `npm test` runs them, with an npm whose scripts all end like this, on a machine without a browser. */
function run(tiers: readonly string[], npm: string) {
  const path = join(folder, 'npm.js');
  writeFileSync(path, npm);
  const { status, stdout, stderr } = spawnSync(process.execPath, [TIERS, ...tiers], {
    encoding: 'utf8',
    env: { npm_execpath: path, PATH: folder, JIANBAO_BROWSER: 'none' },
  });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

test('each tier is told with its time, all of them together, and what was counted stands last', () => {
  const { status, lines } = run(['types', 'lint'], 'process.exitCode = 0;');
  expect(status).toBe(0);
  const table = lines.filter((line) => /\d\.\d s/.test(line) && !line.startsWith('—'));
  expect(table.map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
    ['types', 'green'],
    ['lint', 'green'],
    ['together', expect.stringMatching(/^\d+\.\d$/)],
  ]);
  expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 skipped');
});

test('the first red tier is the last that runs', () => {
  const { status, lines } = run(['types', 'lint'], 'process.exitCode = 1;');
  expect([status, lines.at(-1)]).toEqual([1, '0 passed, 1 failed, 0 skipped']);
  expect(lines.some((line) => /^lint\s+not run/.test(line))).toBe(true);
});

test('where there is no browser the journeys say what to install', () => {
  const { stderr } = run(['e2e'], 'process.exitCode = 1;');
  expect(stderr).toContain(NO_BROWSER);
  expect(NO_BROWSER).toContain('apt-get install chromium');
});
