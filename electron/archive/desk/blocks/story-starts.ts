import { neighbour, type Unit } from '../reading/units.ts';
import { isNoticeRun } from './heads.ts';
import { comesFromAnotherPage, isNumberedHead } from './marks.ts';

/** Names in brackets behind a story, not behind its dateline. */
export const closesByName = (unit: Unit) =>
  unit.role === 'byline' && /^[(（]/u.test(unit.plain) && !unit.evidence.includes('after a dateline');

/** Signs that make a run of heads a title whatever its words: what stands right before or behind it. */
export function opensStory(run: readonly Unit[], units: readonly Unit[]): boolean {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return false;
  const before = neighbour(units, first.index, -1);
  const after = neighbour(units, last.index, 1);
  if (before === undefined) return true;
  if (isNumberedHead(first.display)) return false;
  if (after && (after.role === 'dateline' || (after.role === 'byline' && !closesByName(after)))) return true;
  // An English jump has a headline of its own above its mark.
  if (after?.role === 'continuation_mark' && /^[^\p{Script=Han}]*from/iu.test(after.plain)) return true;
  if (after?.role === 'label' && (after.label === 'editor_note' || (after.label !== 'column' && after.inLine)))
    return true;
  // A column's name and the author's can stand below the headline.
  if (after?.role === 'label' && neighbour(units, after.index, 1)?.role === 'byline') return true;
  if (before.role === 'author_note' || closesByName(before)) return true;
  if (before.role === 'label') return true;
  if (isNoticeRun(run)) return true;
  if (before.role === 'continuation_mark' && !comesFromAnotherPage(before.plain)) return true;
  return run.some((unit) => /(?:——|--)$|^(?:——|--)/u.test(unit.plain));
}
