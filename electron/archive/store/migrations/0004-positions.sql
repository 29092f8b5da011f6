-- Where the text of a source stands on its printed pages: [[width, height, unit, [[start, end, x, y, w, h, kind], …]], …],
-- kind 0 a block, 1 a line, 2 a word; ranges count in the decoded source. Made once, with the text.
CREATE TABLE positions (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  pages     TEXT NOT NULL CHECK (json_valid(pages))
) STRICT;
-- The picture of a page, kept among the originals by its hash. It covers the page from edge to edge.
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
CREATE INDEX page_image_hash ON page_image (sha256);
