import type { ReadDb } from '#archive/store/database.ts';

/** What a person can see or lose, table by table; when and how often a row was written is no part of it. */
const TABLES: Readonly<Record<string, string>> = {
  article: `SELECT id, source_id, position, title, title_key, kicker, subtitle, byline, kind, parent_id, language, url,
    publication_id, date_edtf, page_label, section, excerpt, characters, confidence, evidence, reading_state,
    reading_position, imported_at, deleted_at FROM article ORDER BY id`,
  block: 'SELECT * FROM block ORDER BY article_id, position',
  dropped: 'SELECT * FROM dropped ORDER BY source_id, position',
  operations: 'SELECT * FROM operations ORDER BY source_id',
  text: 'SELECT id, title, body, notes, note, sha256 FROM article_text ORDER BY id',
  tag: 'SELECT * FROM article_tag ORDER BY article_id, tag_id',
  page: 'SELECT article_id, page_id FROM article_page ORDER BY article_id, page_id',
  annotation: `SELECT id, article_id, span_start, span_end, exact, prefix, suffix, colour, note, state, deleted_at
    FROM annotation ORDER BY id`,
};

export function snapshotOf(reader: ReadDb): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(TABLES).map(([name, sql]) => [name, reader.prepare(sql).all()]));
}
