import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BackupOutput,
  CheckOutput,
  DeskOutput,
  ExportOutput,
  ImportOutput,
  RestoreOutput,
  SearchOutput,
} from '#contract/commands.ts';
import { runCommand } from './run-command.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples', import.meta.url));
const files = readdirSync(SAMPLES).sort();
let folder: string;
const at = (name: string) => join(folder, name);
const jianbao = (...args: string[]) => runCommand(args, { cwd: folder });
const objects = <Output>(schema: { parse(value: unknown): Output }, out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-journey-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the whole way on the command line: what is imported is found, exported, checked, copied and made again', () => {
  test('import takes a folder into a new archive, one object for each file when it is safe', async () => {
    const { status, out, err } = await jianbao('import', SAMPLES, '--archive', 'my papers', '--json', '--as', '林月');
    expect([status, err]).toEqual([0, '']);
    const imported = objects(ImportOutput, out);
    // In the order in which they were safe, which need not be that of their names.
    expect(imported.map(({ path, state }) => `${state} ${path}`).sort()).toEqual(
      files.map((name) => `${name.endsWith('.png') ? 'attached' : 'imported'} ${join(SAMPLES, name)}`).sort(),
    );
    for (const { sha256, id } of imported) {
      expect(id).not.toBeNull();
      expect(existsSync(at(`my papers/originals/${sha256?.slice(0, 2)}/${sha256}`))).toBe(true);
    }
  });

  test('the same files again are known, by their bytes and not by their names', async () => {
    const copy = at('copy.txt');
    writeFileSync(copy, readFileSync(join(SAMPLES, files[0] ?? '')));
    const { status, out } = await jianbao('import', 'copy.txt', SAMPLES, '--archive', 'my papers', '--json');
    expect(status).toBe(0);
    const known = objects(ImportOutput, out);
    expect(known.map(({ state }) => state)).toEqual(known.map(() => 'known'));
    expect(known[0]?.path).toBe('copy.txt');
  });

  test('search finds a two-character word of a separated page', async () => {
    const { status, out } = await jianbao('search', '--archive', 'my papers', '--json', '书房');
    expect(status).toBe(0);
    const [found] = objects(SearchOutput, out);
    expect(found?.total).toBeGreaterThan(0);
    expect(found?.items.length).toBe(found?.total);
    for (const { hits } of found?.items ?? []) for (const { start, end } of hits) expect(end - start).toBe(2);
  });

  test('export writes Markdown, and a second run writes nothing', async () => {
    const args = ['export', '--archive', 'my papers', '--to', 'vault', '--json'];
    const first = ExportOutput.parse(JSON.parse((await jianbao(...args)).out));
    expect(first).toMatchObject({ failed: 0, unchanged: 0 });
    expect(first.written).toBeGreaterThanOrEqual(files.length);
    for (const { path } of first.files) expect(readFileSync(at(`vault/${path}`), 'utf8')).toMatch(/^---\ntitle: "/);
    const second = ExportOutput.parse(JSON.parse((await jianbao(...args)).out));
    expect(second).toMatchObject({ written: 0, failed: 0, unchanged: first.written });
  });

  test('export writes bodies by a template of one’s own, or says in which line it was stopped and writes nothing', async () => {
    const args = ['export', '-a', 'my papers', '--to', 'cards', '--json'];
    writeFileSync(at('card.njk'), '# {{ title }}\n{% for a in annotations %}\n{{ a.text | shout }}\n{% endfor %}');
    const broken = await jianbao(...args, '--template', 'card.njk');
    expect(broken).toMatchObject({ status: 1, out: '' });
    expect(broken.err).toMatch(/card\.njk.*3.*shout/);
    writeFileSync(at('loop.njk'), '\n{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}');
    expect((await jianbao(...args, '--template', 'loop.njk')).err).toMatch(/loop\.njk.*2/);
    expect(readdirSync(at('cards'), { recursive: true }).filter((name) => String(name).endsWith('.md'))).toEqual([]);
    writeFileSync(at('card.njk'), '# {{ title }}\n{% persist "notes" %}{% endpersist %}');
    const first = ExportOutput.parse(JSON.parse((await jianbao(...args, '--template', 'card.njk')).out));
    expect(first).toMatchObject({ failed: 0, unchanged: 0 });
    expect(readFileSync(at(`cards/${first.files[0]?.path}`), 'utf8')).toContain('%% begin notes %%');
    const second = ExportOutput.parse(JSON.parse((await jianbao(...args)).out));
    expect(second).toMatchObject({ written: 0, unchanged: first.written });
  });

  test('check verifies all of it, a backup is made, and an archive of the backup is whole', async () => {
    const checked = await jianbao('check', '-a', 'my papers', '--json');
    expect(checked.status).toBe(0);
    const report = CheckOutput.parse(JSON.parse(checked.out));
    expect(report).toMatchObject({ ok: true, failed: [], verified: { originals: files.length } });
    const backup = BackupOutput.parse(
      JSON.parse((await jianbao('backup', '-a', 'my papers', '--to', 'safe', '--json')).out),
    );
    const restored = await jianbao('restore', backup.path, '--archive', 'again', '--json');
    expect(RestoreOutput.parse(JSON.parse(restored.out))).toMatchObject({ articles: backup.articles });
    const again = CheckOutput.parse(JSON.parse((await jianbao('check', '-a', 'again', '--json')).out));
    expect(again.verified).toMatchObject({ originals: report.verified.originals, texts: report.verified.texts });
    const [one, two] = await Promise.all(
      ['my papers', 'again'].map((archive) => jianbao('search', '-a', archive, '--json', '书房')),
    );
    expect(two?.out).toBe(one?.out);
  });

  test('an original that rotted is found by check', async () => {
    const [, , third = ''] = files;
    const { out } = await jianbao('import', join(SAMPLES, third), '--archive', 'again', '--json');
    const { sha256 } = objects(ImportOutput, out)[0] as ImportOutput;
    const original = at(`again/originals/${sha256?.slice(0, 2)}/${sha256}`);
    const bytes = readFileSync(original);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    rmSync(original);
    writeFileSync(original, bytes);
    const { status, out: told } = await jianbao('check', '-a', 'again', '--json');
    expect(status).toBe(1);
    expect(CheckOutput.parse(JSON.parse(told)).failed).toEqual([
      expect.objectContaining({ what: 'original', id: sha256 }),
    ]);
  });
});

describe('desk', () => {
  test('a text that is no newspaper page stays one document, unless one insists', async () => {
    const letter = at('信.txt');
    writeFileSync(letter, '老友：\n\n今年的柿子结得很好，等你来摘。\n\n院墙修过了，门还是那扇门。\n');
    const plain = DeskOutput.parse(JSON.parse((await jianbao('desk', letter, '--json')).out));
    expect(plain).toMatchObject({ page: false, articles: [{ kind: 'main' }] });
    const asked = DeskOutput.parse(JSON.parse((await jianbao('desk', letter, '--json', '--page')).out));
    expect(asked.articles.length).toBeGreaterThanOrEqual(1);
  });

  const page = files.find((name) => name.startsWith('hezhu')) ?? '';
  test('separates a page from a file, without an archive, and loses nothing', async () => {
    const before = readdirSync(folder);
    const { status, out, err } = await jianbao('desk', join(SAMPLES, page), '--json');
    expect([status, err]).toEqual([0, '']);
    const desk = DeskOutput.parse(JSON.parse(out));
    expect(out.startsWith('{"schema":"jianbao.desk/1",')).toBe(true);
    expect(desk.page).toBe(true);
    expect(desk.articles.length).toBeGreaterThan(1);
    const text = readFileSync(join(SAMPLES, page), 'utf8').replace(/^\ufeff/, '');
    const covered = new Uint8Array(text.length);
    const cover = (ranges: readonly (readonly [number, number, string?])[]) => {
      for (const [start, end] of ranges)
        for (let index = start; index < end; index += 1) covered[index] = (covered[index] ?? 0) + 1;
    };
    for (const { blocks } of desk.articles)
      for (const { pieces } of blocks) cover(pieces.filter((piece) => piece.length === 2));
    for (const { pieces } of desk.dropped) cover(pieces);
    for (const { range } of desk.operations) cover([range]);
    expect([...covered].every((times) => times === 1)).toBe(true);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('for people it prints the articles', async () => {
    const { status, out } = await jianbao('desk', join(SAMPLES, page));
    expect(status).toBe(0);
    expect(out.split('――――――――').length).toBeGreaterThan(1);
  });

  test('of a text that is longer than is read it says so, beside what it read', async () => {
    writeFileSync(at('长篇.txt'), `水位记录\n\n${'河水在夜里涨了一寸。'.repeat(220_000)}\n`);
    const { status, out, err } = await jianbao('desk', '长篇.txt', '--json');
    const { characters } = DeskOutput.parse(JSON.parse(out));
    expect([status, err.trim()]).toEqual([0, `长篇.txt: too long, only its first ${characters} characters were read`]);
    expect(characters).toBeLessThan(2_200_000);
  });

  test.each([
    ['a file that is not there', 'none.txt', 'There is no file'],
    ['an empty file', 'empty.txt', 'the file is empty'],
  ])('%s is refused in a sentence', async (_, name, sentence) => {
    if (name === 'empty.txt') writeFileSync(at(name), '');
    const { status, out, err } = await jianbao('desk', name, '--json');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });
});

describe('bad input', () => {
  test('what cannot be taken is named with its reason, the rest is taken, and the status says that something was not', async () => {
    mkdirSync(at('mixed/inner'), { recursive: true });
    writeFileSync(at('mixed/good.txt'), '渡口新添两艘渡船。\n');
    writeFileSync(at('mixed/empty.txt'), '');
    writeFileSync(at('mixed/binary.txt'), Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7) % 256)));
    symlinkSync(at('mixed'), at('mixed/inner/loop'));
    const { status, out, err } = await jianbao('import', 'mixed', 'gone.txt', '--archive', 'bad', '--json');
    expect([status, err]).toEqual([1, '']);
    const told = Object.fromEntries(
      objects(ImportOutput, out).map(({ path, state, reason }) => [path, reason ?? state]),
    );
    expect(told).toEqual({
      'mixed/good.txt': 'imported',
      'mixed/empty.txt': 'empty',
      'mixed/binary.txt': 'binary',
      'mixed/inner/loop': 'link_loop',
      'gone.txt': 'vanished',
    });
  });

  test('for people each refusal is one line on standard error', async () => {
    const { err, out } = await jianbao('import', 'mixed', '--archive', 'bad');
    expect(err.trimEnd().split('\n').sort()).toEqual([
      'mixed/binary.txt: this is not a text',
      'mixed/empty.txt: the file is empty',
      'mixed/inner/loop: a link that leads in a circle',
    ]);
    expect(out.trimEnd().split('\n').at(-1)).toBe('0 imported, 1 already here, 3 refused');
  });

  test.each([
    [['import'], 2],
    [['import', 'x'], 2],
    [['wander'], 2],
    [['search', '-a', 'none', 'x'], 1],
    [['check', '-a', 'none'], 1],
  ])('%j ends with its status and one line', async (args, status) => {
    const ran = await jianbao(...(args as string[]));
    expect([ran.status, ran.out]).toEqual([status, '']);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(at('none'))).toBe(false);
  });

  test('an archive whose making was cut short is made by the next import; no other command takes it for one', async () => {
    mkdirSync(at('cut/originals'), { recursive: true });
    writeFileSync(at('cut/archive.sqlite.new'), 'half');
    const early = await jianbao('check', '-a', 'cut');
    expect([early.status, early.err]).toEqual([1, expect.stringContaining('There is no archive at')]);
    expect((await jianbao('import', 'mixed/good.txt', '-a', 'cut')).status).toBe(0);
    expect((await jianbao('check', '-a', 'cut')).status).toBe(0);
  });

  test('a reader that goes away is no failure', async () => {
    const piped = ['bash', '-c', 'set -o pipefail; "$0" "$@" | head -c 1 >/dev/null'];
    expect(await runCommand(['search', '--schema'], { cwd: folder, under: piped })).toMatchObject({
      status: 0,
      err: '',
    });
  });
});
