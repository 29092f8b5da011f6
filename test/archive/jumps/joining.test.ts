import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportVault } from '#archive/export/vault.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
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

const { highlight, furnish, rows } = furnisher(
  () => here,
  () => ferry,
  () => quiet,
);

const found = async (text: string) =>
  (await here.client.search.query({ text })).items.map(({ article }) => article.title);

test('the text of the second follows that of the first, on two pages, and each character stays with its source', async () => {
  const [one, two] = [await get(ferry), await get(quiet)];
  await here.client.jumps.join({ from: ferry, to: quiet });
  const whole = await get(ferry);
  expect(whole.body).toBe(`${one.body}\n${two.body}`);
  expect(whole.parts).toEqual([
    {
      article: quiet,
      source: two.sourceId,
      sourceName: two.source,
      page: '4',
      section: null,
      start: one.body.length + 1,
    },
  ]);
  expect(whole.blocks.map(({ span }) => whole.body.slice(span.start, span.end)).join('\n')).toBe(whole.body);
  expect(whole.blocks.map(({ pieces }) => pieces)).toEqual([...one.blocks, ...two.blocks].map(({ pieces }) => pieces));
  expect(whole.characters).toBe(whole.body.length);
  const labels = here.archive.context.db
    .prepare(
      'SELECT p.label FROM article_page l JOIN page p ON p.id = l.page_id WHERE l.article_id = ? ORDER BY l.part_order',
    )
    .pluck()
    .all(ferry);
  expect(labels).toEqual(['1', '4']);
});

test('both pages stand at the desk as they did and say where the story goes; the second leads to the whole', async () => {
  const sources = ['1', '4'].map((page) => pages.get(page)?.source as SourceId);
  const before = await Promise.all(sources.map((source) => here.client.desk.page({ source })));
  await here.client.jumps.join({ from: ferry, to: quiet });
  const after = await Promise.all(sources.map((source) => here.client.desk.page({ source })));
  expect(after.map(({ joins: _, ...page }) => page)).toEqual(before.map(({ joins: _, ...page }) => page));
  expect(before.flatMap(({ joins }) => joins)).toEqual([]);
  const names = before.map(({ name }) => name);
  expect(after.map(({ joins }) => joins)).toEqual([
    [
      {
        key: ferry,
        title: '汀溪渡口添了两艘电渡船',
        direction: 'onto',
        source: sources[1],
        sourceName: names[1],
        page: '4',
      },
    ],
    [{ key: quiet, title: '电渡船静悄悄', direction: 'from', source: sources[0], sourceName: names[0], page: '1' }],
  ]);
  expect((await get(quiet)).partOf).toBe(ferry);
  expect(await here.client.links.resolve({ archive: null, kind: 'article', id: quiet })).toEqual({
    article: ferry,
    highlight: null,
    moved: 'joined',
  });
});

test('it is one article everywhere: in the list, in search, in the trash, in an export; nothing is damaged', async () => {
  await furnish();
  await here.client.jumps.join({ from: ferry, to: quiet });
  const titles = (await here.client.articles.list({})).items.map(({ title }) => title);
  expect(titles).toContain('汀溪渡口添了两艘电渡船');
  expect(titles).not.toContain('电渡船静悄悄');
  expect((await here.client.articles.places()).trash).toBe(0);
  expect((await here.client.articles.list({ filter: { trash: true } })).total).toBe(0);
  // Words of the second page; the day after has them too.
  expect((await found('听得见水声')).sort()).toEqual(['汀溪渡口添了两艘电渡船', '电渡船静悄悄（续）']);
  expect(await found('note:明年再问')).toEqual(['汀溪渡口添了两艘电渡船']);
  expect((await get(ferry)).tags.map(({ path }) => path)).toEqual(['渡口', '电船']);
  // A restore brings back what is in the trash, and a part is not.
  expect((await here.client.articles.restore({ ids: [quiet] })).count).toBe(0);

  const folder = mkdtempSync(join(tmpdir(), 'jianbao-joined-'));
  try {
    const vault = join(folder, 'vault');
    mkdirSync(vault);
    for await (const _ of exportVault({
      db: here.archive.context.reader,
      dir: vault,
      ids: [ferry],
      correctionsOf: () => [],
    }));
    const [name] = readdirSync(join(vault, '霁川日报/2024'));
    const text = readFileSync(join(vault, '霁川日报/2024', String(name)), 'utf8');
    expect(text).toContain('比前年多了两成');
    expect(text).toContain('轮渡公司打算明年再添一艘');
    expect(text).toContain('问本人');
    expect(text).toMatch(/^pages:\n {2}- "?1"?\n {2}- "?4"?$/m);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await here.archive.context.db.pragma('wal_checkpoint');
  expect((await checkArchive(here.dir, { terms })).failed).toEqual([]);
});

test('undoing gives both back exactly: text, ids, tags, notes, reading state and marks; doing again joins the same', async () => {
  await furnish();
  const before = rows();
  const { change } = await here.client.jumps.join({ from: ferry, to: quiet });
  const joined = rows();
  const marks = await here.client.annotations.forArticle({ article: ferry });
  const { body } = await get(ferry);
  expect(marks.map(({ quote }) => body.slice(quote.start, quote.end))).toEqual(['两成，', '（上接一版', '戚满仓说']);
  expect(marks.map(({ state }) => state)).toEqual(['exact', 'exact', 'exact']);
  await here.client.history.undo({ change });
  expect(rows()).toEqual(before);
  await here.client.history.redo();
  expect(rows().annotation).toEqual(joined.annotation);
  expect((await get(ferry)).body).toBe(body);
});

test('what was written meanwhile goes with the words it stands on; a mark across the seam is told as lost, and found when they are joined again', async () => {
  await furnish();
  const { change } = await here.client.jumps.join({ from: ferry, to: quiet });
  await highlight(ferry, '靠岸时', '新的');
  const across = await highlight(ferry, '第4版）\n电渡船静悄悄');
  await here.client.articles.setNote({ id: ferry, note: '合起来读' });
  await here.client.history.undo({ change });
  const [one, two] = [await get(ferry), await get(quiet)];
  expect([one.note, two.note]).toEqual(['合起来读', '明年再问']);
  expect(
    (await here.client.annotations.forArticle({ article: quiet })).map(({ quote }) =>
      two.body.slice(quote.start, quote.end),
    ),
  ).toEqual(['（上接一版', '戚满仓说', '靠岸时']);
  const left = await here.client.annotations.forArticle({ article: ferry });
  expect(left.map(({ id, state, quote }) => [id === across, state, quote.exact])).toEqual([
    [false, 'exact', '两成，'],
    [true, 'orphan', '第4版）\n电渡船静悄悄'],
  ]);
  await here.client.jumps.join({ from: ferry, to: quiet });
  expect((await here.client.annotations.forArticle({ article: ferry })).find(({ id }) => id === across)?.state).toBe(
    'exact',
  );
});

test('three pages make one article, and come apart in any order', async () => {
  const tea = pages.get('4')?.articles[1] as ArticleId;
  const before = rows();
  await here.client.jumps.join({ from: quiet, to: tea });
  const first = await here.client.jumps.join({ from: ferry, to: quiet });
  const whole = await get(ferry);
  expect(whole.parts.map(({ article }) => article)).toEqual([quiet, tea]);
  for (const { start, article } of whole.parts) expect(whole.body.slice(start)).toContain((await get(article)).title);
  expect(whole.blocks.map(({ span }) => whole.body.slice(span.start, span.end)).join('\n')).toBe(whole.body);
  await here.client.jumps.part({ part: tea });
  expect((await get(ferry)).parts.map(({ article }) => article)).toEqual([quiet]);
  expect(await here.client.history.undo({})).toMatchObject({ action: 'article.part' });
  expect((await get(ferry)).body).toBe(whole.body);
  await here.client.history.undo({ change: first.change });
  expect((await get(quiet)).parts.map(({ article }) => article)).toEqual([tea]);
  await here.client.jumps.part({ part: tea });
  expect(rows()).toEqual(before);
});

test('what cannot be joined is refused by name, and nothing changes', async () => {
  await here.client.jumps.join({ from: ferry, to: quiet });
  const before = rows();
  const reason = (from: ArticleId, to: ArticleId) =>
    here.client.jumps.join({ from, to }).then(
      () => 'joined',
      (error: { data: { reason: string } }) => error.data.reason,
    );
  const tea = pages.get('1')?.articles[1] as ArticleId;
  expect(await reason(ferry, ferry)).toBe('same_article');
  expect(await reason(tea, quiet)).toBe('is_part');
  expect(await reason(quiet, tea)).toBe('is_part');
  expect(await reason(tea, '019a0000-0000-7000-8000-0123456789ab' as ArticleId)).toBe('not_found');
  expect(rows()).toEqual(before);
  await here.client.articles.remove({ ids: [tea] });
  expect(await reason(tea, ferry)).toBe('in_trash');
});

test('a naming rule over the second page names that page of the whole, and no other', async () => {
  const source = pages.get('4')?.source as SourceId;
  await here.client.jumps.join({ from: ferry, to: quiet });
  const labels = () =>
    here.archive.context.db
      .prepare(
        'SELECT p.label FROM article_page l JOIN page p ON p.id = l.page_id WHERE l.article_id = ? ORDER BY l.part_order',
      )
      .pluck()
      .all(ferry);
  const days = () =>
    here.archive.context.db
      .prepare(
        `SELECT i.date_edtf FROM article_page l JOIN page p ON p.id = l.page_id JOIN issue i ON i.id = p.issue_id
         WHERE l.article_id = ? ORDER BY l.part_order`,
      )
      .pluck()
      .all(ferry);
  // Read as if the paper of the 18th had come out on the 1st.
  const rule = '/(?<year>2024)-(?<month>03)-(?<day>1)8/';
  const { change, count } = await here.client.naming.apply({ rule, of: { sources: [source] } });
  expect(count).toBe(3);
  expect([labels(), days()]).toEqual([
    ['1', '4'],
    ['2024-03-18', '2024-03-01'],
  ]);
  expect((await get(ferry)).date?.edtf).toBe('2024-03-18');
  expect((await get(ferry)).parts).toHaveLength(1);
  await here.client.history.undo({ change });
  expect([labels(), days()]).toEqual([
    ['1', '4'],
    ['2024-03-18', '2024-03-18'],
  ]);
});
