import type { Nodes, Parent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type DraftBlock, type DraftPiece, deriveDocument, textOfPieces } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { htmlTextBlocks } from './html-ranges.ts';
import { alignText, htmlPieces } from './markdown-align.ts';
import { isTangled } from './markdown-limits.ts';
import { languageOf, readNewsLine } from './news-lines.ts';
import { type ReadText, readPlainText, roleOf, titleFromName } from './read-text.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/**
 * Markdown as blocks of text. Offsets count in the file: what a reader sees is made of true pieces of it, the markup
 * between them is removed by named operations, the front matter is a dropped range.
 */
export function readMarkdown(source: string, name: string): ReadText {
  // Such a file is no Markdown that anyone wrote, and as plain text every character of it can be read.
  if (isTangled(source)) return readPlainText(source, name);
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    if (error instanceof RangeError) return readPlainText(source, name);
    throw error;
  }
  const blocks: DraftBlock[] = [];
  const dropped: { start: number; end: number; evidence: string }[] = [];
  collect(source, tree, 'paragraph', blocks, dropped);

  const front = dropped.find(({ evidence }) => evidence === 'front matter');
  const metadata = readFrontMatter(front ? source.slice(front.start, front.end) : '');
  const visible = blocks.map((block) => ({ block, text: textOfPieces(source, block.pieces).trim() }));
  const words = visible.filter(({ text }) => text !== '');
  const heading =
    words.find(({ block }) => block.role === 'subhead' && block.level === 1) ??
    (words[0]?.block.role === 'subhead' ? words[0] : undefined);
  const titled = heading && (metadata.title === null || heading.text === metadata.title || heading.block.level === 1);
  const found = { byline: metadata.byline, publication: metadata.publication, date: metadata.date };
  const named = visible.map(({ block, text }, index): DraftBlock => {
    if (titled && block === heading.block) return { role: 'title', pieces: block.pieces };
    const line = block.role === 'paragraph' && index < 8 ? readNewsLine(text) : undefined;
    if (!line) return block;
    found.byline ??= line.byline ?? null;
    found.publication ??= line.publication ?? null;
    found.date ??= line.date ?? null;
    return { ...block, role: roleOf(line) };
  });
  const body = visible.map(({ text }) => text).join('\n');
  return {
    derivation: deriveDocument(source, metadata.title ?? heading?.text ?? titleFromName(name), named, dropped),
    metadata: {
      ...found,
      url: metadata.url,
      language: metadata.language ?? languageOf(body),
      pageLabel: metadata.pageLabel,
      section: metadata.section,
    },
  };
}

/** What stands between two places of a file, as blocks; undefined where it is no Markdown that can be read. */
export function readMarkdownBlocks(source: string, start: number, end: number): DraftBlock[] | undefined {
  // Places count in the whole file: what stands before is blank here, line by line.
  const masked = source.slice(0, start).replace(/[^\n]/g, ' ') + source.slice(start, end);
  if (isTangled(masked)) return undefined;
  const blocks: DraftBlock[] = [];
  try {
    collect(masked, parser.parse(masked), 'paragraph', blocks, []);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return blocks;
}

/** Start and end of a node in the source. */
function rangeOf(node: Nodes): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

type Role = 'paragraph' | 'quotation' | 'list_item';

function collect(
  source: string,
  parent: Parent,
  role: Role,
  blocks: DraftBlock[],
  dropped: { start: number; end: number; evidence: string }[],
): void {
  for (const node of parent.children as RootContent[]) {
    const { start, end } = rangeOf(node);
    switch (node.type) {
      case 'yaml':
        dropped.push({ start, end, evidence: 'front matter' });
        break;
      case 'heading':
        blocks.push({ role: 'subhead', level: node.depth, pieces: inline(source, node) });
        break;
      case 'paragraph':
        blocks.push({ role: isImageAlone(node) ? 'caption' : role, pieces: inline(source, node) });
        break;
      case 'blockquote':
        collect(source, node, 'quotation', blocks, dropped);
        break;
      case 'list':
        for (const item of node.children)
          collect(source, item, role === 'quotation' ? role : 'list_item', blocks, dropped);
        break;
      case 'footnoteDefinition':
        collectFootnote(source, node, blocks, dropped);
        break;
      case 'code':
        blocks.push({ role: 'preformatted', pieces: codePieces(source, start, end, node.value) });
        break;
      case 'table':
        for (const row of node.children) blocks.push({ role: 'preformatted', pieces: rowPieces(source, row) });
        break;
      case 'html':
        for (const ranges of htmlTextBlocks(source.slice(start, end))) {
          const pieces = ranges.flatMap((range) => htmlPieces(source, start + range.start, start + range.end));
          blocks.push({ role, pieces: withoutBlankEnds(source, pieces) });
        }
        break;
      default:
        // A thematic break, a link definition: markup, left to the operations.
        break;
    }
  }
}

/** `[^1]: text` is read as `[1] text`, like the mark in the text that leads to it. */
function collectFootnote(
  source: string,
  node: Extract<RootContent, { type: 'footnoteDefinition' }>,
  blocks: DraftBlock[],
  dropped: { start: number; end: number; evidence: string }[],
): void {
  const from = blocks.length;
  collect(source, node, 'paragraph', blocks, dropped);
  const first = blocks[from];
  if (first) blocks[from] = { ...first, pieces: [...markPieces(source, rangeOf(node).start, true), ...first.pieces] };
}

function markPieces(source: string, start: number, defines: boolean): DraftPiece[] {
  const close = source.indexOf(']', start);
  return [
    { start, end: start + 1 },
    { start: start + 2, end: close + 1 },
    ...(defines ? [{ start: close + 1, end: close + 2, as: ' ' }] : []),
  ];
}

function isImageAlone(node: Parent): boolean {
  return node.children.length === 1 && ['image', 'imageReference'].includes(node.children[0]?.type ?? '');
}

function inline(source: string, parent: Parent): DraftPiece[] {
  const children = parent.children as Nodes[];
  return children.flatMap((node, index): DraftPiece[] => {
    if (node.position === undefined)
      return index > 0 && !children[index - 1]?.position ? [] : unplaced(source, parent, index);
    const { start, end } = rangeOf(node);
    switch (node.type) {
      case 'text':
        return alignText(source, start, end, node.value);
      case 'inlineCode': {
        const at = source.indexOf(node.value, start);
        return at >= start && at + node.value.length <= end
          ? [{ start: at, end: at + node.value.length }]
          : [{ start, end, as: node.value }];
      }
      case 'break':
        return [{ start, end, as: '\n', kind: 'line_join' }];
      case 'image':
      case 'imageReference':
        return altPieces(source, start, end, node.alt ?? '');
      case 'footnoteReference':
        return markPieces(source, start, false);
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? [{ start, end, as: '\n' }] : [];
      default:
        return 'children' in node ? inline(source, node) : [];
    }
  });
}

/** The extension that finds bare mail addresses cuts a text into nodes without positions: the run is looked for between its placed neighbours. */
function unplaced(source: string, parent: Parent, from: number): DraftPiece[] {
  const children = parent.children as Nodes[];
  const next = children.findIndex((node, index) => index > from && node.position !== undefined);
  const run = children.slice(from, next < 0 ? undefined : next);
  const before = children[from - 1];
  const after = children[next];
  return alignText(
    source,
    before ? rangeOf(before).end : rangeOf(parent as Nodes).start,
    after ? rangeOf(after).start : rangeOf(parent as Nodes).end,
    run.map(wordsOf).join(''),
  );
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(wordsOf).join('') : '';
}

/** What an image shows to those who cannot see it. */
function altPieces(source: string, start: number, end: number, alt: string): DraftPiece[] {
  const at = source.indexOf(alt, start + 2);
  if (alt === '' || at < 0 || at + alt.length > end) return [];
  return [{ start: at, end: at + alt.length }];
}

function codePieces(source: string, start: number, end: number, value: string): DraftPiece[] {
  // The fence or indent is markup; line by line, because a quotation's or a list's prefix stands inside.
  const pieces: DraftPiece[] = [];
  const fenced = /^(?:`{3,}|~{3,})/.test(source.slice(start, start + 3));
  let at = fenced ? source.indexOf('\n', start) + 1 : start;
  for (const [index, line] of value.split('\n').entries()) {
    const to = source.indexOf('\n', at);
    const lineEnd = to < 0 || to > end ? end : to;
    const found = line === '' ? at : source.indexOf(line, at);
    if (found < 0 || found + line.length > end) return [{ start, end, as: value }];
    if (index > 0) pieces.push({ start: at - 1, end: at });
    pieces.push({ start: found, end: found + line.length });
    at = Math.max(lineEnd, found + line.length) + 1;
  }
  return pieces;
}

function rowPieces(source: string, row: Parent): DraftPiece[] {
  const pieces: DraftPiece[] = [];
  for (const cell of row.children as Parent[]) {
    const inside = inline(source, cell);
    const first = inside[0];
    const last = pieces.at(-1);
    // The bar between two cells, with the blanks around it.
    if (last && first && last.end < first.start) pieces.push({ start: last.end, end: first.start, as: '\t' });
    pieces.push(...inside);
  }
  return pieces;
}

function withoutBlankEnds(source: string, pieces: readonly DraftPiece[]): DraftPiece[] {
  const isBlank = ({ start, end, as }: DraftPiece) => (as ?? source.slice(start, end)).trim() === '';
  const from = pieces.findIndex((piece) => !isBlank(piece));
  const to = pieces.findLastIndex((piece) => !isBlank(piece));
  return from < 0 ? [] : pieces.slice(from, to + 1);
}
