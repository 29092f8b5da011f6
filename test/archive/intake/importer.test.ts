import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import { articleReads } from '#archive/store/articles.ts';
import { originalPath } from '#archive/store/originals.ts';
import { sourceReads } from '#archive/store/sources.ts';
import { eventsOf, fates, isPage, openTestArchive, send, type TestArchive } from './archive-folder.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const run = async (files: Readonly<Record<string, Uint8Array | string>>, piece?: number) =>
  eventsOf(archive.importer, await send(archive.importer, files, piece));
const articleCount = () => articleReads(archive.reader).placeCounts().all;
/** Files under originals/, temporary ones included. */
const onDisk = () =>
  readdirSync(join(archive.dir, 'originals'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

test('a file is told as imported when its original, its source and its article are there', async () => {
  const text = '河边的新路\n\n上周五，镇里的新路通车了，沿路种了两排树。\n';
  const [imported, finished] = await run({ 'folder/note.txt': text });
  expect(imported).toMatchObject({ state: 'imported', path: 'folder/note.txt', sha256: sha256(text), page: false });
  expect(finished).toEqual({ state: 'finished', imported: 1, known: 0, refused: 0, cancelled: false });
  if (imported?.state !== 'imported') throw new Error('unreachable');
  expect(readFileSync(originalPath(archive.dir, imported.sha256), 'utf8')).toBe(text);
  expect(sourceReads(archive.reader).find(imported.source)).toMatchObject({
    name: 'note.txt',
    path: 'folder/note.txt',
  });
  const [article] = imported.articles;
  expect(article && articleReads(archive.reader).find(article)).toMatchObject({
    title: '河边的新路',
    body: '河边的新路\n上周五，镇里的新路通车了，沿路种了两排树。',
  });
});

test('bad files are named with their reason, and the import goes on', async () => {
  const large = '镇里的新路通车了。\n'.repeat(200_000);
  const events = await run({
    'empty.txt': '',
    'blank.txt': ' \n',
    'program.bin': Buffer.from('\x7fELF\x02\x01\x01'),
    'wrong.txt': Buffer.from(Array.from({ length: 600 }, (_, index) => 0x80 + ((index * 61) % 128))),
    'scan.pdf': '%PDF-1.7',
    'pictures.html': '<html><body><img src=x></body></html>',
    'gb.txt': iconv.encode('前三季度就业形势总体稳定。', 'gbk'),
    'large.txt': large,
    'good.txt': '最后一个文件也进来了。',
  });
  expect(fates(events)).toEqual({
    'empty.txt': 'empty',
    'blank.txt': 'empty',
    'program.bin': 'binary',
    'wrong.txt': 'unknown_encoding',
    'scan.pdf': 'broken_document',
    'pictures.html': 'nothing_to_read',
    'gb.txt': 'imported',
    'large.txt': 'imported',
    'good.txt': 'imported',
  });
  expect(events.find((event) => 'path' in event && event.path === 'large.txt')).toMatchObject({
    notices: ['text_too_long'],
  });
  expect(readFileSync(originalPath(archive.dir, sha256(large)), 'utf8')).toBe(large);
  expect(onDisk()).toHaveLength(3);
});

describe('the same bytes again', () => {
  test('are recognised by their hash, not imported twice, and told so', async () => {
    const first = await run({ 'a.txt': '同一份文件。' });
    const again = await run({ 'other/b.txt': '同一份文件。', 'c.txt': '另一份文件。' });
    expect(again).toContainEqual({
      ...first[0],
      state: 'known',
      path: 'other/b.txt',
      knownAs: 'a.txt',
      page: undefined,
      notices: undefined,
      marks: undefined,
    });
    expect([articleCount(), onDisk().length]).toEqual([2, 2]);
  });

  test('are recognised inside one batch too', async () => {
    expect(Object.values(fates(await run({ 'a.txt': '同一份文件。', 'b.txt': '同一份文件。' }))).sort()).toEqual([
      'imported',
      'known',
    ]);
    expect(articleCount()).toBe(1);
  });

  test('are kept again where the original was lost', async () => {
    await run({ 'a.txt': '同一份文件。' });
    rmSync(originalPath(archive.dir, sha256('同一份文件。')));
    await run({ 'a.txt': '同一份文件。' });
    expect(existsSync(originalPath(archive.dir, sha256('同一份文件。')))).toBe(true);
  });
});

describe('a newspaper page', () => {
  test('is acknowledged raw, separated afterwards, and the batch ends after that', async () => {
    const page = '◆甲文\n甲文的第一段在这里。\n◆乙文\n乙文的第一段在这里。\n';
    const events = await run({ 'page.txt': page });
    expect(events.map((event) => event.state)).toEqual(['imported', 'separated', 'finished']);
    const [imported, separated] = events;
    if (imported?.state !== 'imported' || separated?.state !== 'separated') throw new Error('unreachable');
    expect(imported).toMatchObject({ page: true, articles: [separated.articles[0]] });
    expect(separated.articles.map((id) => articleReads(archive.reader).find(id)?.title)).toEqual(['◆甲文', '◆乙文']);
  });

  test('that the desk fails on stays one raw article, and the batch ends all the same', async () => {
    await archive.reopen({
      pool: {
        read: async (bytes, name) => readDocument(bytes, name, isPage),
        separate: () => Promise.reject(new Error('lost')),
      },
    });
    const events = await run({ 'page.txt': '◆甲文\n一段。\n' });
    expect(events.map((event) => event.state)).toEqual(['imported', 'finished']);
    expect(articleCount()).toBe(1);
  });

  test('still raw at start is taken up again', async () => {
    const read = async (bytes: Uint8Array, name: string) => readDocument(bytes, name, isPage);
    await archive.reopen({ pool: { read, separate: () => new Promise(() => {}) } });
    const batch = await send(archive.importer, { 'page.txt': '◆甲文\n一段在这里。\n◆乙文\n又一段。\n' });
    for await (const event of archive.importer.events(batch)) if (event.state === 'imported') break;
    const published: string[] = [];
    await archive.reopen({ publish: (...topics) => void published.push(...topics) });
    await archive.importer.resume();
    await expect.poll(articleCount).toBe(2);
    expect(published).toEqual(['articles', 'desk']);
  });
});

describe('pieces', () => {
  test('of a large file go to a temporary file and become the original', async () => {
    const text = '镇里的新路通车了。\n'.repeat(60_000);
    const events = await run({ 'large.txt': text });
    expect(events[0]).toMatchObject({ state: 'imported', sha256: sha256(text) });
    expect(onDisk()).toEqual([sha256(text)]);
  });

  test('out of order are refused with the place that is expected', async () => {
    const batch = archive.importer.begin();
    const place = { batch, path: 'a.txt', size: 9 };
    await archive.importer.receive({ ...place, offset: 0 }, Buffer.from('abc'));
    await expect(archive.importer.receive({ ...place, offset: 6 }, Buffer.from('ghi'))).rejects.toMatchObject({
      code: 'OUT_OF_ORDER',
      expected: 3,
    });
    await expect(
      archive.importer.receive({ ...place, path: 'b.txt', offset: 3 }, Buffer.from('x')),
    ).rejects.toMatchObject({ code: 'OUT_OF_ORDER', expected: 0 });
  });

  test('of a file over the limit are refused by name', async () => {
    const batch = archive.importer.begin();
    await expect(
      archive.importer.receive({ batch, path: 'a.txt', size: 2 ** 31, offset: 0 }, Buffer.from('x')),
    ).rejects.toMatchObject({ code: 'TOO_LARGE' });
    archive.importer.finish(batch);
    expect(fates(await eventsOf(archive.importer, batch))).toEqual({ 'a.txt': 'too_large' });
  });

  test('for a batch that nobody began are refused', async () => {
    await expect(
      send(archive.importer, {}).then(() =>
        archive.importer.receive({ batch: 'x' as never, path: 'a', size: 1, offset: 0 }, Buffer.from('x')),
      ),
    ).rejects.toMatchObject({ code: 'NO_SUCH_BATCH' });
  });

  test('that never end, or are refused half way, name their file and leave nothing behind', async () => {
    const batch = archive.importer.begin();
    const piece = Buffer.alloc(1_048_576, 'a');
    for (const path of ['vanishes.txt', 'stops.txt', 'grows.txt'])
      await archive.importer.receive({ batch, path, size: 3_000_000, offset: 0 }, piece);
    archive.importer.refuse(batch, 'vanishes.txt', 'vanished');
    await archive.importer.receive({ batch, path: 'grows.txt', size: 1_500_000, offset: 1_048_576 }, piece);
    archive.importer.finish(batch);
    expect(fates(await eventsOf(archive.importer, batch))).toEqual({
      'vanishes.txt': 'vanished',
      'stops.txt': 'vanished',
      'grows.txt': 'changed_while_read',
    });
    await expect.poll(onDisk).toEqual([]);
  });
});

test('events are replayed from the first on, and a listener that leaves stops nobody', async () => {
  const batch = await send(archive.importer, { 'a.txt': '甲。', 'b.txt': '乙。' });
  for await (const _ of archive.importer.events(batch)) break;
  const first = await eventsOf(archive.importer, batch);
  expect(await eventsOf(archive.importer, batch)).toEqual(first);
  expect(first.map((event) => event.state)).toEqual(['imported', 'imported', 'finished']);
  const gone = new AbortController();
  const open = archive.importer.begin();
  const stream = archive.importer.events(open, gone.signal);
  await stream.next();
  gone.abort();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a cancel keeps what is committed, drops the rest, and leaves no file behind', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await archive.reopen({
    pool: {
      read: async (bytes, name, { signal } = {}) => {
        if (name !== 'first.txt') await held;
        signal?.throwIfAborted();
        return readDocument(bytes, name, isPage);
      },
      separate: () => Promise.reject(new Error('no page here')),
    },
  });
  const { importer } = archive;
  const batch = importer.begin();
  const give = (path: string, text: string) =>
    importer.receive({ batch, path, size: Buffer.byteLength(text), offset: 0 }, Buffer.from(text));
  await give('first.txt', '先进来的。');
  for await (const event of importer.events(batch)) if (event.state === 'imported') break;
  await give('second.txt', '后进来的。');
  await importer.receive({ batch, path: 'third.txt', size: 3_000_000, offset: 0 }, Buffer.alloc(1_048_576, 'a'));
  importer.cancel(batch);
  release();
  expect(await eventsOf(importer, batch)).toEqual([
    expect.objectContaining({ state: 'imported', path: 'first.txt' }),
    { state: 'finished', imported: 1, known: 0, refused: 0, cancelled: true },
  ]);
  await archive.reopen();
  expect([articleCount(), onDisk()]).toEqual([1, [sha256('先进来的。')]]);
});

test('a parser that dies or takes too long costs its file only', async () => {
  await archive.reopen({
    pool: {
      read: async (bytes, name) => {
        if (name === 'slow.txt') throw new IntakeRefusal('parser_timed_out');
        if (name === 'broken.txt') throw new TypeError('a fault in a parser');
        return readDocument(bytes, name, isPage);
      },
      separate: () => Promise.reject(new Error('no page here')),
    },
  });
  expect(fates(await run({ 'slow.txt': '慢。', 'broken.txt': '坏。', 'good.txt': '好。' }))).toEqual({
    'slow.txt': 'parser_timed_out',
    'broken.txt': 'parser_failed',
    'good.txt': 'imported',
  });
});

test('what a killed import left is collected at start: temporary files and originals without a source', async () => {
  await run({ 'a.txt': '留下的。' });
  const orphan = originalPath(archive.dir, sha256('没人认领的'));
  mkdirSync(join(orphan, '..'), { recursive: true });
  writeFileSync(orphan, '没人认领的');
  mkdirSync(join(archive.dir, 'originals/.receiving'), { recursive: true });
  for (const [name, old] of [
    ['.half', true],
    ['.young', false],
  ] as const) {
    const path = join(archive.dir, 'originals/.receiving', name);
    writeFileSync(path, 'x');
    if (old) utimesSync(path, 1000, 1000);
  }
  utimesSync(orphan, 1000, 1000);
  utimesSync(originalPath(archive.dir, sha256('留下的。')), 1000, 1000);
  await archive.reopen({ aloneSince: Date.now() - 60_000 });
  await archive.importer.resume();
  expect(onDisk()).toEqual(['.young', sha256('留下的。')].sort());
});

test('sixty files are committed in groups, each told only after its commit', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, `第${index}篇。`]));
  const batch = await send(archive.importer, files);
  for await (const event of archive.importer.events(batch))
    if (event.state === 'imported') expect(sourceReads(archive.reader).find(event.source)?.sha256).toBe(event.sha256);
  expect(articleCount()).toBe(60);
});
