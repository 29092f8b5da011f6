import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createArchive } from '#archive/archive.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const rain = documentOf([{ title: '昨日大雨', paragraphs: ['城东积水,公交改道。', '气象台说今夜转晴。'] }], {
  byline: '本报记者 林月',
  publication: '江城日报',
  date: { edtf: '2023-10-18', printed: '2023年10月18日', inferred: false },
});

test('a new archive is a folder with a database, originals and backups, and says that it is empty', async () => {
  expect(readdirSync(here.dir).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
    'archive.lock',
    'archive.sqlite',
    'backups',
    'originals',
  ]);
  expect(await here.client.archive.info()).toMatchObject({ name: 'test', articles: 0, sources: 0, empty: true });
});

test('an archive is not made where something is already', async () => {
  const dir = join(here.dir, '..', 'other');
  mkdirSync(dir);
  writeFileSync(join(dir, 'letter.txt'), 'mine');
  await expect(createArchive(dir)).rejects.toThrow('ALREADY_THERE');
  expect(readdirSync(dir)).toEqual(['letter.txt']);
});

test('an article is read as it was stored, in the library and whole', async () => {
  const { articles } = await store(here, rain, '雨.txt');
  const id = articles[0] as never;
  const list = await here.client.articles.list({});
  expect(list).toMatchObject({
    total: 1,
    items: [
      {
        id,
        title: '昨日大雨',
        byline: '本报记者 林月',
        publication: '江城日报',
        date: { edtf: '2023-10-18', printed: '2023年10月18日', inferred: false },
        source: '雨.txt',
        excerpt: '城东积水,公交改道。 气象台说今夜转晴。',
        readingState: 'unread',
        desk: 'none',
      },
    ],
  });
  const article = await here.client.articles.get({ id });
  expect(article.body).toBe('昨日大雨\n城东积水,公交改道。\n气象台说今夜转晴。');
  expect(article.blocks.map((block) => article.body.slice(block.span.start, block.span.end))).toEqual(
    article.body.split('\n'),
  );
});

test('after closing there is one file, and opening again shows the same', async () => {
  await store(here, rain);
  const before = await here.client.articles.list({});
  await here.archive.close();
  expect(existsSync(join(here.dir, 'archive.sqlite-wal'))).toBe(false);
  await here.reopen();
  expect(await here.client.articles.list({})).toEqual(before);
});

test('a folder whose making was cut short is made again; one with anything of its own is refused', async () => {
  const cut = join(mkdtempSync(join(tmpdir(), 'jianbao-cut-')), 'cut.jianbao');
  mkdirSync(join(cut, 'originals'), { recursive: true });
  writeFileSync(join(cut, 'archive.sqlite.new'), 'half');
  await createArchive(cut);
  expect(readdirSync(cut).sort()).toEqual(['archive.sqlite', 'backups', 'originals']);

  const foreign = mkdtempSync(join(tmpdir(), 'jianbao-foreign-'));
  mkdirSync(join(foreign, 'originals'));
  writeFileSync(join(foreign, 'originals', 'of somebody.txt'), '一');
  await expect(createArchive(foreign)).rejects.toThrow('ALREADY_THERE');
  expect(readdirSync(foreign)).toEqual(['originals']);
  for (const folder of [join(cut, '..'), foreign]) rmSync(folder, { recursive: true });
});
