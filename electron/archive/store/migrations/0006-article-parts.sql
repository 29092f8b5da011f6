-- An article that goes on on another page. The article that stands there keeps its row, its blocks and its text, so that
-- every character stays with its own source and taking the whole apart is exact; it is out of the library meanwhile.
CREATE TABLE article_part (
  part_id    TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the whole, which is the article on the first page
  span_start INTEGER NOT NULL CHECK (span_start > 0), -- where its text begins in the body of the whole
  added      TEXT NOT NULL CHECK (json_valid(added)), -- [[tag, …], [page, …]] that the whole has from it
  joined_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX article_part_order ON article_part (article_id, span_start);
CREATE INDEX block_jump ON block (article_id, position) WHERE role = 'continuation_mark';
