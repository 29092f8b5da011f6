import type { DeskRole } from '#contract/derivation.ts';
import { confidenceOf, isBody, type Unit } from '../reading/units.ts';
import type { Seam } from '../seams/seams.ts';
import { columnFrom } from './columns.ts';
import type { Draft } from './draft.ts';

/** A block of a clean article before its text is cut out of the source. */
export interface Plan {
  readonly role: DeskRole;
  /** More than one where a cut sentence was joined. */
  readonly units: readonly Unit[];
  /** What joined each unit to the one before it: one fewer than units. */
  readonly joints: readonly Seam[];
  readonly openEnd: boolean;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * The reading order of one story: that of the source, except that a column whose first line completes a sentence is
 * read where that sentence breaks off. A sentence that breaks off before the story has begun (the last line of a
 * column, printed above the byline) is read where its other half stands.
 */
export function orderStory(draft: Draft, seams: readonly Seam[]): Plan[] {
  const own = new Map(draft.units.map((unit) => [unit.index, unit]));
  const inside = seams.filter((seam) => own.has(seam.head) && own.has(seam.tail));
  const after = new Map(inside.map((seam) => [seam.head, seam]));
  const before = new Map(inside.map((seam) => [seam.tail, seam]));
  const farTails = new Set(inside.filter((seam) => !seam.adjacent).map((seam) => seam.tail));
  const begins =
    draft.units.find((unit) => ['title', 'byline', 'dateline', 'label', 'continuation_mark'].includes(unit.role))
      ?.index ?? -1;
  const plans: Plan[] = [];
  const done = new Set<number>();

  const emit = (unit: Unit): void => {
    if (done.has(unit.index) || unit.role === 'noise' || unit.role === 'duplicate') return;
    const chain = [unit];
    done.add(unit.index);
    const joints: Seam[] = [];
    for (let seam = after.get(unit.index); seam; seam = after.get(seam.tail)) {
      const tail = own.get(seam.tail);
      if (!tail || done.has(seam.tail)) break;
      chain.push(tail);
      joints.push(seam);
      done.add(seam.tail);
    }
    plans.push(planOf(chain, joints));
    // The rest of the column goes on where the completed sentence ends.
    const landed = chain.findLast((link) => farTails.has(link.index));
    if (landed) for (const below of columnFrom(landed.index, draft, farTails)) if (below !== landed) emitInOrder(below);
  };

  const headOf = (unit: Unit): Unit => {
    let first = unit;
    for (let seam = before.get(first.index); seam; seam = before.get(first.index)) {
      const head = own.get(seam.head);
      if (!head) break;
      first = head;
    }
    return first;
  };

  const emitInOrder = (unit: Unit): void => {
    if (done.has(unit.index)) return;
    const first = headOf(unit);
    if (first === unit) {
      const seam = after.get(unit.index);
      if (seam && !seam.adjacent && unit.index < begins) return;
      emit(unit);
    } else if (first.index < begins) emit(first);
  };

  // Columns that a later sentence claims wait for it.
  const waiting = new Set<number>();
  for (const tail of farTails) {
    const unit = own.get(tail);
    if (!unit || headOf(unit).index < begins) continue;
    for (const below of columnFrom(tail, draft, farTails)) waiting.add(below.index);
  }
  for (const unit of draft.units) if (!waiting.has(unit.index)) emitInOrder(unit);
  for (const unit of draft.units) if (!done.has(unit.index)) emit(headOf(unit));
  return plans;
}

function planOf(chain: readonly Unit[], joints: readonly Seam[]): Plan {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) throw new RangeError('a block without units');
  const role = first.role === 'head' || first.role === 'noise' || first.role === 'duplicate' ? 'subhead' : first.role;
  const openEnd = isBody(last) && !last.complete && !/[：:]$/u.test(last.plain);
  const evidence = chain.length > 1 ? joints.flatMap((seam) => seam.evidence) : first.evidence;
  const weakest = Math.min(first.confidence, ...joints.map((seam) => seam.confidence));
  return {
    role,
    units: chain,
    joints,
    openEnd,
    confidence: openEnd ? Math.min(weakest, confidenceOf(1.5)) : weakest,
    evidence: [...new Set(evidence)].slice(0, 6),
  };
}
