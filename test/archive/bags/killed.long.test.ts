import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { clientOf, temporaryArchive, testOptions } from '../temporary-archive.ts';
import { archiveWithPlace, readFolder, takeBag, writeBag } from './bag-folder.ts';
import { faultsOf } from './checklist.ts';
import { dumpOf } from './dump.ts';
import { furnish } from './furnished.ts';

/** At how many points an export, and then an import, is killed: a few here, two hundred with JIANBAO_FULL. */
const POINTS = process.env.JIANBAO_FULL === undefined ? 3 : 200;
const UNTIL_KILLED = fileURLToPath(new URL('./bag-until-killed.ts', import.meta.url));
const RAW = new URL('../../bench/raw-imports.mjs', import.meta.url).href;
/** Files of the archive, each of which is a step. */
const SOURCES = 9;

let full: Awaited<ReturnType<typeof archiveWithPlace>>;
beforeAll(async () => {
  full = await archiveWithPlace();
  await furnish(full.here);
});
afterAll(() => full.close());

/** Lets it work for as many reports of progress, and kills it a little later. */
async function killAt(what: 'write' | 'take', from: string, to: string, steps: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', RAW, UNTIL_KILLED, what, from, to], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece.split('\n').length - 1;
    if (said >= steps) child.kill('SIGKILL');
  });
  await once(child, 'close');
}

test('a kill leaves no bag that is not whole, and no source half taken in; the next run makes it whole', {
  timeout: 60_000 * POINTS,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'jianbao-kill-'));
  const { here } = full;
  await here.archive.close();
  for (let point = 0; point < POINTS; point += 1) {
    await killAt('write', here.dir, place, 1 + Math.floor((point / POINTS) * SOURCES));
    for (const name of readdirSync(place).filter((each) => !each.startsWith('.')))
      expect(faultsOf(join(place, name))).toEqual([]);
  }
  here.archive = await openArchive(here.dir, {
    ...testOptions(),
    places: { resolve: () => place },
  });
  here.client = clientOf(here.archive);
  await writeBag(here.client, { title: 'whole', confidential: true });
  expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);

  const target = await temporaryArchive();
  await target.archive.close();
  for (let point = 0; point < POINTS; point += 1) {
    await killAt('take', join(place, 'whole'), target.dir, 1 + Math.floor((point / POINTS) * SOURCES));
    expect(await checkArchive(target.dir, { terms })).toMatchObject({ ok: true });
  }
  target.archive = await openArchive(target.dir, testOptions());
  target.client = clientOf(target.archive);
  expect(await takeBag(target.client, readFolder(join(place, 'whole')))).toMatchObject({ state: 'bag', kept: [] });
  expect(dumpOf(target.archive.context.reader)).toEqual(dumpOf(here.archive.context.reader));
  await target.close();
  rmSync(place, { recursive: true });
});
