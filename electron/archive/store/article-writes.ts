import type { ReadingState } from '#contract/articles.ts';
import type { ArticleKind } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { WriteDb } from './database.ts';
import { NOT_A_PART } from './parts.ts';

/** What of an article changes when its text does. */
export interface ArticleHead {
  readonly id: ArticleId;
  readonly source: SourceId;
  readonly position: number;
  readonly title: string;
  readonly titleKey: string;
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly kind: ArticleKind;
  readonly parent: ArticleId | null;
  readonly excerpt: string;
  readonly characters: number;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly at: number;
}

/** What all articles of a source have in common, or take over from the raw page they were. */
export interface ArticleOrigin {
  readonly language: string | null;
  readonly url: string | null;
  readonly publication: string | null;
  readonly publicationKey: string;
  readonly dateEdtf: string | null;
  readonly datePrinted: string | null;
  readonly dateInferred: 0 | 1;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly pageLabel: string | null;
  readonly section: string | null;
  readonly importedAt: number;
  readonly readingState: ReadingState;
  readonly deletedAt: number | null;
}

export function articleWrites(db: WriteDb) {
  const insert = db.prepare(`
    INSERT INTO article (id, source_id, position, title, title_key, kicker, subtitle, byline, kind, parent_id, language,
      url, publication_id, publication_key, date_edtf, date_printed, date_inferred, date_from, date_to, page_label,
      section, excerpt, characters, confidence, evidence, reading_state, imported_at, updated_at, edited_at, deleted_at)
    VALUES (@id, @source, @position, @title, @titleKey, @kicker, @subtitle, @byline, @kind, @parent, @language,
      @url, @publication, @publicationKey, @dateEdtf, @datePrinted, @dateInferred, @dateFrom, @dateTo, @pageLabel,
      @section, @excerpt, @characters, @confidence, @evidence, @readingState, @importedAt, @at, @at, @deletedAt)`);
  const rewrite = db.prepare(`
    UPDATE article SET position = @position, title = @title, title_key = @titleKey, kicker = @kicker,
      subtitle = @subtitle, byline = @byline, kind = @kind, parent_id = @parent, excerpt = @excerpt,
      characters = @characters, confidence = @confidence, evidence = @evidence,
      reading_position = min(reading_position, @mostPosition), revision = revision + 1, updated_at = @at, edited_at = @at
    WHERE id = @id`);
  const originOf = db.prepare<[ArticleId], ArticleOrigin>(`
    SELECT language, url, publication_id AS publication, publication_key AS publicationKey, date_edtf AS dateEdtf,
      date_printed AS datePrinted, date_inferred AS dateInferred, date_from AS dateFrom, date_to AS dateTo,
      page_label AS pageLabel, section,
      imported_at AS importedAt, reading_state AS readingState, deleted_at AS deletedAt
    FROM article WHERE id = ?`);
  const standing = db.prepare<[ArticleId], { byline: string | null; position: number }>(
    'SELECT byline, reading_position AS position FROM article WHERE id = ?',
  );
  const drop = db.prepare<[ArticleId]>('DELETE FROM article WHERE id = ?');
  const setParent = db.prepare<[ArticleId, ArticleId]>('UPDATE article SET parent_id = ? WHERE id = ?');
  const bury = db.prepare<[number, number, string], { id: ArticleId }>(`
    UPDATE article SET deleted_at = ?, updated_at = ?
    WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL RETURNING id`);
  const unbury = db.prepare<[number, string], { id: ArticleId }>(`
    UPDATE article SET deleted_at = NULL, updated_at = ?
    WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL AND ${NOT_A_PART} RETURNING id`);
  const siblings = db.prepare<[string, number], { id: ArticleId }>(`
    SELECT id FROM article WHERE source_id IN
      (SELECT a.source_id FROM json_each(?) k CROSS JOIN article a ON a.id = k.value) AND deleted_at = ?`);
  const states = db.prepare<[string], { id: ArticleId; state: ReadingState }>(`
    SELECT a.id, a.reading_state AS state FROM json_each(?) k CROSS JOIN article a ON a.id = k.value`);
  const setState = db.prepare<[ReadingState, number, string]>(`
    UPDATE article SET reading_state = ?, updated_at = ? WHERE id IN (SELECT value FROM json_each(?))`);
  const setPosition = db.prepare<{ id: ArticleId; position: number; state: ReadingState }>(`
    UPDATE article SET reading_position = @position, reading_state = @state WHERE id = @id`);
  const restoreReading = db.prepare<[number, ArticleId]>('UPDATE article SET reading_position = ? WHERE id = ?');
  const touch = db.prepare<[number, string]>(
    'UPDATE article SET edited_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  return {
    insert(head: ArticleHead, origin: ArticleOrigin): void {
      insert.run({ ...head, ...origin, evidence: JSON.stringify(head.evidence) });
    },
    /** The same article with another text: its marks, tags and reading state stay. Reading begins again, or goes on where it was. */
    rewrite(head: ArticleHead, reading: 'again' | 'on'): void {
      const mostPosition = reading === 'again' ? 0 : head.characters;
      rewrite.run({ ...head, evidence: JSON.stringify(head.evidence), mostPosition });
    },
    origin(id: ArticleId): ArticleOrigin | undefined {
      return originOf.get(id);
    },
    /** What of an article its blocks do not say. */
    standing(id: ArticleId): { byline: string | null; position: number } | undefined {
      return standing.get(id);
    },
    /** Its text and highlights must be gone from it already. */
    drop(id: ArticleId): void {
      drop.run(id);
    },
    /** The ties between articles of one derivation, when each has its id. */
    linkParents(
      derived: readonly { readonly id: string; readonly parent: string | null }[],
      ids: ReadonlyMap<string, ArticleId>,
    ): void {
      for (const article of derived) {
        const id = ids.get(article.id);
        const parent = article.parent === null ? undefined : ids.get(article.parent);
        if (id && parent && id !== parent) setParent.run(parent, id);
      }
    },
    /** To the trash. Returns those that were not there already. */
    bury(ids: readonly ArticleId[], at: number): ArticleId[] {
      return bury.all(at, at, JSON.stringify(ids)).map((row) => row.id);
    },
    /** Out of the trash. Returns those that were in it. */
    unbury(ids: readonly ArticleId[], at: number): ArticleId[] {
      return unbury.all(at, JSON.stringify(ids)).map((row) => row.id);
    },
    /** Articles of the same sources that went to the trash in the same act: what a raw page became after it was removed. */
    buriedWith(ids: readonly ArticleId[], buriedAt: number): ArticleId[] {
      return siblings.all(JSON.stringify(ids), buriedAt).map((row) => row.id);
    },
    /** The reading states of those articles that exist. */
    readingStates(ids: readonly ArticleId[]): { id: ArticleId; state: ReadingState }[] {
      return states.all(JSON.stringify(ids));
    },
    setReadingState(ids: readonly ArticleId[], state: ReadingState, at: number): void {
      setState.run(state, at, JSON.stringify(ids));
    },
    /** Who has begun is reading, who came to the end has read. Returns whether that changed the reading state. */
    setReadingPosition(id: ArticleId, position: number, isAtEnd: boolean): boolean {
      const [before] = states.all(JSON.stringify([id]));
      if (!before) return false;
      const isUnderway = before.state === 'unread' || before.state === 'reading';
      const state = !isUnderway ? before.state : isAtEnd ? 'read' : 'reading';
      setPosition.run({ id, position, state });
      return state !== before.state;
    },
    /** Where reading stopped, in an article that came back. */
    restoreReading(id: ArticleId, position: number): void {
      restoreReading.run(position, id);
    },
    /** Something changed that stands in an article, or beside it in another table: its note, tags or highlights. */
    touch(ids: readonly ArticleId[], at: number): void {
      touch.run(at, JSON.stringify(ids));
    },
  };
}
