import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';

/** Marks of an article as the archive lists them. */
function inOrder(one: Annotation, other: Annotation): number {
  return one.quote.start - other.quote.start || (one.id < other.id ? -1 : 1);
}

/**
 * An article's marks with what was read again of some of them: those that are there no more, or stand in another article
 * now, are left out. What is newer here already stays; where nothing is other than it was, the very same list.
 */
export function mergeMarks(
  marks: readonly Annotation[],
  article: ArticleId,
  asked: readonly AnnotationId[],
  found: readonly Annotation[],
): readonly Annotation[] {
  const fresh = new Map(found.filter(({ articleId }) => articleId === article).map((mark) => [mark.id, mark]));
  const gone = new Set(asked.filter((id) => !fresh.has(id)));
  let isOther = false;
  const kept: Annotation[] = [];
  for (const mark of marks) {
    const next = fresh.get(mark.id);
    fresh.delete(mark.id);
    if (gone.has(mark.id)) isOther = true;
    else if (next === undefined || next.revision < mark.revision || isSame(mark, next)) kept.push(mark);
    else {
      isOther = true;
      kept.push(next);
    }
  }
  return isOther || fresh.size > 0 ? [...kept, ...fresh.values()].sort(inOrder) : marks;
}

function isSame(one: Annotation, other: Annotation): boolean {
  return one.revision === other.revision && JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Marks that were read again, with those that are as they were being the very same. Found by their ids: by their places in
 * the list, as queries are compared otherwise, one new mark would have all behind it looked through.
 */
export function shareMarks(before: readonly Annotation[], after: readonly Annotation[]): readonly Annotation[] {
  const known = new Map(before.map((mark) => [mark.id, mark]));
  const shared = after.map((mark) => {
    const old = known.get(mark.id);
    return old && (old === mark || isSame(old, mark)) ? old : mark;
  });
  return shared.length === before.length && shared.every((mark, index) => mark === before[index]) ? before : shared;
}
