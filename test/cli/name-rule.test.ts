import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { call } from './calls.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-names-'));
  for (const name of [
    '江城日报/1998/0315/第02版.txt',
    '江城日报/1998/0316/A01.txt',
    '江城日报/1998/0230/01.txt',
    '江城日报/渡口.txt',
  ]) {
    const file = join(folder, 'papers', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${name}\n渡口新添两艘渡船。\n`);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dry = (rule: string, ...more: string[]) =>
  call(['import', 'papers', '-a', 'new.jianbao', '--name-rule', rule, ...more], { folder });

test('a dry run prints what each name says, tells those that do not fit, and makes no archive', async () => {
  const { status, out, err } = await dry('{报}/{yyyy}/{mmdd}/{版}.txt', '--dry-run');
  expect(out.split('\n')).toEqual([
    'papers/江城日报/1998/0315/第02版.txt\t江城日报\t1998-03-15\t02\t-',
    'papers/江城日报/1998/0316/A01.txt\t江城日报\t1998-03-16\tA01\t-',
  ]);
  expect(err.split('\n')).toEqual([
    'papers/江城日报/1998/0230/01.txt: there is no day 1998-02-30',
    'papers/江城日报/渡口.txt: its name does not fit the rule',
  ]);
  expect(status).toBe(1);
  expect(existsSync(join(folder, 'new.jianbao'))).toBe(false);
  expect((await dry('{报}/{yyyy}/{mmdd}/{版}.txt', '--dry-run', '--unmatched', 'keep')).status).toBe(0);
});

test('an expression reads the same names', async () => {
  const { out } = await dry(
    '/(?<paper>[^\\/]+)\\/(?<year>\\d{4})\\/(?<month>\\d\\d)(?<day>\\d\\d)\\/A(?<page>\\d+)/',
    '--dry-run',
  );
  expect(out).toBe('papers/江城日报/1998/0316/A01.txt\t江城日报\t1998-03-16\t01\t-');
});

test.each([
  [
    ['--name-rule', '{报}/{yyy}/{版}.txt'],
    'jianbao: Not possible: --name-rule at character 5, {yyy}: there is no such field',
  ],
  [
    ['--name-rule', '/(?<page>\\d+/'],
    'jianbao: Not possible: --name-rule at character 2, (: a bracket without its other half',
  ],
  [['--name-rule', '*.txt'], 'jianbao: Not possible: --name-rule: no field of paper, day or page is in it'],
  [['--dry-run'], 'jianbao: Not possible: --dry-run, --name-rule'],
  [['--unmatched', 'keep'], 'jianbao: Not possible: --unmatched, --name-rule'],
  [['--name-rule', '{版}.txt', '--unmatched', 'ask'], 'jianbao: ask is not a value that this takes. See --help.'],
])('%j is refused before anything is done', async (options, said) => {
  const { status, err } = await call(['import', 'papers', '-a', 'new.jianbao', ...options], { folder });
  expect([status, err]).toEqual([2, said]);
  expect(existsSync(join(folder, 'new.jianbao'))).toBe(false);
});
