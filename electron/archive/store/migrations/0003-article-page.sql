-- The page of the paper and its section, as printed: '1', 'A04', '要闻'. They stand with the article, like its paper and its
-- date, because a page may be known where the issue is not.
ALTER TABLE article ADD COLUMN page_label TEXT;
ALTER TABLE article ADD COLUMN section TEXT;
UPDATE article SET page_label = (SELECT p.label FROM article_page l JOIN page p ON p.id = l.page_id
  WHERE l.article_id = article.id ORDER BY p.sequence, p.id LIMIT 1);
