import type { Operation } from '#contract/derivation.ts';
import { isLineEnd } from '../reading/characters.ts';

/** What stands between the pieces, in the order of the source, while a command changes it. */
export interface Ledger {
  /** What begins at this position of the source. */
  from(start: number): Operation | undefined;
  /** What ends at this position of the source. */
  until(end: number): Operation | undefined;
  /** Everything that was taken out of a range, where nothing else stands in it. */
  between(start: number, end: number): Operation[] | undefined;
  put(operation: Operation): void;
  /** The source has its characters in a piece or a dropped range again. */
  remove(operation: Operation): void;
  list(): Operation[];
}

export function openLedger(operations: readonly Operation[]): Ledger {
  // What was put in where nothing stood takes no room in the source, and nothing here changes it.
  const insertions = operations.filter(({ range }) => range[0] === range[1]);
  const removals = operations.filter(({ range }) => range[0] < range[1]);
  const byStart = new Map(removals.map((operation) => [operation.range[0], operation]));
  const byEnd = new Map(removals.map((operation) => [operation.range[1], operation]));
  return {
    from: (start) => byStart.get(start),
    until: (end) => byEnd.get(end),
    between(start, end) {
      const found: Operation[] = [];
      let at = start;
      while (at < end) {
        const next = byStart.get(at);
        if (!next || next.range[1] > end) return undefined;
        found.push(next);
        at = next.range[1];
      }
      return at === end ? found : undefined;
    },
    put(operation) {
      byStart.set(operation.range[0], operation);
      byEnd.set(operation.range[1], operation);
    },
    remove(operation) {
      byStart.delete(operation.range[0]);
      byEnd.delete(operation.range[1]);
    },
    list: () => [...byStart.values(), ...insertions].sort((a, b) => a.range[0] - b.range[0]),
  };
}

/** Blanks that stand in no text. */
export function takeOut(start: number, text: string): Operation {
  const kind = [...text].some(isLineEnd) ? 'blank_removed' : 'space_removed';
  return { kind, range: [start, start + text.length], text };
}
