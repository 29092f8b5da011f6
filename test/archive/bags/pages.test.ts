import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuildSource } from '#archive/desk/replay.ts';
import { pageDerivationReads } from '#archive/store/page-derivations.ts';
import type { ArticleId, PlaceHandle, SourceId } from '#contract/ids.ts';
import { dropFiles, fatesOf } from '../drop-files.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { archiveWithPlace, type BagContent, readFolder } from './bag-folder.ts';
import { furnish } from './furnished.ts';

let full: Awaited<ReturnType<typeof archiveWithPlace>>;
let again: TemporaryArchive;
let content: BagContent;
let last: unknown;
beforeAll(async () => {
  full = await archiveWithPlace();
  await furnish(full.here);
  const asked = { place: 'out' as PlaceHandle, title: '版面', selection: { of: 'all' as const } };
  for await (const event of await full.here.client.bags.pages(asked)) last = event;
  content = readFolder(join(full.place, '版面'));
  again = await temporaryArchive();
});
afterAll(async () => {
  await again.close();
  await full.close();
});

interface Page {
  readonly page: string | null;
  readonly articles: readonly (readonly [title: string, body: string, roles: string])[];
}

/** Every page with its articles in their order, as one reads them. */
async function pagesOf({ archive, client }: TemporaryArchive): Promise<Page[]> {
  const sources = archive.context.reader
    .prepare<[], SourceId>(`SELECT s.id FROM source s JOIN article a ON a.source_id = s.id AND a.position = 0
      WHERE s.desk <> 'none' OR a.page_label IS NOT NULL OR s.media_type = 'application/xml'
      ORDER BY a.publication_key, a.date_edtf, a.page_label, a.title`)
    .pluck()
    .all();
  const derivations = pageDerivationReads(archive.context.reader);
  return Promise.all(
    sources.map(async (source) => {
      const { articles } = derivations.derivation(source);
      const found = await Promise.all(articles.map(({ id }) => client.articles.get({ id: id as ArticleId })));
      return {
        page: found[0]?.page ?? null,
        articles: articles
          .filter((_, at) => found[at]?.deletedAt === null || found[at]?.partOf !== null)
          .map(
            ({ title, blocks }) =>
              [title, blocks.map(({ text }) => text).join('\n'), blocks.map(({ role }) => role).join(' ')] as const,
          ),
      };
    }),
  );
}

test('each issue is a folder with METS, and each page an ALTO file; the web and notes are left out', () => {
  expect(last).toMatchObject({ state: 'finished', name: '版面', left: 2 });
  const names = [...content.keys()].map((path) => path.split('/').slice(0, -1).join('/'));
  expect(new Set(names)).toContain('霁川日报/2024/0318');
  expect(content.has('霁川日报/2024/0318/METS.xml')).toBe(true);
  expect(content.has('霁川日报/2024/0318/1.xml')).toBe(true);
});

test('a story on two pages is one division, corrected words stand on their line, and made-up places are said to be so', () => {
  const mets = String(content.get('霁川日报/2024/0318/METS.xml'));
  const [ferry = ''] =
    /<div ID="ART\d+" TYPE="Article"[^>]*LABEL="汀溪渡口添了两艘电渡船".*?(?=<div ID="ART)/su.exec(mets) ?? [];
  expect(new Set(ferry.match(/FILEID="ALTO\d+"/g))).toHaveProperty('size', 2);
  expect(String(content.get('霁川日报/2024/0318/1.xml'))).toContain('三成');
  expect(mets).toContain('says nothing of places');
});

test('lines stand where the source has them, and words have their share', () => {
  const [, alto] = [...content].find(([, bytes]) => bytes.includes('石桥又开了') && !bytes.includes('METS')) ?? [];
  expect(String(alto)).toContain('<String CONTENT="石桥又开了" HPOS="10" VPOS="10" WIDTH="400" HEIGHT="30"/>');
  expect(String(alto)).toContain('<MeasurementUnit>pixel</MeasurementUnit>');
  expect(String(alto)).not.toContain('made up');
});

test('read back, pages have the same articles in the same order, and every character is a range of its source', async () => {
  const events = await dropFiles(again.client, [...content]);
  expect(
    Object.values(fatesOf(events)).filter((fate) => fate !== 'imported' && fate !== 'structure' && fate !== 'attached'),
  ).toEqual([]);
  expect(await pagesOf(again)).toEqual(await pagesOf(full.here));
  const { reader } = again.archive.context;
  const derivations = pageDerivationReads(reader);
  for (const source of reader.prepare<[], SourceId>('SELECT id FROM source').pluck().all()) {
    const { text } = await again.client.desk.page({ source });
    expect(rebuildSource(derivations.derivation(source))).toBe(text);
  }
});

test('METS without its pages is named and not taken; broken METS, and one that names entities, are refused', async () => {
  const mets = content.get('霁川日报/2024/0318/METS.xml') ?? Buffer.from('');
  const broken = String(mets).replace('</metsHdr>', '');
  const unsafe = String(mets).replace('<mets', '<!DOCTYPE mets [<!ENTITY a "b">]><mets');
  const events = await dropFiles(again.client, [
    ['a/METS.xml', mets],
    ['b/METS.xml', Buffer.from(broken)],
    ['c/METS.xml', Buffer.from(unsafe)],
  ]);
  expect(fatesOf(events)).toEqual({
    'a/METS.xml': 'structure_alone',
    'b/METS.xml': 'broken_document',
    'c/METS.xml': 'unsafe_document_type',
  });
});

test('METS of other libraries is read: links with a scheme, divisions inside sections, sequences of areas', async () => {
  const alto = readFileSync(new URL('../../fixtures/mets/0001.xml', import.meta.url));
  const mets = readFileSync(new URL('../../fixtures/mets/mets.xml', import.meta.url));
  const events = await dropFiles(again.client, [
    ['issue/alto/0001.xml', alto],
    ['issue/mets.xml', mets],
  ]);
  const separated = events.find((event) => event.state === 'separated');
  if (separated?.state !== 'separated') throw new Error('not divided');
  const read = await Promise.all(separated.articles.map((id) => again.client.articles.get({ id })));
  expect(read.map(({ title, body }) => [title, body])).toEqual([
    ['Bridge opens', 'Bridge opens\nThe bridge opened on Monday after a long winter.'],
    ['Notice', 'Water is off until noon.'],
  ]);
});
