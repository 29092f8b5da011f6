import type { BlockRole, Derivation, DerivedArticle, DerivedBlock, Operation, Piece } from '#contract/derivation.ts';
import { isCjk } from './read-text.ts';

/** A block of an ALTO file, and where its lines stand in the text that was taken out of it. */
export interface AltoBlock {
  readonly id: string;
  readonly lines: readonly {
    readonly range: readonly [number, number];
    /** A blank follows. */
    readonly spaced: boolean;
    /** Its last character is a hyphen that parts a word. */
    readonly hyphen: boolean;
  }[];
}

/** What a METS file says of the articles of its pages, in reading order. */
export interface Divisions {
  readonly articles: readonly {
    readonly title: string;
    /** Of files named relative to the METS file. */
    readonly blocks: readonly { readonly role: BlockRole; readonly file: string; readonly id: string }[];
  }[];
}

/**
 * The articles of one page as its METS has them. Undefined where it names no block of this file. What stands in no
 * division is set aside as what belongs to no article, and nothing is lost.
 */
export function divide(
  text: string,
  blocks: readonly AltoBlock[],
  { articles }: Divisions,
  isFile: (name: string) => boolean,
): Derivation | undefined {
  const byId = new Map(blocks.filter(({ lines }) => lines.length > 0).map((block) => [block.id, block]));
  const operations: Operation[] = [];
  const made: DerivedArticle[] = [];
  const continued: DerivedArticle[] = [];
  for (const { title, blocks: named } of articles) {
    const own: DerivedBlock[] = [];
    for (const { role, file, id } of named) {
      const block = isFile(file) ? byId.get(id) : undefined;
      if (!block) continue;
      // A block that is named twice stands where it was named first.
      byId.delete(id);
      own.push(blockOf(text, block, role, operations));
    }
    if (own.length === 0) continue;
    const isContinued = !isFile(named[0]?.file ?? '');
    // It goes on here, under the headline that stands here.
    const headline = isContinued ? own.find(({ role }) => role === 'title')?.text : undefined;
    const id = `m${made.length + continued.length}`;
    const rest = { kind: 'main' as const, parent: null, confidence: 1, evidence: [EVIDENCE], blocks: own };
    (isContinued ? continued : made).push({ id, title: headline ?? title, ...rest });
  }
  // Where its text stands on this page: the order of the issue has it where it began.
  for (const article of continued) {
    const at = made.findIndex((other) => startOf(other) > startOf(article));
    made.splice(at < 0 ? made.length : at, 0, article);
  }
  if (made.length === 0) return undefined;
  const dropped = [...byId.values()].map(({ lines }) => {
    const range: [number, number] = [lines[0]?.range[0] ?? 0, lines.at(-1)?.range[1] ?? 0];
    return {
      role: 'noise' as const,
      pieces: [range],
      text: text.slice(...range),
      evidence: ['in no division of METS'],
    };
  });
  operations.push(...gaps(text, blocks));
  return { articles: made, dropped, operations: operations.sort((one, other) => one.range[0] - other.range[0]) };
}

const EVIDENCE = 'division of METS';

const startOf = ({ blocks }: Pick<DerivedArticle, 'blocks'>) => blocks[0]?.pieces[0]?.[0] ?? 0;

/** One paragraph of its lines: a blank between two where the file has one, or where two Latin words would be one. */
function blockOf(text: string, { lines }: AltoBlock, role: BlockRole, operations: Operation[]): DerivedBlock {
  const pieces: Piece[] = [];
  for (const [at, { range, spaced, hyphen }] of lines.entries()) {
    const [start, end] = range;
    const next = lines[at + 1]?.range[0];
    const cut = hyphen && next !== undefined ? 1 : 0;
    pieces.push([start, end - cut]);
    if (next === undefined) continue;
    if (cut > 0) operations.push({ kind: 'hyphen_removed', range: [end - 1, end], text: text.slice(end - 1, end) });
    const isApart = !isCjk(text[end - 1] ?? '') && !isCjk(text[next] ?? '');
    const join = { kind: 'line_join' as const, range: [end, next] as [number, number], text: text.slice(end, next) };
    if (spaced || (isApart && !hyphen)) {
      pieces.push([end, next, ' ']);
      operations.push({ ...join, as: ' ' });
    } else operations.push(join);
  }
  const clean = pieces.map(([start, end, as]) => as ?? text.slice(start, end)).join('');
  return { role, text: clean, pieces, confidence: 1, evidence: ['METS'] };
}

/** What stands between two blocks. */
function gaps(text: string, blocks: readonly AltoBlock[]): Operation[] {
  const operations: Operation[] = [];
  let end = 0;
  const put = (start: number) => {
    if (start > end) operations.push({ kind: 'blank_removed', range: [end, start], text: text.slice(end, start) });
  };
  for (const { lines } of blocks) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) continue;
    put(first.range[0]);
    end = last.range[1];
  }
  put(text.length);
  return operations;
}
