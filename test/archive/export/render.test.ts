import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { renderText } from '#archive/export/article-text.ts';
import { visibleLines } from '#archive/export/escape.ts';
import { tagName } from '#archive/export/properties.ts';
import type { BlockRole } from '#contract/derivation.ts';
import { articleOf } from './article-of.ts';
import { mdastLines, plainLines } from './rendered.ts';

const gfm = unified().use(remarkParse).use(remarkGfm);
const shownByGfm = (markdown: string) => mdastLines(gfm.runSync(gfm.parse(markdown)) as Root);
const shownByMarkdownIt = (markdown: string) => plainLines(new MarkdownIt({ html: true }), markdown);

test('each kind of block has its form', () => {
  const article = articleOf('题目', [
    ['kicker', '眉题'],
    ['title', '题目'],
    ['subtitle', '副题'],
    ['byline', '本报记者 甲'],
    ['paragraph', '第一段。'],
    ['subhead', '小标题'],
    ['list_item', '一'],
    ['list_item', '二'],
    ['quotation', '引文'],
    ['caption', '图为渡口。'],
    ['preformatted', 'let a = `x`;\n  b();'],
    ['paragraph', '末段。'],
  ]);
  expect(renderText(article)).toBe(
    '眉题\n\n## 副题\n\n本报记者 甲\n\n第一段。\n\n## 小标题\n\n- 一\n- 二\n\n> 引文\n\n> 图为渡口。\n\n```\nlet a = `x`;\n  b();\n```\n\n末段。',
  );
});

const piece = fc.constantFrom(
  ...'\\`*_{}[]()<>#+-.!|~$%^&=:;"\'/@?, \t\u3000',
  ...'中文字“”‘’。，、《》（）…—·1907aZ',
  'www.',
  'http://',
  '&amp;',
  '<b>',
  '```',
  '~~',
  '**',
  '1. ',
  '- ',
  '\n',
  '%%',
  '[[',
  '<%',
  '\u{20bb7}',
);
const text = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
const roles: BlockRole[] = ['paragraph', 'subhead', 'caption', 'quotation', 'list_item', 'byline', 'title', 'kicker'];

test('whatever the text, what is shown is the article, paragraph by paragraph', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...roles), text), { maxLength: 8 }), (blocks) => {
      const article = articleOf('题目', blocks);
      const lines = blocks.flatMap(([role, block]) => {
        const seen = visibleLines(block);
        return role === 'title' || role === 'subhead' ? (seen.length === 0 ? [] : [seen.join(' ')]) : seen;
      });
      const markdown = renderText(article);
      expect(shownByGfm(markdown)).toEqual(lines);
      expect(shownByMarkdownIt(markdown)).toEqual(lines);
    }),
    { numRuns: 700, seed: 11 },
  );
});

test('text set as it was typed keeps every blank and line, and no fence inside it ends it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('`', '``', '```', '~', ' ', '\n', 'a', '中', '    '), { minLength: 1, maxLength: 20 }),
      (parts) => {
        const code = `x${parts.join('')}x`;
        const tree = gfm.parse(renderText(articleOf('题目', [['preformatted', code]])));
        expect(tree.children.map((node) => (node.type === 'code' ? node.value : node.type))).toEqual([code]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a tag is what Obsidian takes for one', () => {
  expect(['就业/城镇 新增', '1978', '#已带井号', 'a//b', '  ', 'C++ & Rust', '2024/10'].map(tagName)).toEqual([
    '就业/城镇-新增',
    'y1978',
    '已带井号',
    'a/b',
    '',
    'C-Rust',
    'y2024/10',
  ]);
});
