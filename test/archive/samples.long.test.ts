import { afterEach, expect, test } from 'vitest';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { readFileDocument } from '#archive/intake/read-file.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { hashBytes } from '#archive/store/originals.ts';
import { sourceReads } from '#archive/store/sources.ts';
import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

const SAMPLES = 'resources/samples';
/** The stages themselves, in this thread. */
const pool = {
  read: async (bytes: Uint8Array, name: string) => readFileDocument(bytes, name, looksLikePage),
  separate: async (text: string) => separate(text),
  close: async () => {},
};

let here: TemporaryArchive | undefined;
afterEach(() => here?.close());

async function importSamples({ client }: TemporaryArchive): Promise<ImportEvent[]> {
  const { batch } = await client.archive.importSamples();
  const events: ImportEvent[] = [];
  for await (const event of await client.intake.events({ batch: batch as BatchId })) events.push(event);
  return events;
}

test('the sample pages are imported, their pages separated, and every article can be found', async () => {
  here = await temporaryArchive({ pool, samplesDir: SAMPLES });
  expect(await here.client.archive.info()).toMatchObject({ empty: true });
  const events = await importSamples(here);
  expect(events.at(-1)).toMatchObject({ state: 'finished', imported: 9, known: 0, refused: 0 });
  const separated = events.filter(({ state }) => state === 'separated');
  expect(separated.length).toBe(6);
  expect(events.filter(({ state }) => state === 'attached').length).toBe(1);
  const { items, total } = await here.client.articles.list({});
  expect(total).toBeGreaterThan(20);
  expect(items.filter(({ desk }) => desk === 'raw')).toEqual([]);
  const found = await here.client.search.query({ text: '豆浆' });
  expect(found.items.map(({ article }) => article.title)).toEqual(['柳荫巷：一条老街的 慢与暖']);
  expect(await here.client.archive.info()).toMatchObject({ empty: false, sources: 9 });
});

test('the samples imported a second time are known, and nothing is doubled', async () => {
  here = await temporaryArchive({ pool, samplesDir: SAMPLES });
  await importSamples(here);
  const before = await here.client.articles.ids({});
  const events = await importSamples(here);
  expect(events.at(-1)).toMatchObject({ state: 'finished', imported: 0, known: 10 });
  expect(await here.client.articles.ids({})).toEqual(before);
});

test('without samples the batch is empty and ends', async () => {
  here = await temporaryArchive({ pool });
  expect((await importSamples(here)).at(-1)).toMatchObject({ state: 'finished', imported: 0 });
});

test('what was imported passes every check, and gives back each text character by character', async () => {
  here = await temporaryArchive({ pool, samplesDir: SAMPLES });
  const events = await importSamples(here);
  for (const event of events) {
    if (event.state !== 'imported') continue;
    const source = sourceReads(here.archive.context.reader).find(event.source);
    const page = await here.client.desk.page({ source: event.source });
    expect(page.text).toHaveLength(source?.characters ?? -1);
    expect(hashBytes(Buffer.from(page.text))).toBe(source?.textSha256);
  }
  const report = await checkArchive(here.dir, { terms });
  expect(report).toMatchObject({ ok: true, verified: { originals: 10 }, failed: [] });
});
