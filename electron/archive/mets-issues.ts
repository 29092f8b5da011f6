import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { MADE_UP_GEOMETRY } from './exchange/alto.ts';
import type { ReadDb } from './store/database.ts';
import { pageDerivationReads } from './store/page-derivations.ts';
import { positionReads } from './store/positions.ts';
import { sourceReads } from './store/sources.ts';

/** Pages of one paper and day, in their order. */
export interface Issue {
  readonly publication: string;
  readonly date: string;
  readonly pages: readonly { readonly source: SourceId; readonly label: string; readonly language: string | null }[];
}

interface PageRow {
  readonly id: SourceId;
  readonly publication: string | null;
  readonly date: string | null;
  readonly label: string | null;
  readonly language: string | null;
  readonly is_page: 0 | 1;
}

/** What was printed on a page: the desk knows it, or the file says where its text stands, or its page has a name. */
const PAGES_SQL = `
  SELECT s.id, p.name AS publication, a.date_edtf AS date, a.page_label AS label, a.language,
    s.desk <> 'none' OR a.page_label IS NOT NULL OR EXISTS (SELECT 1 FROM positions WHERE source_id = s.id) AS is_page
  FROM source s JOIN article a ON a.source_id = s.id
    AND a.position = (SELECT min(position) FROM article WHERE source_id = s.id)
  LEFT JOIN publication p ON p.id = a.publication_id
  WHERE (@all OR s.id IN (SELECT source_id FROM article WHERE id IN (SELECT value FROM json_each(@ids) UNION
      SELECT part_id FROM article_part WHERE article_id IN (SELECT value FROM json_each(@ids)))))
    AND EXISTS (SELECT 1 FROM article WHERE source_id = s.id AND
      (deleted_at IS NULL OR id IN (SELECT part_id FROM article_part)))
  ORDER BY s.id`;

/** `left`: files that are no pages. */
export function issuesOf(db: ReadDb, ids: readonly ArticleId[] | null): { issues: Issue[]; left: number } {
  const rows = db
    .prepare<[Record<string, unknown>], PageRow>(PAGES_SQL)
    .all({ all: ids === null ? 1 : 0, ids: JSON.stringify(ids ?? []) });
  const pages = rows.filter((row) => row.is_page === 1);
  const groups = Map.groupBy(pages, ({ publication, date }) => JSON.stringify([publication ?? '', date ?? '']));
  const order = new Intl.Collator('zh', { numeric: true });
  const issues = [...groups].map(([key, own]): Issue => {
    const [publication = '', date = ''] = JSON.parse(key) as string[];
    const sorted = own.toSorted((one, other) => order.compare(one.label ?? '', other.label ?? ''));
    return {
      publication,
      date,
      pages: sorted.map(({ id, label, language }) => ({ source: id, label: label ?? '', language })),
    };
  });
  return { issues, left: rows.length - pages.length };
}

export type PageReads = ReturnType<typeof openPageReads>;

export function openPageReads(db: ReadDb) {
  const sources = sourceReads(db);
  const derivations = pageDerivationReads(db);
  const positions = positionReads(db);
  const parts = db
    .prepare<[ArticleId], ArticleId>('SELECT part_id FROM article_part WHERE article_id = ? ORDER BY span_start')
    .pluck();
  const seen = db
    .prepare<[SourceId], ArticleId>(
      `SELECT id FROM article WHERE source_id = ? AND
        (deleted_at IS NULL OR id IN (SELECT part_id FROM article_part))`,
    )
    .pluck();
  return {
    source(id: SourceId) {
      const source = sources.find(id);
      if (!source) throw new Error('a source that is gone');
      return source;
    },
    /** Without what is in the trash. */
    derivation(id: SourceId): Derivation {
      const derivation = derivations.derivation(id);
      const there = new Set<string>(seen.all(id));
      return { ...derivation, articles: derivation.articles.filter((article) => there.has(article.id)) };
    },
    positions: (id: SourceId) => positions.find(id),
    image: (id: SourceId, page: number) => positions.image(id, page),
    partsOf: (id: ArticleId) => parts.all(id),
  };
}

/** Said in the header of each issue. */
export function notesOf(isMadeUp: boolean): string[] {
  return [
    'Each article is one division of the logical structure; the text is the corrected one, in reading order.',
    ...(isMadeUp ? [`Some pages: ${MADE_UP_GEOMETRY}`] : []),
  ];
}
