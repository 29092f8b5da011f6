import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../archive/exchange/readers.ts';
import { documentOf, store, temporaryArchive } from '../archive/temporary-archive.ts';
import { runCommand } from './run-command.ts';

const ARTICLES = 40;
let close: () => Promise<void>;
let folder: string;
let dir: string;

beforeAll(async () => {
  const here = await temporaryArchive();
  ({ close, dir } = here);
  for (let number = 1; number <= ARTICLES; number += 1) {
    const document = documentOf([{ title: `第${number}期渡口`, paragraphs: [`第${number}期渡口消息。`.repeat(800)] }]);
    await store(here, document, `${number}.txt`);
  }
  await here.archive.close();
  folder = mkdtempSync(join(tmpdir(), 'jianbao-text-'));
});
afterAll(async () => {
  await close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], under: readonly string[] = []) =>
  runCommand(['export', '-a', dir, ...args], { cwd: folder, under, env: { UV_THREADPOOL_SIZE: '1' } });

test('texts of many pieces come whole, to a file and to whoever reads our output', async () => {
  const written = await run(['--as', 'jsonl', '--to', 'all.jsonl']);
  expect([written.status, written.err]).toEqual([0, '']);
  const lines = readFileSync(join(folder, 'all.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text.length)).toHaveLength(ARTICLES);
  const printed = await run(['--as', 'jsonl']);
  expect(printed.out.trimEnd().split('\n')).toEqual(lines);
});

test('on a full disk the file that was there stays, and a sentence says so', async () => {
  writeFileSync(join(folder, 'table.csv'), 'before');
  const full = [
    'strace',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync',
    '-e',
    'inject=fsync:error=ENOSPC:when=1+',
  ];
  const { status, err } = await run(['--as', 'csv', '--to', 'table.csv'], full);
  expect(status).toBe(1);
  expect(err).toContain(`The disk of ${join(folder, 'table.csv')} is full.`);
  expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toBe('before');
  expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  expect((await run(['--as', 'csv', '--to', 'table.csv'])).status).toBe(0);
  expect(readCsv(readFileSync(join(folder, 'table.csv'), 'utf8'))).toHaveLength(ARTICLES + 1);
});
