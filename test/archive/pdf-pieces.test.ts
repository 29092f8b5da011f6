import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportVault } from '#archive/export/vault.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { hashBytes, originalPath } from '#archive/store/originals.ts';
import type { SourceId } from '#contract/ids.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { dropFiles, sourceOf } from './drop-files.ts';
import { pageOf } from './intake/small-pdf.ts';
import { type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

const PDF = readFileSync('resources/samples/baishi-daily-2024-06-02-p1.pdf');

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const bring = async (name: string, bytes: Uint8Array) => sourceOf(await dropFiles(here.client, [[name, bytes]]));
const refusal = (input: { source: SourceId; offset: number; bytes: number }) =>
  here.client.positions.pdf(input).then(
    () => 'given',
    (error: { code?: string }) => error.code,
  );

test('a PDF gives any range of its bytes, and as much as there is at its end', async () => {
  const source = await bring('p1.pdf', PDF);
  expect((await here.client.positions.of({ source }))?.pdf).toEqual({ bytes: PDF.length });
  for (const [offset, bytes] of [
    [0, 10],
    [1000, 4096],
    [PDF.length - 5, PIECE_BYTES],
  ] as const) {
    const { piece } = await here.client.positions.pdf({ source, offset, bytes });
    expect(Buffer.from(await piece.arrayBuffer()).equals(PDF.subarray(offset, offset + bytes))).toBe(true);
  }
});

test('what is no PDF gives no bytes, and what is not there is said by name', async () => {
  const alto = await bring('p3.xml', readFileSync('resources/samples/nanpu-morning-2024-05-17-p3.xml'));
  const text = await bring('札记.txt', Buffer.from('渡口札记\n昨日，渡口新添两艘渡船。\n'));
  expect((await here.client.positions.of({ source: alto }))?.pdf).toBeNull();
  const source = await bring('p1.pdf', PDF);
  const nobody = '019a0000-0000-7000-8000-000000000001' as SourceId;
  expect(await refusal({ source: alto, offset: 0, bytes: 10 })).toBe('NOT_FOUND');
  expect(await refusal({ source: text, offset: 0, bytes: 10 })).toBe('NOT_FOUND');
  expect(await refusal({ source: nobody, offset: 0, bytes: 10 })).toBe('NOT_FOUND');
  expect(await refusal({ source, offset: PDF.length, bytes: 10 })).toBe('OUT_OF_RANGE');
  expect(await refusal({ source, offset: 0, bytes: PIECE_BYTES + 1 })).toBe('BAD_REQUEST');
  rmSync(originalPath(here.dir, hashBytes(PDF)));
  expect(await refusal({ source, offset: 0, bytes: 10 })).toBe('UNREADABLE');
});

test('a scan without text is an article that can be listed, exported and checked', async () => {
  const source = await bring('白石日报 2024-06-02 1版.pdf', pageOf({ content: '0.5 g 0 0 200 300 re f' }));
  const { items } = await here.client.articles.list({});
  expect(items.map(({ title, characters, page }) => [title, characters, page])).toEqual([
    ['白石日报 2024-06-02 1版', 0, '1'],
  ]);
  expect((await here.client.positions.of({ source }))?.pages).toMatchObject([{ width: 200, image: null, boxes: [] }]);
  expect((await here.client.desk.page({ source })).text).toBe('');
  const vault = join(here.dir, '..', 'vault');
  mkdirSync(vault);
  const ids = await here.client.articles.ids({});
  for await (const event of exportVault({ db: here.archive.context.reader, dir: vault, ids, correctionsOf: () => [] }))
    if (event.state === 'finished') expect(event).toMatchObject({ written: 1, failed: 0 });
  expect(readdirSync(join(vault, '白石日报/2024'))).toHaveLength(1);
  await here.reopen();
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, verified: { originals: 1 } });
});
