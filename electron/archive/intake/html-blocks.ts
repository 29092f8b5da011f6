import type { Element, Nodes, Root } from 'hast';
import type { BlockRole } from '#contract/derivation.ts';
import { isCjk } from './read-text.ts';

/** A block of a web page as it is read, before it has a place in the extracted text. */
export interface HtmlBlock {
  readonly role: BlockRole;
  readonly level?: number;
  readonly text: string;
}

interface Surroundings {
  readonly role: BlockRole;
  readonly level?: number;
}

/** A sanitised tree to blocks of text, in the order of the document. */
export function blocksOf(tree: Root): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let line = '';
  const flush = ({ role, level }: Surroundings) => {
    const text = visibleText(line);
    line = '';
    if (text !== '') blocks.push({ role, ...(level === undefined ? {} : { level }), text });
  };
  const walk = (node: Nodes, around: Surroundings): void => {
    if (node.type === 'text') {
      line += node.value;
      return;
    }
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      if (node.tagName === 'br' || node.tagName === 'hr') {
        flush(around);
        return;
      }
      if (node.tagName === 'pre') {
        flush(around);
        const text = plainText(node).replace(/^\n|\s+$/g, '');
        if (text.trim() !== '') blocks.push({ role: 'preformatted', text: text.replaceAll('\r', '') });
        return;
      }
      if (node.tagName === 'table' && !isLayout(node)) {
        flush(around);
        blocks.push(...tableBlocks(node));
        return;
      }
    }
    const inside = node.type === 'element' ? surroundingsIn(node, around) : around;
    // What the sanitiser left are elements that begin and end a block; inline ones were unwrapped.
    if (node.type === 'element') flush(around);
    for (const child of node.children) walk(child as Nodes, inside);
    if (node.type === 'element') flush(inside);
  };
  walk(tree, { role: 'paragraph' });
  flush({ role: 'paragraph' });
  return blocks;
}

function surroundingsIn(element: Element, around: Surroundings): Surroundings {
  const heading = /^h([1-6])$/.exec(element.tagName);
  if (heading) return { role: 'subhead', level: Number(heading[1]) };
  switch (element.tagName) {
    case 'blockquote':
      return { role: 'quotation' };
    case 'li':
    case 'dd':
    case 'dt':
      return around.role === 'quotation' ? around : { role: 'list_item' };
    case 'figcaption':
    case 'caption':
      return { role: 'caption' };
    default:
      return around;
  }
}

/** White space as HTML reads it; a line end between Han characters is none; indents made of wide blanks go. */
export function visibleText(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[ \t\f\r]*\n[ \t\n\f\r]*/g, (_, at: number) => {
      const after = /\S/.exec(text.slice(at, at + 400));
      return isCjk(text.charAt(at - 1)) && after && isCjk(after[0]) ? '' : ' ';
    })
    .replace(/[ \t\f\r]+/g, ' ')
    .trim();
}

function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}

function elements(node: Element | Root, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : elements(child, tagName);
  });
}

/** Old pages are laid out in tables: one with headings, paragraphs or tables in its cells is no table of data. */
function isLayout(table: Element): boolean {
  const rows = elements(table, 'tr');
  if (rows.length <= 1) return true;
  return rows.some((row) =>
    row.children.some(
      (cell) =>
        cell.type === 'element' &&
        (['table', 'h1', 'h2', 'h3', 'ul', 'ol', 'blockquote'].some((name) => elements(cell, name).length > 0) ||
          elements(cell, 'p').length > 1 ||
          plainText(cell).length > 400),
    ),
  );
}

/** A line for each row, its cells apart by tabs. */
function tableBlocks(table: Element): HtmlBlock[] {
  const captions = elements(table, 'caption').map((caption) => visibleText(plainText(caption)));
  const rows = elements(table, 'tr').map((row) =>
    row.children
      .filter((cell) => cell.type === 'element')
      .map((cell) => visibleText(plainText(cell)))
      .join('\t'),
  );
  const text = rows.filter((row) => row.trim() !== '').join('\n');
  return [
    ...captions.filter((caption) => caption !== '').map((caption): HtmlBlock => ({ role: 'caption', text: caption })),
    ...(text === '' ? [] : [{ role: 'preformatted', text } satisfies HtmlBlock]),
  ];
}
