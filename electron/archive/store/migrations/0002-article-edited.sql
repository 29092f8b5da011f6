-- When a person, the desk or an import last changed what stands in an article: text, head, tags, note, highlights. An
-- export says it; reading states and the trash are no part of it, so that reading rewrites no file.
ALTER TABLE article ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;
UPDATE article SET edited_at = max(imported_at, coalesce(
  (SELECT max(updated_at) FROM annotation n WHERE n.article_id = article.id AND n.deleted_at IS NULL AND n.confidential = 0), 0));
