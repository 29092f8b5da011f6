-- What a person writes the bodies of exported files with. The profile says what the rest of such a file is.
CREATE TABLE template (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  profile TEXT NOT NULL,
  source  TEXT NOT NULL
) STRICT;
