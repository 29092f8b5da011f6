import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import { documentOf, store, temporaryArchive } from '../temporary-archive.ts';
import { archiveWithPlace, readFolder, takeBag, writeBag } from './bag-folder.ts';
import { faultsOf } from './checklist.ts';
import { dumpOf } from './dump.ts';
import { furnish } from './furnished.ts';

const ARTICLES = 1000;
let full: Awaited<ReturnType<typeof archiveWithPlace>>;
beforeAll(async () => {
  full = await archiveWithPlace();
  await furnish(full.here);
  const { client } = full.here;
  for (let number = 0; number < ARTICLES / 10; number += 1) {
    const titles = Array.from({ length: 10 }, (_, at) => `第 ${number * 10 + at} 篇`);
    const document = documentOf(
      titles.map((title) => ({ title, paragraphs: [`${title}：江城昨日大雨，𠮷野家歇业。`] })),
    );
    const { articles } = await store(full.here, document, `${number}.txt`);
    await client.annotations.create({
      article: articles[0] as ArticleId,
      span: { start: 0, end: 3 },
      colour: 'question',
      note: `第 ${number} 条`,
    });
  }
}, 120_000);
afterAll(() => full.close());

test('a thousand articles come back, row for row of every table', { timeout: 120_000 }, async () => {
  await writeBag(full.here.client, { confidential: true });
  expect(faultsOf(join(full.place, 'bag'))).toEqual([]);
  const empty = await temporaryArchive();
  const taken = await takeBag(empty.client, readFolder(join(full.place, 'bag')));
  expect(taken).toMatchObject({ state: 'bag', kept: [] });
  expect(dumpOf(empty.archive.context.reader)).toEqual(dumpOf(full.here.archive.context.reader));
  expect(await checkArchive(empty.dir, { terms })).toMatchObject({ ok: true });
  await empty.close();
});

test('a full disk is said, and leaves nothing', { timeout: 60_000 }, async ({ skip }) => {
  const disk = mkdtempSync(join(tmpdir(), 'jianbao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return skip('a small disk cannot be mounted here');
  }
  const small = await temporaryArchive({ places: { resolve: (handle) => (handle === 'out' ? disk : undefined) } });
  for (let number = 0; number < 40; number += 1)
    await store(small, documentOf([{ title: `${number}`, paragraphs: ['大雨。'.repeat(900)] }]), `${number}.txt`);
  const asked = { place: 'out' as PlaceHandle, title: 'bag', selection: { of: 'all' as const } };
  let last: unknown;
  for await (const event of await small.client.bags.write(asked)) last = event;
  expect(last).toEqual({ state: 'failed', name: 'bag', reason: 'disk_full' });
  expect(readdirSync(disk)).toEqual([]);
  writeFileSync(join(disk, 'room'), '');
  await small.close();
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});
