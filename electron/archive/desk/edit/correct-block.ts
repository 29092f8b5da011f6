import type { DerivedBlock } from '#contract/derivation.ts';
import type { Ledger } from './ledger.ts';
import { type Part, partsOf, seamsOf, withParts } from './parts.ts';

/** What stands in the place of a range of a text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A range of the source that is corrected as one: a character, or what stands for something else already. */
interface Atom extends Part {
  /** What stands in the source. */
  readonly source: string;
}

/**
 * The block with a range of its text replaced: what was there stays with an operation `corrected`, which rebuilds the
 * source. Where the source's own words are put back, the operation goes. Undefined where nothing would be left.
 * What is put between two characters goes with the one before, so that everything stands for a range that is not empty.
 */
export function correctBlock(
  block: DerivedBlock,
  { start, end, text }: Replacement,
  ledger: Ledger,
): DerivedBlock | undefined {
  const atoms = atomsOf(partsOf(block), ledger);
  const first = firstAtom(atoms, start, end);
  let last = first;
  while (last.index + 1 < atoms.length && last.at + last.atom.text.length < end) last = after(atoms, last);
  if (first.atom.text === '') while (atoms[last.index + 1]?.text === '') last = after(atoms, last);
  let put = first.atom.text.slice(0, start - first.at) + text + last.atom.text.slice(end - last.at);
  const neighbour = atoms[last.index + 1];
  if (put === '' && first.index === 0 && neighbour?.start === last.atom.end) {
    // Commands name a block by the place at which it begins: its first range stays.
    last = after(atoms, last);
    put = neighbour.text;
  }
  const runs = runsOf(atoms.slice(first.index, last.index + 1));
  const isBack = put === runs.map(sourceOf).join('');
  const replaced = runs.flatMap((run, index) =>
    correctRun(run, isBack ? sourceOf(run) : index === 0 ? put : '', ledger),
  );
  const parts = [...atoms.slice(0, first.index), ...replaced, ...atoms.slice(last.index + 1)];
  const shown = parts.filter((part) => part.text !== '');
  if (shown.length === 0) return undefined;
  return withParts(block, shown, seamsOf(block));
}

interface Found {
  readonly atom: Atom;
  readonly index: number;
  /** Where its text stands in the block's. */
  readonly at: number;
}

function after(atoms: readonly Atom[], { atom, index, at }: Found): Found {
  return { atom: atoms[index + 1] ?? atom, index: index + 1, at: at + atom.text.length };
}

/** The atom that holds the first character of the range. Of an empty range, what was taken out just there, or the character before. */
function firstAtom(atoms: readonly Atom[], start: number, end: number): Found {
  let at = 0;
  let before: Found | undefined;
  for (const [index, atom] of atoms.entries()) {
    const until = at + atom.text.length;
    const found = { atom, index, at };
    if (start === end) {
      if (at === start && atom.text === '') return found;
      if (at < start && start <= until) before = found;
    } else if (at <= start && start < until) return found;
    at = until;
  }
  const [atom] = atoms;
  if (before) return before;
  if (!atom) throw new RangeError('a block without text');
  return { atom, index: 0, at: 0 };
}

function atomsOf(parts: readonly Part[], ledger: Ledger): Atom[] {
  const atoms: Atom[] = [];
  for (const [index, part] of parts.entries()) {
    if (index === 0) atoms.push(...takenOut([ledger.until(part.start)]));
    if (part.replaced) {
      atoms.push({ ...part, source: ledger.from(part.start)?.text ?? '' });
    } else {
      let start = part.start;
      for (const character of part.text) {
        const end = start + character.length;
        atoms.push({ start, end, text: character, replaced: false, source: character });
        start = end;
      }
    }
    const next = parts[index + 1];
    const between = next && next.start > part.end ? ledger.between(part.end, next.start) : undefined;
    atoms.push(...takenOut(between ?? [ledger.from(part.end), next && ledger.until(next.start)]));
  }
  return atoms;
}

/** What a person took out earlier: it can come back. */
function takenOut(operations: readonly ReturnType<Ledger['from']>[]): Atom[] {
  return operations.flatMap((operation) => {
    if (operation?.kind !== 'corrected' || operation.as !== undefined) return [];
    const [start, end] = operation.range;
    return [{ start, end, text: '', replaced: true, source: operation.text }];
  });
}

/** Atoms that follow one another in the source; a block may go on in another column. */
function runsOf(atoms: readonly Atom[]): Atom[][] {
  const runs: Atom[][] = [];
  for (const atom of atoms) {
    const run = runs.at(-1);
    if (run?.at(-1)?.end === atom.start) run?.push(atom);
    else runs.push([atom]);
  }
  return runs;
}

const sourceOf = (run: readonly Atom[]) => run.map((atom) => atom.source).join('');

function correctRun(run: readonly Atom[], text: string, ledger: Ledger): Part[] {
  const source = sourceOf(run);
  const start = run[0]?.start ?? 0;
  const end = start + source.length;
  for (const atom of run) {
    const operation = atom.replaced ? ledger.from(atom.start) : undefined;
    if (operation) ledger.remove(operation);
  }
  if (text === source) return [{ start, end, text, replaced: false }];
  ledger.put({ kind: 'corrected', range: [start, end], text: source, ...(text === '' ? {} : { as: text }) });
  return text === '' ? [] : [{ start, end, text, replaced: true }];
}
