import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { escapeLine, visibleLines } from '#archive/export/escape.ts';
import { mdastLines, plainLines } from './rendered.ts';

const commonmark = unified().use(remarkParse);
const gfm = unified().use(remarkParse).use(remarkGfm);
const flavours = {
  'markdown-it as CommonMark': (text: string) => plainLines(new MarkdownIt('commonmark'), text),
  'markdown-it with tables, strikethrough and HTML': (text: string) => plainLines(new MarkdownIt({ html: true }), text),
  micromark: (text: string) => mdastLines(commonmark.parse(text)),
  'micromark with GFM': (text: string) => mdastLines(gfm.runSync(gfm.parse(text)) as Root),
};

const dangerous = [
  '约3~5万人，合10~20亿元',
  '- 3.1%为历年最低',
  '-3.1%为历年最低',
  '1978. 改革开放',
  '1978.12 的一天',
  '3.1万人',
  '1) 第一',
  '+ 加号',
  '> 引文',
  '# 题目',
  '#就业 是一个话题',
  '增速为-3%',
  '---',
  '===',
  '***',
  '___',
  '```dataviewjs',
  '~~~',
  '提出**“两个码头”**目标',
  '*着重* _着重_ snake_case __init__',
  '|表|格|',
  '| --- | --- |',
  '<script>alert(1)</script>',
  '<% tp.system.clipboard() %>',
  '<!-- 注 -->',
  '<https://example.org>',
  'https://example.org/a_b*c?d=1&copy=2',
  'www.example.org/_a_',
  'someone@example.org',
  '![图](https://example.org/x.png)',
  '[链接](javascript:alert(1))',
  '[[笔记]] ![[嵌入]]',
  '[^1] 与 [^1]: 脚注',
  '[标签]: https://example.org',
  '&amp; &#38; &nbsp; AT&T &bogus;',
  '费用 $5 到 $10，$$x$$',
  '%%注释%% 100%',
  '==高亮== a==b',
  '状态:: 完成 [x:: y]',
  '{{title}} {% include x %}',
  '末尾 ^jb-abc',
  '反斜线 \\ 与 \\* 与末尾 \\',
  '`代码` ``',
  '- [ ] 待办',
  '「」『』《》“”‘’——……、。，；：？！',
  ': 定义',
];

describe.each(Object.entries(flavours))('%s', (_, shown) => {
  test.each(dangerous)('shows %s as it stands', (text) => {
    expect(shown(escapeLine(text))).toEqual([text]);
  });

  test('shows any text over the characters of Markdown and Chinese punctuation as it stands', () => {
    const marks = [...'\\`*_{}[]()<>#+-.!|~$%^&=:;"\'/@?,\u3000 \t'];
    const rest = [
      '中',
      '文',
      '“',
      '”',
      '。',
      '，',
      '、',
      '《',
      '》',
      '（',
      '）',
      '…',
      '—',
      '·',
      '1',
      '9',
      'a',
      'Z',
      'www.',
      'http://',
      '\u{20bb7}',
      '&amp;',
      '<b>',
      '```',
      '~~',
      '**',
      '__',
      '1. ',
      '- ',
      '\n',
      '\u00a0',
      '\r\n',
      '\u2028',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks, ...rest), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const lines = visibleLines(text);
        expect(shown(lines.map(escapeLine).join('\n\n'))).toEqual(lines);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});

test('without escaping most of these texts are shown as something else', () => {
  const gfmShows = flavours['micromark with GFM'];
  const changed = dangerous.filter((text) => gfmShows(text).join() !== text);
  expect(changed.length).toBeGreaterThan(dangerous.length / 3);
});

test.each([
  '<% tp.system.clipboard() %>',
  '%%注释%%',
  '[[笔记]]',
  '![[嵌入]]',
  '状态:: 完成',
  '#就业',
  '{{title}}',
  '{% include x %}',
  '$$x$$',
  '==高亮==',
  'obsidian://open?vault=x',
  '文 ^jb-abc',
])('%s leaves nothing in the file that a plug-in reads', (text) => {
  expect(escapeLine(text)).not.toMatch(/<%|%%|\[\[|::|(?<!\\)#|\{\{|\{%|\$\$|==|:\/\/|(?<!\\)\^/);
});
