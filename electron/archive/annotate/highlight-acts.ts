import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import {
  type AnnotationFields,
  annotationReads,
  annotationWrites,
  type BuriedAnnotation,
  type NewAnnotation,
} from '../store/annotations.ts';
import { articleWrites } from '../store/article-writes.ts';
import type { WriteDb } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { tagWrites } from '../store/tags.ts';
import { type Terms, textReads, textWrites } from '../store/texts.ts';
import { quoteAt } from './quote.ts';

export interface Marks {
  readonly annotations: readonly AnnotationId[];
}

/** Why a highlight was not made or changed. Asked in the transaction that would write it: another process may have been quicker. */
export class HighlightRefusal extends Error {
  readonly code: 'NOT_FOUND' | 'OUT_OF_RANGE' | 'CONFLICT' | 'NOT_WAITING';
  /** The text's length, or the revision that is stored. */
  readonly value: number;
  constructor(code: HighlightRefusal['code'], value = 0) {
    super(code);
    this.name = 'HighlightRefusal';
    this.code = code;
    this.value = value;
  }
}

export interface NewHighlight {
  readonly article: ArticleId;
  readonly span: Span;
  readonly fields: NewAnnotation;
}

/** Makes a highlight. The quote is cut from the text as it is stored at that moment. @throws HighlightRefusal */
export function createHighlight(db: WriteDb, terms: Terms): Act<NewHighlight, Marks> {
  const annotations = annotationWrites(db);
  const restore = burial(db, terms);
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const articles = articleWrites(db);
  return {
    action: 'annotation.create',
    topics: ['annotations', 'articles'],
    marks: ({ annotations: made }) => made,
    do({ article, span, fields }, at) {
      const body = texts.body(article);
      if (body === undefined) throw new HighlightRefusal('NOT_FOUND');
      if (span.start >= span.end || span.end > body.length) throw new HighlightRefusal('OUT_OF_RANGE', body.length);
      const id = newId<AnnotationId>(at);
      annotations.insert(id, article, quoteAt(body, span), fields, at);
      if (fields.note !== '') texts.refreshNotes(article);
      if (!fields.confidential) articles.touch([article], at);
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
    marks: ({ annotations: gone }) => gone,
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

export interface HighlightChange extends Partial<HighlightFields> {
  readonly id: AnnotationId;
  /** The revision that the person saw. */
  readonly revision?: number | undefined;
}

export interface Updated {
  readonly annotation: AnnotationId;
  readonly before: HighlightFields;
  readonly after: HighlightFields;
}

/** Changes colour, note, tags or confidentiality of a highlight. @throws HighlightRefusal */
export function updateHighlight(db: WriteDb, terms: Terms): Act<HighlightChange, Updated> {
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const tags = tagWrites(db);
  const texts = textWrites(db, terms);
  const articles = articleWrites(db);
  function write(id: AnnotationId, from: HighlightFields, fields: HighlightFields, at: number): void {
    const article = annotations.articleOf(id);
    if (!article) return;
    if (!from.confidential || !fields.confidential) articles.touch([article], at);
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
    marks: ({ annotation }) => [annotation],
    do({ id, revision, tags: newTags, ...change }, at) {
      const was = annotations.find(id);
      if (!was) throw new HighlightRefusal('NOT_FOUND');
      if (revision !== undefined && revision !== was.revision) throw new HighlightRefusal('CONFLICT', was.revision);
      const { colour, note, confidential } = was;
      const before = { colour, note, confidential, ...(newTags ? { tags: was.tags } : {}) };
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after = { colour, note, confidential, ...given, ...(newTags ? { tags: newTags } : {}) };
      write(id, before, after, at);
      return { payload: { annotation: id, before, after }, count: 1 };
    },
    undo(payload, at) {
      write(payload.annotation, payload.after, payload.before, at);
    },
    redo(payload, at) {
      write(payload.annotation, payload.before, payload.after, at);
    },
  };
}

/** Taking highlights away and bringing them back, with the notes of their articles. */
export function burial(db: WriteDb, terms: Terms) {
  const annotations = annotationWrites(db);
  const texts = textWrites(db, terms);
  const articles = articleWrites(db);
  function refresh(marks: readonly BuriedAnnotation[], at: number): AnnotationId[] {
    // An export never says anything of a confidential highlight, not even that there was a change.
    const open = marks.filter((mark) => !mark.confidential).map((mark) => mark.article);
    articles.touch([...new Set(open)], at);
    for (const article of new Set(marks.map((mark) => mark.article))) texts.refreshNotes(article);
    return marks.map((mark) => mark.id);
  }
  return {
    bury: (marks: Marks, at: number): AnnotationId[] => refresh(annotations.bury(marks.annotations, at), at),
    unbury: (marks: Marks, at: number): AnnotationId[] => refresh(annotations.unbury(marks.annotations), at),
  };
}
