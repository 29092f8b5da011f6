-- Rows of the index whose article changed in what a search asks beside words: paper, days, kind, state, byline, tags, marks, notes.
-- A search keeps these in memory and reads here which to read again. Cut short at a start; the last entry stays, so that numbers only grow.
CREATE TABLE search_change (
  n   INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

CREATE INDEX article_noted ON article_text (id) WHERE notes <> '';

CREATE TRIGGER search_text_inserted AFTER INSERT ON article_text BEGIN
  INSERT INTO search_change (seq) VALUES (new.seq);
END;

CREATE TRIGGER search_text_deleted AFTER DELETE ON article_text BEGIN
  INSERT INTO search_change (seq) VALUES (old.seq);
END;

CREATE TRIGGER search_text_noted AFTER UPDATE OF notes ON article_text WHEN (old.notes = '') <> (new.notes = '') BEGIN
  INSERT INTO search_change (seq) VALUES (new.seq);
END;

CREATE TRIGGER search_article_updated
AFTER UPDATE OF publication_id, byline, date_from, date_to, kind, reading_state, deleted_at ON article
WHEN old.publication_id IS NOT new.publication_id OR old.byline IS NOT new.byline OR old.date_from IS NOT new.date_from
  OR old.date_to IS NOT new.date_to OR old.kind <> new.kind OR old.reading_state <> new.reading_state
  OR (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = new.id;
END;

CREATE TRIGGER search_tag_added AFTER INSERT ON article_tag BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = new.article_id;
END;

CREATE TRIGGER search_tag_removed AFTER DELETE ON article_tag BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = old.article_id;
END;

CREATE TRIGGER search_mark_added AFTER INSERT ON annotation BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = new.article_id;
END;

CREATE TRIGGER search_mark_changed AFTER UPDATE OF article_id, deleted_at ON annotation
WHEN old.article_id <> new.article_id OR (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id IN (old.article_id, new.article_id);
END;

CREATE TRIGGER search_mark_removed AFTER DELETE ON annotation BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = old.article_id;
END;

-- A query that is asked again and again, and what it found when somebody last looked.
CREATE TABLE saved_search (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen       BLOB NOT NULL                        -- ascending, of each article found the last six bytes of its id
) STRICT;

-- The queries whose results were opened, each once.
CREATE TABLE search_history (
  text TEXT PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
