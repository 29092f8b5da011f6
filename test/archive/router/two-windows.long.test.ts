import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SourceId } from '#contract/ids.ts';
import { second } from '../desk/page-of.ts';
import { cleanPages, cleanText, forgetDoubts } from '../desk-pages.ts';
import { type ArchiveClient, clientOf, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

/** Two windows on one archive: what one does the other is told of, and nothing of either is lost or done twice. */
let here: TemporaryArchive;
let one: ArchiveClient;
let two: ArchiveClient;
beforeEach(async () => {
  here = await temporaryArchive();
  one = here.client;
  two = clientOf(here.archive);
});
afterEach(() => here.close());

const revisionOf = async (client: ArchiveClient, source: SourceId) => (await client.desk.page({ source })).revision;
const states = async () => (await one.desk.queue({})).counts;
/** What Enter does at the desk of a window that has this page open: undefined where the page is another than it saw. */
async function enter(client: ArchiveClient, source: SourceId, revision: number) {
  try {
    return await client.desk.accept({ source, revision });
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFLICT' });
    return undefined;
  }
}

test('all without a doubt are those that were announced: where they are others, none is accepted and it is said what changed', async () => {
  const [first, second_, third] = (await cleanPages(here, ['甲', '乙', '丙'])) as [SourceId, SourceId, SourceId];
  const shown = await one.desk.sample({});
  expect(shown.total).toBe(3);
  const refused = (changes: object | null) => ({ code: 'CONFLICT', data: { changes } });
  const revision = await revisionOf(two, first);
  const before = cleanText('甲').indexOf(second);
  await two.desk.apply({ source: first, revision, commands: [{ kind: 'split_article', before }] });
  await expect(one.desk.acceptClean(shown)).rejects.toMatchObject(refused({ came: 0, gone: 1, changed: 0 }));

  // One for another: as many as were announced, and not the same.
  await cleanPages(here, ['丁']);
  expect((await one.desk.queue({})).clean).toBe(shown.total);
  await expect(one.desk.acceptClean(shown)).rejects.toMatchObject(refused({ came: 1, gone: 1, changed: 0 }));

  // Among them again, but seen by nobody as it is now.
  await two.desk.reset({ source: first, revision: await revisionOf(two, first) });
  forgetDoubts(here);
  await expect(one.desk.acceptClean(shown)).rejects.toMatchObject(refused({ came: 1, gone: 0, changed: 1 }));
  await two.desk.accept({ source: third, revision: await revisionOf(two, third) });
  await expect(one.desk.acceptClean(shown)).rejects.toMatchObject(refused({ came: 1, gone: 1, changed: 1 }));
  expect(await states()).toMatchObject({ open: 0, accepted: 1, separated: 3 });
  expect((await one.desk.page({ source: second_ })).state).toBe('separated');

  const again = await one.desk.sample({});
  expect(again.total).toBe(3);
  expect((await one.desk.acceptClean(again)).count).toBe(3);
  expect(await states()).toMatchObject({ accepted: 4, separated: 0 });
});

test('what was announced is remembered for several windows, and a set that nobody remembers is refused', async () => {
  await cleanPages(here, ['甲']);
  const [old, ...later] = await Promise.all(Array.from({ length: 9 }, () => one.desk.sample({})));
  if (!old) throw new Error('nothing was announced');
  await expect(two.desk.acceptClean(old)).rejects.toMatchObject({ code: 'CONFLICT', data: { changes: null } });
  expect((await two.desk.acceptClean(later.at(0) ?? old)).count).toBe(1);
});

test('a page that the other window accepted with all others is not accepted twice by Enter, nor given back by its undo', async () => {
  const [source] = (await cleanPages(here, ['甲', '乙'])) as [SourceId];
  const revision = await revisionOf(two, source);
  const { change } = await one.desk.acceptClean(await one.desk.sample({}));
  expect(await enter(two, source, revision)).toBeUndefined();
  const entries = here.archive.context.db.prepare('SELECT count(*) FROM journal WHERE action = ?').pluck();
  expect(entries.get('desk.accept')).toBe(0);
  await one.history.undo({ change });
  expect(await states()).toMatchObject({ accepted: 0, separated: 2 });
  // Seen again as it is now, it is accepted, and stays so when the others are taken and given back.
  expect(await enter(two, source, await revisionOf(two, source))).toBeDefined();
  const others = await one.desk.acceptClean(await one.desk.sample({}));
  await one.history.undo({ change: others.change });
  expect(await states()).toMatchObject({ accepted: 1, separated: 1 });
});

test('each window is told of what the other does at the desk', async () => {
  const [source] = (await cleanPages(here, ['甲'])) as [SourceId];
  const watch = await two.archive.watch();
  const told = watch.next();
  await one.desk.accept({ source, revision: await revisionOf(one, source) });
  expect((await told).value).toMatchObject({ topics: expect.arrayContaining(['desk']) });
});

test('clean pages take one key each beside another window that takes half of them at once', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `${at}`.padStart(3, '0'));
  await cleanPages(here, names);
  let keys = 1;
  let open = (await one.desk.next({ after: null })).source;
  const accepted = new Set<SourceId>();
  let taken = 0;
  while (open !== null) {
    const source: SourceId = open;
    const { revision } = await one.desk.page({ source });
    // The other window is between what this one sees and what it does.
    if (keys === 50) taken = (await two.desk.acceptClean(await two.desk.sample({}))).count;
    const [next, done] = await Promise.all([one.desk.next({ after: source }), enter(one, source, revision)]);
    keys += 1;
    if (done) {
      expect(accepted.has(source)).toBe(false);
      accepted.add(source);
    }
    open = next.source === source ? null : next.source;
  }
  expect([accepted.size, taken]).toEqual([49, 51]);
  // One for each page that was accepted so, one to begin, and the one that came too late.
  expect(keys).toBe(accepted.size + 2);
  expect(await states()).toMatchObject({ accepted: 100, separated: 0, open: 0 });
  const rows = here.archive.context.db
    .prepare("SELECT action, count(*) AS n FROM journal WHERE action LIKE 'desk%' GROUP BY action ORDER BY action")
    .all();
  expect(rows).toEqual([
    { action: 'desk.accept', n: 49 },
    { action: 'desk.accept_clean', n: 1 },
  ]);
});
