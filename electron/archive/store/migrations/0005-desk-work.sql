-- What the desk says of its own certainty, as JSON: [{at, confidence, evidence}, …] and [reason, …].
ALTER TABLE block ADD COLUMN seams TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(seams));
ALTER TABLE article ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence));
ALTER TABLE dropped ADD COLUMN confidence REAL NOT NULL DEFAULT 1;

-- A page at the desk. Its doubts are counted whenever what it is made of changes, so that a queue reads no derivation.
ALTER TABLE source ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN desk_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN desk_open INTEGER NOT NULL DEFAULT 0 CHECK (desk_open IN (0, 1)); -- changes wait in desk_work
ALTER TABLE source ADD COLUMN accepted_by TEXT;
ALTER TABLE source ADD COLUMN accepted_at INTEGER;
-- The queue, in the order in which pages came: state and doubts of each are read from the index alone.
CREATE INDEX source_queue ON source (id, desk, desk_open, accepted_at, doubts)
  WHERE desk <> 'none' OR desk_open = 1 OR accepted_at IS NOT NULL;

-- What a person did to a page and has not accepted yet.
CREATE TABLE desk_work (
  source_id  TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  steps      TEXT NOT NULL CHECK (json_valid(steps)),  -- [[command, …], …]: each step is undone as one
  undone     TEXT NOT NULL CHECK (json_valid(undone)), -- steps that can be done again, the last one first
  articles   INTEGER NOT NULL,                         -- how many the page has with these changes
  who        TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
