import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pageDerivationReads } from '#archive/store/page-derivations.ts';
import type { PlaceHandle, SourceId } from '#contract/ids.ts';
import { dropFiles } from '../drop-files.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { archiveWithPlace, readFolder } from './bag-folder.ts';

const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));

/** Of each page paper, day and name, and every block of its articles in their order. */
function pagesOf({ archive }: TemporaryArchive): string[] {
  const { reader } = archive.context;
  const derivations = pageDerivationReads(reader);
  return reader
    .prepare<[], { id: SourceId; publication: string | null; day: string | null; page: string | null }>(`
      SELECT s.id, p.name AS publication, a.date_edtf AS day, a.page_label AS page FROM source s
      JOIN article a ON a.source_id = s.id AND a.position = 0 LEFT JOIN publication p ON p.id = a.publication_id
      WHERE s.desk <> 'none'`)
    .all()
    .map(({ id, ...where }) => {
      const { articles } = derivations.derivation(id);
      const read = articles.map(({ title, blocks }) => [title, ...blocks.map(({ role, text }) => [role, text])]);
      return JSON.stringify([where, read], undefined, 1);
    })
    .sort();
}

test('separated pages of text, ALTO and PDF come back as METS and ALTO with the same articles in the same order', {
  timeout: 120_000,
}, async () => {
  const { here, place, close } = await archiveWithPlace();
  const files = readdirSync(SAMPLES).map((name) => [name, readFileSync(join(SAMPLES, name))] as const);
  await dropFiles(here.client, files);
  const asked = { place: 'out' as PlaceHandle, title: 'pages', selection: { of: 'all' as const } };
  for await (const _event of await here.client.bags.pages(asked));
  const again = await temporaryArchive();
  await dropFiles(again.client, [...readFolder(join(place, 'pages'))]);
  const pages = pagesOf(here);
  expect(pages).toHaveLength(6);
  expect(pagesOf(again)).toEqual(pages);
  await again.close();
  await close();
});
