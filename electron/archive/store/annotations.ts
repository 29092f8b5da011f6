import type { AnchorState, Annotation, AnnotationKind, HighlightColour, TextQuote } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { shortId } from './ids.ts';

export interface AnnotationRow {
  readonly id: AnnotationId;
  readonly short_id: string;
  readonly article_id: ArticleId;
  readonly kind: AnnotationKind;
  readonly span_start: number;
  readonly span_end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly colour: HighlightColour;
  readonly note: string;
  readonly confidential: 0 | 1;
  readonly state: AnchorState;
  readonly revision: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly tags: string;
}

/** `cut` keeps long words short: `substr(%, 1, 600)`. */
export function annotationColumns(cut = '%'): string {
  const [exact, note] = ['n.exact', 'n.note'].map((column) => cut.replace('%', column));
  return `n.id, n.short_id, n.article_id, n.kind, n.span_start, n.span_end, ${exact} AS exact, n.prefix, n.suffix, n.colour,
  ${note} AS note,
  n.confidential, n.state, n.revision, n.created_at, n.updated_at,
  (SELECT json_group_array(t.path ORDER BY t.path) FROM annotation_tag l JOIN tag t ON t.id = l.tag_id
    WHERE l.annotation_id = n.id) AS tags`;
}

const COLUMNS = annotationColumns();

/** Exported for the test of its plan. Highlights of articles in the trash do not wait. */
export const WAITING_SQL = `SELECT ${COLUMNS}, a.title AS article_title
  FROM annotation n INDEXED BY annotation_waiting CROSS JOIN article a ON a.id = n.article_id
  WHERE n.deleted_at IS NULL AND n.state IN ('changed', 'orphan') AND a.deleted_at IS NULL
  ORDER BY n.created_at DESC, n.id DESC LIMIT ? OFFSET ?`;

/** Exported for the test of its plan. */
export const PORTABLE_SQL = `SELECT ${COLUMNS} FROM annotation n CROSS JOIN article a ON a.id = n.article_id
  WHERE n.deleted_at IS NULL AND n.confidential = 0 AND a.deleted_at IS NULL
  ORDER BY n.created_at DESC, n.id DESC LIMIT ? OFFSET ?`;

interface WaitingRow extends AnnotationRow {
  readonly article_title: string;
}

export function annotationReads(db: ReadDb) {
  const byId = db.prepare<[AnnotationId], AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation n WHERE n.id = ? AND n.deleted_at IS NULL`,
  );
  const ofArticle = db.prepare<[ArticleId], AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation n WHERE n.article_id = ? AND n.deleted_at IS NULL ORDER BY n.span_start, n.id`,
  );
  const everyOf = db.prepare<[ArticleId], AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation n WHERE n.article_id = ? ORDER BY n.span_start, n.id`,
  );
  const since = db.prepare<[number], AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation n WHERE n.created_at >= ? AND n.deleted_at IS NULL ORDER BY n.created_at, n.id`,
  );
  const countSecret = db
    .prepare<[string], number>(`
    SELECT count(*) FROM json_each(?) k CROSS JOIN annotation n ON n.article_id = k.value
    WHERE n.confidential = 1 AND n.deleted_at IS NULL`)
    .pluck();
  const anyById = db.prepare<[AnnotationId], AnnotationRow>(`SELECT ${COLUMNS} FROM annotation n WHERE n.id = ?`);
  const waiting = db.prepare<[number, number], WaitingRow>(WAITING_SQL);
  const portable = db.prepare<[number, number], AnnotationRow>(PORTABLE_SQL);
  const countPortable = db.prepare<[], { n: number }>(`
    SELECT count(*) AS n FROM annotation n CROSS JOIN article a ON a.id = n.article_id
    WHERE n.deleted_at IS NULL AND n.confidential = 0 AND a.deleted_at IS NULL`);
  const countWaiting = db.prepare<[], { n: number }>(`
    SELECT count(*) AS n FROM annotation n INDEXED BY annotation_waiting CROSS JOIN article a ON a.id = n.article_id
    WHERE n.deleted_at IS NULL AND n.state IN ('changed', 'orphan') AND a.deleted_at IS NULL`);
  return {
    find(id: AnnotationId): Annotation | undefined {
      const row = byId.get(id);
      return row && toAnnotation(row);
    },
    /** Removed or not. */
    findAny(id: AnnotationId): Annotation | undefined {
      const row = anyById.get(id);
      return row && toAnnotation(row);
    },
    /** In the order of the text. */
    ofArticle(id: ArticleId): Annotation[] {
      return ofArticle.all(id).map(toAnnotation);
    },
    /** Made at this instant or later, the oldest first. */
    since(at: number): Annotation[] {
      return since.all(at).map(toAnnotation);
    },
    /** How many in these articles are marked confidential. */
    countConfidential(articles: readonly ArticleId[]): number {
      return countSecret.get(JSON.stringify(articles)) ?? 0;
    },
    /** With those that were removed: they come back when their removal is undone. */
    everyOfArticle(id: ArticleId): Annotation[] {
      return everyOf.all(id).map(toAnnotation);
    },
    /** Those that may leave the archive, newest first. */
    portable(page: { limit: number; offset: number }) {
      const items = portable.all(page.limit, page.offset).map(toAnnotation);
      return { items, total: countPortable.get()?.n ?? 0 };
    },
    /** Those whose words changed or are gone, newest first. */
    waiting(page: { limit: number; offset: number }) {
      const items = waiting
        .all(page.limit, page.offset)
        .map((row) => ({ ...toAnnotation(row), articleTitle: row.article_title }));
      return { items, total: countWaiting.get()?.n ?? 0 };
    },
  };
}

/** Where a highlight is, and how certainly. */
export interface Anchor {
  readonly article: ArticleId;
  readonly quote: TextQuote;
  readonly state: AnchorState;
}

export function anchorOf({ articleId, quote, state }: Pick<Annotation, 'articleId' | 'quote' | 'state'>): Anchor {
  return { article: articleId, quote, state };
}

export function isSameAnchor(one: Anchor, other: Anchor): boolean {
  return (
    one.article === other.article &&
    one.state === other.state &&
    one.quote.start === other.quote.start &&
    one.quote.end === other.quote.end &&
    one.quote.exact === other.quote.exact &&
    one.quote.prefix === other.quote.prefix &&
    one.quote.suffix === other.quote.suffix
  );
}

/** What a person can change on a highlight. */
export interface AnnotationFields {
  readonly colour: HighlightColour;
  readonly note: string;
  readonly confidential: boolean;
}

/** What it is stays as it is made. */
export interface NewAnnotation extends AnnotationFields {
  readonly kind: AnnotationKind;
}

/** A highlight that was taken away or brought back. */
export interface BuriedAnnotation {
  readonly id: AnnotationId;
  readonly article: ArticleId;
  readonly confidential: boolean;
}

interface BuriedRow {
  readonly id: AnnotationId;
  readonly article_id: ArticleId;
  readonly confidential: 0 | 1;
}

export function annotationWrites(db: WriteDb) {
  const insert = db.prepare(`
    INSERT INTO annotation (id, short_id, article_id, kind, span_start, span_end, exact, prefix, suffix, colour, note,
      confidential, created_at, updated_at)
    VALUES (@id, @shortId, @article, @kind, @start, @end, @exact, @prefix, @suffix, @colour, @note, @confidential, @at, @at)`);
  const update = db.prepare(`
    UPDATE annotation SET colour = @colour, note = @note, confidential = @confidential, revision = revision + 1,
      updated_at = @at WHERE id = @id`);
  const move = db.prepare(`
    UPDATE annotation SET article_id = @article, span_start = @start, span_end = @end, exact = @exact,
      prefix = @prefix, suffix = @suffix, state = @state, revision = revision + 1 WHERE id = @id`);
  const bury = db.prepare<[number, string], BuriedRow>(`
    UPDATE annotation SET deleted_at = ? WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
    RETURNING id, article_id, confidential`);
  const unbury = db.prepare<[string], BuriedRow>(`
    UPDATE annotation SET deleted_at = NULL WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL
    RETURNING id, article_id, confidential`);
  const articleOf = db.prepare<[AnnotationId], { article_id: ArticleId }>(
    'SELECT article_id FROM annotation WHERE id = ?',
  );
  const untag = db.prepare<[AnnotationId]>('DELETE FROM annotation_tag WHERE annotation_id = ?');
  const tag = db.prepare<[AnnotationId, string]>('INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (?, ?)');
  return {
    insert(id: AnnotationId, article: ArticleId, quote: TextQuote, fields: NewAnnotation, at: number): void {
      insert.run({ id, shortId: shortId(id), article, kind: fields.kind, ...quote, ...toColumns(fields), at });
    },
    update(id: AnnotationId, fields: AnnotationFields, at: number): void {
      update.run({ id, ...toColumns(fields), at });
    },
    /** Its article's text changed, or the article was separated into several. */
    move(id: AnnotationId, article: ArticleId, quote: TextQuote, state: AnchorState): void {
      move.run({ id, article, ...quote, state });
    },
    setTags(id: AnnotationId, tagIds: readonly string[]): void {
      untag.run(id);
      for (const tagId of tagIds) tag.run(id, tagId);
    },
    /** Returns those that were there, each with its article. */
    bury(ids: readonly AnnotationId[], at: number): BuriedAnnotation[] {
      return bury.all(at, JSON.stringify(ids)).map(toBuried);
    },
    unbury(ids: readonly AnnotationId[]): BuriedAnnotation[] {
      return unbury.all(JSON.stringify(ids)).map(toBuried);
    },
    /** Removed or not. */
    articleOf(id: AnnotationId): ArticleId | undefined {
      return articleOf.get(id)?.article_id;
    },
  };
}

function toBuried(row: BuriedRow): BuriedAnnotation {
  return { id: row.id, article: row.article_id, confidential: row.confidential === 1 };
}

function toColumns(fields: AnnotationFields) {
  return { colour: fields.colour, note: fields.note, confidential: fields.confidential ? 1 : 0 };
}

export function toAnnotation(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    shortId: row.short_id,
    articleId: row.article_id,
    kind: row.kind,
    quote: {
      start: row.span_start,
      end: row.span_end,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
    },
    colour: row.colour,
    note: row.note,
    tags: JSON.parse(row.tags) as string[],
    confidential: row.confidential === 1,
    state: row.state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}
