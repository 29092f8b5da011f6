import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationWrites } from '#archive/store/annotations.ts';
import { ExchangeFormat, type ExportSelection, type FileEvent } from '#contract/exports.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import { AnnotationCollection } from '#contract/web-annotations.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { readBibtex, readCsv, readRis } from './readers.ts';

const FERRY = '𠮷野渡口新添两艘渡船，-3.1%。';
let here: TemporaryArchive;
let folder: string;
let ferry: ArticleId;
let factory: ArticleId;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-ways-'));
  here = await temporaryArchive({ places: { resolve: (handle) => (handle === 'folder' ? folder : undefined) } });
  const origin = {
    publication: '江城日报',
    date: { edtf: '2023-10-18', printed: null, inferred: false },
    pageLabel: '3',
  };
  const stored = async (title: string, text: string) =>
    (await store(here, documentOf([{ title, paragraphs: [text] }], origin), `${title}.txt`)).articles[0] as ArticleId;
  ferry = await stored('渡口', FERRY);
  factory = await stored('茶厂', '茶厂夏天停工。');
  await mark('渡船', { note: '核实' });
  await mark('-3.1%', {});
  await mark('新添', { confidential: true, note: '线人' });
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

async function mark(words: string, rest: { note?: string; confidential?: boolean }) {
  const { body } = await here.client.articles.get({ id: ferry });
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  return (await here.client.annotations.create({ article: ferry, span, colour: 'fact', ...rest })).annotation;
}

async function text(as: ExchangeFormat, rest: { selection?: ExportSelection; confidential?: boolean } = {}) {
  let said = '';
  const selection = rest.selection ?? { of: 'articles', ids: [ferry, factory] };
  for await (const event of await here.client.exports.text({ as, ...rest, selection }))
    if (event.state === 'piece') said += event.text;
  return said;
}

async function file(title: string, as: ExchangeFormat = 'citations', place = 'folder'): Promise<FileEvent[]> {
  const events: FileEvent[] = [];
  const asked = { as, title, place: place as PlaceHandle, selection: { of: 'all' } } as const;
  for await (const event of await here.client.exports.file(asked)) events.push(event);
  return events.filter(({ state }) => state !== 'progress');
}

const records = (csv: string) => {
  const [names = [], ...rows] = readCsv(csv);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
};
const lines = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('articles in the order in which they were chosen, in each form', async () => {
  expect(await text('citations')).toBe('渡口[N]. 江城日报, 2023-10-18(3).\n茶厂[N]. 江城日报, 2023-10-18(3).\n');
  expect(readBibtex(await text('bibtex')).map(({ fields }) => fields.title)).toEqual(['{渡口}', '{茶厂}']);
  expect(readRis(await text('ris')).map((record) => record.find(([tag]) => tag === 'TI')?.[1])).toEqual([
    '渡口',
    '茶厂',
  ]);
  expect((JSON.parse(await text('csl')) as { title: string }[]).map(({ title }) => title)).toEqual(['渡口', '茶厂']);
  const [row] = records(await text('csv'));
  expect(row).toMatchObject({ uuid: ferry, title: '渡口', page: '3', issue_date: '2023-10-18', highlights: '2' });
  expect(lines(await text('jsonl')).map(({ title, text: body }) => [title, body])).toEqual([
    ['渡口', `渡口\n${FERRY}`],
    ['茶厂', '茶厂\n茶厂夏天停工。'],
  ]);
});

test('highlights with positions in code points, and a figure with its sign as it was printed', async () => {
  const rows = records(await text('highlights-csv'));
  expect(Object.keys(rows[0] ?? {}).join()).toBe(
    'uuid,article_id,publication,issue_date,page,title,quote,start,end,colour,tags,note,status,created,modified',
  );
  expect(rows.map(({ quote, start, end, note }) => [quote, start, end, note])).toEqual([
    ['渡船', '11', '13', '核实'],
    ['-3.1%', '14', '19', ''],
  ]);
  expect(lines(await text('highlights-jsonl')).map(({ quote, tags }) => [quote, tags])).toEqual([
    ['渡船', []],
    ['-3.1%', []],
  ]);
});

test('highlights whose words are gone have no place', async () => {
  const gone = await mark('两艘', {});
  const writes = annotationWrites(here.archive.context.db);
  writes.move(gone.id, ferry, { ...gone.quote, end: gone.quote.start }, 'orphan');
  const row = records(await text('highlights-csv')).find(({ uuid }) => uuid === gone.id);
  expect(row).toMatchObject({ quote: '两艘', start: '', end: '', status: 'orphan' });
});

test('what is marked confidential is in no form, unless it is named', async () => {
  for (const as of ExchangeFormat.options) {
    const said = await text(as);
    expect([as, said.includes('线人'), said.includes('"新添"')]).toEqual([as, false, false]);
  }
  for (const as of ['highlights-csv', 'highlights-jsonl', 'annotations'] as const)
    expect(await text(as, { confidential: true })).toContain('线人');
  expect(records(await text('csv', { confidential: true }))[0]?.highlights).toBe('3');
});

test('annotations are a W3C collection, of which an empty one has no page', async () => {
  const collection = AnnotationCollection.parse(JSON.parse(await text('annotations')));
  expect([collection.total, collection.first?.items.length]).toEqual([2, 2]);
  const none: ExportSelection = { of: 'articles', ids: [factory] };
  expect(AnnotationCollection.parse(JSON.parse(await text('annotations', { selection: none })))).toMatchObject({
    total: 0,
  });
});

test('those with a tag or one below it; none in the trash', async () => {
  await here.client.tags.apply({ articles: [ferry], add: ['水运/渡口'] });
  const tagged = { of: 'tag', path: '水运' } as const;
  expect(await text('citations', { selection: tagged })).toBe('渡口[N]. 江城日报, 2023-10-18(3).\n');
  await here.client.articles.remove({ ids: [ferry] });
  expect(await text('citations')).toBe('茶厂[N]. 江城日报, 2023-10-18(3).\n');
  expect(JSON.parse(await text('csl', { selection: tagged }))).toEqual([]);
  expect(readCsv(await text('highlights-csv'))).toHaveLength(1);
});

test('a file gets a name that none has, and nothing else is left in the folder', async () => {
  const whole = await text('citations', { selection: { of: 'all' } });
  const finished = { state: 'finished', articles: 2, highlights: 0 };
  expect(await file('引文')).toEqual([{ ...finished, name: '引文.txt' }]);
  writeFileSync(join(folder, '引文.txt'), 'mine');
  expect(await file('引文')).toEqual([{ ...finished, name: '引文 2.txt' }]);
  expect(await file('../../引文')).toEqual([{ ...finished, name: '_.._引文.txt' }]);
  expect(readdirSync(folder).sort()).toEqual(['_.._引文.txt', '引文 2.txt', '引文.txt'].sort());
  expect(readFileSync(join(folder, '引文.txt'), 'utf8')).toBe('mine');
  expect(readFileSync(join(folder, '引文 2.txt'), 'utf8')).toBe(whole);
});

test('what a run that was killed left behind is cleared away by the next', async () => {
  const left = join(folder, '.jianbao-1-0123456789ab.tmp');
  writeFileSync(left, 'half');
  mkdirSync(join(folder, '.jianbao-mine'));
  utimesSync(left, 0, 0);
  await file('引文');
  expect(readdirSync(folder).sort()).toEqual(['.jianbao-mine', '引文.txt']);
});

test('stopped, it leaves nothing', async () => {
  const stop = new AbortController();
  const asked = { as: 'csv', title: '表', place: 'folder' as PlaceHandle, selection: { of: 'all' } } as const;
  const under: string[][] = [];
  for await (const { state } of await here.client.exports.file(asked, { signal: stop.signal })) {
    under.push([state, ...readdirSync(folder)]);
    stop.abort();
  }
  expect(under).toEqual([['progress', expect.stringMatching(/^\.jianbao-.*\.tmp$/)]]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that nobody granted is refused by its code', async () => {
  await expect(file('引文', 'csv', 'elsewhere')).rejects.toMatchObject({ defined: true, code: 'NO_SUCH_PLACE' });
});
