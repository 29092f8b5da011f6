import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { archiveWithPlace, type BagContent, dropBag, readFolder, takeBag, writeBag } from './bag-folder.ts';
import { dumpOf } from './dump.ts';

let bag: BagContent;
let empty: TemporaryArchive;
let before: ReturnType<typeof dumpOf>;
beforeAll(async () => {
  const full = await archiveWithPlace();
  await store(
    full.here,
    documentOf([{ title: '渡口', paragraphs: ['船来了。'] }], { publication: '江城日报' }),
    'a.txt',
  );
  await store(full.here, documentOf([{ title: '茶场', paragraphs: ['茶歇了。'] }]), 'b.txt');
  await writeBag(full.here.client);
  bag = readFolder(join(full.place, 'bag'));
  await full.close();
  empty = await temporaryArchive();
  before = dumpOf(empty.archive.context.reader);
});
afterAll(() => empty.close());

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pathOf = (part: string) => [...bag.keys()].find((path) => path.includes(part)) ?? '';

/** The bag with some files changed; `signed`: with sums that fit again, as somebody makes them who knows how. */
function changed(change: (content: BagContent) => void, signed = false): BagContent {
  const content: BagContent = new Map(bag);
  change(content);
  if (!signed) return content;
  const payload = [...content].filter(([path]) => path.startsWith('data/'));
  content.set('manifest-sha256.txt', Buffer.from(payload.map(([path, bytes]) => `${sum(bytes)}  ${path}\n`).join('')));
  content.delete('tagmanifest-sha256.txt');
  const oxum = `Payload-Oxum: ${payload.reduce((bytes, [, each]) => bytes + each.length, 0)}.${payload.length}`;
  content.set('bag-info.txt', Buffer.from(String(content.get('bag-info.txt')).replace(/Payload-Oxum: .*/, oxum)));
  return content;
}
const edit = (path: string, from: string | RegExp, to: string) => (content: BagContent) =>
  content.set(path, Buffer.from(String(content.get(path)).replace(from, to)));
const list = (line: string) => edit('manifest-sha256.txt', /^/, `${'0'.repeat(64)}  ${line}\n`);

const CASES: readonly (readonly [what: string, reason: string, file: string, () => BagContent])[] = [
  [
    'a flipped byte',
    'wrong_sum',
    '.txt',
    () =>
      changed((content) => {
        const path = pathOf('data/raw/');
        const bytes = Buffer.from(content.get(path) ?? '');
        bytes[3] = (bytes[3] ?? 0) ^ 1;
        content.set(path, bytes);
      }),
  ],
  [
    'a missing file',
    'missing_file',
    'data/events.jsonl',
    () => changed((content) => content.delete('data/events.jsonl')),
  ],
  ['an extra file', 'extra_file', 'data/more', () => changed((content) => content.set('data/more', Buffer.from('')))],
  ['a path that goes up', 'path_outside', 'data/../../a', () => changed(list('data/../../a'))],
  ['a path from the root', 'path_outside', '/etc/passwd', () => changed(list('/etc/passwd'))],
  ['a path of another system', 'path_outside', 'C:\\a', () => changed(list('C:\\a'))],
  ['a path beside the payload', 'path_outside', 'bagit.txt', () => changed(list('bagit.txt'))],
  [
    'a lying Payload-Oxum',
    'wrong_oxum',
    'bag-info.txt',
    () =>
      changed((content) => {
        edit('bag-info.txt', /Payload-Oxum: \d+/, 'Payload-Oxum: 1')(content);
        content.delete('tagmanifest-sha256.txt');
      }),
  ],
  ['another version', 'wrong_version', 'bagit.txt', () => changed(edit('bagit.txt', '1.0', '0.97'))],
  ['another encoding', 'wrong_version', 'bagit.txt', () => changed(edit('bagit.txt', 'UTF-8', 'UTF-16'))],
  ['no declaration', 'not_a_bag', 'bagit.txt', () => changed((content) => content.delete('bagit.txt'))],
  [
    'files to be fetched',
    'incomplete',
    'fetch.txt',
    () => changed((content) => content.set('fetch.txt', Buffer.from('http://x 1 data/x\n'))),
  ],
  ['a changed tag file', 'wrong_sum', 'bag-info.txt', () => changed(edit('bag-info.txt', 'Jianbao', 'Jianbau'))],
  ['no SHA-256', 'no_sha256', 'manifest-sha256.txt', () => changed((content) => content.delete('manifest-sha256.txt'))],
  [
    'a bag of somebody else',
    'not_ours',
    'bag-info.txt',
    () => changed(edit('bag-info.txt', /Jianbao-Bag: 1\n/, ''), true),
  ],
  [
    'a bag of a later version',
    'newer',
    'bag-info.txt',
    () => changed(edit('bag-info.txt', /Schema: \d+/, 'Schema: 999'), true),
  ],
  [
    'a row that no table takes',
    'broken_records',
    'data/derivation',
    () => changed(edit(pathOf('derivation'), '"kind":"main"', '"kind":"poem"'), true),
  ],
  [
    'a column that is none',
    'broken_records',
    'data/derivation',
    () => changed(edit(pathOf('derivation'), '"kind":', '"x); DROP TABLE article; --":'), true),
  ],
  [
    'a table that does not belong there',
    'broken_records',
    'data/derivation',
    () => changed(edit(pathOf('derivation'), /^\{/, '{"archive_fact":[{"key":"archive_id","value":"x"}],'), true),
  ],
  [
    'an original that is not in it',
    'broken_records',
    'data/derivation',
    () => changed((content) => content.delete(pathOf('data/raw/')), true),
  ],
  [
    'a block outside its text',
    'broken_records',
    'data/derivation',
    () => changed(edit(pathOf('derivation'), /"span_end":\d+/g, '"span_end":99'), true),
  ],
  [
    'a journal that was cut',
    'broken_journal',
    'data/events.jsonl',
    () => changed(edit('data/events.jsonl', /^.*\n/, ''), true),
  ],
  [
    'a journal that says something else',
    'broken_journal',
    'data/events.jsonl',
    () => changed(edit('data/events.jsonl', 'Lin Yue', 'Li Yu'), true),
  ],
];

test.for(CASES)('%s is said, and nothing is taken in', async ([, reason, file, content]) => {
  expect(await takeBag(empty.client, content())).toMatchObject({
    state: 'bag_refused',
    path: 'a bag',
    reason,
    file: expect.stringContaining(file),
  });
  expect(dumpOf(empty.archive.context.reader)).toEqual(before);
  expect(originals()).toEqual([]);
});

test('a file of it that could not be read where it stands leaves the bag out', async () => {
  const { intake } = empty.client;
  const { batch } = await intake.begin({ bag: 'a bag' });
  await intake.refuse({ batch, path: 'a bag/data/raw/link', reason: 'link_not_followed' });
  await intake.finish({ batch });
  const states: string[] = [];
  for await (const event of await intake.events({ batch })) if (event.state !== 'progress') states.push(event.state);
  expect(states).toEqual(['refused', 'bag_refused', 'finished']);
  expect(originals()).toEqual([]);
});

test('a bag that is cancelled leaves no file behind', async () => {
  const { intake } = empty.client;
  const { batch } = await intake.begin({ bag: 'a bag' });
  const bytes = new Uint8Array(10);
  await intake.receive({ batch, path: 'a bag/bagit.txt', size: 10, offset: 0, piece: new Blob([bytes]) });
  await intake.receive({ batch, path: 'a bag/data/x', size: 20, offset: 0, piece: new Blob([bytes]) });
  await intake.cancel({ batch });
  await empty.reopen();
  expect(originals()).toEqual([]);
});

test('a tag manifest that is not there is no fault: only the payload has to be listed', async () => {
  const archive = await temporaryArchive();
  const [first] = await dropBag(
    archive.client,
    changed(() => undefined, true),
  );
  expect(first).toMatchObject({ state: 'bag', sources: 2, articles: 2 });
  await archive.close();
});

/** What stands among the originals, files under way too. */
function originals(): string[] {
  const root = join(empty.dir, 'originals');
  return readdirSync(root).flatMap((folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []));
}
