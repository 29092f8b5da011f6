import type { BlockRole, Operation } from '#contract/derivation.ts';
import { isMostlyLatin } from '../reading/characters.ts';
import { needsSpace } from '../reading/fragments.ts';
import { keepsHyphen, knownWords } from '../reading/spaces.ts';
import { type Ledger, takeOut } from './ledger.ts';
import type { Part } from './parts.ts';
import { isRunning } from './setting.ts';

/**
 * Sets two texts end to end as the desk does: a hyphen that broke a word goes, and a blank beside the joint becomes the
 * space between two Latin words or two lines of a headline. `source` is asked for only where a hyphen stands.
 */
export function joinParts(
  first: readonly Part[],
  second: readonly Part[],
  role: BlockRole,
  ledger: Ledger,
  source: () => string,
): Part[] {
  const last = first.at(-1);
  const next = second[0];
  if (!last || !next) return [...first, ...second];
  const left = last.text.at(-1) ?? '';
  if (!last.replaced && /\p{L}-$/u.test(textOf(first).slice(-3)) && /^\p{Ll}/u.test(next.text)) {
    const text = source();
    const known = isMostlyLatin(text) ? knownWords(text) : new Set<string>();
    if (keepsHyphen(text, last.end - 1, next.start, known)) return [...first, ...second];
    ledger.put({ kind: 'hyphen_removed', range: [last.end - 1, last.end], text: '-' });
    const rest = { ...last, end: last.end - 1, text: last.text.slice(0, -1) };
    return [...first.slice(0, -1), ...(rest.text === '' ? [] : [rest]), ...second];
  }
  const spaced = isRunning(role) ? needsSpace(left, next.text[0] ?? '') : !/[-—–]/u.test(left);
  const blank = spaced ? (blankAt(ledger.from(last.end)) ?? blankAt(ledger.until(next.start))) : undefined;
  if (!blank) return [...first, ...second];
  ledger.put({ ...blank, kind: 'line_join', as: ' ' });
  return [...first, { start: blank.range[0], end: blank.range[1], text: ' ', replaced: true }, ...second];
}

const textOf = (parts: readonly Part[]) => parts.map((part) => part.text).join('');

function blankAt(operation: Operation | undefined): Operation | undefined {
  return operation && operation.as === undefined && /^\s+$/u.test(operation.text) ? operation : undefined;
}

/** The two sides of a cut as texts of their own: blanks at the joint are nobody's, and a broken word has its hyphen again. */
export function partParts(
  parts: readonly Part[],
  at: number,
  ledger: Ledger,
): { readonly first: Part[]; readonly second: Part[] } | undefined {
  const where = parts.findIndex((part) => at >= part.start && at < part.end);
  const cut = parts[where];
  if (!cut) return undefined;
  const offset = at - cut.start;
  if (offset > 0 && (cut.replaced || /^[\udc00-\udfff]/.test(cut.text.slice(offset)))) return undefined;
  const [before, behind] = offset === 0 ? [[], [cut]] : sliced(cut, offset);
  const first = trimEnd([...parts.slice(0, where), ...before], ledger);
  const second = trimStart([...behind, ...parts.slice(where + 1)], ledger);
  return first.length > 0 && second.length > 0 ? { first: withHyphen(first, ledger), second } : undefined;
}

function sliced(part: Part, offset: number): [Part[], Part[]] {
  const middle = part.start + offset;
  return [
    [{ ...part, end: middle, text: part.text.slice(0, offset) }],
    [{ ...part, start: middle, text: part.text.slice(offset) }],
  ];
}

function trimEnd(parts: readonly Part[], ledger: Ledger): Part[] {
  const last = parts.at(-1);
  if (!last) return [];
  const text = last.text.trimEnd();
  if (text === last.text) return [...parts];
  if (text === '') {
    takeAway(last, ledger);
    return trimEnd(parts.slice(0, -1), ledger);
  }
  if (last.replaced) return [...parts];
  const end = last.start + text.length;
  ledger.put(takeOut(end, last.text.slice(text.length)));
  return [...parts.slice(0, -1), { ...last, end, text }];
}

function trimStart(parts: readonly Part[], ledger: Ledger): Part[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  const text = first.text.trimStart();
  if (text === first.text) return [...parts];
  if (text === '') {
    takeAway(first, ledger);
    return trimStart(rest, ledger);
  }
  if (first.replaced) return [...parts];
  const start = first.end - text.length;
  ledger.put(takeOut(first.start, first.text.slice(0, -text.length)));
  return [{ ...first, start, text }, ...rest];
}

/** A part of nothing but blanks. */
function takeAway(part: Part, ledger: Ledger): void {
  const operation = part.replaced ? ledger.from(part.start) : undefined;
  ledger.put(takeOut(part.start, operation?.text ?? part.text));
}

function withHyphen(parts: readonly Part[], ledger: Ledger): Part[] {
  const last = parts.at(-1);
  const operation = last && !last.replaced ? ledger.from(last.end) : undefined;
  if (!last || operation?.kind !== 'hyphen_removed' || !/^[-\u2010]$/u.test(operation.text)) return [...parts];
  ledger.remove(operation);
  return [...parts.slice(0, -1), { ...last, end: operation.range[1], text: last.text + operation.text }];
}
