import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationWrites } from '#archive/store/annotations.ts';
import { AnnotationsOutput } from '#contract/commands.ts';
import type { ArticleId } from '#contract/ids.ts';
import { AnnotationCollection, annotationsIn } from '#contract/web-annotations.ts';
import { call } from '../../cli/calls.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { brokenRules } from './annotation-rules.ts';

const URL = 'https://news.example/2023/11/05/jobs.html';
const PARAGRAPHS = ['\u{20bb7}野家收入\u{20089}1，前三季度城镇新增就业5.7万人。', '李建国同志当选会长，任期三年。'];

let here: TemporaryArchive;
let article: ArticleId;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-marks-'));
  [here, article] = await fresh();
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(): Promise<[TemporaryArchive, ArticleId]> {
  const made = await temporaryArchive();
  const document = documentOf([{ title: '新增就业', paragraphs: PARAGRAPHS }], { url: URL });
  return [made, (await store(made, document)).articles[0] as ArticleId];
}

async function mark(words: string, rest: { note?: string; confidential?: boolean } = {}) {
  const { body } = await here.client.articles.get({ id: article });
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  return (await here.client.annotations.create({ article, span, colour: 'question', ...rest })).annotation;
}

async function written() {
  const file = join(folder, 'marks.jsonld');
  const { status, err } = await call(['annotations', '-a', here.dir, '--to', file]);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(readFileSync(file, 'utf8')) as AnnotationCollection;
}

async function takeIn(file: unknown, into = here) {
  const path = join(folder, 'in.json');
  writeFileSync(path, JSON.stringify(file));
  const { out } = await call(['annotations', '-a', into.dir, '--import', path, '--json', '--as', 'Lin Yue']);
  return AnnotationsOutput.parse(JSON.parse(out)).taken;
}

const shown = async (of = here, id = article) =>
  (await of.client.annotations.forArticle({ article: id })).map(({ quote, note, tags, colour, state }) => {
    return { words: quote.exact, start: quote.start, note, tags, colour, state };
  });

const hypothesis = (rest: object, quote?: object) => ({
  id: 'kzR3pH1oEe2',
  created: '2023-11-05T09:30:00.000000+00:00',
  updated: '2023-11-06T09:30:00.000000+00:00',
  user: 'acct:lin@hypothes.is',
  uri: URL,
  text: '',
  tags: [],
  target: [
    {
      source: URL,
      selector: [
        { type: 'RangeSelector', startContainer: '/div[1]', endContainer: '/div[1]', startOffset: 0, endOffset: 5 },
        { type: 'TextPositionSelector', start: 812, end: 821 },
        ...(quote ? [{ type: 'TextQuoteSelector', ...quote }] : []),
      ],
    },
  ],
  ...rest,
});
const JOBS = { exact: '新增就业5.7万人', prefix: '，前三季度城镇', suffix: '。\n李建国同志' };

test('what is written keeps every rule of the standard, and positions count code points', async () => {
  const { id } = await mark('新增就业5.7万人', { note: '与统计公报**不一致**' });
  await here.client.annotations.update({ id, tags: ['核查/待核'] });
  await mark('\u{20bb7}野家');
  await mark('任期三年', { confidential: true });
  const orphan = await mark('当选会长');
  annotationWrites(here.archive.context.db).move(
    orphan.id,
    article,
    { ...orphan.quote, end: orphan.quote.start },
    'orphan',
  );
  const collection = await written();
  expect(brokenRules(collection)).toEqual([]);
  expect(AnnotationCollection.parse(collection)).toEqual(collection);
  const items = (collection.first?.items ?? []).toReversed();
  expect(items).toHaveLength(3);
  const { body } = await here.client.articles.get({ id: article });
  for (const { target } of items) {
    const [{ exact }, position] = target.selector;
    if (position) expect([...body].slice(position.start, position.end).join('')).toBe(exact);
  }
  expect(items.map(({ target }) => target.selector.length)).toEqual([2, 2, 1]);
  expect(items[0]?.body).toEqual([
    { type: 'TextualBody', purpose: 'classifying', value: 'question', format: 'text/plain' },
    { type: 'TextualBody', purpose: 'commenting', value: '与统计公报**不一致**', format: 'text/markdown' },
    { type: 'TextualBody', purpose: 'tagging', value: '核查/待核', format: 'text/plain' },
  ]);
  expect(items[2]?.body.at(-1)).toMatchObject({ purpose: 'describing', value: 'orphan' });
  expect(items[0]?.target.scope).toBe(URL);
  expect(items.map(({ target }) => target.selector[0].exact)).not.toContain('任期三年');
});

test('an archive without highlights is a collection without pages', async () => {
  const collection = await written();
  expect(brokenRules(collection)).toEqual([]);
  expect(collection.total).toBe(0);
  expect(annotationsIn(collection)).toEqual([]);
});

test('our own file taken in again changes nothing; in another archive it gives the same highlights back', async () => {
  const { id } = await mark('\u{20bb7}野家收入', { note: '核实' });
  await here.client.annotations.update({ id, tags: ['核查/待核'] });
  await mark('任期三年');
  const collection = await written();
  const before = await shown();
  expect(await takeIn(collection)).toEqual({ made: 0, known: 2, waiting: 0, left: [] });
  expect(await shown()).toEqual(before);
  const [other, copy] = await fresh();
  // That archive's article has an id of its own: the address on the web leads to it.
  expect(await takeIn(collection, other)).toMatchObject({ made: 2, known: 0, waiting: 0 });
  expect(await shown(other, copy)).toEqual(before);
  await other.client.history.undo({});
  expect(await shown(other, copy)).toEqual([]);
  await other.close();
});

test.each([
  [
    'the client exports',
    (annotations: unknown[]) => ({ export_date: '2023-11-07', client_version: '1.1', annotations }),
  ],
  ['the service answers', (rows: unknown[]) => ({ total: rows.length, rows })],
])('what %s of Hypothesis is taken in once, replies and page notes are told', async (_, wrap) => {
  const file = wrap([
    hypothesis({ text: '与公报不一致', tags: ['核查', '#就业/ 城镇'] }, JOBS),
    hypothesis({ id: 'reply', references: ['kzR3pH1oEe2'], text: '同意' }, JOBS),
    hypothesis({ id: 'page', text: '整页的批注' }),
    hypothesis({
      id: 'elsewhere',
      uri: 'https://other.example/',
      target: [{ source: 'https://other.example/', selector: [{ type: 'TextQuoteSelector', ...JOBS }] }],
    }),
    'nothing',
  ]);
  expect(await takeIn(file)).toEqual({
    made: 1,
    known: 0,
    waiting: 0,
    left: [
      { index: 1, reason: 'reply' },
      { index: 2, reason: 'no_quote' },
      { index: 3, reason: 'no_article' },
      { index: 4, reason: 'not_an_annotation' },
    ],
  });
  const [only] = await shown();
  expect(only).toMatchObject({
    words: '新增就业5.7万人',
    state: 'exact',
    note: '与公报不一致',
    tags: ['就业/城镇', '核查'],
  });
  expect(await takeIn(file)).toMatchObject({ made: 0, known: 1 });
  expect(await here.client.search.ids({ text: 'note:与公报不一致' })).toEqual([article]);
});

test('a figure that is another one here waits for a person, and words that are not here are kept as an orphan', async () => {
  const file = [
    hypothesis({}, { ...JOBS, exact: '新增就业6.1万人' }),
    hypothesis({ id: 'gone' }, { exact: '这句话不在文章里', prefix: '', suffix: '' }),
  ];
  expect(await takeIn(file)).toMatchObject({ made: 2, waiting: 2 });
  const { items } = await here.client.annotations.waiting({});
  expect(items.map(({ state, quote }) => [state, quote.exact]).toSorted()).toEqual([
    ['changed', '新增就业6.1万人'],
    ['orphan', '这句话不在文章里'],
  ]);
  const changed = items.find(({ state }) => state === 'changed');
  expect(changed?.difference.flatMap(({ kind, text }) => (kind === 'new' ? [text] : []))).toEqual(['5.7']);
});

test('W3C annotations of other programs, in every form that the standard allows', async () => {
  const target = { source: { id: `${URL}#top` }, selector: { type: ['TextQuoteSelector'], ...JOBS } };
  const bare = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://a.example/1', type: 'Annotation' };
  expect(await takeIn({ ...bare, bodyValue: '一句话', target })).toMatchObject({ made: 1, left: [] });
  const body = [{ type: 'TextualBody', value: '标签', purpose: ['tagging'] }, 'a note', { id: 'https://a.example/x' }];
  const page = { type: 'AnnotationPage', items: [{ ...bare, id: 'https://a.example/2', body, target: [target] }] };
  expect(await takeIn({ type: 'AnnotationCollection', first: page })).toMatchObject({ made: 1, left: [] });
  expect((await shown()).map(({ note, tags }) => [note, tags]).toSorted()).toEqual([
    ['a note', ['标签']],
    ['一句话', []],
  ]);
});

test('what is no file of annotations is refused in a line, and nothing is written', async () => {
  for (const text of ['{"a": 1}', 'not json', '"text"', '']) {
    writeFileSync(join(folder, 'in.json'), text);
    const { status, out, err } = await call(['annotations', '-a', here.dir, '-i', join(folder, 'in.json')]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toBe(`jianbao: ${join(folder, 'in.json')} holds no annotations. Nothing was written.`);
  }
  expect(await shown()).toEqual([]);
});

test('a note that is longer than any here may be is left out and told', async () => {
  const file = [hypothesis({ text: '长'.repeat(370_000) }, JOBS)];
  expect(await takeIn(file)).toMatchObject({ made: 0, left: [{ index: 0, reason: 'too_long' }] });
});
