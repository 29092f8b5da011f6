import type { PrintedDate } from '#contract/articles.ts';
import { unescapeInside } from './export/escape.ts';
import { LABELS } from './export/labels.ts';
import { type OwnFile, readOwnFile } from './export/own-file.ts';
import { linkedAuthors, tagName } from './export/properties.ts';
import { decodeTag } from './export/tag-code.ts';
import { type IntakeDocument, IntakeRefusal } from './intake/document.ts';
import { type DraftBlock, deriveDocument, textOfPieces } from './intake/draft.ts';
import { readMarkdownBlocks } from './intake/read-markdown.ts';
import { dayBounds } from './store/edtf.ts';
import { inkOf } from './store/ink.ts';
import type { OwnArticle } from './store/source-document.ts';

/**
 * A Markdown file that we exported as the article it was: its text without our escaping, its properties, and what else
 * comes back with it. Any other document stays as it was read.
 * @throws IntakeRefusal `broken_front_matter`
 */
export function withOwnMarkdown(document: IntakeDocument): IntakeDocument {
  if (document.mediaType !== 'text/markdown') return document;
  const source = document.text;
  const file = readOwnFile(source);
  if (file === undefined) return document;
  if (file === 'broken') throw new IntakeRefusal('broken_front_matter');
  const read = propertyReader(file);
  const authors = read.list('author');
  const blocks = blocksOf(source, file, authors);
  const heading = {
    role: 'title' as const,
    pieces: file.heading ? headingPieces(source, file.heading) : pageTitle(source, file),
  };
  const printed = textOfPieces(source, heading.pieces).trim();
  // Two titles: the person changed one of them. The property is what they see first, and the heading stays in the text.
  const title = read.text('title');
  const isChanged = file.heading !== undefined && title !== undefined && !isSameTitle(title, printed);
  const placed = withHeadline(source, blocks, file.properties.get('jianbao_headline'), heading);
  return {
    ...document,
    derivation: deriveDocument(source, isChanged ? title : printed, placed, []),
    metadata: {
      byline: authors.length === 0 ? null : authors.map(withoutLink).join('、'),
      publication: read.text('publication') ?? null,
      date: dateOf(read.text('published')),
      url: /^https?:\/\//i.test(read.text('source') ?? '') ? (read.text('source') ?? null) : null,
      language: read.text('language') ?? null,
      pageLabel: read.text('page') ?? null,
      section: read.text('section') ?? null,
    },
    own: ownArticle(file, read),
  };
}

type PropertyReader = ReturnType<typeof propertyReader>;

function propertyReader({ properties }: OwnFile) {
  const words = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return {
    text: (key: string) => words(properties.get(key)) || undefined,
    list(key: string): string[] {
      const value = properties.get(key);
      return (Array.isArray(value) ? value : [value]).map(words).filter((word) => word !== '');
    },
  };
}

/** Keys that we write, and those that mean the same to us wherever they come from. */
const OURS = new Set(
  `title source jianbao author published created updated description tags aliases publication page pages section
  language source_sha256 derivation corrections`.split(/\s+/),
);

function ownArticle(file: OwnFile, read: PropertyReader): OwnArticle {
  const created = Date.parse(read.text('created') ?? '');
  const exact = read.list('jianbao_tags').map(decodeTag);
  const known = new Map(exact.map((path) => [tagName(path), path]));
  const isOurs = (tag: string) => LABELS.some(({ clipping }) => clipping === tag);
  // A tag that a vault cannot write at all stands among the exact ones alone.
  const tags = [
    ...exact.filter((path) => tagName(path) === ''),
    ...read
      .list('tags')
      .map((tag) => tag.replace(/^#/, ''))
      .flatMap((tag) => (isOurs(tag) ? [] : [known.get(tag) ?? tag])),
  ];
  return {
    shortId: file.shortId,
    importedAt: Number.isFinite(created) ? created : undefined,
    hasText: file.text !== undefined,
    note: file.note,
    words: file.words,
    tags: [...new Set(tags)],
    marks: file.marks,
    hasForeignProperties: [...file.properties.keys()].some((key) => !OURS.has(key) && !key.startsWith('jianbao')),
  };
}

function blocksOf(source: string, { text, from, isOutline }: OwnFile, authors: readonly string[]): DraftBlock[] {
  if (!text) return [];
  const blocks: DraftBlock[] = readMarkdownBlocks(source, from, text.end) ?? [{ role: 'paragraph', pieces: [text] }];
  let hasByline = false;
  return blocks
    .filter(({ pieces }) => (pieces[0]?.start ?? 0) >= text.start)
    .map((block): DraftBlock => {
      // One level below where it stood in the file: above all is the heading.
      if (block.level !== undefined) return { ...block, level: Math.max(1, block.level - 1) };
      const role = isOutline && block.role === 'list_item' ? 'paragraph' : block.role;
      const isByline = role === 'paragraph' && !hasByline && saysAuthors(textOfPieces(source, block.pieces));
      hasByline ||= isByline;
      return { ...block, role: isByline ? 'byline' : role };
    });

  function saysAuthors(line: string): boolean {
    return (
      authors.length > 0 &&
      line.length < 200 &&
      linkedAuthors(line).map(withoutLink).join('\n') === authors.map(withoutLink).join('\n')
    );
  }
}

function withoutLink(name: string): string {
  return name.replace(/^\[\[(.*)\]\]$/, '$1');
}

function headingPieces(source: string, { start, end }: { readonly start: number; readonly end: number }) {
  return readMarkdownBlocks(source, start, end)?.[0]?.pieces ?? [{ start, end }];
}

/** Puts the heading where the headline stood in the text; it usually stands above all. */
function withHeadline(
  source: string,
  blocks: readonly DraftBlock[],
  place: unknown,
  heading: DraftBlock,
): readonly DraftBlock[] {
  if (place === 'none') return blocks;
  const before = Number(place ?? 0) || 0;
  let seen = 0;
  let at = 0;
  while (at < blocks.length && seen < before) {
    seen += inkOf(textOfPieces(source, blocks[at]?.pieces ?? [])).length;
    at += 1;
  }
  return [...blocks.slice(0, at), heading, ...blocks.slice(at)];
}

/** The name of a page of Logseq says day and page before the title; where that is not the whole title, it has it beside. */
function pageTitle(source: string, { properties }: OwnFile) {
  const said = /^jianbao-title:: (.*?)\r?$/m.exec(source) ?? /^title:: (.*?)\r?$/m.exec(source);
  if (!said?.[1]) return [];
  const end = said.index + said[0].trimEnd().length;
  let title = said[1].trimEnd();
  const page = String(properties.get('page') ?? '');
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(String(properties.get('published') ?? ''))?.[0];
  if (said[0].startsWith('title'))
    for (const part of [day, ...LABELS.map((labels) => page && labels.page(page))])
      if (part && title.startsWith(`${part} `)) title = title.slice(part.length + 1);
  return [{ start: end - title.length, end }];
}

/** As it stands in front matter, where links are kept apart, and in the heading. */
function isSameTitle(property: string, heading: string): boolean {
  return inkOf(property) === inkOf(unescapeInside(heading)) || inkOf(property) === inkOf(heading);
}

function dateOf(edtf: string | undefined): PrintedDate | null {
  return edtf !== undefined && dayBounds(edtf) ? { edtf, printed: null, inferred: false } : null;
}
