import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExportOutput } from '#contract/commands.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../archive/temporary-archive.ts';
import { runCommand } from './run-command.ts';

const ARTICLES = 12;
let here: TemporaryArchive;
let folder: string;
let whole: Record<string, string>;

beforeAll(async () => {
  here = await temporaryArchive();
  for (let number = 1; number <= ARTICLES; number += 1) {
    const document = documentOf([{ title: `第${number}期渡口`, paragraphs: [`第${number}期渡口消息。`.repeat(200)] }]);
    await store(here, document, `${number}.txt`);
  }
  await here.archive.close();
  folder = mkdtempSync(join(tmpdir(), 'jianbao-faults-'));
  expect(await runExport('whole')).toMatchObject({ status: 0 });
  whole = filesOf('whole');
  expect(Object.keys(whole)).toHaveLength(ARTICLES);
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

function runExport(name: string, under: readonly string[] = []) {
  // strace counts calls thread by thread: with one thread for files the count is that of the program.
  const env = { UV_THREADPOOL_SIZE: '1' };
  return runCommand(['export', '-a', here.dir, '--to', join(folder, name), '--json'], { under, env });
}

/** strace that does one thing to one call: `error=ENOSPC`. */
function injecting(call: string, fault: string, when: string): string[] {
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`];
  return ['strace', '-f', '-qq', '-o', '/dev/null', ...inject];
}

/** Every Markdown file with its text. */
function filesOf(name: string): Record<string, string> {
  const root = join(folder, name);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return Object.fromEntries(names.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** What stands under a final name is whole, and the next run makes all of it as if nothing had happened. */
async function expectRepeats(name: string): Promise<void> {
  for (const [path, text] of Object.entries(filesOf(name))) expect([path, text]).toEqual([path, whole[path]]);
  const again = await runExport(name);
  expect(again.status).toBe(0);
  expect(filesOf(name)).toEqual(whole);
  const third = ExportOutput.parse(JSON.parse((await runExport(name)).out));
  expect(third).toMatchObject({ written: 0, unchanged: ARTICLES, kept: 0, failed: 0 });
}

test('a disk that is full stops the export in a sentence, and it goes on when there is room again', async () => {
  const name = 'full';
  const { status, out } = await runExport(name, injecting('fsync', 'error=ENOSPC', '5+'));
  expect(status).toBe(1);
  const told = ExportOutput.parse(JSON.parse(out));
  expect(told.failed).toBe(1);
  expect(told.written).toBeLessThan(ARTICLES);
  await expectRepeats(name);
});
