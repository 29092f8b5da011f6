import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { carryMark } from '#archive/annotate/carry.ts';
import { separate } from '#archive/desk/separate.ts';
import { DESK_VERSION } from '#archive/desk/version.ts';
import { terms } from '#archive/search/terms.ts';
import { separationWrites } from '#archive/store/separations.ts';
import type { Derivation } from '#contract/derivation.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const pages = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));

/** A raw page as an importer stores it: one block of all of it. */
function rawDocument(text: string) {
  const block = { role: 'paragraph' as const, text, pieces: [[0, text.length] as [number, number]], confidence: 1 };
  const derivation: Derivation = {
    articles: [
      {
        id: 'raw',
        kind: 'main',
        parent: null,
        title: '',
        confidence: 1,
        evidence: [],
        blocks: [{ ...block, evidence: [] }],
      },
    ],
    dropped: [],
    operations: [],
  };
  return { ...documentOf([{ title: '', paragraphs: [] }], { page: true }), text, derivation };
}

test('there are sample pages to try', () => expect(pages.length).toBeGreaterThan(2));

for (const name of pages)
  test(`${name}: the store alone gives back every character of the page, raw and separated`, async () => {
    const text = readFileSync(SAMPLES + name, 'utf8').replace(/^\uFEFF/, '');
    const { source } = await store(here, rawDocument(text), name);
    const raw = await here.client.desk.page({ source });
    expect(raw.text).toBe(text);
    expect(raw.articles).toHaveLength(1);
    const carry = carryMark;
    const separation = { derivation: separate(text), doubts: 0, version: DESK_VERSION, carry };
    const made = separationWrites(here.archive.context.db, terms).separatePage(source, separation, Date.now());
    const page = await here.client.desk.page({ source });
    expect(page.text).toBe(text);
    expect(page.articles.map((article) => article.id)).toEqual(made);
    for (const article of page.articles)
      for (const block of article.blocks)
        for (const [start, end, as] of block.pieces)
          if (as === undefined)
            expect(article.body.slice(block.span.start, block.span.end)).toContain(text.slice(start, end));
  });

test('a page that is not there is not found', async () => {
  const source = '01a1fe09-092a-7001-bea7-a60cbcfa5e68' as never;
  await expect(here.client.desk.page({ source })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { id: source } });
});
