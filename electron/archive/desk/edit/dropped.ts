import type { DerivedBlock, DeskRole, DroppedRange } from '#contract/derivation.ts';
import { isMostlyLatin } from '../reading/characters.ts';
import type { Fragment } from '../reading/fragments.ts';
import { type Measure, measureLines, readLines } from '../reading/lines.ts';
import { knownWords, layoutCuts, readRows } from '../reading/spaces.ts';
import { joinParts } from './joint.ts';
import type { Ledger } from './ledger.ts';
import { type Part, type PlacedSeam, partsOf, withParts } from './parts.ts';
import { BY_HAND } from './places.ts';
import { isRunning } from './setting.ts';

/** The block out of every article, as it stands in the source. */
export function dropBlock(block: DerivedBlock, role: DroppedRange['role'], ledger: Ledger): DroppedRange {
  const parts = asInSource(partsOf(block), ledger);
  return {
    role,
    pieces: parts.map(({ start, end }): [number, number] => [start, end]),
    text: parts.map(({ text }) => text).join(''),
    ...BY_HAND,
  };
}

/** What the layout made of blanks and hyphens is taken back; what an importer took out as markup stays out. */
function asInSource(parts: readonly Part[], ledger: Ledger): Part[] {
  const raw: Part[] = [];
  const add = (part: Part) => {
    const last = raw.at(-1);
    if (last?.end === part.start) raw[raw.length - 1] = { ...last, end: part.end, text: last.text + part.text };
    else raw.push(part);
  };
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const operation = part.replaced ? ledger.from(part.start) : undefined;
    if (!part.replaced) add(part);
    else if (operation && (operation.kind === 'corrected' || parts[at - 1]?.end === part.start)) {
      ledger.remove(operation);
      add({ ...part, text: operation.text, replaced: false });
    } else if (operation) {
      const { as: _, ...blank } = operation;
      ledger.put(blank);
    }
    const inside = next && next.start > part.end ? ledger.between(part.end, next.start) : undefined;
    const hyphen = inside ? undefined : ledger.from(part.end);
    const given = inside?.filter(({ kind }) => kind !== 'markup_removed') ?? [];
    for (const { range, text } of hyphen?.kind === 'hyphen_removed' && next ? [hyphen] : given) {
      const [start, end] = range;
      const standing = ledger.from(start);
      if (!standing || standing.as !== undefined) continue;
      ledger.remove(standing);
      add({ start, end, text, replaced: false });
    }
  }
  return raw;
}

/** What the desk asks of a source before it lays out a part of it. */
export interface Layout {
  readonly source: string;
  readonly measure: Measure;
  readonly known: ReadonlySet<string>;
}

export function readLayout(source: string): Layout {
  const known = isMostlyLatin(source) ? knownWords(source) : new Set<string>();
  return { source, measure: measureLines(source, readLines(source)), known };
}

/** A dropped range as blocks again, laid out as the desk does: one for each paragraph of it. */
export function layOut(range: DroppedRange, role: DeskRole, layout: Layout, ledger: Ledger): DerivedBlock[] {
  const blocks: { parts: Part[]; seams: PlacedSeam[]; end: number }[] = [];
  for (const [start, end] of range.pieces) {
    const parts = layOutPiece(start, end, role, layout, ledger);
    const last = blocks.at(-1);
    const gap = last && start >= last.end ? layout.source.slice(last.end, start) : '|';
    if (!last || (gap.trim() === '' && /[\n\r\f\v\u0085\u2028\u2029]/u.test(gap))) {
      blocks.push({ parts, seams: [], end });
      continue;
    }
    const before = parts[0]?.start;
    if (before !== undefined && gap.trim() !== '') last.seams.push({ before, ...BY_HAND });
    last.parts = joinParts(last.parts, parts, role, ledger, () => layout.source);
    last.end = end;
  }
  return blocks
    .filter(({ parts }) => parts.length > 0)
    .map(({ parts, seams }) => withParts({ role, text: '', pieces: [], ...BY_HAND }, parts, seams));
}

function layOutPiece(start: number, end: number, role: DeskRole, layout: Layout, ledger: Ledger): Part[] {
  const { source, measure, known } = layout;
  const sign = { sign: undefined, label: undefined, setIn: undefined };
  const fragment: Fragment = { start, end, block: 0, gap: 0, inLine: false, ...sign };
  const setting = isRunning(role) ? 'running' : 'display';
  const parts: Part[] = [];
  const keep = (from: number, to: number) => {
    if (from < to) parts.push({ start: from, end: to, text: source.slice(from, to), replaced: false });
  };
  let from = start;
  for (const cut of layoutCuts(source, fragment, setting, readRows(source, fragment), measure, known)) {
    keep(from, cut.start);
    const text = source.slice(cut.start, cut.end);
    const isEdge = cut.start === start || cut.end === end;
    const as = isEdge ? '' : cut.as;
    ledger.put({ kind: cut.kind, range: [cut.start, cut.end], text, ...(as === '' ? {} : { as }) });
    if (as !== '') parts.push({ start: cut.start, end: cut.end, text: as, replaced: true });
    from = cut.end;
  }
  keep(from, end);
  return parts;
}
