import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibtex } from '#archive/exchange/bibtex.ts';
import { toCsl } from '#archive/exchange/csl.ts';
import type { Author, Reference } from '#archive/exchange/reference.ts';
import { toRis } from '#archive/exchange/ris.ts';
import { referenceOf } from '#archive/reference-of.ts';
import { csvLine } from '#contract/csv.ts';
import { articleOf } from '../export/article-of.ts';
import { citedArticles } from './cited-articles.ts';
import { namesIn, readBibtex, readCsv, readRis, setByTex } from './readers.ts';

/** What one format or another reads as something else, beside what stands in papers. */
const MARKS = [
  ...'{}\\%#$&_~^"\'@,;=-+|<>/ \n\t.',
  '江',
  '城',
  '“',
  '”',
  '《',
  'é',
  '𠮷',
  ' and ',
  '  - ',
  '\r\n',
  '\\{',
  'ER',
];
const words = fc.array(fc.constantFrom(...MARKS), { maxLength: 12 }).map((parts) => parts.join(''));
const name = fc.constantFrom(
  '林月',
  '江城市统计局',
  'Ann Lee',
  'Ludwig van Hove',
  'Martin King Jr.',
  '阿依古丽·吐尔逊',
);
const article = fc
  .record({
    title: words,
    publication: fc.option(words),
    page: fc.option(words),
    section: fc.option(words),
    byline: fc.option(fc.uniqueArray(name, { maxLength: 4 }).map((names) => names.join('、'))),
    language: fc.constantFrom(null, 'zh-CN', 'en'),
    url: fc.option(fc.constantFrom('https://a.example/?q=%E6%B1%9F&x={y}_~^#z', 'http://b.example/"\\')),
    date: fc.option(fc.constantFrom('2018-11-05', '1954-02', '1936?', '193X', '1962-23', '1999-01-01/1999-01-02')),
    tags: fc.array(words, { maxLength: 2 }),
  })
  .map(({ title, date, tags, ...fields }) =>
    articleOf(title, [], {
      ...fields,
      date: date === null ? null : { edtf: date, printed: null, inferred: false },
      tags: tags.map((path) => ({ path }) as never),
    }),
  );
const reference = article.map((made) => referenceOf(made, 'UTC'));
const given = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

function bibtexFields({ title, publication, pages, date, accessed, keywords }: Reference) {
  const joined = { journal: publication, pages: pages.join(', '), keywords: keywords.join(', ') };
  return given({ title, ...joined, date: date?.edtf ?? '', urldate: accessed });
}

const bibtexName = (author: Author) =>
  'literal' in author
    ? author.literal
    : [author.family, ...(author.suffix ? [author.suffix] : []), author.given].join(', ');

test('what stands in BibTeX is what is known, whatever TeX would make of it', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 3 }), (references) => {
      const entries = readBibtex(references.map(toBibtex).join('\n'));
      expect(entries.map(({ type }) => type)).toEqual(
        references.map(({ type }) => (type === 'webpage' ? 'misc' : 'article')),
      );
      entries.forEach(({ fields }, at) => {
        const known = references[at] as Reference;
        const wanted = bibtexFields(known);
        expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, setByTex(fields[key] ?? '')]))).toEqual(
          wanted,
        );
        expect(namesIn(fields.author ?? '').map(setByTex)).toEqual(known.authors.map(bibtexName));
        expect(decodeURI(fields.url ?? '')).toBe(decodeURI(known.url));
      });
    }),
    { numRuns: 300 },
  );
});

test('what stands in RIS is what is known, one record each', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 3 }), (references) => {
      const records = readRis(references.map((each) => `${toRis(each)}\r\n`).join(''));
      expect(records).toHaveLength(references.length);
      records.forEach((record, at) => {
        const known = references[at] as Reference;
        const of = (tag: string) => record.filter(([each]) => each === tag).map(([, value]) => value);
        const one = (value: string) => (value === '' ? [] : [value]);
        expect(record[0]).toEqual(['TY', known.type === 'webpage' ? 'ELEC' : 'NEWS']);
        expect(of('TI')).toEqual(one(known.title));
        expect(of('T2')).toEqual(one(known.publication));
        expect(of('SP')).toEqual(one(known.pages.join(', ')));
        expect(of('UR')).toEqual(one(known.url));
        expect(of('KW')).toEqual(known.keywords);
        expect(of('AU')).toHaveLength(known.authors.length);
      });
    }),
    { numRuns: 300 },
  );
});

test('dates as each program reads them', () => {
  const written = (edtf: string) => {
    const known = referenceOf(articleOf('渡口', [], { date: { edtf, printed: null, inferred: false } }), 'UTC');
    const { fields } = readBibtex(toBibtex(known))[0] ?? { fields: {} as Record<string, string> };
    const [ris] = readRis(toRis(known)).map((record) => record.find(([tag]) => tag === 'DA')?.[1]);
    return [[fields.year, fields.month, fields.day, fields.date].join(' '), ris, toCsl(known).issued];
  };
  expect(written('2018-11-05')).toEqual(['2018 nov 5 2018-11-05', '2018/11/05/', { 'date-parts': [[2018, 11, 5]] }]);
  expect(written('1954-02')).toEqual(['1954 feb  1954-02', '1954/02//', { 'date-parts': [[1954, 2]] }]);
  expect(written('1936?')).toEqual(['1936   1936?', '1936///', { 'date-parts': [[1936]], circa: true }]);
  expect(written('1962-23')).toEqual(['1962   1962-23', '1962///Fall', { 'date-parts': [[1962]], season: 3 }]);
  expect(written('193X')).toEqual(['   193X', undefined, { 'date-parts': [[1930], [1939]], circa: true }]);
  expect(written('1999-01-01/1999-01-02')[2]).toEqual({
    'date-parts': [
      [1999, 1, 1],
      [1999, 1, 2],
    ],
  });
});

test('an item of CSL has what is known, by the names of its schema', () => {
  const cited = citedArticles().find(({ about }) => about.startsWith('English: particles'));
  if (!cited) throw new Error('it is among the cited');
  expect(toCsl(referenceOf(cited.article, 'UTC'))).toEqual({
    id: 'jb-014d2pf2db',
    type: 'article-newspaper',
    title: 'Notes on the Fair',
    author: [
      { family: 'van Hove', given: 'Ludwig' },
      { family: 'Marsh', given: 'Jean-Luc' },
      { family: 'Reed', given: 'Mary Ann' },
      { family: 'King', given: 'Martin', suffix: 'Jr.' },
    ],
    'container-title': 'Harrow Vale Courier',
    issued: { 'date-parts': [[2023, 6, 4]] },
    page: 'B2',
  });
});

test('a table read again has the cells that were written, formulas behind an apostrophe', () => {
  const cell = fc.oneof(words, fc.constantFrom('=1+1', '-3.1%', '@a', '＝1', '"', '""', ','), fc.integer());
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }));
  fc.assert(
    fc.property(table, (rows) => {
      const read = readCsv(`\ufeff${rows.map(csvLine).join('')}`);
      const wanted = rows.map((row) => row.map(String));
      expect(
        read.map((row, y) => row.map((text, x) => (text === `'${wanted[y]?.[x]}` ? wanted[y]?.[x] : text))),
      ).toEqual(wanted);
      for (const text of read.flat()) expect(text).not.toMatch(/^(?:[=@＝＠\t\r\n]|[-+＋－](?!\p{Nd}[\p{Nd}.,]*%?$))/u);
    }),
    { numRuns: 300 },
  );
});
