import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { archive, archiveQueries } from './clients.ts';
import { mergeMarks } from './merge-marks.ts';
import { queryClient } from './query-client.ts';

const LISTS = archiveQueries.annotations.forArticle.key();

/** Whether a query keeps the marks of one article: of thousands only those that changed are read again. */
export function keepsMarks(queryKey: readonly unknown[]): boolean {
  return JSON.stringify(queryKey[0]) === JSON.stringify(LISTS[0]);
}

/** Reads some marks again and puts them into the lists that are kept. */
export async function patchMarks(ids: readonly AnnotationId[]): Promise<void> {
  const lists = queryClient.getQueryCache().findAll({ queryKey: LISTS });
  if (lists.length === 0) return;
  try {
    const found = await archive.annotations.some({ ids: [...ids] });
    for (const { queryKey, state } of lists) {
      // What is on its way may be from before.
      if (state.fetchStatus === 'fetching' || state.data === undefined) {
        void queryClient.invalidateQueries({ queryKey });
        continue;
      }
      putMarks(queryKey, ids, found);
    }
  } catch {
    void queryClient.invalidateQueries({ queryKey: LISTS });
  }
}

/** The same for marks that an act has answered with. */
export function keepMarks(article: ArticleId, ids: readonly AnnotationId[], found: readonly Annotation[]): void {
  putMarks(archiveQueries.annotations.forArticle.queryKey({ input: { article } }), ids, found);
}

function putMarks(queryKey: readonly unknown[], ids: readonly AnnotationId[], found: readonly Annotation[]): void {
  const { input } = (queryKey[1] ?? {}) as { input?: { article: ArticleId } };
  if (!input) return;
  // A list that was never read is read whole when somebody asks for it.
  queryClient.setQueryData(
    queryKey,
    (before: readonly Annotation[] | undefined) => before && mergeMarks(before, input.article, ids, found),
  );
}
