import type { SourceId } from '#contract/ids.ts';
import { correctionReads, type SourceRange, type StoredCorrection } from '../../store/corrections.ts';
import type { ReadDb } from '../../store/database.ts';
import { derivationReads } from '../../store/derivations.ts';

/** Which corrections of a page are in no text any more, because the desk took their words out. */
export function lostCorrections(db: ReadDb) {
  const corrections = correctionReads(db);
  const derivations = derivationReads(db);

  /** `done`, not corrected again since, and no operation of the page says it any more. */
  function isLost({ ranges, at, state }: StoredCorrection, all: readonly StoredCorrection[]): boolean {
    if (state !== 'done') return false;
    return ranges.some((range) => {
      const isAgain = (other: StoredCorrection) => other.at > at && other.ranges.some((one) => overlaps(one, range));
      if (!range.isCorrected || all.some(isAgain)) return false;
      const operations = derivations.operations(range.source).filter(({ kind }) => kind === 'corrected');
      return !operations.some(({ range: [start, end] }) => overlaps({ ...range, start, end }, range));
    });
  }

  return {
    isLost,
    ofSource(source: SourceId): StoredCorrection[] {
      const all = corrections.ofSource(source);
      return all.filter((correction) => isLost(correction, all));
    },
  };
}

function overlaps(one: SourceRange, other: SourceRange): boolean {
  return one.source === other.source && one.start < other.end && other.start < one.end;
}
