import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { TemporaryArchive } from '../temporary-archive.ts';
import { furnisher, openFerry } from './furnish.ts';
import type { StoredPages } from './pages.ts';

let here: TemporaryArchive;
let pages: StoredPages;
let ferry: ArticleId;
let quiet: ArticleId;
beforeEach(async () => {
  ({ here, pages, ferry, quiet } = await openFerry());
});
afterEach(() => here.close());

const get = (id: ArticleId) => here.client.articles.get({ id });
const { furnish, rows } = furnisher(
  () => here,
  () => ferry,
  () => quiet,
);

test('a page that is corrected at the desk keeps what its stories were joined to', async () => {
  await furnish();
  const source = pages.get('1')?.source as SourceId;
  await here.client.jumps.join({ from: ferry, to: quiet });
  const marks = (await here.client.annotations.forArticle({ article: ferry })).length;
  const { revision, articles } = await here.client.desk.page({ source });
  const [first, second] = articles;
  const place = second?.blocks[0]?.place ?? 0;
  // The second story is merged into the first.
  const changed = await here.client.desk.apply({
    source,
    revision,
    commands: [{ kind: 'merge_articles', into: first?.blocks[0]?.place ?? 0, from: place }],
  });
  const { change } = await here.client.desk.accept({ source, revision: changed.revision });
  const whole = await get(ferry);
  expect(whole.parts.map(({ article }) => article)).toEqual([quiet]);
  expect(whole.body).toContain('岚口茶场的夏茶停采');
  expect(whole.body.slice(whole.parts[0]?.start)).toMatch(/^电渡船静悄悄/);
  const after = await here.client.annotations.forArticle({ article: ferry });
  expect(after.map(({ state, quote }) => [state, whole.body.slice(quote.start, quote.end) === quote.exact])).toEqual(
    Array(marks).fill(['exact', true]),
  );
  await here.client.history.undo({ change });
  expect((await get(ferry)).parts).toHaveLength(1);
  expect((await get(ferry)).body).not.toContain('岚口茶场的夏茶停采');
});

test('where the joined story of a page goes into another, the two are parted, and undoing joins them again exactly', async () => {
  await furnish();
  const source = pages.get('4')?.source as SourceId;
  await here.client.jumps.join({ from: ferry, to: quiet });
  // A row that was away has another number, and the trash another time: everything that is seen is the same.
  const seen = async () => {
    const { article: _, article_text: __, indexed: ___, ...others } = rows();
    const both = await Promise.all([ferry, quiet].map((id) => get(id).catch(() => null)));
    return [others, both.map((one) => one && [one.body, one.note, one.tags, one.readingState, one.parts, one.partOf])];
  };
  const before = await seen();
  const { revision, articles } = await here.client.desk.page({ source });
  const [into, from] = [articles[0], articles.find(({ id }) => id === quiet)].map((one) => one?.blocks[0]?.place ?? 0);
  const changed = await here.client.desk.apply({
    source,
    revision,
    commands: [{ kind: 'merge_articles', into: into ?? 0, from: from ?? 0 }],
  });
  // Said before it is done: the join is there, its article is not.
  expect(changed.joins.map(({ key, direction }) => [key, direction])).toEqual([[quiet, 'from']]);
  expect(changed.articles.some(({ key }) => key === quiet)).toBe(false);
  const { change, page } = await here.client.desk.accept({ source, revision: changed.revision });
  expect(page.joins).toEqual([]);
  expect((await get(ferry)).parts).toEqual([]);
  const accepted = await seen();
  await here.client.history.undo({ change });
  expect(await seen()).toEqual(before);
  await here.client.history.redo();
  expect(await seen()).toEqual(accepted);
});
