import { useQuery } from '@tanstack/react-query';
import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import { archive, archiveQueries, keepMarks, shareMarks } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { canSendNote } from '../../app/note-size.ts';
import { i18next } from '../../strings/index.ts';

const NONE: readonly Annotation[] = [];

/** The article's highlights in the order of their places. */
export function useAnnotations(article: ArticleId): readonly Annotation[] {
  const { data } = useQuery(
    archiveQueries.annotations.forArticle.queryOptions({
      input: { article },
      structuralSharing: (before, after) =>
        before ? shareMarks(before as readonly Annotation[], after as readonly Annotation[]) : after,
    }),
  );
  return data ?? NONE;
}

/** Shown at once: the archive tells of it a moment later. */
function keep(annotation: Annotation): void {
  keepMarks(annotation.articleId, [annotation.id], [annotation]);
}

export async function createHighlight(
  article: ArticleId,
  span: Span,
  colour: HighlightColour,
): Promise<Annotation | undefined> {
  const done = await act(archive.annotations.create({ article, span, colour }));
  if (done) keep(done.annotation);
  return done?.annotation;
}

/** A place to come back to. */
export async function createBookmark(article: ArticleId, span: Span): Promise<Annotation | undefined> {
  const done = await act(
    archive.annotations.create({ article, span, kind: 'bookmark', colour: 'fact' }),
    i18next.t('bookmarked', { ns: 'annotations' }),
  );
  if (done) keep(done.annotation);
  return done?.annotation;
}

interface Part {
  readonly colour?: HighlightColour;
  readonly note?: string;
  readonly confidential?: boolean;
  readonly tags?: string[];
}

/** False when it was not written: changed elsewhere meanwhile, or the archive could not be reached. */
export async function updateAnnotation(annotation: Annotation, part: Part): Promise<boolean> {
  if (part.note !== undefined && !canSendNote(part.note)) return false;
  const { id, revision } = annotation;
  const done = await act(archive.annotations.update({ id, revision, ...part }));
  if (done) keep(done.annotation);
  return done !== undefined;
}

/** Puts a highlight on other words, as a person says. */
export async function placeAnnotation({ id, revision }: Annotation, span: Span): Promise<void> {
  const done = await act(archive.annotations.place({ id, revision, span }), i18next.t('placed', { ns: 'annotations' }));
  if (done) keep(done.annotation);
}

export async function removeAnnotation(
  article: ArticleId,
  id: AnnotationId,
  said: 'removed' | 'bookmarkRemoved' = 'removed',
): Promise<void> {
  const done = await act(archive.annotations.remove({ ids: [id] }), i18next.t(said, { ns: 'annotations' }));
  if (done) keepMarks(article, [id], []);
}
