import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportOutput, SearchOutput } from '#contract/commands.ts';
import { FILE_BYTES } from '#contract/limits.ts';
import { runCommand } from './run-command.ts';

const MEBIBYTE = 1_048_576;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-large-'));
  mkdirSync(at('files'));
  writeFileSync(at('files/1 first.txt'), '头一封信\n\n渡口照常开船。\n');
  // A text of 200 MB, its first line unlike the others.
  const line = Buffer.from('河水在夜里涨了一寸，桥下的刻度记得很清楚。\n');
  const piece = Buffer.alloc(Math.floor(MEBIBYTE / line.length) * line.length, line);
  const file = openSync(at('files/2 long.txt'), 'wx');
  writeSync(file, '二百兆字的水位记录\n');
  for (let written = 0; written < 200 * MEBIBYTE; written += piece.length) writeSync(file, piece);
  closeSync(file);
  writeFileSync(at('files/3 page.html'), `<p>${'渡口。'.repeat((65 * MEBIBYTE) / 9)}</p>`);
  // Nothing of it is on the disk.
  writeFileSync(at('files/4 film.txt'), '');
  truncateSync(at('files/4 film.txt'), FILE_BYTES + 1);
  writeFileSync(at('files/5 last.txt'), '末一封信\n\n渡口照常开船。\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a text of 200 MB is kept whole, larger files are refused by name, and the others come in', async () => {
  const told = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(at('peak'))}, String(process.resourceUsage().maxRSS)))`;
  writeFileSync(at('peak.cjs'), told);
  const args = ['import', at('files'), '-a', at('a.jianbao'), '--json'];
  const { status, out } = await runCommand(args, { env: { NODE_OPTIONS: `--require ${at('peak.cjs')}` } });
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => ImportOutput.parse(JSON.parse(line)));
  const fates = lines.map(({ path, state, reason }) => [path.slice(at('files/').length), state, reason]).sort();
  expect(fates).toEqual([
    ['1 first.txt', 'imported', null],
    ['2 long.txt', 'imported', null],
    ['3 page.html', 'refused', 'too_large'],
    ['4 film.txt', 'refused', 'too_large'],
    ['5 last.txt', 'imported', null],
  ]);
  expect(status).toBe(1);
  // The bytes as they came, and in the memory of the process never all of them at once.
  const { sha256 = '' } = lines.find(({ path }) => path.includes('long')) ?? {};
  const original = at(`a.jianbao/originals/${sha256?.slice(0, 2)}/${sha256}`);
  expect(statSync(original).size).toBe(statSync(at('files/2 long.txt')).size);
  expect(Number(readFileSync(at('peak'), 'utf8')) / 1024).toBeLessThan(700);

  const search = await runCommand(['search', '水位记录', '-a', at('a.jianbao'), '--json']);
  expect(SearchOutput.parse(JSON.parse(search.out)).items.map(({ title }) => title)).toEqual(['二百兆字的水位记录']);
  const plain = await runCommand(['import', at('files'), '-a', at('a.jianbao')]);
  expect(plain.out + plain.err).toMatch(
    /3 page\.html: it is too large: a web page may have 64 MB, a PDF 128 MB, ALTO 32 MB, any other file 1 GB/,
  );
});

test('a text that is longer than is read is told to be, beside its name', async () => {
  writeFileSync(at('novel.txt'), `水位记录\n\n${'河水在夜里涨了一寸。'.repeat(220_000)}\n`);
  const { status, out } = await runCommand(['import', at('novel.txt'), '-a', at('b.jianbao')], {
    env: { LC_ALL: 'C.UTF-8' },
  });
  expect([status, out.split('\n')[0]]).toEqual([
    0,
    `imported      ${at('novel.txt')} (stored whole; the part that is too long is neither shown nor searched)`,
  ]);
});
