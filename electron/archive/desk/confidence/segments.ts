import type { Draft } from '../articles/draft.ts';
import { isAside, isBody, type Unit } from '../reading/units.ts';

/** Units that stand below each other and went to one story. */
export interface Segment {
  readonly draft: Draft | undefined;
  readonly units: readonly Unit[];
  /** The story printed above it, and that below. */
  readonly above: Draft | undefined;
  readonly below: Draft | undefined;
}

export function segmentsOf(units: readonly Unit[], ownerOf: ReadonlyMap<number, Draft>): Map<number, Segment> {
  const runs: { draft: Draft | undefined; units: Unit[] }[] = [];
  for (const unit of units) {
    if (isAside(unit)) continue;
    const draft = ownerOf.get(unit.index);
    const run = runs.at(-1);
    if (run && run.draft === draft) run.units.push(unit);
    else runs.push({ draft, units: [unit] });
  }
  return new Map(
    runs.flatMap((run, at) => {
      const segment: Segment = { ...run, above: runs[at - 1]?.draft, below: runs[at + 1]?.draft };
      return run.units.map((unit) => [unit.index, segment] as const);
    }),
  );
}

/** Text that surely goes together, by each of its units: down to a headline, a cut that was not joined, or another story. */
export function columnsIn(
  units: readonly Unit[],
  ownerOf: ReadonlyMap<number, Draft>,
  after: ReadonlyMap<number, number>,
  before: ReadonlyMap<number, number>,
): Map<number, readonly Unit[]> {
  const columns = new Map<number, Unit[]>();
  let above: Unit | undefined;
  for (const unit of units) {
    if (isAside(unit)) continue;
    if (isBody(unit)) {
      const column = above && columns.get(above.index);
      const goesOn = above && (after.get(above.index) === unit.index || (above.complete && !before.has(unit.index)));
      if (column && goesOn && ownerOf.get(unit.index) === ownerOf.get(column[0]?.index ?? -1)) {
        column.push(unit);
        columns.set(unit.index, column);
      } else columns.set(unit.index, [unit]);
    }
    above = unit;
  }
  return columns;
}
