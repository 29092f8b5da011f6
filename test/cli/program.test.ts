import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call } from './calls.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is asked wrongly is told in one line, with status 2', () => {
  test.each([
    [['wander'], 'There is no command wander. See --help.'],
    [['search', '--wander', 'x', '-a', 'x'], 'There is no option --wander. See --help.'],
    [['search', 'x'], '-a, --archive <DIR> is missing. See --help.'],
    [['search', '-a'], '-a, --archive <DIR> needs a value. See --help.'],
    [['search', '-a', 'x'], 'query is missing. See --help.'],
    [['search', '-a', 'x', ' ', ''], 'query is missing. See --help.'],
    [['search', '-a', 'x', 'q', '--limit', 'many'], 'Not possible: --limit many'],
    [['search', '-a', 'x', 'q', '--sort', 'luck'], 'Not possible: --sort luck'],
    [['search', '-a', 'x', 'q', '-f', 'queries'], 'Not possible: --query-file'],
    [['export', '-a', 'x'], '-t, --to <PLACE> is missing. See --help.'],
    [['export', '-a', 'x', '--as', 'docx'], 'docx is not a value that this takes. See --help.'],
    [['export', '-a', 'x', '--as', 'csv', '--dry-run'], 'Not possible: --dry-run --as csv'],
    [['export', '-a', 'x', '--as', 'ris', '--style', 'apa'], 'Not possible: --style --as ris'],
    [['export', '-a', 'x', '--as', 'csv', '--daily-notes'], 'Not possible: --daily-notes --as csv'],
    [['export', '-a', 'x', '-t', 'y', '--tag', 'a', '--query', 'b'], 'Not possible: --query, --tag'],
    [['export', '-a', 'x', '-t', 'y', '--article', 'no-id'], 'Not possible: --article no-id'],
    [['check', '-a', 'x', 'more'], 'There are too many arguments. See --help.'],
    [['restore', 'x'], 'Not possible: --archive'],
    [['restore'], 'backup is missing. See --help.'],
  ])('%j', async (args, sentence) => {
    expect(await call(args)).toEqual({ status: 2, out: '', err: `jianbao: ${sentence}` });
  });

  test('without a command the help is shown, and that is wrong use too', async () => {
    const { status, out, err } = await call([]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage: jianbao');
  });

  test('in Chinese for a Chinese terminal', async () => {
    expect(await call(['wander'], { language: 'zh' })).toEqual({
      status: 2,
      out: '',
      err: 'jianbao: 没有命令 wander。请看 --help。',
    });
    const { out } = await call(['desk', '--help'], { language: 'zh' });
    expect(out.match(/^\S+：/gmu)).toEqual(['用法：', '参数：', '选项：']);
  });
});

describe('help and schemas need nothing', () => {
  const commands = [
    'import',
    'desk',
    'search',
    'annotations',
    'export',
    'check',
    'serve',
    'backup',
    'restore',
    'doctor',
  ] as const;
  test.each(commands)('%s --help', async (name) => {
    const { status, out, err } = await call([name, '--help']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(`Usage: jianbao ${name}`);
  });

  test.each(commands)('%s --schema prints the JSON Schema of what --json prints', async (name) => {
    const { status, out } = await call([name, '--schema']);
    type Schema = { properties: { schema: unknown } };
    const schema = JSON.parse(out) as Schema | { oneOf: Schema[] };
    expect(status).toBe(0);
    const names = ('oneOf' in schema ? schema.oneOf : [schema]).map(({ properties }) => properties.schema);
    const more: Readonly<Record<string, string[]>> = {
      export: ['jianbao.export-text/1', 'jianbao.bag/1', 'jianbao.pages/1'],
      import: ['jianbao.import-bag/1'],
    };
    const further = more[name] ?? [];
    expect(names).toEqual([`jianbao.${name}/1`, ...further].map((const_) => ({ type: 'string', const: const_ })));
    expect(z.fromJSONSchema(schema as never)).toBeDefined();
  });

  test('--version is that of the build', async () => {
    expect(await call(['--version'])).toEqual({ status: 0, out: '1.2.3', err: '' });
  });
});

describe('an archive that is not there is refused by every command, and nothing is made', () => {
  test.each([[['search', 'x']], [['export', '--to', 'vault']], [['check']], [['backup']], [['serve']]])(
    '%j',
    async (args) => {
      const { status, out, err } = await call([...args, '--archive', 'none'], { folder });
      expect([status, out]).toEqual([1, '']);
      expect(err).toBe(
        `jianbao: There is no archive at ${join(folder, 'none')}. import makes one; every other command needs one.`,
      );
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test.each([
    ['another folder', (dir: string) => writeFileSync(join(dir, 'letter.txt'), 'mine')],
    [
      'a file that only has the name',
      (dir: string) => writeFileSync(join(dir, 'archive.sqlite'), 'not a database at all'.repeat(20)),
    ],
  ])('%s is no archive and stays as it is', async (_, fill) => {
    fill(folder);
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const args of [['search', 'x'], ['export', '--to', join(folder, 'vault')], ['backup']]) {
      const { status, err } = await call([...args, '--archive', folder]);
      expect(status).toBe(1);
      expect(err).toMatch(/^jianbao: .* is not a Jianbao archive\. Nothing was written\.$/);
    }
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });
});
