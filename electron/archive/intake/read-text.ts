import type { BlockRole, Derivation } from '#contract/derivation.ts';
import { type IntakeDocument, NO_METADATA } from './document.ts';
import { type DraftBlock, type DraftPiece, deriveDocument, textOfPieces } from './draft.ts';
import { languageOf, readNewsLine } from './news-lines.ts';

export interface ReadText {
  readonly derivation: Derivation;
  readonly metadata: IntakeDocument['metadata'];
}

interface Line {
  readonly start: number;
  /** Without blanks at its ends. */
  readonly end: number;
  /** It begins with a paragraph's indent. */
  readonly indented: boolean;
  /** An empty line stands before it. */
  readonly apart: boolean;
  /** Width on a screen: a Han character is two columns. */
  readonly columns: number;
}

/** A raw newspaper page, before the desk: every line a paragraph, nothing joined. */
export function readRawPage(text: string, name: string): ReadText {
  const lines = linesOf(text);
  const blocks = lines.map(({ start, end }): DraftBlock => ({ role: 'paragraph', pieces: [{ start, end }] }));
  const first = lines.find(({ start, end }) => readNewsLine(text.slice(start, end)) === undefined);
  const title = first ? text.slice(first.start, Math.min(first.end, first.start + 60)) : titleFromName(name);
  return {
    derivation: deriveDocument(text, title, blocks),
    metadata: { ...NO_METADATA, language: languageOf(text) },
  };
}

/** A plain text: paragraphs, a title where the first line is one, and what the lines around the text say about it. */
export function readPlainText(text: string, name: string): ReadText {
  const paragraphs = paragraphsOf(text, linesOf(text));
  const hasTitle = paragraphs.length > 1 && isTitle(text, paragraphs);
  const found: { -readonly [Key in keyof IntakeDocument['metadata']]: IntakeDocument['metadata'][Key] } = {
    ...NO_METADATA,
    language: languageOf(text),
  };
  const blocks = paragraphs.map((pieces, index): DraftBlock => {
    if (hasTitle && index === 0) return { role: 'title', pieces };
    const near = index < 6 || index >= paragraphs.length - 3;
    const line = near ? readNewsLine(textOfPieces(text, pieces)) : undefined;
    if (!line) return { role: 'paragraph', pieces };
    found.byline ??= line.byline ?? null;
    found.publication ??= line.publication ?? null;
    found.date ??= line.date ?? null;
    return { role: roleOf(line), pieces };
  });
  const title = hasTitle && paragraphs[0] ? textOfPieces(text, paragraphs[0]) : titleFromName(name);
  return { derivation: deriveDocument(text, title, blocks), metadata: found };
}

export function roleOf(line: { readonly editor?: boolean }): BlockRole {
  return line.editor ? 'author_note' : 'byline';
}

/** The file's name without folders and extension. */
export function titleFromName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return base.replace(/\.[a-z0-9]{1,8}$/i, '') || base;
}

/** A first line that is short, ends no sentence, and has longer ones after it. */
function isTitle(text: string, paragraphs: readonly (readonly DraftPiece[])[]): boolean {
  const [first = [], ...rest] = paragraphs;
  const line = textOfPieces(text, first);
  if (line.length > 60 && columnsOf(line) > 90) return false;
  if (/[。；;，,、：:]$/u.test(line) || /[^.]\.$/u.test(line)) return false;
  if (readNewsLine(line)) return false;
  return rest.some((pieces) => textOfPieces(text, pieces).length > line.length);
}

const BLANK = /[\s\u200b\u2060\ufeff]/u;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (let from = 0; from < text.length; ) {
    const to = lineEnd(text, from);
    let start = from;
    let end = to;
    while (start < end && BLANK.test(text.charAt(start))) start++;
    while (end > start && BLANK.test(text.charAt(end - 1))) end--;
    if (start === end) apart = true;
    else {
      const indent = text.slice(from, start);
      lines.push({ start, end, apart, indented: columnsOf(indent) >= 2, columns: columnsOf(text.slice(start, end)) });
      apart = false;
    }
    from = to + (text.startsWith('\r\n', to) ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    // Line feed, carriage return, form feed, the two Unicode separators.
    if (unit === 0x0a || unit === 0x0d || unit === 0x0c || unit === 0x2028 || unit === 0x2029) return at;
    at++;
  }
  return at;
}

function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    columns += unit === 0x09 ? 4 : unit >= 0x1100 && !(unit >= 0x2000 && unit <= 0x206f) ? 2 : 1;
  }
  return columns;
}

/**
 * Lines to paragraphs. In most Chinese texts a line is a paragraph; a text that was wrapped at a column (mail, old web
 * pages) shows it by most of its lines being equally full, and only there lines are joined again.
 */
function paragraphsOf(text: string, lines: readonly Line[]): DraftPiece[][] {
  const width = wrappedAt(text, lines);
  const paragraphs: DraftPiece[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const current = paragraphs.at(-1);
    const joins =
      width !== undefined &&
      before !== undefined &&
      current !== undefined &&
      !line.apart &&
      !line.indented &&
      before.columns >= width * 0.8;
    if (!joins || !before || !current) {
      paragraphs.push([{ start: line.start, end: line.end }]);
      continue;
    }
    current.push(joint(text, before.end, line.start), { start: line.start, end: line.end });
  }
  return paragraphs;
}

/** What stands between two joined lines: nothing between Han characters, a blank between words. */
export function joint(text: string, from: number, to: number): DraftPiece {
  const left = text.slice(Math.max(0, from - 1), from);
  const right = text.slice(to, to + 1);
  return { start: from, end: to, as: isCjk(left) || isCjk(right) ? '' : ' ', kind: 'line_join' };
}

const CJK = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\ud840-\ud8ff\udc00-\udfff“”‘’…—]/;

export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/** The column at which a text was wrapped, or undefined. */
function wrappedAt(text: string, lines: readonly Line[]): number | undefined {
  const inside = lines.filter((_, index) => index + 1 < lines.length && !lines[index + 1]?.apart);
  if (inside.length < 3) return undefined;
  const sorted = inside.map(({ columns }) => columns).sort((one, other) => one - other);
  const full = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const longest = lines.reduce((most, { columns }) => Math.max(most, columns), 0);
  if (full < 40 || longest > 130 || longest > full * 1.25) return undefined;
  if (inside.filter(({ columns }) => columns >= full * 0.8).length < inside.length * 0.75) return undefined;
  return areRecords(text, lines) ? undefined : full;
}

/**
 * Lines of one length that are not one text: the entries of a log, the articles of a law, what was said in a chat. Each
 * begins with a number in the same form, or each ends its sentence; of a text that was wrapped few lines do either.
 */
function areRecords(text: string, lines: readonly Line[]): boolean {
  const heads = new Map<string, number>();
  let ended = 0;
  for (const { start, end } of lines) {
    const head = text
      .slice(start, Math.min(end, start + 12))
      .replaceAll(/[0-9０-９]+|[〇零一二三四五六七八九十百]+/gu, '0')
      .slice(0, 3);
    if (head.includes('0')) heads.set(head, (heads.get(head) ?? 0) + 1);
    if (/[。！？!?.](?:["'”’」』）)])*$/u.test(text.slice(Math.max(start, end - 4), end))) ended += 1;
  }
  return ended > lines.length / 2 || [...heads.values()].some((count) => count > lines.length / 2);
}
