import { afterEach, beforeEach, expect, test } from 'vitest';
import { doubtsOf } from '#archive/desk/edit/doubts.ts';
import { separate } from '#archive/desk/separate.ts';
import type { PageState } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { rawPage, separatedPage } from '../desk-pages.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const textOf = (name: string) =>
  [`${name}老桥重新开通`, '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门。', other].join('\n\n');

/** A page of which everything is certain, but for so many of its blocks. */
async function pageWith(name: string, doubts: number): Promise<SourceId> {
  const derivation = separate(textOf(name));
  let left = doubts;
  for (const article of derivation.articles) {
    article.confidence = 1;
    for (const block of article.blocks) block.confidence = left-- > 0 ? 0.1 : 1;
  }
  expect(doubtsOf(derivation)).toHaveLength(doubts);
  const date = { edtf: '2023-10-18', printed: '2023年10月18日', inferred: false };
  return separatedPage(here, textOf(name), { name, derivation, publication: '江城日报', date, pageLabel: '4' });
}

const names = async (filter: Parameters<typeof here.client.desk.queue>[0]) =>
  (await here.client.desk.queue(filter)).pages.map(({ name }) => name);
const step = async (source: SourceId) => ({ source, revision: (await here.client.desk.page({ source })).revision });

async function queueOfAll(): Promise<Record<string, SourceId>> {
  await store(here, documentOf([{ title: '小说', paragraphs: ['不是版面。'] }]), 'novel');
  const clean = await pageWith('clean', 0);
  const doubtful = await pageWith('doubtful', 3);
  const open = await pageWith('open', 1);
  const accepted = await pageWith('accepted', 0);
  const raw = (await store(here, rawPage(textOf('raw')), 'raw')).source;
  const split = { kind: 'split_article', before: textOf('open').indexOf(second) } as const;
  await here.client.desk.apply({ ...(await step(open)), commands: [split] });
  await here.client.desk.accept(await step(accepted));
  return { clean, doubtful, open, accepted, raw };
}

test('the queue says of every page where it stands, what it is, how many doubts it has and who has it', async () => {
  await queueOfAll();
  const { pages, total, counts, clean } = await here.client.desk.queue({});
  expect(pages.map(({ name, state, articles, doubts, who }) => [name, state, articles, doubts, who])).toEqual([
    ['clean', 'separated', 2, 0, null],
    ['doubtful', 'separated', 2, 3, null],
    ['open', 'open', 3, 1, 'Lin Yue'],
    ['accepted', 'accepted', 2, 0, 'Lin Yue'],
    ['raw', 'raw', 1, 0, null],
  ]);
  expect(pages[0]).toMatchObject({ publication: '江城日报', page: '4', date: { edtf: '2023-10-18' } });
  expect({ total, counts, clean }).toEqual({
    total: 5,
    counts: { raw: 1, failed: 0, separated: 2, open: 1, accepted: 1 },
    clean: 1,
  });
});

test('a part of the queue is asked for by state, by doubts, and page by page', async () => {
  await queueOfAll();
  const states: PageState[] = ['separated', 'open'];
  expect(await names({ states })).toEqual(['clean', 'doubtful', 'open']);
  expect(await names({ states, doubts: 'some' })).toEqual(['doubtful', 'open']);
  expect(await names({ states, doubts: 'none' })).toEqual(['clean']);
  expect(await names({ offset: 1, limit: 2 })).toEqual(['doubtful', 'open']);
  expect((await here.client.desk.queue({ states, limit: 1 })).total).toBe(3);
});

test('the next page is the next that nobody accepted yet; after the last one, the first', async () => {
  const { clean, doubtful, open, accepted, raw } = await queueOfAll();
  const next = async (after: SourceId | null | undefined) =>
    (await here.client.desk.next({ after: after ?? null })).source;
  expect(await next(null)).toBe(clean);
  expect(await next(clean)).toBe(doubtful);
  expect(await next(doubtful)).toBe(open);
  for (const last of [open, accepted, raw]) expect(await next(last)).toBe(clean);
  for (const source of [clean, doubtful] as SourceId[]) await here.client.desk.accept(await step(source));
  expect(await next(null)).toBe(open);
  expect(await next(open)).toBeNull();
});

test('doubts are counted as they are answered, and again when the answers are taken back', async () => {
  const source = await pageWith('doubtful', 2);
  const counted = async () => (await here.client.desk.queue({})).pages[0]?.doubts;
  const [first] = (await here.client.desk.page({ source })).doubts;
  const doubt = first?.id ?? 'role@0';
  await here.client.desk.apply({ ...(await step(source)), commands: [{ kind: 'confirm', doubt }] });
  expect(await counted()).toBe(1);
  await here.client.desk.undo(await step(source));
  expect(await counted()).toBe(2);
  await here.client.desk.redo(await step(source));
  await here.client.desk.accept(await step(source));
  expect(await counted()).toBe(1);
  await here.client.history.undo({});
  expect(await counted()).toBe(1);
  await here.client.desk.reset(await step(source));
  expect(await counted()).toBe(2);
});

test('doubts of an archive that no rule of this version counted are counted when it goes on', async () => {
  const source = await pageWith('doubtful', 3);
  const { db } = here.archive.context;
  db.exec(`UPDATE source SET doubts = 77; DELETE FROM archive_fact WHERE key = 'doubts_rule'`);
  await here.archive.resume();
  expect((await here.client.desk.queue({})).pages).toMatchObject([{ source, doubts: 3 }]);
  db.exec('UPDATE source SET doubts = 77');
  await here.archive.resume();
  expect((await here.client.desk.queue({})).pages).toMatchObject([{ doubts: 77 }]);
});

test('all clean pages are accepted as one act, after a look at some of them, and given back as one', async () => {
  const { clean } = await queueOfAll();
  const more = await pageWith('clean too', 0);
  const sample = await here.client.desk.sample({ count: 1 });
  expect(sample).toMatchObject({ total: 2, pages: [{ state: 'separated', doubts: 0 }] });
  const both = await here.client.desk.sample({});
  expect(both.pages.map(({ source }) => source).toSorted()).toEqual([clean, more].toSorted());
  const states = async () => (await here.client.desk.queue({})).counts;
  const before = await states();
  const { change, count } = await here.client.desk.acceptClean(both);
  expect(count).toBe(2);
  expect(await states()).toEqual({ ...before, separated: 1, accepted: 3 });
  const none = await here.client.desk.sample({});
  expect([none.total, (await here.client.desk.acceptClean(none)).count]).toEqual([0, 0]);
  expect(await here.client.history.undo({})).toEqual({ undone: change, action: 'desk.accept_clean' });
  expect(await states()).toEqual(before);
  // What somebody accepted meanwhile is not taken back with the others.
  await here.client.history.redo();
  await here.client.history.undo({});
  await here.client.desk.accept(await step(more));
  expect(await states()).toEqual({ ...before, separated: 2, accepted: 2 });
});
