import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportOutput, SearchOutput } from '#contract/commands.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-names-'));
  for (const [name, text] of [
    ['江城/98/0315/02.txt', '渡口新添两艘渡船。'],
    ['江城/札记.txt', '渡船每小时一班。'],
  ] as const) {
    const file = join(folder, 'papers', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RULE = ['--name-rule', '{报}/{yy}/{mmdd}/{版}.txt'];
const run = (...args: string[]) => runCommand([...args, '-a', 'a.jianbao', '--json'], { cwd: folder });
const lines = (out: string) => out.split('\n').filter((line) => line !== '');

test('names that do not fit are told and left out; kept when that is asked for; the rule fills the others', async () => {
  const first = await run('import', 'papers', ...RULE);
  expect([first.status, first.err.trim()]).toEqual([1, 'papers/江城/札记.txt: its name does not fit the rule']);
  expect(lines(first.out).map((line) => ImportOutput.parse(JSON.parse(line)).path)).toEqual([
    'papers/江城/98/0315/02.txt',
  ]);

  const second = await run('import', 'papers', ...RULE, '--unmatched', 'keep');
  expect(second.status).toBe(0);
  expect(
    lines(second.out)
      .map((line) => ImportOutput.parse(JSON.parse(line)).state)
      .sort(),
  ).toEqual(['imported', 'known']);

  const found = SearchOutput.parse(JSON.parse((await run('search', '渡船')).out));
  expect(found.items.map(({ publication, date }) => `${publication} ${date}`).sort()).toEqual([
    'null null',
    '江城 1998-03-15',
  ]);
});
