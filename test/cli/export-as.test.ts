import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExportedTextOutput } from '#contract/commands.ts';
import { readBibtex, readCsv } from '../archive/exchange/readers.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../archive/temporary-archive.ts';
import { call } from './calls.ts';

let here: TemporaryArchive;
let folder: string;
beforeEach(async () => {
  here = await temporaryArchive();
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'));
  const origin = { publication: '江城日报', date: { edtf: '2023-10-18', printed: null, inferred: false } };
  for (const title of ['渡口', '茶厂'])
    await store(here, documentOf([{ title, paragraphs: [`${title}的消息。`] }], origin), `${title}.txt`);
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => call(['export', '-a', here.dir, ...args], { folder });
const parsed = (out: string) => ExportedTextOutput.parse(JSON.parse(out));

test('without a file the text is printed, in the style that was asked for', async () => {
  expect(await run('--as', 'citations', '--query', '茶厂')).toEqual({
    status: 0,
    out: '茶厂[N]. 江城日报, 2023-10-18.',
    err: '',
  });
  const { out } = await run('--as', 'citations', '--query', '茶厂', '--style', 'apa');
  expect(out).toBe('茶厂. (2023, October 18). 江城日报.');
  expect((await run('--as', 'ris', '--query', '茶厂')).out).toMatch(/^TY {2}- NEWS\nID/);
});

test('a file is written whole, in place of the one that was there', async () => {
  writeFileSync(join(folder, 'a.bib'), 'before');
  const { status, out } = await run('--as', 'bibtex', '--to', 'a.bib', '--json');
  const path = join(folder, 'a.bib');
  expect([status, parsed(out)]).toEqual([
    0,
    { schema: 'jianbao.export-text/1', as: 'bibtex', path, articles: 2, highlights: 0, text: null },
  ]);
  expect(readBibtex(readFileSync(path, 'utf8'))).toHaveLength(2);
  expect(readdirSync(folder)).toEqual(['a.bib']);
});

test('highlights have rows of their own, chosen by tag, with those that are confidential only where they are named', async () => {
  const [id] = await here.client.search.ids({ text: '渡口' });
  if (!id) throw new Error('it was stored');
  await here.client.tags.apply({ articles: [id], add: ['水运/渡口'] });
  const span = { start: 0, end: 2 };
  await here.client.annotations.create({ article: id, span, colour: 'fact', confidential: true });
  await here.client.annotations.create({ article: id, span, colour: 'fact', note: '=1' });
  const args = ['--as', 'csv', '--of', 'highlights', '--tag', '水运', '--json'];
  const plain = parsed((await run(...args)).out);
  expect([plain.as, plain.articles, plain.highlights]).toEqual(['highlights-csv', 1, 1]);
  const [names = [], row = []] = readCsv(plain.text ?? '');
  expect(row[names.indexOf('note')]).toBe("'=1");
  expect(parsed((await run(...args, '--with-confidential')).out).highlights).toBe(2);
});

test('a file in the archive, or where none can be, is refused in a sentence', async () => {
  const inside = join(here.dir, 'a.csv');
  expect(await run('--as', 'csv', '--to', inside)).toEqual({
    status: 1,
    out: '',
    err: `jianbao: ${inside} lies in the archive itself. Choose a folder outside it.`,
  });
  expect(existsSync(inside)).toBe(false);
  const nowhere = join(folder, 'not/there.csv');
  expect(await run('--as', 'csv', '--to', nowhere)).toEqual({
    status: 1,
    out: '',
    err: `jianbao: There is no folder ${join(folder, 'not')}.`,
  });
  mkdirSync(join(folder, 'vault'));
  expect((await run('--as', 'csv', '--to', 'vault')).err).toBe(
    `jianbao: ${join(folder, 'vault')} is a folder, not a file.`,
  );
  expect(readdirSync(folder)).toEqual(['vault']);
});

test('what is wrong with the query is told', async () => {
  const { status, err } = await run('--as', 'csl', '--query', '茶厂 from:someday');
  expect([status, err]).toEqual([0, 'from:someday: this is not a date']);
});
