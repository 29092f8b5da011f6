import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { carryMark } from '#archive/annotate/carry.ts';
import { workingPages } from '#archive/desk/edit/work.ts';
import { separate } from '#archive/desk/separate.ts';
import { DESK_VERSION } from '#archive/desk/version.ts';
import { terms } from '#archive/search/terms.ts';
import { separationWrites } from '#archive/store/separations.ts';
import { rawPage } from './desk-pages.ts';
import { store, type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const pages = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));

test('there are sample pages to try', () => expect(pages.length).toBeGreaterThan(2));

for (const name of pages)
  test(`${name}: the store alone gives back every character of the page, raw and separated`, async () => {
    const text = readFileSync(SAMPLES + name, 'utf8').replace(/^\uFEFF/, '');
    const { source } = await store(here, rawPage(text), name);
    const raw = await here.client.desk.page({ source });
    expect(raw.text).toBe(text);
    expect(raw.articles).toHaveLength(1);
    const carry = carryMark;
    const separation = { derivation: separate(text), doubts: 0, version: DESK_VERSION, carry };
    const made = separationWrites(here.archive.context.db, terms).separatePage(source, separation, Date.now());
    const page = await here.client.desk.page({ source });
    expect(page.text).toBe(text);
    // What the desk said of its certainty, of seams and of reasons is kept as it said it.
    const stored = workingPages(here.archive.context.reader).find(source)?.stored;
    const names = new Map(separation.derivation.articles.map(({ id }, at) => [id, made?.[at]]));
    const nameOf = (id: string | null) => (id === null ? null : names.get(id));
    expect({ ...stored, articles: stored?.articles.map(({ title: _, ...article }) => article) }).toEqual({
      ...separation.derivation,
      articles: separation.derivation.articles.map(({ title: _, ...article }) => ({
        ...article,
        id: nameOf(article.id),
        parent: nameOf(article.parent),
      })),
    });
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
