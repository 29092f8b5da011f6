import type { Derivation } from '#contract/derivation.ts';
import { isSpace } from './reading/characters.ts';

/**
 * The derivation as `jianbao desk --json` prints it: every visible character of the page in a block or a dropped
 * range, so a removed hyphen, which is an operation, is also listed as a dropped range of one character.
 */
export function printedDerivation(derivation: Derivation): Derivation {
  const removed = derivation.operations.filter(
    (operation) => operation.as === undefined && [...operation.text].some((ch) => !isSpace(ch)),
  );
  return {
    ...derivation,
    dropped: [
      ...derivation.dropped,
      ...removed.map((operation) => ({
        role: 'noise' as const,
        pieces: [operation.range],
        text: operation.text,
        evidence: [operation.kind],
      })),
    ],
  };
}
