import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportVault } from '#archive/export/vault.ts';
import type { ExportEvent } from '#contract/exports.ts';
import { documentOf, store } from '../temporary-archive.ts';
import { FILE, results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, read } = vault;

test('a link below it is not followed, to write or to read', async () => {
  await addFerry();
  const outside = mkdtempSync(join(tmpdir(), 'jianbao-outside-'));
  try {
    symlinkSync(outside, join(vault.dir, '江城日报'));
    expect(results(await run())).toEqual([{ state: 'failed', path: FILE }]);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(join(vault.dir, '江城日报'));
    await run();
    renameSync(join(vault.dir, FILE), join(outside, 'x.md'));
    symlinkSync(join(outside, 'x.md'), join(vault.dir, FILE));
    const before = readFileSync(join(outside, 'x.md'), 'utf8');
    expect((await run())[1]).toMatchObject({ state: 'failed', reason: 'outside_place' });
    expect(readFileSync(join(outside, 'x.md'), 'utf8')).toBe(before);
  } finally {
    rmSync(outside, { recursive: true });
  }
});

test.each([
  ['is not there', () => join(vault.dir, 'nowhere'), 'NO_SUCH_PLACE'],
  [
    'is a file',
    () => {
      writeFileSync(join(vault.dir, 'file'), '');
      return join(vault.dir, 'file');
    },
    'NO_SUCH_PLACE',
  ],
])('one that %s is refused by name', async (_, folder, code) => {
  await addFerry();
  await expect(run({ dir: folder() })).rejects.toThrow(code);
});

test('a cancelled run leaves whole files, and the next one goes on', async () => {
  for (const name of ['a', 'b', 'c', 'd'])
    await store(vault.here, documentOf([{ title: name, paragraphs: [name] }]), name);
  const abort = new AbortController();
  const events: ExportEvent[] = [];
  const ids = await vault.here.client.articles.ids({});
  for await (const event of exportVault({
    db: vault.here.archive.context.reader,
    dir: vault.dir,
    correctionsOf: () => [],
    ids,
    signal: abort.signal,
  })) {
    events.push(event);
    if (event.state === 'written') abort.abort();
  }
  expect(events.at(-1)).toMatchObject({ state: 'finished', written: 1, cancelled: true });
  expect(
    results(await run())
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['unchanged', 'written', 'written', 'written']);
});

test('a run that was killed before its record was tidied repeats cleanly, a torn line and a torn file included', async () => {
  await addFerry();
  await run();
  const manifest = join(vault.dir, '.jianbao/vault.jsonl');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -40));
  writeFileSync(join(vault.dir, '.jianbao/1-abc.tmp'), 'half a fi');
  const before = read();
  expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
  expect(read()).toBe(before);
  expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
});

test('two exports into one folder at once come one after the other', async () => {
  await addFerry();
  const [a, b] = await Promise.all([run(), run()]);
  expect([...results(a), ...results(b)].map(({ state }) => state)).toEqual(['written', 'unchanged']);
});
