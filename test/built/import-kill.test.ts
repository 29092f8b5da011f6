import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchive, openArchive } from '#archive/archive.ts';
import { originalPath } from '#archive/store/originals.ts';
import { sourceReads } from '#archive/store/sources.ts';
import { ImportOutput } from '#contract/commands.ts';
import { clientOf, optionsWithoutDesk } from '../archive/temporary-archive.ts';
import { runCommand } from './run-command.ts';

/** Text, GB18030, Markdown, saved pages and one larger than a piece: each with a word that stands nowhere else. */
const FILES = 30;
/** System calls that change the disk, and at how many of them the import is killed: a few here, two hundred with JIANBAO_FULL. */
const FULL = process.env.JIANBAO_FULL !== undefined;
const POINTS: Readonly<Record<string, number>> = FULL
  ? { 'pwrite64,write': 90, fsync: 50, 'rename,renameat,renameat2': 30, 'ftruncate,unlink,unlinkat': 6, mkdir: 24 }
  : { 'pwrite64,write': 6, fsync: 6, 'rename,renameat,renameat2': 4, 'ftruncate,unlink,unlinkat': 1, mkdir: 1 };

/** strace is Linux's. */
const onLinux = test.runIf(process.platform === 'linux');
let folder: string;
let files: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-kill-'));
  files = join(folder, 'files');
  mkdirSync(files);
  for (let number = 0; number < FILES; number += 1) writeFileSync(join(files, nameOf(number)), textOf(number));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentinelOf = (number: number) => `sentinel${String(number).padStart(4, '0')}`;
const extensionOf = (number: number) => ['txt', 'txt', 'md', 'html', 'txt'][number % 5] ?? 'txt';
const nameOf = (number: number) => `${String(number).padStart(2, '0')}.${extensionOf(number)}`;

function textOf(number: number): string {
  const sentence = `第${number}期渡口的消息，${sentinelOf(number)} 说河水又涨了。`;
  if (extensionOf(number) === 'html')
    return `<html><head><title>第${number}期</title></head><body><p>${sentence}</p></body></html>`;
  const more = number === 9 ? '河水在夜里涨了一寸。\n'.repeat(36_000) : '桥下的刻度记得很清楚。\n'.repeat(40);
  return `# 第${number}期\n\n${sentence}\n\n${more}`;
}

const runImport = (dir: string, under: readonly string[] = []) =>
  // strace counts calls thread by thread: with one thread for files the count is that of the program.
  runCommand(['import', files, '--archive', dir, '--json'], { under, env: { UV_THREADPOOL_SIZE: '1' } });

/** The files that were told to be in the archive before the end; a line that was cut off told nothing. */
function acknowledged(out: string): ImportOutput[] {
  const lines = out.split('\n');
  return lines.slice(0, -1).flatMap((line) => {
    const told = ImportOutput.parse(JSON.parse(line));
    return told.state === 'refused' ? [] : [told];
  });
}

async function openAfter(dir: string) {
  const archive = await openArchive(dir, optionsWithoutDesk());
  return { archive, client: clientOf(archive) };
}

/** Everything that was acknowledged is there, nothing is there by half, and nothing is left over. */
async function expectWhole(dir: string, told: readonly ImportOutput[]): Promise<void> {
  const { archive, client } = await openAfter(dir);
  try {
    await archive.resume();
    const { db, reader } = archive.context;
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const sources = sourceReads(reader);
    expect(told.filter(({ id }) => id === null || !sources.find(id))).toEqual([]);
    const hashes = sources.hashes();
    for (const hash of hashes)
      expect(
        createHash('sha256')
          .update(readFileSync(originalPath(dir, hash)))
          .digest('hex'),
      ).toBe(hash);
    const kept = readdirSync(join(dir, 'originals'), { recursive: true, withFileTypes: true });
    expect(
      kept
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(hashes);
    const inArchive = new Set(hashes);
    for (let number = 0; number < FILES; number += 1) {
      const hash = createHash('sha256').update(textOf(number)).digest('hex');
      const { total } = await client.search.query({ text: sentinelOf(number) });
      expect([sentinelOf(number), total]).toEqual([sentinelOf(number), inArchive.has(hash) ? 1 : 0]);
    }
  } finally {
    await archive.close();
  }
}

test('an import that nobody kills takes every file', async () => {
  const dir = join(folder, 'whole.jianbao');
  const { status, out } = await runImport(dir);
  expect([status, acknowledged(out).length]).toEqual([0, FILES]);
  await expectWhole(dir, acknowledged(out));
});

/** How often one thread of an import makes each of these calls: strace counts them thread by thread. */
async function countCalls(): Promise<Map<string, number>> {
  const trace = join(folder, 'trace');
  const all = Object.keys(POINTS).join();
  await runImport(join(folder, 'counted.jianbao'), ['strace', '-f', '-qq', '-o', trace, '-e', `trace=${all}`]);
  const made = new Map<string, number>();
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    const [, thread, call = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const calls = Object.keys(POINTS).find((names) => names.split(',').includes(call));
    if (calls) made.set(`${calls} ${thread}`, (made.get(`${calls} ${thread}`) ?? 0) + 1);
  }
  const most = new Map<string, number>();
  for (const [key, count] of made) {
    const calls = key.slice(0, key.lastIndexOf(' '));
    most.set(calls, Math.max(most.get(calls) ?? 0, count));
  }
  return most;
}

let calls: Map<string, number>;
beforeAll(async () => {
  if (process.platform === 'linux') calls = await countCalls();
});

const points = Object.entries(POINTS).flatMap(([names, count]) =>
  Array.from({ length: count }, (_, index) => [names, index + 1, count] as const),
);
let killed = 0;
let half = 0;
onLinux.each(points)('killed at %s, point %i of %i, an import has lost nothing that it told', async (names, at, of) => {
  const dir = join(folder, `${names.split(',')[0]}-${at}.jianbao`);
  await createArchive(dir);
  const number = Math.max(1, Math.round(((at - 0.5) / of) * (calls.get(names) ?? 1)));
  const inject = ['-e', `trace=${names}`, '-e', `inject=${names}:signal=KILL:when=${number}`];
  const { status, signal, out } = await runImport(dir, ['strace', '-f', '-qq', '-o', '/dev/null', ...inject]);
  const told = acknowledged(out);
  if (signal === 'SIGKILL' || status === 137) {
    killed += 1;
    if (told.length > 0 && told.length < FILES) half += 1;
  } else expect(status).toBe(0);
  await expectWhole(dir, told);
  // Whatever was lost comes in the next time; a whole import more, so not after each.
  if (!FULL && at % 3 !== 1) return;
  const again = await runImport(dir);
  expect([again.status, acknowledged(again.out).length, reasons(again.out)]).toEqual([0, FILES, []]);
});

/** Every file that is refused says why, once each; the reasons of all. */
function reasons(out: string): string[] {
  const told = out
    .split('\n')
    .slice(0, -1)
    .map((line) => ImportOutput.parse(JSON.parse(line)));
  return [...new Set(told.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
}

onLinux.each([
  ['full half way', 'pwrite64', 'ENOSPC', '60+', 'disk_full'],
  ['full when it syncs', 'fsync', 'ENOSPC', '9+', 'disk_full'],
  ['failing when it syncs', 'fsync', 'EIO', '5+', 'read_only'],
  ['failing once when it syncs', 'fsync', 'EIO', '12', 'read_only'],
])(
  'a disk that is %s ends the import in words; it goes on when the disk is well',
  async (what, calls, error, when, reason) => {
    const dir = join(folder, `${what}.jianbao`);
    await createArchive(dir);
    const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${when}`];
    const under = ['strace', '-f', '-qq', '-o', '/dev/null', ...inject];
    const { status, out } = await runImport(dir, under);
    expect(status).toBe(1);
    expect(reasons(out).filter((said) => said !== reason)).toEqual([]);
    expect(acknowledged(out).length).toBeLessThan(FILES);
    await expectWhole(dir, acknowledged(out));
    const again = await runImport(dir);
    expect([again.status, acknowledged(again.out).length, reasons(again.out)]).toEqual([0, FILES, []]);
  },
);

onLinux('the points were reached: most of them killed the import', () => {
  expect(killed).toBeGreaterThan(points.length * 0.6);
  // Some of the files told and some not: the kill came between two commits, or in one.
  expect(half).toBeGreaterThan(points.length * 0.2);
});
