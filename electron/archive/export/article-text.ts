import type { Article, Block } from '#contract/articles.ts';
import { escapeInside, escapeLine, oneLine, visibleLines } from './escape.ts';

type TextOfArticle = Pick<Article, 'title' | 'body' | 'blocks'>;

/** The article's blocks as Markdown. Its headline stands above, as the file's heading. */
export function renderText(article: TextOfArticle): string {
  let markdown = '';
  let inList = false;
  for (const { isItem, rendered } of renderBlocks(article)) {
    markdown += markdown === '' ? rendered : `${inList && isItem ? '\n' : '\n\n'}${rendered}`;
    inList = isItem;
  }
  return markdown;
}

/** The same, one by one. */
export function renderBlocks(article: TextOfArticle): { readonly isItem: boolean; readonly rendered: string }[] {
  const headline = headlineBlock(article);
  return article.blocks
    .filter((block) => block !== headline)
    .map((block) => ({
      isItem: block.role === 'list_item',
      rendered: renderBlock(block, textOf(article.body, block)),
    }))
    .filter(({ rendered }) => rendered !== '');
}

/** The block that the file has as its heading. */
export function headlineBlock({ title, body, blocks }: TextOfArticle): Block | undefined {
  return blocks.find((block) => block.role === 'title' && oneLine(textOf(body, block)) === oneLine(title));
}

function textOf(body: string, { span }: Block): string {
  return body.slice(span.start, span.end);
}

function renderBlock(block: Block, text: string): string {
  if (block.role === 'preformatted') return renderPreformatted(text);
  const lines = visibleLines(text);
  switch (block.role) {
    case 'title':
    case 'subtitle':
      return heading(2, lines);
    case 'subhead':
      return heading(Math.min(6, (block.level ?? 1) + 1), lines);
    case 'caption':
    case 'photo_credit':
    case 'quotation':
      return quoted(paragraphs(lines));
    case 'list_item':
      return indented('- ', paragraphs(lines));
    default:
      return paragraphs(lines);
  }
}

function heading(level: number, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${'#'.repeat(level)} ${escapeInside(lines.join(' '))}`;
}

export function paragraphs(lines: readonly string[]): string {
  return lines.map(escapeLine).join('\n\n');
}

/** Verbatim, unless something in it would be read through the fence: a Templater or Liquid tag, a comment mark, a block id. */
function renderPreformatted(text: string): string {
  const code = text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\0/g, '').replace(/\s+$/, '');
  if (code.trim() === '') return '';
  if (/<%|\{\{|\{%|%%|<!--|\^[\w-]+[ \t]*$/m.test(code)) return paragraphs(visibleLines(code));
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

export function quoted(markdown: string): string {
  return markdown === '' ? '' : indented('> ', markdown, '> ');
}

export function indented(first: string, markdown: string, rest = ' '.repeat(first.length)): string {
  return (
    markdown
      .split('\n')
      // Two blanks at the end of a line are a break: only those of an empty one are ours.
      .map((line, index) =>
        line === '' ? (index === 0 ? first : rest).trimEnd() : `${index === 0 ? first : rest}${line}`,
      )
      .join('\n')
  );
}
