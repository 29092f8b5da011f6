import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { renderText } from '#archive/export/article-text.ts';
import { visibleLines } from '#archive/export/escape.ts';
import { articleOf } from './article-of.ts';
import { article } from './hostile-texts.ts';
import { mdastLines, plainLines } from './rendered.ts';

const TEXTS = 10_000;

const gfm = unified().use(remarkParse).use(remarkGfm);
const markdownIt = new MarkdownIt({ html: true, linkify: true });
const parser = new Parser();
const writer = new HtmlRenderer();

/** Lines as each of them shows the text; whatever is no plain text is shown with its kind, so that it is not equal. */
const READERS: Readonly<Record<string, (markdown: string) => string[]>> = {
  'markdown-it': (markdown) => plainLines(markdownIt, markdown),
  marked: (markdown) => htmlLines(marked.parse(markdown, { async: false, gfm: true })),
  remark: (markdown) => mdastLines(gfm.runSync(gfm.parse(markdown)) as Root),
  'the CommonMark reference': (markdown) => htmlLines(writer.render(parser.parse(markdown))),
};

const BLOCKS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

function htmlLines(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const lines: string[] = [];
  const read = (node: Element): void => {
    const inline = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
    if (BLOCKS.has(node.tagName) || (node.tagName === 'LI' && inline)) {
      const inside = [...node.children].map(({ tagName }) => `<${tagName}>`).join('');
      lines.push(`${inside}${node.textContent}`);
    } else if (['BODY', 'BLOCKQUOTE', 'UL', 'LI'].includes(node.tagName))
      for (const child of node.children) read(child);
    else lines.push(`<${node.tagName}>${node.textContent}`);
  };
  read(document.body);
  return lines;
}

/** What is left when all that a backslash makes plain, and what we declare at the beginning of a line, is gone. */
function unescaped(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/^(?:#{1,6} |> ?|- | {2})+/, '').replace(/\\[!-/:-@[-`{-~]/g, ' '))
    .join('\n');
}

const ALIVE = {
  tag: /#[^\s#]/,
  highlight: /==/,
  link: /\[\[/,
  comment: /%%/,
  math: /\$/,
  'block id': /(?:^|\s)\^[\w-]+$/m,
  liquid: /\{\{|\{%/,
  templater: /<%/,
  field: /::/,
  reference: /\(\(/,
};

test(`${TEXTS.toLocaleString('en')} texts are shown as they are by four readers of Markdown, and nothing in them is alive in a vault`, () => {
  let longest = 0;
  fc.assert(
    fc.property(article, (blocks) => {
      const markdown = renderText(articleOf('题目', blocks));
      longest = Math.max(longest, markdown.length);
      const lines = blocks.flatMap(([role, text]) => {
        const seen = visibleLines(text);
        return role === 'title' || role === 'subhead' ? (seen.length === 0 ? [] : [seen.join(' ')]) : seen;
      });
      for (const [name, shown] of Object.entries(READERS)) expect([name, ...shown(markdown)]).toEqual([name, ...lines]);
      const left = unescaped(markdown);
      for (const [what, pattern] of Object.entries(ALIVE))
        if (pattern.test(left)) throw new Error(`${what}: ${markdown}`);
    }),
    { numRuns: TEXTS, seed: 20261122 },
  );
  expect(longest).toBeGreaterThan(100);
});
