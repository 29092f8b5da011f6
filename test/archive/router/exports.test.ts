import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let vault: string;
const granted = new Map<string, string>();
beforeEach(async () => {
  vault = mkdtempSync(join(tmpdir(), 'jianbao-vault-'));
  here = await temporaryArchive({ places: { resolve: (handle) => granted.get(handle) } });
  granted
    .set('vault', vault)
    .set('archive', here.dir)
    .set('inside', join(here.dir, 'originals'))
    .set('gone', join(vault, 'x'));
  for (const [name, text] of [
    ['渡口', '渡口新添两艘渡船。'],
    ['茶厂', '茶厂夏天停工。'],
  ] as const)
    await store(here, documentOf([{ title: name, paragraphs: [text] }]), name);
});
afterEach(async () => {
  await here.close();
  rmSync(vault, { recursive: true, force: true });
});

async function run(place: string, selection: ExportSelection = { of: 'all' }): Promise<ExportEvent[]> {
  const events: ExportEvent[] = [];
  for await (const event of await here.client.exports.markdown({ place: place as PlaceHandle, selection }))
    events.push(event);
  return events;
}

const files = () => (existsSync(join(vault, '未署报名')) ? readdirSync(join(vault, '未署报名/日期不详')).sort() : []);

test('everything, some articles, or what a search finds is written to the place behind the handle', async () => {
  await run('vault', { of: 'search', text: '渡船' });
  expect(files()).toEqual(['渡口.md']);
  const ids = await here.client.articles.ids({});
  const [tea] = await here.client.search.ids({ text: '停工' });
  await run('vault', { of: 'articles', ids: [tea as ArticleId, tea as ArticleId] });
  expect(files()).toEqual(['渡口.md', '茶厂.md']);
  expect((await run('vault')).at(-1)).toMatchObject({ state: 'finished', written: 0, unchanged: ids.length });
});

test.each([
  ['a handle that nobody granted', 'unknown', 'NO_SUCH_PLACE'],
  ['a folder that is gone', 'gone', 'NO_SUCH_PLACE'],
  ['the archive itself', 'archive', 'PLACE_UNWRITABLE'],
  ['a folder of the archive', 'inside', 'PLACE_UNWRITABLE'],
])('%s is refused by a code', async (_, handle, code) => {
  mkdirSync(join(here.dir, 'originals'), { recursive: true });
  const before = readdirSync(here.dir, { recursive: true });
  await expect(run(handle)).rejects.toMatchObject({ defined: true, code });
  expect(readdirSync(here.dir, { recursive: true })).toEqual(before);
});
