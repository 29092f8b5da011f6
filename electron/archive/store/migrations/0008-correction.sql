-- What a person corrected in an article's text, one row for each time. The text itself is changed by operations of the
-- source's derivation; this says who, when and why, and is enough to go back to any text that the article had.
CREATE TABLE correction (
  id          TEXT PRIMARY KEY,
  article_id  TEXT NOT NULL,                                    -- no reference: the desk may give its text to others
  who         TEXT NOT NULL,
  at          INTEGER NOT NULL,
  why         TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('done', 'conflict', 'dismissed')), -- a conflict was not done: somebody else had been quicker
  base        INTEGER NOT NULL,                                 -- revision of the article that it changed, or of a conflict that the person saw
  revision    INTEGER NOT NULL,                                 -- the one that it made
  edits       TEXT NOT NULL CHECK (json_valid(edits)),          -- [[start, was, now, prefix, suffix], …] in the text before
  ranges      TEXT NOT NULL CHECK (json_valid(ranges)),         -- [[source, start, end, 1 where it stands corrected since], …]
  text_before TEXT NOT NULL,                                    -- SHA-256 of the article's text before, and after
  text_after  TEXT NOT NULL
) STRICT;
CREATE INDEX correction_article ON correction (article_id, at, id);
