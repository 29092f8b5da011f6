import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTerms, PASSAGES } from '#archive/search/term-list.ts';
import { type SmallArchive, smallArchive } from './small-archive.ts';

let archive: SmallArchive;
beforeAll(() => {
  archive = smallArchive([
    { title: '渡口', text: '林越说水涨了。林越又说。', publication: '江城日报' },
    { title: '桥', text: '陈舟与林\n越同行。', publication: '滨海晚报' },
    ...Array.from({ length: 7 }, (_, i) => ({ title: `第${i}号`, text: 'Anna Lin 到过。', publication: '滨海晚报' })),
  ]);
});
afterAll(() => archive.close());

async function found(names: readonly string[], condition = '') {
  const rows = [];
  for await (const row of findTerms(archive.search, names, condition, undefined)) rows.push(row);
  return rows;
}

test('each name is looked for as it is written, with its passages, in the order of the list', async () => {
  const rows = await found(['林越', '越林', 'anna lin', '，', '"OR"', '林越 OR 陈舟']);
  expect(rows.map(({ name, total, passages }) => [name, total, passages.length])).toEqual([
    ['林越', 2, 2],
    ['越林', 0, 0],
    ['anna lin', 7, PASSAGES],
    ['，', 0, 0],
    ['"OR"', 0, 0],
    ['林越 OR 陈舟', 0, 0],
  ]);
  const [{ passages: [first] = [] } = { passages: [] }] = rows;
  expect(first).toMatchObject({ title: '渡口', publication: '江城日报', hits: 2 });
  expect(first?.snippet.marks.map(({ start, end }) => first.snippet.text.slice(start, end))).toEqual(['林越', '林越']);
});

test('a condition holds for every name, and a name without a word does not let everything through', async () => {
  const rows = await found(['林越', '。', '陈舟'], 'paper:滨海');
  expect(rows.map(({ total, text }) => [total, text])).toEqual([
    [1, '"林越" paper:滨海'],
    [0, ''],
    [1, '"陈舟" paper:滨海'],
  ]);
});

test('a list that is stopped ends where it is', async () => {
  const stop = new AbortController();
  const rows: string[] = [];
  const all = findTerms(archive.search, ['林越', '陈舟', '渡口'], '', stop.signal);
  await expect(async () => {
    for await (const { name } of all) {
      rows.push(name);
      stop.abort(new Error('stopped'));
    }
  }).rejects.toThrow('stopped');
  expect(rows).toEqual(['林越']);
});
