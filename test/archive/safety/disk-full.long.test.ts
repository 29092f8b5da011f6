import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchive, openArchive } from '#archive/archive.ts';
import { backupArchive } from '#archive/safety/backup.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { StoreError } from '#archive/store/errors.ts';
import { listOriginals } from '#archive/store/originals.ts';
import type { FileEvent } from '#contract/exports.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import { clientOf, documentOf, store, temporaryArchive, testOptions } from '../temporary-archive.ts';

/** A disk of a few megabytes; undefined where one may not be made. */
let disk: string | undefined;
const MEBIBYTES = 6;
/** What is made free again: more than the journal of writes, which closing moves into the database. */
const ROOM_MEBIBYTES = 5;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEBIBYTES + ROOM_MEBIBYTES}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    disk = folder;
  } catch {
    rmSync(folder, { recursive: true });
  }
});
afterAll(() => {
  if (!disk) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** Texts of their own, so that none is known. */
function documentOfSize(number: number, characters: number) {
  return documentOf([{ title: `第 ${number} 篇`, paragraphs: [`${number} 江城昨日大雨。`.repeat(characters / 10)] }]);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

for (const ballast of [0.5, 1, 1.3, 1.7, 2, 2.4, 2.9, 3.3])
  test(`a disk that fills up with ${ballast} MiB taken stops an import in words, and what was acknowledged is there`, async ({
    skip,
  }) => {
    if (!disk) return skip('a small disk cannot be mounted here');
    const dir = join(disk, 'full.jianbao');
    writeFileSync(join(disk, 'ballast'), new Uint8Array((ballast + ROOM_MEBIBYTES) * 2 ** 20));
    await createArchive(dir);
    const archive = await openArchive(dir, testOptions());
    const acknowledged: ArticleId[] = [];
    let failure: unknown;
    for (let number = 0; !failure; number += 1)
      failure = await failureOf(
        store({ archive, dir }, documentOfSize(number, 3000 + (number % 7) * 2000), `${number}.txt`).then((stored) =>
          acknowledged.push(...stored.articles),
        ),
      );
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ code: 'DISK_FULL' });
    expect(acknowledged.length).toBeGreaterThan(5);
    const listed = await clientOf(archive).articles.ids({});
    expect(new Set(listed)).toEqual(new Set(acknowledged));
    expect((await listOriginals(dir)).leftovers).toEqual([]);

    // What a person does meanwhile is done while the journal of writes has room in itself, then refused; never half done.
    const note = '注'.repeat(300_000);
    let refusal: unknown;
    for (const id of acknowledged) {
      refusal = await failureOf(clientOf(archive).articles.setNote({ id, note }));
      expect((await clientOf(archive).articles.get({ id })).note).toBe(refusal ? '' : note);
      if (refusal) break;
    }
    expect(refusal).toBeDefined();

    // No backup under a final name, and nothing of it left.
    expect(await failureOf(backupArchive(dir, { now: 0 }))).toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(join(dir, 'backups'))).toEqual([]);

    // Space is made, and the same open archive goes on.
    rmSync(join(disk, 'ballast'));
    const more = await store({ archive, dir }, documentOfSize(9999, 2000), 'more.txt');
    acknowledged.push(...more.articles);
    await archive.close();
    const again = await openArchive(dir, testOptions());
    expect(new Set(await clientOf(again).articles.ids({}))).toEqual(new Set(acknowledged));
    await again.close();
    expect(await checkArchive(dir, { terms })).toMatchObject({ ok: true, verified: { texts: acknowledged.length } });
    rmSync(dir, { recursive: true });
  });

test('a table for which a disk has no room is told by its name, and nothing of it stays there', async ({ skip }) => {
  if (!disk) return skip('a small disk cannot be mounted here');
  const place = join(disk, 'tables');
  mkdirSync(place);
  const here = await temporaryArchive({ places: { resolve: () => place } });
  for (let number = 0; number < 6; number += 1) await store(here, documentOfSize(number, 60_000), `${number}.txt`);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, new Uint8Array((MEBIBYTES + ROOM_MEBIBYTES - 0.5) * 2 ** 20));
  const write = async () => {
    const asked = { place: 'p' as PlaceHandle, selection: { of: 'all' }, as: 'jsonl', title: '文章' } as const;
    const states: FileEvent[] = [];
    for await (const event of await here.client.exports.file(asked)) states.push(event);
    return states.at(-1);
  };
  expect(await write()).toEqual({ state: 'failed', name: '文章.jsonl', reason: 'disk_full' });
  expect(readdirSync(place)).toEqual([]);
  rmSync(ballast);
  expect(await write()).toEqual({ state: 'finished', name: '文章.jsonl', articles: 6, highlights: 0 });
  await here.close();
});
