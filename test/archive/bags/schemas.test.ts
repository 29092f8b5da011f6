import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { dublinCore } from '#archive/exchange/dublin-core.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import { archiveWithPlace, type BagContent, readFolder, writeBag } from './bag-folder.ts';
import { furnish } from './furnished.ts';

const file = (fileName: string): XMLFileInfo => ({
  fileName,
  contents: readFileSync(new URL(`../../fixtures/schemas/${fileName}`, import.meta.url), 'utf8'),
});
const SCHEMAS = {
  'mets.xsd': ['xlink.xsd'],
  'alto-4-4.xsd': ['xlink.xsd'],
  'premis.xsd': [],
  'oai_dc.xsd': ['simpledc20021212.xsd', 'xml.xsd'],
} as const;

let full: Awaited<ReturnType<typeof archiveWithPlace>>;
let bag: BagContent;
let pages: BagContent;
beforeAll(async () => {
  full = await archiveWithPlace();
  await furnish(full.here);
  await writeBag(full.here.client);
  const asked = { place: 'out' as PlaceHandle, title: 'pages', selection: { of: 'all' as const } };
  for await (const _event of await full.here.client.bags.pages(asked));
  bag = readFolder(join(full.place, 'bag'));
  pages = readFolder(join(full.place, 'pages'));
});
afterAll(() => full.close());

/** What xmllint finds wrong with documents of one standard. */
async function faults(schema: keyof typeof SCHEMAS, documents: readonly string[]): Promise<string[]> {
  expect(documents.length).toBeGreaterThan(0);
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [file(schema)],
    preload: SCHEMAS[schema].map(file),
  });
  return errors.map(({ message }) => message);
}

const texts = (content: BagContent, path: RegExp) =>
  [...content].flatMap(([name, bytes]) => (path.test(name) ? [String(bytes)] : []));
const ALL: readonly (readonly [
  schema: keyof typeof SCHEMAS,
  documents: () => string[],
  wrong: readonly [RegExp, string],
])[] = [
  ['mets.xsd', () => texts(pages, /METS\.xml$/), [/CHECKSUMTYPE="SHA-256"/, 'CHECKSUMTYPE="SHA-3"']],
  ['alto-4-4.xsd', () => texts(pages, /(?<!METS)\.xml$/), [/ CONTENT=/, ' TEXT=']],
  ['premis.xsd', () => texts(bag, /premis\.xml$/), [/<premis:size>\d+/, '<premis:size>large']],
  ['oai_dc.xsd', () => texts(bag, /oai_dc\/.*\.xml$/), [/dc:title/g, 'dc:headline']],
];

test.each(ALL)('%s is kept to, and a document that does not is found', async (schema, documents, [from, to]) => {
  const all = documents();
  expect(await faults(schema, all)).toEqual([]);
  expect(await faults(schema, [(all[0] ?? '').replace(from, to)])).not.toEqual([]);
});

test('what XML cannot say is replaced, and what it would read as its own is not', async () => {
  const document = dublinCore({
    ...{
      id: 'x',
      address: 'jianbao://a/article/b',
      title: '渡\u0001口\ud800 <b>&amp;"\'',
      authors: [],
      publication: '\uffff',
    },
    ...{ date: '', pages: [], section: '', url: '', language: '', subjects: [']]>'], description: '', original: '' },
  });
  expect(document).toContain('<dc:title>渡\ufffd口\ufffd &#x3C;b>&#x26;amp;"\'</dc:title>');
  expect(await faults('oai_dc.xsd', [document])).toEqual([]);
});
