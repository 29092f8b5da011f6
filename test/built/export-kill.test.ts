import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExportOutput } from '#contract/commands.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../archive/temporary-archive.ts';
import { runCommand } from './run-command.ts';

const ARTICLES = 40;
/** System calls that change the disk, and at how many of them an export is killed: twenty here, two hundred with JIANBAO_FULL. */
const FULL = process.env.JIANBAO_FULL !== undefined;
const POINTS: Readonly<Record<string, number>> = FULL
  ? { 'pwrite64,write': 40, fsync: 22, 'rename,renameat,renameat2': 22, openat: 14, mkdir: 2 }
  : { 'pwrite64,write': 4, fsync: 2, 'rename,renameat,renameat2': 2, openat: 1, mkdir: 1 };
/** Into an empty folder, and into one that people have lived in, with something to change in every file. */
const INTO = ['new', 'lived in'] as const;

let here: TemporaryArchive;
let folder: string;
/** What stands in the files before, of a folder that was exported to, and what has to stand in them at the end. */
const before: Record<string, Record<string, string>> = { new: {}, 'lived in': {} };
const whole: Record<string, Record<string, string>> = {};
const calls: Record<string, Map<string, number>> = {};

beforeAll(async () => {
  if (process.platform !== 'linux') return;
  folder = mkdtempSync(join(tmpdir(), 'jianbao-export-kill-'));
  here = await temporaryArchive();
  for (let number = 1; number <= ARTICLES; number += 1) {
    const document = documentOf([{ title: `第${number}期渡口`, paragraphs: [`第${number}期渡口消息。`.repeat(200)] }]);
    await store(here, document, `${number}.txt`);
  }
  await here.archive.close();
  expect(await runExport('seed')).toMatchObject({ status: 0 });
  for (const path of globSync('**/*.md', { cwd: join(folder, 'seed') })) {
    const file = join(folder, 'seed', path);
    writeFileSync(file, readFileSync(file, 'utf8').replace('%% begin notes %%\n', `%% begin notes %%\n我的 ${path}\n`));
  }
  before['lived in'] = filesOf('seed');
  await here.reopen();
  for (const id of await here.client.articles.ids({}))
    await here.client.annotations.create({ article: id as ArticleId, span: { start: 0, end: 3 }, colour: 'fact' });
  await here.archive.close();
  for (const into of INTO) {
    const name = prepared(into, 'whole');
    calls[into] = await countCalls(name);
    whole[into] = filesOf(name);
    expect(Object.keys(whole[into])).toHaveLength(ARTICLES);
  }
  expect(Object.values(whole['lived in'] ?? {}).every((text) => text.includes('我的 ') && text.includes('^jb-'))).toBe(
    true,
  );
});
afterAll(async () => {
  if (process.platform !== 'linux') return;
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

function prepared(into: (typeof INTO)[number], name: string): string {
  const dir = `${into}-${name}`;
  if (into === 'lived in') cpSync(join(folder, 'seed'), join(folder, dir), { recursive: true });
  return dir;
}

function runExport(name: string, under: readonly string[] = []) {
  // strace counts calls thread by thread: with one thread for files the count is that of the program.
  const env = { UV_THREADPOOL_SIZE: '1' };
  return runCommand(['export', '-a', here.dir, '--to', join(folder, name), '--json'], { under, env });
}

/** Every Markdown file with its text. */
function filesOf(name: string): Record<string, string> {
  const root = join(folder, name);
  const paths = globSync('**/*.md', { cwd: root }).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** How often one thread makes each of these calls. */
async function countCalls(name: string): Promise<Map<string, number>> {
  const trace = join(folder, 'trace');
  const all = Object.keys(POINTS).join();
  expect(await runExport(name, ['strace', '-f', '-qq', '-o', trace, '-e', `trace=${all}`])).toMatchObject({
    status: 0,
  });
  const made = new Map<string, number>();
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    const [, thread, call = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const names = Object.keys(POINTS).find((list) => list.split(',').includes(call));
    if (names) made.set(`${names} ${thread}`, (made.get(`${names} ${thread}`) ?? 0) + 1);
  }
  const most = new Map<string, number>();
  for (const [key, count] of made) {
    const names = key.slice(0, key.lastIndexOf(' '));
    most.set(names, Math.max(most.get(names) ?? 0, count));
  }
  return most;
}

const points = INTO.flatMap((into) =>
  Object.entries(POINTS).flatMap(([names, count]) =>
    Array.from({ length: count }, (_, index) => [into, names, index + 1, count] as const),
  ),
);
let killed = 0;
let half = 0;
test.runIf(process.platform === 'linux').each(points)(
  'into a folder that is %s, killed at %s, point %i of %i: whole files, and the next run makes all of it',
  async (into, names, at, of) => {
    const name = prepared(into, `${names.split(',')[0]}-${at}`);
    const number = Math.max(1, Math.round(((at - 0.5) / of) * (calls[into]?.get(names) ?? 1)));
    const inject = ['-e', `trace=${names}`, '-e', `inject=${names}:signal=KILL:when=${number}`];
    const { status, signal } = await runExport(name, ['strace', '-f', '-qq', '-o', '/dev/null', ...inject]);
    // strace ends as its child did.
    const wasKilled = signal === 'SIGKILL' || status === 137;
    if (wasKilled) killed += 1;
    else expect(status).toBe(0);

    const left = filesOf(name);
    const done = Object.entries(left).filter(([path, text]) => text === whole[into]?.[path]);
    const torn = Object.entries(left).filter(
      ([path, text]) => text !== whole[into]?.[path] && text !== before[into]?.[path],
    );
    expect(torn).toEqual([]);
    if (done.length > 0 && done.length < ARTICLES) half += 1;

    expect((await runExport(name)).status).toBe(0);
    expect(filesOf(name)).toEqual(whole[into]);
    if (!FULL && at % 3 !== 1) return;
    const third = ExportOutput.parse(JSON.parse((await runExport(name)).out));
    expect(third).toMatchObject({ written: 0, unchanged: ARTICLES, kept: 0, missing: 0, failed: 0 });
    expect(readdirSync(join(folder, name)).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
    rmSync(join(folder, name), { recursive: true });
  },
);

test.runIf(process.platform === 'linux')(
  'the points were reached: most of them killed the export, many half way',
  () => {
    expect(killed).toBeGreaterThan(points.length * 0.8);
    expect(half).toBeGreaterThan(points.length * 0.3);
  },
);
