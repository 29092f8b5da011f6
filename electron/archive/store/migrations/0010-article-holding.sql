-- What the archive holds of each paper, day by day and page by page: the calendar is answered by this index alone.
CREATE INDEX article_holding ON article (publication_id, date_from, date_to, page_label, reading_state, id, deleted_at)
  WHERE deleted_at IS NULL AND date_from IS NOT NULL;
