import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BagOutput, TakenBagOutput } from '#contract/commands.ts';
import { faultsOf } from '../archive/bags/checklist.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../archive/temporary-archive.ts';
import { call } from './calls.ts';

let here: TemporaryArchive;
let folder: string;
beforeEach(async () => {
  here = await temporaryArchive();
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'));
  for (const title of ['渡口', '茶厂'])
    await store(here, documentOf([{ title, paragraphs: [`${title}的消息。`] }]), `${title}.txt`);
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (...args: string[]) => call(['export', '-a', here.dir, '--as', 'bag', ...args], { folder });
const take = (...args: string[]) => call(['import', '-a', 'new.jianbao', ...args], { folder });

test('a bag is a new folder, and an archive is made of it that has what the other has', async () => {
  const { status, out } = await write('--to', 'hand/over', '--json');
  expect([status, BagOutput.parse(JSON.parse(out))]).toMatchObject([
    0,
    { path: join(folder, 'hand/over'), sources: 2, articles: 2, highlights: 0, withheld: 0 },
  ]);
  expect(faultsOf(join(folder, 'hand/over'))).toEqual([]);
  expect(await take('hand/over')).toEqual({
    status: 0,
    out: 'hand/over: 2 files with 2 articles, 0 highlights, 2 entries of the journal; 0 files were here already',
    err: '',
  });
  expect((await take('hand/over')).out).toMatch(/^hand\/over: 0 files .*; 2 files were here already$/);
  const found = await call(['search', '茶厂', '-a', 'new.jianbao'], { folder });
  expect(found.out).toContain('茶厂');
});

test('a folder with something in it is not written into, and a place is needed', async () => {
  writeFileSync(join(folder, 'mine'), '');
  expect(await write('--to', '.')).toMatchObject({ status: 1, out: '' });
  expect(await write()).toMatchObject({ status: 2, err: expect.stringContaining('--to') });
  expect(await write('--to', 'x', '--profile', 'logseq')).toMatchObject({ status: 2 });
});

test('a bag that was changed, or holds a link, is refused in a sentence, and nothing is taken in', async () => {
  await write('--to', 'bag');
  cpSync(join(folder, 'bag'), join(folder, 'linked'), { recursive: true });
  writeFileSync(join(folder, 'bag/data/events.jsonl'), '');
  const { status, err } = await take('bag');
  expect([status, err]).toEqual([
    1,
    'bag: data/events.jsonl is not what was packed: its checksum differs; nothing was taken in',
  ]);
  rmSync(join(folder, 'linked/data/events.jsonl'));
  symlinkSync('/etc/hostname', join(folder, 'linked/data/events.jsonl'));
  const linked = await take('linked', '--json');
  const lines = linked.out.split('\n').map((line) => JSON.parse(line));
  expect(TakenBagOutput.parse(lines.at(-1))).toMatchObject({ reason: 'unreadable_file', file: 'data/events.jsonl' });
  expect(existsSync(join(folder, 'new.jianbao/archive.sqlite'))).toBe(true);
  expect((await call(['search', '茶厂', '-a', 'new.jianbao'], { folder })).out).not.toContain('茶厂');
});
