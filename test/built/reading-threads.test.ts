import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { Pool } from '#archive/context.ts';
import { startPool } from '../../electron/service/pool.ts';
import { pageOf, pdfOf } from '../archive/intake/small-pdf.ts';

const file = new URL('../../out/main/worker.js', import.meta.url);
let pool: Pool;
afterEach(() => pool.close());

/** A page whose program unpacks to this. */
function packed(program: Buffer): Uint8Array {
  const stream = deflateSync(program, { level: 9 }).toString('latin1');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R>>',
    `<</Filter/FlateDecode/Length ${stream.length}>>stream\n${stream}\nendstream`,
  ]);
}

test('the built threads read both sample pages with their places, and hostile ones between them cost nobody else', async () => {
  pool = startPool({ file, threads: 1, milliseconds: 20_000, megabytes: 160 });
  const sample = (name: string) => new Uint8Array(readFileSync(`resources/samples/${name}`));
  const pdf = sample('baishi-daily-2024-06-02-p1.pdf');
  const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['first.pdf', pdf],
    ['bomb.pdf', packed(Buffer.alloc(400 * 1_048_576))],
    ['page.xml', sample('nanpu-morning-2024-05-17-p3.xml')],
    [
      'locked.pdf',
      pageOf({ trailer: '/Encrypt 6 0 R/ID[<00><00>]', objects: ['<</Filter/Standard/V 1/R 2/P -4/O<ab>/U<cd>>>'] }),
    ],
    ['laughs.xml', Buffer.from('<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><alto>&b;</alto>')],
    ['last.pdf', pdf],
  ];
  const settled = await Promise.allSettled(files.map(([name, bytes]) => pool.read(bytes, name)));
  expect(
    settled.map((one, at) => [
      files[at]?.[0],
      one.status === 'fulfilled' ? one.value.positions?.[0]?.boxes.length : one.reason.reason,
    ]),
  ).toEqual([
    ['first.pdf', 68],
    ['bomb.pdf', 'parser_failed'],
    ['page.xml', 860],
    ['locked.pdf', 'encrypted'],
    ['laughs.xml', 'unsafe_document_type'],
    ['last.pdf', 68],
  ]);
});
