import type { Annotation } from '#contract/annotations.ts';
import type { Article, Block } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import { renderCorrections } from './corrections.ts';
import { escapeInside, escapeLine, oneLine, visibleLines } from './escape.ts';
import type { Labels } from './labels.ts';
import { quietMarkdown } from './note-markdown.ts';
import { tagName } from './properties.ts';

/** The parts of a file that are ours, in their order. */
export const REGIONS = ['text', 'corrections', 'note', 'highlights'] as const;
export type RegionName = (typeof REGIONS)[number];
export type Regions = Readonly<Partial<Record<RegionName, string>>>;

export interface RenderSources {
  readonly article: Article;
  /** In the order of the text, none of them confidential. */
  readonly marks: readonly Annotation[];
  /** What is corrected in its text, the oldest first. */
  readonly corrections: readonly Correction[];
  /** Short ids of removed highlights that other notes still point at. */
  readonly removed: readonly string[];
  readonly archive: string;
  readonly timeZone: string;
  readonly labels: Labels;
}

export function renderHeading(article: Article, labels: Labels): string {
  return `# ${escapeInside(oneLine(article.title)) || labels.noTitle}`;
}

/** A region that would be empty is left out. */
export function renderRegions(sources: RenderSources): Regions {
  const { article, corrections, timeZone, labels } = sources;
  const corrected = renderCorrections(corrections, timeZone, labels);
  const regions = {
    text: renderText(article),
    corrections: corrected === '' ? '' : callout(`[!info]- ${labels.corrected(corrections.length)}`, [corrected]),
    note: article.note.trim() === '' ? '' : callout(`[!note] ${labels.note}`, [quietMarkdown(article.note)]),
    highlights: renderHighlights(sources),
  };
  return Object.fromEntries(Object.entries(regions).filter(([, content]) => content !== ''));
}

/** The article's blocks as Markdown. Its headline stands above, as the file's heading. */
export function renderText(article: Pick<Article, 'title' | 'body' | 'blocks'>): string {
  const headline = article.blocks.findIndex(
    (block) => block.role === 'title' && oneLine(textOf(article.body, block)) === oneLine(article.title),
  );
  let markdown = '';
  let inList = false;
  for (const [index, block] of article.blocks.entries()) {
    if (index === headline) continue;
    const rendered = renderBlock(block, textOf(article.body, block));
    if (rendered === '') continue;
    const isItem = block.role === 'list_item';
    markdown += markdown === '' ? rendered : `${inList && isItem ? '\n' : '\n\n'}${rendered}`;
    inList = isItem;
  }
  return markdown;
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

function paragraphs(lines: readonly string[]): string {
  return lines.map(escapeLine).join('\n\n');
}

/** Verbatim, unless something in it would be read through the fence: a Templater or Liquid tag, a comment mark, a block id. */
function renderPreformatted(text: string): string {
  const code = text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\0/g, '').replace(/\s+$/, '');
  if (code.trim() === '') return '';
  if (/<%|\{\{|\{%|%%|\^[\w-]+[ \t]*$/m.test(code)) return paragraphs(visibleLines(code));
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

function renderHighlights({ article, marks, removed, archive, labels }: RenderSources): string {
  if (marks.length === 0 && removed.length === 0) return '';
  const blocks = marks.map((mark) => renderHighlight(mark, article, archive, labels));
  const tombstones = removed.map((id) => `> [!failure] ${labels.removed}\n\n^jb-${id}`);
  return [`## ${labels.highlights}`, ...blocks, ...tombstones].join('\n\n');
}

function renderHighlight(mark: Annotation, article: Article, archive: string, labels: Labels): string {
  const { state, colour } = mark;
  const doubt = state === 'changed' || state === 'orphan' ? state : undefined;
  const type = { changed: 'warning', orphan: 'failure', sound: 'quote' }[doubt ?? 'sound'];
  const number = doubt === 'orphan' ? 0 : paragraphNumber(article, mark.quote.start);
  const title = [
    mark.kind === 'bookmark'
      ? `[!${type}|bookmark] ${labels.bookmark}`
      : `[!${type}|${colour}] ${labels.colours[colour]}`,
    [article.page && escapeInside(labels.page(oneLine(article.page))), number > 0 && `¶${number}`]
      .filter((part) => part)
      .join(' '),
    doubt ? labels.states[doubt] : '',
  ].filter((part) => part !== '');
  const note = quietMarkdown(mark.note);
  const tags = mark.tags.map(tagName).filter((tag) => tag !== '');
  return `${callout(title.join(' · '), [
    paragraphs(visibleLines(mark.quote.exact)),
    note === '' ? '' : remark(labels.remark, note),
    tags.map((tag) => `#${tag}`).join(' '),
    `[${labels.openHere}](jianbao://${archive}/highlight/${mark.shortId})`,
  ])}\n\n^jb-${mark.shortId}`;
}

/** A note of one ordinary line stands beside its label, any other below it. */
function remark(label: string, note: string): string {
  const ordinary = !note.includes('\n') && /^[\p{L}\p{N}“「《（"'(]/u.test(note) && !/^\d+[.)]/.test(note);
  return `**${label}**${ordinary ? ' ' : '\n\n'}${note}`;
}

/** Counts the paragraphs a reader counts, from one; 0 before the first. */
function paragraphNumber(article: Article, position: number): number {
  return article.blocks.filter(({ role, span }) => role === 'paragraph' && span.start <= position).length;
}

function callout(title: string, parts: readonly string[]): string {
  return quoted([title, parts.filter((part) => part !== '').join('\n\n')].join('\n'));
}

function quoted(markdown: string): string {
  return markdown === '' ? '' : indented('> ', markdown, '> ');
}

function indented(first: string, markdown: string, rest = ' '.repeat(first.length)): string {
  return markdown
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}
