import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImageFacts } from '#archive/intake/image-facts.ts';

const PNG = readFileSync('resources/samples/nanpu-morning-2024-05-17-p3.png');
/** Segments of a JPEG: a marker, and what its length counts. */
const jpeg = (...segments: readonly (readonly [marker: number, body: readonly number[]])[]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segments.flatMap(([marker, body]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]),
    ...[0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
/** 8 bits, 2000 high, 1500 wide, one component. */
const FRAME = [8, 2000 >> 8, 2000 & 255, 1500 >> 8, 1500 & 255, 1, 1, 0x11, 0];
const refused = expect.objectContaining({ reason: 'bad_image' });

describe('the size of a picture', () => {
  test('of a PNG stands in its first chunk', () => {
    expect(readImageFacts(PNG)).toEqual({ mediaType: 'image/png', width: 1092, height: 1232 });
  });

  test.each([0xc0, 0xc1, 0xc2])(
    'of a JPEG stands in its frame %#, behind what cameras and scanners write',
    (marker) => {
      const exif = Array.from({ length: 3000 }, (_, at) => at & 255);
      const table = [0x10, ...Array.from({ length: 64 }, () => 1)];
      expect(readImageFacts(jpeg([0xe1, exif], [0xdb, table], [0xc4, [0, 1]], [marker, FRAME]))).toEqual({
        ...{ mediaType: 'image/jpeg', width: 1500, height: 2000 },
      });
    },
  );

  test('is not asked of anything else', () => {
    expect(readImageFacts(Buffer.from('GIF89a'))).toBeUndefined();
    expect(readImageFacts(Buffer.from('notes'))).toBeUndefined();
  });

  test.each([
    ['a PNG that ends in its head', PNG.subarray(0, 20)],
    ['a PNG whose first chunk is another', Buffer.concat([PNG.subarray(0, 12), Buffer.from('IDAT'), PNG.subarray(16)])],
    ['a PNG of no width', Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(4), PNG.subarray(20)])],
    [
      'a PNG of ten thousand million points',
      Buffer.concat([PNG.subarray(0, 16), Buffer.from([0, 1, 134, 160, 0, 1, 134, 160]), PNG.subarray(24)]),
    ],
    ['a JPEG without a frame', jpeg([0xe0, [1, 2, 3]])],
    ['a JPEG whose segment has no length', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG that ends in a segment', jpeg([0xe1, [1]]).subarray(0, 5)],
  ])('%s is refused', (_what, bytes) => {
    expect(() => readImageFacts(bytes)).toThrow(refused);
  });
});
