import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readPdf } from '#archive/intake/read-pdf.ts';

const SAMPLES = 'resources/samples';
const EXPECTED = 'test/fixtures/samples';
const Expected = z.object({
  page: z.boolean(),
  encoding: z.string().optional(),
  articles: z.array(z.object({ title: z.string().nullable(), begins: z.string(), ends: z.string() })).min(1),
});

const all = readdirSync(SAMPLES).sort();
/** The picture of a page stands beside the file that says its text. */
const files = all.filter((file) => !file.endsWith('.png'));
const decode = (file: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { fatal: true }).decode(readFileSync(`${SAMPLES}/${file}`));
const expectedOf = (file: string) =>
  Expected.parse(JSON.parse(readFileSync(`${EXPECTED}/${basename(file, extname(file))}.json`, 'utf8')));
/** What of a file is text: in ALTO each word is an attribute, in a PDF it takes a reader. */
const textOf = async (file: string, encoding?: string) => {
  if (file.endsWith('.pdf')) return (await readPdf(readFileSync(`${SAMPLES}/${file}`))).text;
  return file.endsWith('.xml')
    ? [...decode(file).matchAll(/CONTENT="([^"]*)"/g)].map(([, word]) => word).join('')
    : decode(file, encoding);
};
const withoutBlanks = (text: string) => text.replaceAll(/\s/g, '');

test('every sample has an expected result, and every expected result a sample', () => {
  const stems = files.map((file) => basename(file, extname(file)));
  expect(readdirSync(EXPECTED).map((file) => basename(file, '.json'))).toEqual(stems);
  expect(new Set(stems).size).toBe(stems.length);
  const pictures = all.filter((file) => file.endsWith('.png')).map((file) => file.replace('.png', '.xml'));
  expect(files).toEqual(expect.arrayContaining(pictures));
});

test.each(files)('%s holds the titles, first and last words that its expected result names', async (file) => {
  const { articles, encoding } = expectedOf(file);
  const text = withoutBlanks(await textOf(file, encoding));
  for (const { title, begins, ends } of articles) {
    for (const words of [title ?? '', begins, ends]) expect(text).toContain(withoutBlanks(words));
  }
});

test('the three Chinese pages are as long as real ones and hold more than one article each', () => {
  const pages = files.filter((file) => /-p\d\.txt$/.test(file) && !file.startsWith('harrow'));
  expect(pages.length).toBe(3);
  for (const page of pages) {
    expect(decode(page).length).toBeGreaterThanOrEqual(2500);
    expect(decode(page).length).toBeLessThanOrEqual(6000);
    expect(expectedOf(page).articles.length).toBeGreaterThan(3);
  }
});

const Labels = z.object({
  seed: z.string(),
  coverage: z.object({ ranges: z.array(z.object({ start: z.int(), end: z.int() })) }),
});

test.each(readdirSync('test/fixtures/labels'))(
  '%s says of every character of its page where it belongs, once',
  (file) => {
    const { seed, coverage } = Labels.parse(JSON.parse(readFileSync(`test/fixtures/labels/${file}`, 'utf8')));
    const page = decode(seed);
    const times = new Uint8Array(page.length);
    for (const { start, end } of coverage.ranges)
      for (let at = start; at < end; at += 1) times[at] = (times[at] ?? 0) + 1;
    const wrong = [...times].flatMap((count, at) => (/\s/.test(page[at] ?? '') || count === 1 ? [] : [at]));
    expect(wrong).toEqual([]);
  },
);
