-- All highlights of an archive in one list: its orders, its filters and its counts are read from these indexes alone,
-- never from the rows, where a note of a megabyte may stand in the way.
ALTER TABLE annotation ADD COLUMN kind TEXT NOT NULL DEFAULT 'highlight' CHECK (kind IN ('highlight', 'bookmark'));
DROP INDEX annotation_created;
DROP INDEX annotation_colour;
DROP INDEX annotation_article;
CREATE INDEX annotation_made ON annotation (created_at DESC, id DESC, article_id, kind, colour, state, deleted_at)
  WHERE deleted_at IS NULL;
CREATE INDEX annotation_article ON annotation (article_id, span_start, id, kind, colour, state, created_at, deleted_at)
  WHERE deleted_at IS NULL;
-- Notes that lead somewhere: what leads to a passage is asked of these alone.
CREATE INDEX annotation_linking ON annotation (id) WHERE instr(note, 'jianbao://') > 0;
