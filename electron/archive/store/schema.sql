CREATE INDEX annotation_article ON annotation (article_id, span_start, id, kind, colour, state, created_at, deleted_at)
  WHERE deleted_at IS NULL;

CREATE INDEX annotation_linking ON annotation (id) WHERE instr(note, 'jianbao://') > 0;

CREATE INDEX annotation_made ON annotation (created_at DESC, id DESC, article_id, kind, colour, state, deleted_at)
  WHERE deleted_at IS NULL;

CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id, annotation_id);

CREATE INDEX annotation_waiting ON annotation (created_at DESC, id DESC) WHERE deleted_at IS NULL AND state IN ('changed', 'orphan');

CREATE INDEX article_by_date ON article (date_from DESC, source_id DESC, position, publication_id, reading_state, id, date_to, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_by_import ON article (imported_at DESC, source_id DESC, position, publication_id, reading_state, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_by_publication ON article (publication_key, date_from DESC, source_id DESC, position, publication_id, reading_state, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_by_title ON article (title_key, source_id DESC, position, publication_id, reading_state, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_changed ON article (updated_at, id);

CREATE INDEX article_holding ON article (publication_id, date_from, date_to, page_label, reading_state, id, deleted_at)
  WHERE deleted_at IS NULL AND date_from IS NOT NULL;

CREATE INDEX article_noted ON article_text (id) WHERE notes <> '';

CREATE INDEX article_page_page ON article_page (page_id);

CREATE UNIQUE INDEX article_part_order ON article_part (article_id, span_start);

CREATE INDEX article_publication ON article (publication_id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_source ON article (source_id, position);

CREATE INDEX article_state ON article (reading_state, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX article_tag_tag ON article_tag (tag_id, article_id);

CREATE INDEX article_trash ON article (deleted_at DESC) WHERE deleted_at IS NOT NULL;

CREATE INDEX block_jump ON block (article_id, position) WHERE role = 'continuation_mark';

CREATE INDEX correction_article ON correction (article_id, at, id);

CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX page_image_hash ON page_image (sha256);

CREATE INDEX source_desk ON source (desk) WHERE desk = 'raw';

CREATE INDEX source_queue ON source (id, desk, desk_open, accepted_at, doubts)
  WHERE desk <> 'none' OR desk_open = 1 OR accepted_at IS NOT NULL;

CREATE TABLE annotation (
  id           TEXT PRIMARY KEY,
  short_id     TEXT NOT NULL UNIQUE,              -- last 50 bits of the id in base32: block ids of exports
  article_id   TEXT NOT NULL REFERENCES article (id),
  span_start   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL,
  exact        TEXT NOT NULL,
  prefix       TEXT NOT NULL,
  suffix       TEXT NOT NULL,
  colour       TEXT NOT NULL CHECK (colour IN ('fact', 'quote', 'question', 'contradiction', 'followup')),
  note         TEXT NOT NULL DEFAULT '',
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  state        TEXT NOT NULL DEFAULT 'exact' CHECK (state IN ('exact', 'moved', 'changed', 'orphan')),
  revision     INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER, kind TEXT NOT NULL DEFAULT 'highlight' CHECK (kind IN ('highlight', 'bookmark')),
  CHECK (span_start <= span_end)
) STRICT;

CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id        TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE archive_fact (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id               TEXT PRIMARY KEY,
  source_id        TEXT NOT NULL REFERENCES source (id),
  position         INTEGER NOT NULL,              -- order among the articles of its source
  title            TEXT NOT NULL,
  title_key        TEXT NOT NULL,                 -- sorts titles: pinyin order, made by sort-key.ts
  kicker           TEXT,
  subtitle         TEXT,
  byline           TEXT,
  kind             TEXT NOT NULL CHECK (kind IN ('main', 'sidebar', 'commentary', 'brief', 'continuation', 'editor_note', 'abstract')),
  parent_id        TEXT REFERENCES article (id) ON DELETE SET NULL,
  language         TEXT,
  url              TEXT,
  publication_id   TEXT REFERENCES publication (id),
  publication_key  TEXT NOT NULL,                 -- sorts by publication; the last character there is where there is none
  date_edtf        TEXT,
  date_printed     TEXT,
  date_inferred    INTEGER NOT NULL DEFAULT 0 CHECK (date_inferred IN (0, 1)),
  date_from        TEXT,
  date_to          TEXT,
  excerpt          TEXT NOT NULL DEFAULT '',
  characters       INTEGER NOT NULL,
  confidence       REAL NOT NULL DEFAULT 1,
  reading_state    TEXT NOT NULL DEFAULT 'unread' CHECK (reading_state IN ('unread', 'reading', 'read', 'archived')),
  reading_position INTEGER NOT NULL DEFAULT 0,
  revision         INTEGER NOT NULL DEFAULT 0,
  imported_at      INTEGER NOT NULL,
  updated_at       INTEGER NOT NULL,
  deleted_at       INTEGER                        -- tombstone: in the trash since
, edited_at INTEGER NOT NULL DEFAULT 0, page_label TEXT, section TEXT, evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence))) STRICT;

CREATE VIRTUAL TABLE article_index USING fts5(title, body, notes, content='', contentless_delete=1, tokenize='ascii', detail=full);

CREATE TABLE 'article_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'article_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'article_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'article_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE article_page (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  page_id    TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  part_order INTEGER NOT NULL,
  PRIMARY KEY (article_id, page_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_part (
  part_id    TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the whole, which is the article on the first page
  span_start INTEGER NOT NULL CHECK (span_start > 0), -- where its text begins in the body of the whole
  added      TEXT NOT NULL CHECK (json_valid(added)), -- [[tag, …], [page, …]] that the whole has from it
  joined_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article_tag (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag_id     TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_text (
  seq    INTEGER PRIMARY KEY,                     -- row of the full-text index; never leaves store/
  id     TEXT NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE,
  title  TEXT NOT NULL,
  body   TEXT NOT NULL,
  notes  TEXT NOT NULL DEFAULT '',                -- the article's note and the notes of its highlights, a blank line between two
  note   TEXT NOT NULL DEFAULT '',                -- the note on the whole article
  sha256 TEXT NOT NULL                            -- of title, body and notes, joined by U+0000
) STRICT;

CREATE TABLE block (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('title', 'subtitle', 'kicker', 'label', 'byline', 'dateline', 'subhead', 'paragraph', 'caption', 'photo_credit', 'continuation_mark', 'author_note', 'quotation', 'list_item', 'preformatted')),
  level      INTEGER,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  pieces     TEXT NOT NULL CHECK (json_valid(pieces)), -- [[start, end, as?], …] of the source
  open_end   INTEGER NOT NULL DEFAULT 0 CHECK (open_end IN (0, 1)),
  confidence REAL NOT NULL,
  evidence   TEXT NOT NULL CHECK (json_valid(evidence)), seams TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(seams)),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE desk_work (
  source_id  TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  steps      TEXT NOT NULL CHECK (json_valid(steps)),  -- [[command, …], …]: each step is undone as one
  undone     TEXT NOT NULL CHECK (json_valid(undone)), -- steps that can be done again, the last one first
  articles   INTEGER NOT NULL,                         -- how many the page has with these changes
  who        TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dropped (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  role      TEXT NOT NULL CHECK (role IN ('duplicate', 'noise')),
  pieces    TEXT NOT NULL CHECK (json_valid(pieces)),
  text      TEXT NOT NULL,
  evidence  TEXT NOT NULL CHECK (json_valid(evidence)), confidence REAL NOT NULL DEFAULT 1,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE index_stale (seq INTEGER PRIMARY KEY) STRICT;

CREATE TABLE indexed (
  seq    INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
  id              TEXT PRIMARY KEY,
  publication_id  TEXT NOT NULL REFERENCES publication (id),
  date_edtf       TEXT NOT NULL,
  date_printed    TEXT,
  date_from       TEXT NOT NULL,                  -- YYYY-MM-DD, the earliest day it can mean
  date_to         TEXT NOT NULL,
  edition         TEXT NOT NULL DEFAULT '',
  number          TEXT,
  UNIQUE (publication_id, date_edtf, edition)
) STRICT;

CREATE TABLE journal (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,             -- the change's id
  at            INTEGER NOT NULL,
  who           TEXT NOT NULL,
  action        TEXT NOT NULL,                    -- 'article.remove', 'annotation.create', 'undo' …
  payload       TEXT NOT NULL CHECK (json_valid(payload)), -- what is needed to undo it, and to do it again
  undoes        TEXT REFERENCES journal (id),     -- the change that this one takes back (or does again)
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL UNIQUE              -- SHA-256 over previous_hash, id, at, who, action, payload, undoes
) STRICT;

CREATE TABLE operations (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  list      TEXT NOT NULL CHECK (json_valid(list)) -- [[kind, start, end, text, as?], …]
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  id        TEXT PRIMARY KEY,
  issue_id  TEXT NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
  label     TEXT NOT NULL,                        -- as printed: 'A4', '1'
  sequence  INTEGER NOT NULL,
  source_id TEXT REFERENCES source (id),
  UNIQUE (issue_id, label)
) STRICT;

CREATE TABLE page_image (
  source_id  TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  page       INTEGER NOT NULL CHECK (page >= 0),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width      INTEGER NOT NULL CHECK (width > 0),
  height     INTEGER NOT NULL CHECK (height > 0),
  bytes      INTEGER NOT NULL CHECK (bytes > 0),
  PRIMARY KEY (source_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  pages     TEXT NOT NULL CHECK (json_valid(pages))
) STRICT;

CREATE TABLE publication (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  issn       TEXT,
  cn         TEXT
) STRICT;

CREATE TABLE saved_search (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen       BLOB NOT NULL                        -- ascending, of each article found the last six bytes of its id
) STRICT;

CREATE TABLE search_change (
  n   INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE search_history (
  text TEXT PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id               TEXT PRIMARY KEY,
  sha256           TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  name             TEXT NOT NULL,                 -- file name without its folders
  path             TEXT NOT NULL,                 -- as it was given, relative to what was chosen
  url              TEXT,
  media_type       TEXT NOT NULL,
  encoding         TEXT NOT NULL,                 -- WHATWG label, e.g. utf-8, gb18030, big5
  byte_order_mark  INTEGER NOT NULL CHECK (byte_order_mark IN (0, 1)),
  line_ends        TEXT NOT NULL CHECK (line_ends IN ('lf', 'crlf', 'cr', 'mixed', 'none')),
  lossless         INTEGER NOT NULL CHECK (lossless IN (0, 1)), -- encoding the decoded text again gives the file
  bytes            INTEGER NOT NULL CHECK (bytes >= 0),
  characters       INTEGER NOT NULL CHECK (characters >= 0), -- UTF-16 units of the decoded text
  text_sha256      TEXT NOT NULL,                 -- of the decoded text as UTF-8
  text_of          TEXT NOT NULL CHECK (text_of IN ('file', 'extract')), -- offsets count in the decoded file, or in what an importer took out of it
  importer         TEXT NOT NULL,                 -- 'text 1', 'html 1': name and version
  imported_at      INTEGER NOT NULL,              -- UTC milliseconds
  desk             TEXT NOT NULL CHECK (desk IN ('none', 'raw', 'separated', 'failed')),
  desk_version     TEXT
, doubts INTEGER NOT NULL DEFAULT 0, desk_revision INTEGER NOT NULL DEFAULT 0, desk_open INTEGER NOT NULL DEFAULT 0 CHECK (desk_open IN (0, 1)), accepted_by TEXT, accepted_at INTEGER) STRICT;

CREATE TABLE tag (
  id          TEXT PRIMARY KEY,
  path        TEXT NOT NULL UNIQUE,
  colour      TEXT,
  description TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE template (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  profile TEXT NOT NULL,
  source  TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE title_index USING fts5(title, content='', contentless_delete=1, tokenize='ascii', detail=full);

CREATE TABLE 'title_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'title_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'title_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'title_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TRIGGER article_text_deleted AFTER DELETE ON article_text BEGIN
  INSERT INTO index_stale SELECT old.seq WHERE NOT EXISTS (SELECT 1 FROM index_stale WHERE seq = old.seq);
END;

CREATE TRIGGER article_text_inserted AFTER INSERT ON article_text BEGIN
  INSERT INTO index_stale SELECT new.seq WHERE NOT EXISTS (SELECT 1 FROM index_stale WHERE seq = new.seq);
END;

CREATE TRIGGER article_text_updated AFTER UPDATE OF title, body, notes ON article_text BEGIN
  INSERT INTO index_stale SELECT new.seq WHERE NOT EXISTS (SELECT 1 FROM index_stale WHERE seq = new.seq);
END;

CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER search_article_updated
AFTER UPDATE OF publication_id, byline, date_from, date_to, kind, reading_state, deleted_at ON article
WHEN old.publication_id IS NOT new.publication_id OR old.byline IS NOT new.byline OR old.date_from IS NOT new.date_from
  OR old.date_to IS NOT new.date_to OR old.kind <> new.kind OR old.reading_state <> new.reading_state
  OR (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = new.id;
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

CREATE TRIGGER search_tag_added AFTER INSERT ON article_tag BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = new.article_id;
END;

CREATE TRIGGER search_tag_removed AFTER DELETE ON article_tag BEGIN
  INSERT INTO search_change (seq) SELECT seq FROM article_text WHERE id = old.article_id;
END;

CREATE TRIGGER search_text_deleted AFTER DELETE ON article_text BEGIN
  INSERT INTO search_change (seq) VALUES (old.seq);
END;

CREATE TRIGGER search_text_inserted AFTER INSERT ON article_text BEGIN
  INSERT INTO search_change (seq) VALUES (new.seq);
END;

CREATE TRIGGER search_text_noted AFTER UPDATE OF notes ON article_text WHEN (old.notes = '') <> (new.notes = '') BEGIN
  INSERT INTO search_change (seq) VALUES (new.seq);
END;
