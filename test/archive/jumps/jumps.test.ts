import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { type StoredPages, storePages } from './pages.ts';

let here: TemporaryArchive;
let pages: StoredPages;
beforeEach(async () => {
  here = await temporaryArchive();
  pages = await storePages(here);
});
afterEach(() => here.close());

const id = (page: string, number: number) => pages.get(page)?.articles[number] as ArticleId;

describe('the open ends of a day', () => {
  test('three stories have their other half first, one stays open, and what only looks like a sequel is never first', async () => {
    const { items } = await here.client.jumps.list({});
    const onto = items.filter(({ direction }) => direction === 'onto');
    expect(onto.map(({ title, toPage, candidates }) => [title, toPage, candidates[0]?.title ?? null])).toEqual([
      ['汀溪渡口添了两艘电渡船', '4', '电渡船静悄悄'],
      ['岚口茶场的夏茶停采', '4', '茶树要歇一季'],
      ['老图书馆的修书人', '2', '一碗浆糊三十一年'],
      ['北堤加固工程开工', '7', null],
    ]);
    const from = items.filter(({ direction, date }) => direction === 'from' && date?.edtf === '2024-03-18');
    expect(from.map(({ title, candidates }) => [title, candidates[0]?.title])).toEqual([
      ['茶树要歇一季', '岚口茶场的夏茶停采'],
      ['电渡船静悄悄', '汀溪渡口添了两艘电渡船'],
      ['一碗浆糊三十一年', '老图书馆的修书人'],
    ]);
    expect(onto.flatMap(({ candidates }) => candidates.map(({ date }) => date?.edtf))).not.toContain('2024-03-19');
  });

  test('each says why: the pages name each other, the words that both have, the title', async () => {
    const [ferry] = (await here.client.jumps.list({})).items;
    const [first, second] = ferry?.candidates ?? [];
    expect(first?.reasons.filter(({ against }) => !against).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['page_named', 'page_named_back', 'same_title', 'shared_words', 'best_for_both']),
    );
    expect(first?.reasons.find(({ kind }) => kind === 'shared_words')?.words).toContain('戚满仓说');
    expect(first?.score).toBeGreaterThan((second?.score ?? 0) + 0.2);
    expect([ferry?.words.slice(-8), first?.words.slice(0, 6)]).toEqual(['比前年多了两成，', '其中一半是去']);
  });

  test('a pair is shown once, an end without its other half too, and nothing is joined by itself', async () => {
    const { items, total } = await here.client.jumps.list({ show: 'pairs' });
    expect(items.filter(({ date }) => date?.edtf === '2024-03-18').map(({ direction }) => direction)).toEqual(
      Array(4).fill('onto'),
    );
    // The number beside the name of the screen is that of what stands on it.
    expect([total, await here.client.jumps.count()]).toEqual([6, { open: 6 }]);
    expect(here.archive.context.db.prepare('SELECT count(*) AS n FROM article_part').get()).toEqual({ n: 0 });
  });

  test('what is joined is not open any more', async () => {
    await here.client.jumps.join({ from: id('1', 0), to: id('4', 2) });
    const { items } = await here.client.jumps.list({});
    expect(items.map(({ title }) => title)).not.toContain('汀溪渡口添了两艘电渡船');
    expect(items.map(({ title }) => title)).not.toContain('电渡船静悄悄');
    expect(await here.client.jumps.count()).toEqual({ open: 5 });
  });
});
