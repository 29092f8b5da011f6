import type { TextQuote } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import { type AnnotationFields, annotationReads, annotationWrites } from '../store/annotations.ts';
import type { WriteDb } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { tagWrites } from '../store/tags.ts';
import { type Terms, textWrites } from '../store/texts.ts';

export interface Marks {
  readonly annotations: readonly AnnotationId[];
}

/** Makes a highlight. The quote was cut from the stored text. */
export function createHighlight(
  db: WriteDb,
  terms: Terms,
): Act<{ readonly article: ArticleId; readonly quote: TextQuote; readonly fields: AnnotationFields }, Marks> {
  const annotations = annotationWrites(db);
  const restore = burial(db, terms);
  const texts = textWrites(db, terms);
  return {
    action: 'annotation.create',
    topics: ['annotations', 'articles'],
    do({ article, quote, fields }, at) {
      const id = newId<AnnotationId>(at);
      annotations.insert(id, article, quote, fields, at);
      if (fields.note !== '') texts.refreshNotes(article);
      return { payload: { annotations: [id] }, count: 1 };
    },
    undo: restore.bury,
    redo: restore.unbury,
  };
}

/** Removes highlights; their rows stay, so that the removal can be undone. */
export function removeHighlights(db: WriteDb, terms: Terms): Act<readonly AnnotationId[], Marks> {
  const restore = burial(db, terms);
  return {
    action: 'annotation.remove',
    topics: ['annotations', 'articles'],
    do(ids, at) {
      const buried = restore.bury({ annotations: ids }, at);
      return { payload: { annotations: buried }, count: buried.length };
    },
    undo: restore.unbury,
    redo: restore.bury,
  };
}

/** Tags are left as they are where none are given. */
export interface HighlightFields extends AnnotationFields {
  readonly tags?: readonly string[];
}

export interface Updated {
  readonly annotation: AnnotationId;
  readonly before: HighlightFields;
  readonly after: HighlightFields;
}

/** Changes colour, note, tags or confidentiality of a highlight. */
export function updateHighlight(
  db: WriteDb,
  terms: Terms,
): Act<{ readonly id: AnnotationId; readonly fields: HighlightFields }, Updated> {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const tags = tagWrites(db);
  const texts = textWrites(db, terms);
  function write(id: AnnotationId, fields: HighlightFields, at: number): void {
    const article = annotations.articleOf(id);
    if (!article) return;
    annotations.update(id, fields, at);
    if (fields.tags)
      annotations.setTags(
        id,
        [...new Set(fields.tags)].map((path) => tags.findOrMake(path, at).id),
      );
    texts.refreshNotes(article);
  }
  return {
    action: 'annotation.update',
    topics: ['annotations', 'articles', 'tags'],
    do({ id, fields }, at) {
      const was = annotations.find(id);
      if (!was) return { payload: { annotation: id, before: fields, after: fields }, count: 0 };
      const { colour, note, confidential } = was;
      const before = { colour, note, confidential, ...(fields.tags ? { tags: was.tags } : {}) };
      write(id, fields, at);
      return { payload: { annotation: id, before, after: fields }, count: 1 };
    },
    undo(payload, at) {
      write(payload.annotation, payload.before, at);
    },
    redo(payload, at) {
      write(payload.annotation, payload.after, at);
    },
  };
}

/** Taking highlights away and bringing them back, with the notes of their articles. */
function burial(db: WriteDb, terms: Terms) {
  const annotations = annotationWrites(db);
  const texts = textWrites(db, terms);
  function refresh(marks: readonly { id: AnnotationId; article: ArticleId }[]): AnnotationId[] {
    for (const article of new Set(marks.map((mark) => mark.article))) texts.refreshNotes(article);
    return marks.map((mark) => mark.id);
  }
  return {
    bury: (marks: Marks, at: number): AnnotationId[] => refresh(annotations.bury(marks.annotations, at)),
    unbury: (marks: Marks): AnnotationId[] => refresh(annotations.unbury(marks.annotations)),
  };
}
