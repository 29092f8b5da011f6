import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockArchive } from '#archive/store/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LOCK = fileURLToPath(new URL('../../../electron/archive/store/lock.ts', import.meta.url));

/** Another process that has the archive open, until it is killed. */
async function elsewhere(window: boolean) {
  const script = `import { lockArchive } from ${JSON.stringify(LOCK)};
    const lock = lockArchive(${JSON.stringify(folder)}, ${window});
    console.log(lock.alone); process.stdin.resume(); process.stdin.on('end', () => lock.release());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    alone: line.toString().trim() === 'true',
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('one window may have an archive open; a second is told, and commands come and go beside it', () => {
  const window = lockArchive(folder, true);
  expect(window.alone).toBe(true);
  const command = lockArchive(folder, false);
  expect(command.alone).toBe(false);
  expect(() => lockArchive(folder, true)).toThrow('IN_USE');
  command.release();
  window.release();
  const next = lockArchive(folder, true);
  expect(next.alone).toBe(true);
  next.release();
});

test('a window in another process is in the way until that process is gone, however it ended', async () => {
  const other = await elsewhere(true);
  try {
    expect(other.alone).toBe(true);
    expect(() => lockArchive(folder, true)).toThrow('IN_USE');
    const command = lockArchive(folder, false);
    expect(command.alone).toBe(false);
    command.release();
  } finally {
    await other.kill();
  }
  const window = lockArchive(folder, true);
  expect(window.alone).toBe(true);
  window.release();
});

test('a command in another process is not in the way of a window', async () => {
  const other = await elsewhere(false);
  try {
    const window = lockArchive(folder, true);
    expect(window.alone).toBe(false);
    window.release();
  } finally {
    await other.kill();
  }
});
