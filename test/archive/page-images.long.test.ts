import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupArchive } from '#archive/safety/backup.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { hashBytes, originalPath } from '#archive/store/originals.ts';
import type { SourceId } from '#contract/ids.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { dropFiles, eventsOf, fatesOf, sourceOf } from './drop-files.ts';
import { type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

const NAME = 'nanpu-morning-2024-05-17-p3';
const ALTO = readFileSync(`resources/samples/${NAME}.xml`);
const IMAGE = readFileSync(`resources/samples/${NAME}.png`);

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const drop = (files: Parameters<typeof dropFiles>[1]) => dropFiles(here.client, files);
async function readImage(source: SourceId, page = 0): Promise<Buffer> {
  const facts = (await here.client.positions.of({ source }))?.pages[page]?.image;
  const pieces: Buffer[] = [];
  for (let offset = 0; offset < (facts?.bytes ?? 0); offset += PIECE_BYTES) {
    const { piece } = await here.client.positions.image({ source, page, offset });
    pieces.push(Buffer.from(await piece.arrayBuffer()));
  }
  return Buffer.concat(pieces);
}
/** A picture with a right head and any number of bytes. */
function pictureOf(bytes: number): Buffer {
  const picture = Buffer.alloc(bytes, 7);
  IMAGE.copy(picture, 0, 0, 64);
  return picture;
}

describe.each([
  ['before', [`scans/${NAME}.png`, `scans/${NAME}.xml`]],
  ['after', [`scans/${NAME}.xml`, `scans/${NAME}.png`]],
])('a picture that comes %s its page', (_when, paths) => {
  test('is kept with it, and given back byte for byte', async () => {
    const events = await drop(paths.map((path) => [path, path.endsWith('.png') ? IMAGE : ALTO]));
    expect(fatesOf(events)).toEqual({ [`scans/${NAME}.png`]: 'attached', [`scans/${NAME}.xml`]: 'imported' });
    expect(events.at(-1)).toEqual({ state: 'finished', imported: 1, known: 0, refused: 0, cancelled: false });
    const source = sourceOf(events);
    const positions = await here.client.positions.of({ source });
    expect(positions?.pages.map(({ image }) => image)).toEqual([
      { mediaType: 'image/png', width: 1092, height: 1232, bytes: IMAGE.length },
    ]);
    expect((await readImage(source)).equals(IMAGE)).toBe(true);
  });
});

test('of three pages and pictures each finds its own; what is left over is refused by name, and the import ends', async () => {
  const second = Buffer.from(ALTO.toString().replace('ID="p1"', 'ID="p2"'));
  const large = pictureOf(2 * PIECE_BYTES + 5);
  const events = await drop([
    ['a/1.png', IMAGE],
    ['b/1.jpg', large],
    ['b/1.alto.xml', second],
    ['lost.png', pictureOf(400)],
    ['no picture.png', Buffer.from('only by its name')],
    ['no size.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['empty.png', new Uint8Array()],
    ['a/1.xml', ALTO],
  ]);
  expect(fatesOf(events)).toEqual({
    'a/1.png': 'attached',
    'a/1.xml': 'imported',
    'b/1.jpg': 'attached',
    'b/1.alto.xml': 'imported',
    'lost.png': 'image_alone',
    'no picture.png': 'imported',
    'no size.png': 'bad_image',
    'empty.png': 'empty',
  });
  const [source] = events.flatMap((event) =>
    event.state === 'imported' && event.path === 'b/1.alto.xml' ? [event.source] : [],
  );
  expect(source && (await readImage(source)).equals(large)).toBe(true);
  // Nothing waits on the disk for a page that did not come.
  expect(readdirSync(join(here.dir, 'originals', '.receiving'))).toEqual([]);
});

test('the same files again are known; a picture that comes later is taken by a known page without one', async () => {
  expect(fatesOf(await drop([['p.xml', ALTO]]))).toEqual({ 'p.xml': 'imported' });
  const later = await drop([
    ['p.png', IMAGE],
    ['p.xml', ALTO],
  ]);
  expect(fatesOf(later)).toEqual({ 'p.xml': 'known', 'p.png': 'attached' });
  const again = await drop([
    ['p.xml', ALTO],
    ['p.png', IMAGE],
  ]);
  expect(fatesOf(again)).toEqual({ 'p.xml': 'known', 'p.png': 'known' });
  expect(fatesOf(await drop([['p.png', IMAGE]]))).toEqual({ 'p.png': 'known' });
});

test('a cancelled import lets its pictures go', async () => {
  const { intake } = here.client;
  const { batch } = await intake.begin();
  const piece = new Blob([new Uint8Array(IMAGE)]);
  await intake.receive({ batch, path: 'p.png', size: IMAGE.length, offset: 0, piece });
  await intake.cancel({ batch });
  expect((await eventsOf(here.client, batch)).at(-1)).toMatchObject({
    state: 'finished',
    cancelled: true,
    imported: 0,
  });
  await here.reopen();
  expect(readdirSync(join(here.dir, 'originals', '.receiving'))).toEqual([]);
});

test('a picture is an original like any other: checked, copied into a backup, and not taken for an orphan', async () => {
  const source = sourceOf(
    await drop([
      ['p.xml', ALTO],
      ['p.png', IMAGE],
    ]),
  );
  await here.reopen();
  await here.archive.resume();
  expect((await readImage(source)).equals(IMAGE)).toBe(true);
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, verified: { originals: 2 } });
  const to = join(here.dir, 'backups');
  mkdirSync(to, { recursive: true });
  const backup = await backupArchive(here.dir, { now: Date.UTC(2026, 10, 21) });
  expect(readFileSync(originalPath(backup.path, hashBytes(IMAGE))).equals(IMAGE)).toBe(true);
  rmSync(originalPath(here.dir, hashBytes(IMAGE)));
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: false });
  await expect(here.client.positions.image({ source, page: 0, offset: 0 })).rejects.toMatchObject({
    code: 'UNREADABLE',
  });
});

test('what is not there is said by name', async () => {
  const source = sourceOf(
    await drop([
      ['p.xml', ALTO],
      ['p.png', IMAGE],
    ]),
  );
  const { positions } = here.client;
  const nobody = '019a0000-0000-7000-8000-000000000001' as SourceId;
  await expect(positions.of({ source: nobody })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(positions.image({ source, page: 1, offset: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(positions.image({ source, page: 0, offset: IMAGE.length })).rejects.toMatchObject({
    code: 'OUT_OF_RANGE',
  });
  const plain = sourceOf(await drop([['札记.txt', Buffer.from('渡口札记\n昨日，渡口新添两艘渡船，可载四十人。\n')]]));
  expect(await positions.of({ source: plain })).toBeNull();
});

test('what the desk makes of the page is made of ranges that stand in its boxes', async () => {
  const source = sourceOf(await drop([['p.xml', ALTO]]));
  const page = await here.client.desk.page({ source });
  const lines = (await here.client.positions.of({ source }))?.pages[0]?.boxes.filter(({ kind }) => kind === 'line');
  expect(page.articles.map(({ title }) => title)).toEqual([
    '城北三条背街试行早市错时摆摊',
    '旧书找到下一家',
    '南浦大桥夜间检修',
    '把小账算成明白账',
  ]);
  const joined = page.articles[0]?.blocks.find(({ span }) =>
    page.articles[0]?.body.slice(span.start).startsWith('“退的'),
  );
  const boxes = (joined?.pieces ?? []).flatMap(([start, end]) =>
    (lines ?? []).filter(({ range }) => range[0] < end && start < range[1]),
  );
  // Six lines at the foot of the first column, three at the head of the second, and the caption between them is not among them.
  expect(boxes.map(({ x }) => x).map((x) => (x < 380 ? 1 : 2))).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2]);
  expect(boxes.map(({ range }) => page.text.slice(...range)).join('')).toContain('从十一分钟缩短到六分钟');
});

/** The sample's page as often as that, each with a number of its own. */
function altoOfPages(count: number): Buffer {
  const text = ALTO.toString();
  const page = text.slice(text.indexOf('<Page '), text.indexOf('</Layout>'));
  const pages = Array.from({ length: count }, (_, at) =>
    page.replace('PHYSICAL_IMG_NR="1"', `PHYSICAL_IMG_NR="${at + 1}"`),
  );
  return Buffer.from(text.replace(page, pages.join('')).replace(`${NAME}.png`, 'elsewhere.tif'));
}

test('of a file with several pages each has the picture with its number, and the first the one of its name', async () => {
  const [second, third] = [pictureOf(3000), pictureOf(4000)];
  const events = await drop([
    ['issue/img/scan-0003.png', third],
    ['issue/alto/scan.xml', altoOfPages(3)],
    ['issue/img/scan-0002.png', second],
    ['issue/img/scan-0009.png', pictureOf(5000)],
    ['issue/alto/scan.png', IMAGE],
  ]);
  expect(fatesOf(events)).toEqual({
    'issue/alto/scan.xml': 'imported',
    'issue/alto/scan.png': 'attached',
    'issue/img/scan-0002.png': 'attached',
    'issue/img/scan-0003.png': 'attached',
    'issue/img/scan-0009.png': 'image_alone',
  });
  const source = sourceOf(events);
  expect(await Promise.all([0, 1, 2].map((page) => readImage(source, page)))).toEqual([IMAGE, second, third]);
});

test('a picture whose import was cut off finds its page when it is sent again, alone and by the name in the file too', async () => {
  const source = sourceOf(await drop([[`scans/${NAME}.xml`, ALTO]]));
  await here.reopen();
  expect(fatesOf(await drop([[`scans/${NAME}.png`, IMAGE]]))).toEqual({ [`scans/${NAME}.png`]: 'attached' });
  expect((await readImage(source)).equals(IMAGE)).toBe(true);

  const named = Buffer.from(ALTO.toString().replace(`${NAME}.png`, 'master/B_0001.tif'));
  const other = pictureOf(6000);
  expect(fatesOf(await drop([['issue/alto/x.xml', named]]))).toEqual({ 'issue/alto/x.xml': 'imported' });
  await here.reopen();
  const again = await drop([
    ['issue/alto/x.xml', named],
    ['issue/jpg/b_0001.jpg', other],
  ]);
  expect(fatesOf(again)).toEqual({ 'issue/alto/x.xml': 'known', 'issue/jpg/b_0001.jpg': 'attached' });
});
