import type { Decision } from '../../electron/archive/desk/confidence/decisions.ts';
import type { ReadPage } from '../../electron/archive/desk/confidence/evidence.ts';
import type { Verdicts } from './desk-truth.ts';

/** Whether a decision of the desk is right, by itself: a paragraph is not to blame for a seam inside it. */
export function isRight(decision: Decision, page: ReadPage, verdicts: Verdicts): boolean {
  const { kind, article, block } = decision;
  if (kind === 'article') return verdicts.story(article);
  if (kind === 'copy') return verdicts.dropped(block);
  if (kind === 'seam') {
    const [left, right] = seamOf(decision, page);
    return verdicts.seam(left, right);
  }
  const verdict = verdicts.block(article, block);
  return verdict.role && verdict.article && verdict.start && verdict.end;
}

/** Where the text before a seam ends and the text behind it begins, in the source. */
function seamOf({ article, block, seam }: Decision, { derivation, units }: ReadPage): [number, number] {
  const starts = new Map(units.map((unit) => [unit.start, unit]));
  const chain = (derivation.articles[article]?.blocks[block]?.pieces ?? []).flatMap(
    ([start]) => starts.get(start) ?? [],
  );
  return [chain[seam]?.end ?? 0, chain[seam + 1]?.start ?? 0];
}
