import type {
  AnchorState,
  AnnotationFilter,
  AnnotationKind,
  AnnotationSort,
  HighlightColour,
  ListedAnnotation,
} from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { type AnnotationRow, annotationColumns, toAnnotation } from './annotations.ts';
import { toDate } from './articles.ts';
import type { ReadDb } from './database.ts';
import { shortId } from './ids.ts';
import { type Sql, where } from './sql.ts';

/** What is listed: the filter as it is asked for, with each sought word as a GLOB pattern. */
export interface AnnotationSelection extends Omit<AnnotationFilter, 'text'> {
  readonly patterns?: readonly string[];
}

interface ListedRow extends AnnotationRow {
  readonly article_title: string;
  readonly publication: string | null;
  readonly date_edtf: string | null;
  readonly date_printed: string | null;
  readonly date_inferred: 0 | 1;
  readonly page_label: string | null;
}

/** The trash is small: its articles are looked up once, not one for each highlight. */
const SHOWN = `n.deleted_at IS NULL AND n.article_id NOT IN (SELECT id FROM article WHERE deleted_at IS NOT NULL)`;

const BY_ARTICLE: Readonly<Record<Exclude<AnnotationSort, 'made'>, { readonly index: string; readonly by: string }>> = {
  article: { index: 'article_by_title', by: 'a.title_key' },
  printed: { index: 'article_by_date', by: 'a.date_from DESC' },
};

/** Exported for the test of their plans. */
export const ANNOTATION_COUNTS_SQL = `SELECT n.kind, n.colour, n.state, count(*) AS n
  FROM annotation n INDEXED BY annotation_made WHERE ${SHOWN} GROUP BY n.kind, n.colour, n.state`;

export const LINKING_SQL = `SELECT n.id FROM annotation n INDEXED BY annotation_linking
  WHERE instr(n.note, 'jianbao://') > 0 AND (instr(n.note, ?) > 0 OR instr(n.note, ?) > 0) AND ${SHOWN}`;

export const LISTED_ANNOTATIONS_SQL = listedSql('substr(%, 1, 600)');

function listedSql(cut: string): string {
  return `SELECT ${annotationColumns(cut)}, a.title AS article_title, p.name AS publication, a.date_edtf, a.date_printed,
      a.date_inferred, a.page_label
    FROM json_each(?) k CROSS JOIN annotation n ON n.id = k.value JOIN article a ON a.id = n.article_id
    LEFT JOIN publication p ON p.id = a.publication_id WHERE n.deleted_at IS NULL`;
}

/** Ids of the list, in its order. Exported so that a test can hold it to the index it is meant to use. */
export function annotationListQuery(
  selection: AnnotationSelection,
  sort: AnnotationSort,
  page?: { readonly limit: number; readonly offset: number },
): Sql {
  const { text, values } = selected(selection);
  const limits = page ? { text: ' LIMIT ? OFFSET ?', values: [page.limit, page.offset] } : { text: '', values: [] };
  const order = sort === 'made' || selection.article !== undefined ? undefined : BY_ARTICLE[sort];
  if (!order) {
    const by = sort === 'made' ? 'n.created_at DESC, n.id DESC' : 'n.span_start, n.id';
    return {
      text: `SELECT n.id FROM annotation n INDEXED BY ${indexFor(selection)}${text} ORDER BY ${by}${limits.text}`,
      values: [...values, ...limits.values],
    };
  }
  return {
    text: `SELECT n.id FROM article a INDEXED BY ${order.index}
      CROSS JOIN annotation n INDEXED BY annotation_article ON n.article_id = a.id${text} AND a.deleted_at IS NULL
      ORDER BY ${order.by}, a.source_id DESC, a.position, n.span_start, n.id${limits.text}`,
    values: [...values, ...limits.values],
  };
}

export function annotationCountQuery(selection: AnnotationSelection): Sql {
  const { text, values } = selected(selection);
  return { text: `SELECT count(*) AS n FROM annotation n INDEXED BY ${indexFor(selection)}${text}`, values };
}

function indexFor({ article }: AnnotationSelection): string {
  return article === undefined ? 'annotation_made' : 'annotation_article';
}

function selected({ kind, colour, state, tag, article, from, before, patterns = [] }: AnnotationSelection): Sql {
  const conditions: Sql[] = [{ text: SHOWN, values: [] }];
  const add = (text: string, ...values: Sql['values']) => conditions.push({ text, values });
  if (article !== undefined) add('n.article_id = ?', article);
  if (kind !== undefined) add('n.kind = ?', kind);
  if (colour !== undefined) add("n.kind = 'highlight' AND n.colour = ?", colour);
  if (state !== undefined) add('n.state = ?', state);
  if (from !== undefined) add('n.created_at >= ?', from);
  if (before !== undefined) add('n.created_at < ?', before);
  // A tag's descendants begin with its path and a slash; `0` is the character after it.
  if (tag !== undefined)
    add(
      `n.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id IN
        (SELECT id FROM tag WHERE path = ? UNION ALL SELECT id FROM tag WHERE path > ? AND path < ?))`,
      tag,
      `${tag}/`,
      `${tag}0`,
    );
  for (const pattern of patterns) add('(n.exact GLOB ? OR n.note GLOB ?)', pattern, pattern);
  return where(conditions);
}

/** Every highlight of the archive in one list, however many there are. */
export function annotationListReads(db: ReadDb) {
  const rows = db.prepare<[string], ListedRow>(LISTED_ANNOTATIONS_SQL);
  const whole = db.prepare<[string], ListedRow>(listedSql('%'));
  const articles = db.prepare<[string], { article_id: ArticleId }>(
    'SELECT DISTINCT n.article_id FROM json_each(?) k CROSS JOIN annotation n ON n.id = k.value',
  );
  const linking = db.prepare<[string, string], { id: AnnotationId }>(LINKING_SQL);
  const counts = db.prepare<[], { kind: AnnotationKind; colour: HighlightColour; state: AnchorState; n: number }>(
    ANNOTATION_COUNTS_SQL,
  );
  function ids(query: Sql): AnnotationId[] {
    return db
      .prepare<unknown[], AnnotationId>(query.text)
      .pluck()
      .all(...query.values);
  }
  return {
    list(selection: AnnotationSelection, sort: AnnotationSort, page: { limit: number; offset: number }) {
      const shown = ids(annotationListQuery(selection, sort, page));
      const found = new Map(rows.all(JSON.stringify(shown)).map((row) => [row.id, toListed(row)]));
      const count = annotationCountQuery(selection);
      return {
        items: shown.flatMap((id) => found.get(id) ?? []),
        total: db.prepare<unknown[], { n: number }>(count.text).get(...count.values)?.n ?? 0,
      };
    },
    ids(selection: AnnotationSelection, sort: AnnotationSort): AnnotationId[] {
      return ids(annotationListQuery(selection, sort));
    },
    /** The articles that they stand in, each once. */
    articles(of: readonly AnnotationId[]): ArticleId[] {
      return articles.all(JSON.stringify(of)).map((row) => row.article_id);
    },
    find(id: AnnotationId): ListedAnnotation | undefined {
      const row = whole.get(JSON.stringify([id]));
      return row && toListed(row);
    },
    /** A note may name it by its short id or by its whole one. */
    linkingTo(id: AnnotationId): ListedAnnotation[] {
      const ids = linking.all(`highlight/${shortId(id)}`, `highlight/${id}`).map((row) => row.id);
      return rows.all(JSON.stringify(ids)).map(toListed);
    },
    counts() {
      const colours = { fact: 0, quote: 0, question: 0, contradiction: 0, followup: 0 };
      const states = { exact: 0, moved: 0, changed: 0, orphan: 0 };
      let [all, bookmarks] = [0, 0];
      for (const { kind, colour, state, n } of counts.all()) {
        if (kind === 'bookmark') bookmarks += n;
        else colours[colour] += n;
        states[state] += n;
        all += n;
      }
      return { all, bookmarks, colours, states };
    },
  };
}

function toListed(row: ListedRow): ListedAnnotation {
  return {
    ...toAnnotation(row),
    articleTitle: row.article_title,
    publication: row.publication,
    date: toDate(row),
    page: row.page_label,
  };
}
