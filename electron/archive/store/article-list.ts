import type { ArticleFilter, ArticleSort } from '#contract/articles.ts';
import { NOT_A_PART } from './parts.ts';
import type { Sql } from './sql.ts';
import { where } from './sql.ts';

/** The index that holds each order; the columns behind the order answer the filters without reading a row. */
const ORDERS: Readonly<Record<ArticleSort, { readonly index: string; readonly by: string }>> = {
  imported: { index: 'article_by_import', by: 'imported_at DESC' },
  date: { index: 'article_by_date', by: 'date_from DESC' },
  title: { index: 'article_by_title', by: 'title_key' },
  publication: { index: 'article_by_publication', by: 'publication_key, date_from DESC' },
};

/** The ids of one page of the library. Exported so that a test can hold it to the index it is meant to use. */
export function listQuery(filter: ArticleFilter, sort: ArticleSort, page?: { limit: number; offset: number }): Sql {
  const order = ORDERS[sort];
  const conditions = where(filterConditions(filter));
  if (filter.days && !filter.trash) return issueQuery(conditions, sort, page);
  // A source has few articles and the trash is small: both are sorted on the spot.
  const indexed = filter.trash || filter.source ? '' : ` INDEXED BY ${order.index}`;
  return {
    text: `SELECT id FROM article${indexed}${conditions.text} ORDER BY ${order.by}, source_id DESC, position${page ? ' LIMIT ? OFFSET ?' : ''}`,
    values: page ? [...conditions.values, page.limit, page.offset] : conditions.values,
  };
}

/** An issue is read page by page, 2 before 10; what has no page follows. It has few articles: they are sorted on the spot. */
function issueQuery(conditions: Sql, sort: ArticleSort, page?: { limit: number; offset: number }): Sql {
  const by = sort === 'title' ? ORDERS.title.by : 'page_label IS NULL, length(page_label), page_label';
  return {
    text: `SELECT id FROM article INDEXED BY article_holding${conditions.text} ORDER BY ${by}, source_id, position${page ? ' LIMIT ? OFFSET ?' : ''}`,
    values: page ? [...conditions.values, page.limit, page.offset] : conditions.values,
  };
}

/** How many articles a filter lets through. */
export function countQuery(filter: ArticleFilter): Sql {
  const conditions = where(filterConditions(filter));
  return { text: `SELECT count(*) AS n FROM article${conditions.text}`, values: conditions.values };
}

function filterConditions(filter: ArticleFilter): Sql[] {
  const conditions: Sql[] = [
    { text: filter.trash ? `deleted_at IS NOT NULL AND ${NOT_A_PART}` : 'deleted_at IS NULL', values: [] },
  ];
  if (filter.source !== undefined) conditions.push({ text: 'source_id = ?', values: [filter.source] });
  if (filter.readingState !== undefined) conditions.push({ text: 'reading_state = ?', values: [filter.readingState] });
  if (filter.publication === null) conditions.push({ text: 'publication_id IS NULL', values: [] });
  else if (filter.publication !== undefined)
    conditions.push({
      text: 'publication_id = (SELECT id FROM publication WHERE name = ?)',
      values: [filter.publication],
    });
  if (filter.days)
    conditions.push({ text: 'date_from = ? AND date_to = ?', values: [filter.days.from, filter.days.to] });
  if (filter.page !== undefined) conditions.push({ text: 'page_label = ?', values: [filter.page] });
  if (filter.hasHighlight !== undefined)
    conditions.push({
      text: `id ${filter.hasHighlight ? 'IN' : 'NOT IN'} (SELECT article_id FROM annotation WHERE deleted_at IS NULL)`,
      values: [],
    });
  // A tag's descendants begin with its path and a slash; `0` is the character after it.
  if (filter.tag !== undefined)
    conditions.push({
      text: `id IN (SELECT article_id FROM article_tag WHERE tag_id IN
        (SELECT id FROM tag WHERE path = ? UNION ALL SELECT id FROM tag WHERE path > ? AND path < ?))`,
      values: [filter.tag, `${filter.tag}/`, `${filter.tag}0`],
    });
  return conditions;
}
