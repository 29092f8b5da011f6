import type { CleanArticle } from './article.ts';
import type { Column, Strip } from './columns.ts';

/** As much of a labels file as the scorer reads. */
export interface Labels {
  readonly seed: string;
  readonly articles: readonly {
    readonly id: string;
    readonly kind: string;
    readonly parent: string | null;
    readonly title: string | null;
    readonly paragraphs: readonly {
      readonly pieces: readonly (readonly [number, number])[];
      readonly section: string | null;
      readonly truncated_end?: true;
      readonly equivalent_pieces?: readonly (readonly (readonly [number, number])[])[];
    }[];
  }[];
  readonly joins: readonly { readonly left_end: number; readonly right_start: number }[];
  readonly coverage: {
    readonly ranges: readonly {
      readonly start: number;
      readonly end: number;
      readonly role: string;
      readonly article: string;
    }[];
  };
  readonly cjk_spaces: { readonly remove_offsets: readonly number[] };
}

export interface PrintedPage {
  readonly raw: string;
  readonly labels: Labels;
}

export interface PrintStyle {
  readonly seed: number;
  /** What became of printed line ends inside a column: nothing, a space, or a line end. */
  readonly style: 'none' | 'space' | 'line';
  /** Headlines carry the extractor's `##`. */
  readonly marks: boolean;
  /** Where line ends are kept, first lines are set in. */
  readonly indent: boolean;
}

/** Lead parts share a line with the paragraph they stand before. */
const SAME_LINE = new Set(['dateline', 'lead byline']);

/** Prints the columns as a dump with blank lines between blocks, and writes down where everything went. */
export function printPage(
  columns: readonly Column[],
  articles: readonly CleanArticle[],
  style: PrintStyle,
): PrintedPage {
  let raw = '';
  const ranges: { start: number; end: number; role: string; article: string }[] = [];
  const pieces = new Map<string, { start: number; end: number; part: Strip }[]>();
  const copies = new Map<string, [number, number][]>();
  const removed: number[] = [];
  let before: Strip | undefined;
  for (const part of columns.flat()) {
    if (raw !== '') {
      if (before && SAME_LINE.has(before.role)) raw += ' ';
      else if (part.role === 'photo_credit') raw += ' ';
      else raw += part.role === 'caption' ? '\n\n\n\n' : '\n\n';
    }
    before = part;
    const headline = part.role === 'title' || part.role === 'subhead';
    if (style.marks && headline) {
      ranges.push({ start: raw.length, end: raw.length + 2, role: 'noise', article: part.article });
      raw += '## ';
    }
    if (
      style.style === 'line' &&
      style.indent &&
      part.role === 'paragraph' &&
      part.firstOfParagraph &&
      /\n$/u.test(raw)
    )
      raw += '\u3000\u3000';
    const start = raw.length;
    raw += setLines(part, style, raw.length, removed);
    const role = part.role === 'lead byline' ? 'byline' : part.role;
    ranges.push({ start, end: raw.length, role, article: part.article });
    const key = `${part.article} ${part.paragraph}`;
    if (part.role === 'paragraph') pieces.set(key, [...(pieces.get(key) ?? []), { start, end: raw.length, part }]);
    if (part.role === 'duplicate') copies.set(key, [[start, raw.length]]);
  }
  raw += '\n';
  const joins: { left_end: number; right_start: number }[] = [];
  const truth = articles.map((article) => ({
    id: article.name,
    kind: article.kind,
    parent: article.fields.parent ?? null,
    title: article.fields.title ?? null,
    paragraphs: article.items.flatMap((item, paragraph) => {
      const found = inTextOrder(item.text, pieces.get(`${article.name} ${paragraph}`) ?? []);
      if (item.role !== 'paragraph' || found.length === 0) return [];
      found.forEach((piece, at) => {
        const next = found[at + 1];
        if (next) joins.push({ left_end: piece.end, right_start: next.start });
      });
      const copy = copies.get(`${article.name} ${paragraph}`);
      return [
        {
          pieces: found.map((piece) => [piece.start, piece.end] as const),
          section: found[0]?.part.section ?? null,
          ...(found.at(-1)?.part.lostEnd ? { truncated_end: true as const } : {}),
          ...(copy ? { equivalent_pieces: [copy] } : {}),
        },
      ];
    }),
  }));
  return {
    raw,
    labels: {
      seed: `scrambled ${style.seed}`,
      articles: truth,
      joins,
      coverage: { ranges: ranges.toSorted((a, b) => a.start - b.start) },
      cjk_spaces: { remove_offsets: removed },
    },
  };
}

/** The pieces of one paragraph in the order of its words, wherever they were printed. */
function inTextOrder<T extends { readonly part: Strip }>(text: string, found: readonly T[]): T[] {
  return found.toSorted((a, b) => text.indexOf(a.part.text) - text.indexOf(b.part.text));
}

function setLines(part: Strip, style: PrintStyle, offset: number, removed: number[]): string {
  if (part.breaks.length === 0 || style.style === 'none') return part.text.trimEnd();
  let text = '';
  let from = 0;
  for (const end of part.breaks) {
    text += part.text.slice(from, end).trimEnd();
    if (style.style === 'space') removed.push(offset + text.length);
    text += style.style === 'space' ? ' ' : '\n';
    from = end;
  }
  return (text + part.text.slice(from)).trimEnd();
}
