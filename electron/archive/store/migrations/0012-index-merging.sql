-- An edit adds a small part to each index; a part in four was merged there and then, which made one edit in twenty slow.
-- Now parts are merged while nobody writes, and within an import when sixteen have come together.
INSERT INTO article_index (article_index, rank) VALUES ('automerge', 16);
INSERT INTO title_index (title_index, rank) VALUES ('automerge', 16);
-- Where as many come together before those sixteen were merged, they are merged at once.
INSERT INTO article_index (article_index, rank) VALUES ('crisismerge', 64);
INSERT INTO title_index (title_index, rank) VALUES ('crisismerge', 64);
