import { isBody, type Unit, wordsIn } from '../reading/units.ts';
import { affinity, type Rarity, vocabularyOf } from '../reading/vocabulary.ts';
import type { Seam } from '../seams/seams.ts';
import type { Draft } from './draft.ts';
import { wordsOf } from './titles.ts';

const OPENERS = new Set<Unit['role']>([
  'title',
  'kicker',
  'subtitle',
  'byline',
  'label',
  'dateline',
  'continuation_mark',
  'author_note',
]);

/** A unit and what stands below it in the same column: up to the next headline, byline or column that comes from elsewhere. */
export function columnFrom(start: number, draft: Draft, farTails: ReadonlySet<number>): Unit[] {
  const column: Unit[] = [];
  for (const unit of draft.units) {
    if (unit.index < start) continue;
    if (unit.index > start && (OPENERS.has(unit.role) || unit.role === 'subhead' || farTails.has(unit.index))) break;
    column.push(unit);
  }
  return column;
}

/** A column that was moved can end in the first half of another's sentence; where that goes round, it stops here. */
const ROUNDS = 4;

/** Puts a column whose first line completes a sentence of another story into that story. */
export function moveColumns(
  drafts: readonly Draft[],
  seams: readonly Seam[],
  units: readonly Unit[],
  rarity: Rarity,
): void {
  const far = seams.filter((seam) => !seam.adjacent);
  const farTails = new Set(far.map((seam) => seam.tail));
  const owners = new Map(drafts.flatMap((draft) => draft.units.map((unit) => [unit.index, draft] as const)));
  const ownerOf = (index: number) => owners.get(index);
  const move = (from: Draft, to: Draft, moved: readonly Unit[]) => {
    transfer(from, to, moved);
    for (const unit of moved) owners.set(unit.index, to);
  };
  /** Whether a column was moved: what it took along may be half of another sentence. */
  const moveAlong = (seam: Seam): boolean => {
    const headOwner = ownerOf(seam.head);
    const tailOwner = ownerOf(seam.tail);
    if (!headOwner || !tailOwner || headOwner === tailOwner) return false;
    if (headOwner.opener === 'orphan') {
      move(
        headOwner,
        tailOwner,
        headOwner.units.filter((unit) => unit.index === seam.head),
      );
      return true;
    }
    const column = columnFrom(seam.tail, tailOwner, farTails);
    move(tailOwner, headOwner, column.slice(0, columnEnd(column, headOwner, tailOwner, rarity)));
    return true;
  };
  const inOrder = far.toSorted((a, b) => a.tail - b.tail);
  for (let round = 0; round < ROUNDS && inOrder.filter(moveAlong).length > 0; round++);
  for (const seam of seams) {
    if (!seam.adjacent) continue;
    const headOwner = ownerOf(seam.head);
    const tailOwner = ownerOf(seam.tail);
    const tail = units[seam.tail];
    if (headOwner && tailOwner && headOwner !== tailOwner && tail) move(tailOwner, headOwner, [tail]);
  }
}

/** How much more a column must sound like the story it stood in before its foot is left there. */
const CLEARLY = 0.05;

/**
 * Where a column that moves to another story ends: all of it, unless its lower paragraphs clearly have the words of
 * the story it stands in, whose own column then begins there without a cut sentence.
 */
function columnEnd(column: readonly Unit[], to: Draft, from: Draft, rarity: Rarity): number {
  const stays = new Set(column);
  const there = storyWords(to);
  const here = vocabularyOf(
    wordsOf(from.units.filter((unit) => (isBody(unit) || unit.role === 'title') && !stays.has(unit))),
  );
  let sum = 0;
  let best = Number.NEGATIVE_INFINITY;
  let end = column.length;
  column.forEach((unit, at) => {
    if (isBody(unit)) {
      const words = vocabularyOf(wordsIn(unit));
      sum += (affinity(words, there, rarity) - affinity(words, here, rarity)) * Math.min(1, unit.plain.length / 60);
    }
    if (sum > best) {
      best = sum;
      end = at + 1;
    }
  });
  return best - sum > CLEARLY ? end : column.length;
}

function transfer(from: Draft, to: Draft, moved: readonly Unit[]): void {
  const set = new Set(moved);
  from.units = from.units.filter((unit) => !set.has(unit));
  to.units = [...to.units, ...moved].toSorted((a, b) => a.index - b.index);
  to.evidence.push('a column moved here by its cut sentence');
}

/** Text that nothing introduces goes to the story whose words it shares most; near ones are preferred. */
export function settleOrphans(drafts: readonly Draft[], rarity: Rarity): void {
  for (const orphan of drafts.filter((draft) => draft.opener === 'orphan')) {
    const body = orphan.units.filter(isBody);
    const first = orphan.units[0];
    if (!first || drafts.length === 1) continue;
    const words = vocabularyOf(wordsOf(body));
    const others = drafts.filter((draft) => draft !== orphan && draft.opener !== 'orphan' && draft.units.some(isBody));
    const above = others.findLast((draft) => (draft.units[0]?.index ?? 0) < first.index);
    const scored = others.map((draft) => ({
      draft,
      share: affinity(words, storyWords(draft), rarity) * (draft === above ? 1.2 : 1),
    }));
    const best = scored.toSorted((a, b) => b.share - a.share)[0];
    if (best && best.share > 0.01) transfer(orphan, best.draft, orphan.units);
    else if (above && wordsOf(body).length < 120) transfer(orphan, above, orphan.units);
  }
}

const storyWords = (draft: Draft) =>
  vocabularyOf(wordsOf(draft.units.filter((unit) => isBody(unit) || unit.role === 'title')));
