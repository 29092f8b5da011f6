import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '#archive/intake/read-markdown.ts';
import { rebuild } from './rebuild.ts';

const read = (text: string) => {
  const { derivation, metadata } = readMarkdown(text, 'note.md');
  expect(rebuild(derivation, text.length)).toBe(text);
  const [article] = derivation.articles;
  return { title: article?.title, blocks: article?.blocks.map(({ role, text }) => [role, text]), metadata, derivation };
};

test('headings, paragraphs, quotations, lists, code and tables become blocks without their markup', () => {
  const text = [
    '# 河边的**新路**',
    '',
    '上周五，*新路*[通车](https://example.org "x")了。',
    '',
    '## 之后',
    '',
    '> 我们等了',
    '> 十一年。',
    '',
    '- 第一件',
    '- 第二件',
    '  接着',
    '1. third',
    '',
    '```js',
    'let a;',
    '',
    'a = 1;',
    '```',
    '',
    '| 年 | 数 |',
    '|---|---|',
    '| 2018 | 5\\|6 |',
    '',
  ].join('\n');
  expect(read(text)).toMatchObject({
    title: '河边的新路',
    blocks: [
      ['title', '河边的新路'],
      ['paragraph', '上周五，新路通车了。'],
      ['subhead', '之后'],
      ['quotation', '我们等了十一年。'],
      ['list_item', '第一件'],
      ['list_item', '第二件接着'],
      ['list_item', 'third'],
      ['preformatted', 'let a;\n\na = 1;'],
      ['preformatted', '年\t数'],
      ['preformatted', '2018\t5|6'],
    ],
  });
});

test('escapes, character references, line breaks and mail addresses are read as Markdown reads them', () => {
  expect(read('1978\\. 年 &amp; &#x4e2d; &nope; a\\b\nmail a@b.example now  \nnext ~~old~~ `x*y`').blocks).toEqual([
    ['paragraph', '1978. 年 & 中 &nope; a\\b mail a@b.example now\nnext old x*y'],
  ]);
});

test('front matter is metadata and stays in the derivation as a dropped range', () => {
  const text =
    '---\ntitle: "河边的新路"\nauthor:\n  - "[[甘小禾]]"\npublished: 2018-11-05\nsource: https://example.org/a\npublication: 河湾日报\n---\n\n正文在这里。\n';
  expect(read(text)).toMatchObject({
    title: '河边的新路',
    blocks: [['paragraph', '正文在这里。']],
    metadata: {
      byline: '甘小禾',
      publication: '河湾日报',
      date: { edtf: '2018-11-05', printed: '2018-11-05', inferred: false },
      url: 'https://example.org/a',
    },
    derivation: { dropped: [{ evidence: ['front matter'] }] },
  });
});

test('HTML inside Markdown shows its words and none of its code', () => {
  expect(
    read('<p>前<b>言</b>&amp;</p>\n<script>alert(1)</script>\n\n之后 <span onclick="x()">词</span>。').blocks,
  ).toEqual([
    ['paragraph', '前言&'],
    ['paragraph', '之后 词。'],
  ]);
});

test('a footnote is read beside its number', () => {
  expect(read('正文[^1]。\n\n[^1]: 注文。\n').blocks).toEqual([
    ['paragraph', '正文[1]。'],
    ['paragraph', '[1] 注文。'],
  ]);
});

test('whatever the Markdown, the derivation gives it back', () => {
  const word = fc.constantFrom(
    '路',
    'a ',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '[',
    ']',
    '(',
    ')',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '> ',
    '- ',
    '1. ',
    '#',
    '# ',
    '|',
    '|-|\n',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '\t',
    '&amp;',
    '&#0;',
    '\\',
    '---\n',
    '~',
    '[^1]',
    '[^1]: ',
    'a@b.cc',
    'https://a.cc/',
    '![',
    '\u0000',
    '- [ ] ',
    '  \n',
    '　',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join('');
      expect(rebuild(readMarkdown(text, 'x.md').derivation, text.length)).toBe(text);
    }),
    { numRuns: 1500 },
  );
});
