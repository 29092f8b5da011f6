import { parse } from 'yaml';
import type { Span } from '#contract/ids.ts';
import type { OwnMark } from '../store/source-document.ts';
import { templateSpans } from './kept-blocks.ts';
import { LABELS } from './labels.ts';
import {
  type ReadMarks,
  readBullets,
  readCallouts,
  readQuotations,
  readSections,
  SHORT_ID,
  unquoted,
} from './own-marks.ts';
import { readOutlineMarks } from './own-outline.ts';
import type { REGIONS, RegionName } from './render.ts';

/** A file of ours, taken apart. Places count in the file. */
export interface OwnFile {
  readonly shortId: string;
  /** By the names of front matter. */
  readonly properties: ReadonlyMap<string, unknown>;
  /** The first heading, with its sign. */
  readonly heading: Span | undefined;
  /** The article's text; undefined in a file without one. */
  readonly text: Span | undefined;
  /** From here on the text is read, so that a bullet below a bullet is known as one. */
  readonly from: number;
  /** Every paragraph is a bullet: none of them is an item of a list. */
  readonly isOutline: boolean;
  readonly note: string;
  readonly marks: readonly OwnMark[];
  /** What a person wrote beside ours. */
  readonly words: string;
}

const FRONT = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const ID = new RegExp(`^${SHORT_ID}$`);
const IS_OURS = /^jianbao_(?:id|new_version_of):|^jianbao-(?:id|new-version-of):: /m;
const MARKERS = /^(?:%%|<!--) jianbao:begin (?:text|highlights) (?:%%|-->)[ \t]*\r?$/m;
const OUTLINE = /^(?:[\w-]+::.*\r?\n)+/;

/** Undefined for a file that is not ours; `broken` for one of ours whose properties cannot be read. */
export function readOwnFile(source: string): OwnFile | 'broken' | undefined {
  const outline = OUTLINE.exec(source)?.[0];
  const front = FRONT.exec(source);
  const head = outline ?? front?.[1] ?? source.slice(0, 4096);
  if (!IS_OURS.test(head)) return MARKERS.test(source) ? 'broken' : undefined;
  const properties = outline === undefined ? front && frontProperties(front[1] ?? '') : outlineProperties(outline);
  const id = properties && (properties.get('jianbao_id') ?? properties.get('jianbao_new_version_of'));
  if (!properties || typeof id !== 'string' || !ID.test(id)) return 'broken';
  const parts = outline === undefined ? readBody(source, front?.[0].length ?? 0) : readOutline(source, outline.length);
  return { shortId: id, properties, ...parts };
}

function frontProperties(yaml: string): Map<string, unknown> | undefined {
  try {
    // Dates stay what was written; aliases are not expanded, because a few lines of them can mean gigabytes.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'error' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch {
    return undefined;
  }
}

const LISTS = new Set(['author', 'tags', 'jianbao_tags', 'aliases', 'pages']);

function outlineProperties(lines: string): Map<string, unknown> {
  const pairs = [...lines.matchAll(/^([\w-]+):: ?(.*?)\r?$/gm)].map(([, name = '', value = '']) => {
    const key = name.replaceAll('-', '_');
    const plain = key === 'published' ? value.replace(/^\[\[(.*)\]\]$/, '$1') : value;
    return [key, LISTS.has(key) ? plain.split(/,\s*/) : plain] as const;
  });
  return new Map(pairs);
}

type Body = Omit<OwnFile, 'shortId' | 'properties'>;

/** Regions between comments; whatever else stands there is the person's. */
function readBody(source: string, start: number): Body {
  const found = new Map<string, Span>();
  const ours: Span[] = templateSpans(source, start);
  const pattern =
    /^(%%|<!--) jianbao:begin (?!template )([\w-]+) (?:%%|-->)[ \t]*\r?\n([\s\S]*?)^\1 jianbao:end \2 (?:%%|-->)[ \t]*\r?$/gm;
  for (const match of source.slice(start).matchAll(pattern)) {
    const at = start + match.index;
    const inside = at + match[0].indexOf('\n') + 1;
    ours.push({ start: at, end: at + match[0].length });
    found.set(match[2] ?? '', { start: inside, end: inside + (match[3] ?? '').length });
  }
  const firstText = ours[0]?.start ?? source.length;
  const heading = /^# .*$/m.exec(source.slice(start, firstText));
  const headingAt = heading && { start: start + heading.index, end: start + heading.index + heading[0].length };
  if (headingAt) ours.push(headingAt);
  const region = (name: RegionName) => {
    const at = found.get(name);
    return at && plain(source.slice(at.start, at.end)).trim();
  };
  const read = markReader(source, found.has('metadata'));
  const { marks, rest } = read(region('highlights') ?? '');
  const note = region('note') ?? '';
  const text = found.get('text');
  const skipped = text && /^\s*## Full Document\r?\n/.exec(source.slice(text.start, text.end))?.[0].length;
  const begin = text && text.start + (found.has('metadata') ? (skipped ?? 0) : 0);
  return {
    heading: headingAt ?? undefined,
    text: text && begin !== undefined ? { start: begin, end: text.end } : undefined,
    from: begin ?? 0,
    isOutline: false,
    note: note.startsWith('> [!note]') ? unquoted(note.replace(/^.*\n?/, '')).trim() : note.replace(/^## .*\n*/, ''),
    marks,
    words: joined(personsWords(source, start, ours), withoutHeading(rest)),
  };
}

function markReader(source: string, hasMetadata: boolean): (content: string) => ReadMarks {
  if (hasMetadata) return readBullets;
  if (source.includes('<!-- jianbao:begin')) return readSections;
  return (content) => {
    const callouts = readCallouts(content);
    return callouts.marks.length > 0 || !content.includes('[⤴️](') ? callouts : readQuotations(content);
  };
}

const NOTES_COMMENT = /^(?:%%|<!--) (?:begin|end) notes (?:%%|-->)[ \t]*$/gm;
const HEADINGS = new RegExp(
  `^(?:- )?## (?:${[...LABELS.flatMap(({ highlights, myNotes }) => [highlights, myNotes]), 'Highlights'].join('|')})[ \\t]*$`,
  'gm',
);

function personsWords(source: string, start: number, ours: readonly Span[]): string {
  let words = '';
  let at = start;
  for (const span of [...ours].sort((one, other) => one.start - other.start)) {
    words += `${source.slice(at, Math.max(at, span.start))}\n`;
    at = Math.max(at, span.end);
  }
  return withoutHeading(plain(words + source.slice(at)).replace(NOTES_COMMENT, ''));
}

function withoutHeading(markdown: string): string {
  return markdown
    .replace(HEADINGS, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '');
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** A region is one bullet of the page with all below it. */
function readOutline(source: string, start: number): Body {
  const found = new Map<string, Span>();
  const ours: Span[] = templateSpans(source, start);
  for (const match of source
    .slice(start)
    .matchAll(/^- .*\r?\n {2}jianbao-region:: ([\w-]+)\r?\n(?:(?!- ).*(?:\r?\n|$))*/gm)) {
    const at = start + match.index;
    ours.push({ start: at, end: at + match[0].length });
    found.set(match[1] ?? '', { start: at, end: at + match[0].length });
  }
  const inside = (name: (typeof REGIONS)[number]) => {
    const at = found.get(name);
    return at ? plain(source.slice(at.start, at.end)).split('\n').slice(2).join('\n') : '';
  };
  const { marks, rest } = readOutlineMarks(inside('highlights'));
  const text = found.get('text');
  const below = text && source.indexOf('\n', source.indexOf('\n', text.start) + 1) + 1;
  return {
    heading: undefined,
    text: text && below !== undefined ? { start: below, end: text.end } : undefined,
    from: text?.start ?? 0,
    isOutline: true,
    note: inside('note')
      .replace(/^\t(?:- | {2})/gm, '')
      .trim(),
    marks,
    words: joined(
      withoutHeading(personsWords(source, start, ours).replace(/^\t- *$/gm, '')).replace(/^\t/gm, ''),
      rest.replace(/^\t/gm, '').trim(),
    ),
  };
}
