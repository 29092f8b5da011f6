import type {
  Article,
  ArticleFilter,
  ArticleSort,
  ArticleSummary,
  Block,
  PrintedDate,
  ReadingState,
  TagRef,
} from '#contract/articles.ts';
import type { ArticleKind } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { countQuery, listQuery } from './article-list.ts';
import { blockReads } from './blocks.ts';
import type { ReadDb } from './database.ts';
import { NOT_A_PART, partReads } from './parts.ts';
import type { DeskState } from './sources.ts';

export interface SummaryRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly kicker: string | null;
  readonly kind: ArticleKind;
  readonly byline: string | null;
  readonly publication: string | null;
  readonly date_edtf: string | null;
  readonly date_printed: string | null;
  readonly date_inferred: 0 | 1;
  readonly page_label: string | null;
  readonly section: string | null;
  readonly source_name: string;
  readonly source_id: SourceId;
  readonly excerpt: string;
  readonly characters: number;
  readonly reading_state: ReadingState;
  readonly highlights: number;
  readonly desk: DeskState;
  readonly imported_at: number;
  readonly deleted_at: number | null;
}

interface ArticleRow extends SummaryRow {
  readonly subtitle: string | null;
  readonly parent_id: ArticleId | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly reading_position: number;
  readonly edited_at: number;
  readonly revision: number;
  readonly source_sha256: string;
  readonly body: string;
  readonly note: string;
}

const SUMMARY = `a.id, a.title, a.kicker, a.kind, a.byline, p.name AS publication, a.date_edtf, a.date_printed,
  a.date_inferred, a.page_label, a.section, s.name AS source_name, a.source_id, a.excerpt, a.characters, a.reading_state,
  (SELECT count(*) FROM annotation n WHERE n.article_id = a.id AND n.deleted_at IS NULL) AS highlights,
  s.desk, a.imported_at, a.deleted_at`;
const JOINS = 'JOIN source s ON s.id = a.source_id LEFT JOIN publication p ON p.id = a.publication_id';

/** Exported for the test of its plan. Ids come as a JSON array. */
export const SUMMARIES_SQL = `SELECT ${SUMMARY} FROM json_each(?) k CROSS JOIN article a ON a.id = k.value ${JOINS}`;

/** Exported for the test of its plan. */
export const CHANGED_SQL = `SELECT a.id, a.title, a.byline, p.name AS publication, a.updated_at, a.deleted_at
  FROM article a LEFT JOIN publication p ON p.id = a.publication_id
  WHERE a.updated_at >= ? AND (a.updated_at, a.id) > (?, ?) ORDER BY a.updated_at, a.id LIMIT ?`;

interface ChangedRow extends Pick<SummaryRow, 'id' | 'title' | 'byline' | 'publication' | 'deleted_at'> {
  readonly updated_at: number;
}

export function articleReads(db: ReadDb) {
  const summaries = db.prepare<[string], SummaryRow>(SUMMARIES_SQL);
  const byId = db.prepare<[ArticleId], ArticleRow>(`
    SELECT ${SUMMARY}, a.subtitle, a.parent_id, a.language, a.url, a.reading_position, a.edited_at, a.revision,
      s.sha256 AS source_sha256, t.body, t.note
    FROM article a ${JOINS} JOIN article_text t ON t.id = a.id WHERE a.id = ?`);
  const tagsOf = db.prepare<[string], TagRef & { readonly article_id: ArticleId }>(`
    SELECT l.article_id, t.id, t.path, t.colour FROM json_each(?) k
    CROSS JOIN article_tag l ON l.article_id = k.value JOIN tag t ON t.id = l.tag_id ORDER BY t.path`);
  const ofSource = db.prepare<[SourceId], { id: ArticleId }>(
    'SELECT id FROM article WHERE source_id = ? ORDER BY position',
  );
  const exists = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM json_each(?) k CROSS JOIN article a ON a.id = k.value',
  );
  const places = db.prepare<[], { all_: number; highlighted: number; trash: number }>(`
    SELECT (SELECT count(*) FROM article WHERE deleted_at IS NULL) AS all_,
      (SELECT count(*) FROM (SELECT DISTINCT article_id AS id FROM annotation WHERE deleted_at IS NULL) h
        CROSS JOIN article a ON a.id = h.id WHERE a.deleted_at IS NULL) AS highlighted,
      (SELECT count(*) FROM article WHERE deleted_at IS NOT NULL AND ${NOT_A_PART}) AS trash`);
  const byState = db.prepare<[], { reading_state: ReadingState; n: number }>(
    'SELECT reading_state, count(*) AS n FROM article INDEXED BY article_state WHERE deleted_at IS NULL GROUP BY reading_state',
  );
  const changed = db.prepare<[number, number, string, number], ChangedRow>(CHANGED_SQL);
  const blocks = blockReads(db);
  const parts = partReads(db);

  function tagMap(ids: string): Map<ArticleId, TagRef[]> {
    const map = new Map<ArticleId, TagRef[]>();
    for (const { article_id, ...tag } of tagsOf.all(ids)) {
      const list = map.get(article_id);
      if (list) list.push(tag);
      else map.set(article_id, [tag]);
    }
    return map;
  }

  function readOwn(id: ArticleId) {
    const row = byId.get(id);
    if (!row) return undefined;
    const tags = tagMap(JSON.stringify([id])).get(id) ?? [];
    return { ...toSummary(row, tags), ...toArticleRest(row), blocks: blocks.ofArticle(id) };
  }

  return {
    /** One page of the library and how many rows the whole list has. */
    list(filter: ArticleFilter, sort: ArticleSort, page: { limit: number; offset: number }) {
      const query = listQuery(filter, sort, page);
      const rows = db.prepare<unknown[], { id: ArticleId }>(query.text).all(...query.values);
      const count = countQuery(filter);
      const total = db.prepare<unknown[], { n: number }>(count.text).get(...count.values)?.n ?? 0;
      return { items: this.summaries(rows.map((row) => row.id)), total };
    },
    /** Every id of a list in its order. */
    ids(filter: ArticleFilter, sort: ArticleSort): ArticleId[] {
      const query = listQuery(filter, sort);
      return db
        .prepare<unknown[], ArticleId>(query.text)
        .pluck()
        .all(...query.values);
    },
    /** In the order of the ids; ids that no article has are left out. */
    summaries(ids: readonly ArticleId[]): ArticleSummary[] {
      const json = JSON.stringify(ids);
      const rows = new Map(summaries.all(json).map((row) => [row.id, row]));
      const tags = tagMap(json);
      return ids.flatMap((id) => {
        const row = rows.get(id);
        return row ? [toSummary(row, tags.get(id) ?? [])] : [];
      });
    },
    /** With what it goes on with on other pages. */
    find(id: ArticleId): Article | undefined {
      const own = readOwn(id);
      if (!own) return undefined;
      const further = parts.ofArticle(id);
      const rest = further.flatMap(({ article, start }) => shifted(blocks.ofArticle(article), start));
      return { ...own, blocks: [...own.blocks, ...rest], parts: further, partOf: parts.wholeOf(id) ?? null };
    },
    /** As it stands on its own page: text and blocks of one source, whatever it was joined with. */
    findOnPage(id: ArticleId): Article | undefined {
      const own = readOwn(id);
      return (
        own && {
          ...own,
          body: own.body.slice(0, own.blocks.at(-1)?.span.end ?? own.body.length),
          parts: [],
          partOf: parts.wholeOf(id) ?? null,
        }
      );
    },
    /** How many of these ids are articles, in the trash or not. */
    countExisting(ids: readonly ArticleId[]): number {
      return exists.get(JSON.stringify([...new Set(ids)]))?.n ?? 0;
    },
    /** In the order of the page. */
    ofSource(id: SourceId): ArticleId[] {
      return ofSource.all(id).map((row) => row.id);
    },
    /** The next articles after that moment and id, in the order in which they changed. */
    changedAfter(at: number, id: string, limit: number) {
      return changed.all(at, at, id, limit).map(({ updated_at, deleted_at, ...row }) => ({
        ...row,
        updatedAt: updated_at,
        deletedAt: deleted_at,
      }));
    },
    placeCounts(): Record<ReadingState | 'all' | 'highlighted' | 'trash', number> {
      const { all_ = 0, highlighted = 0, trash = 0 } = places.get() ?? {};
      const states = { unread: 0, reading: 0, read: 0, archived: 0 };
      for (const { reading_state, n } of byState.all()) states[reading_state] = n;
      return { all: all_, ...states, highlighted, trash };
    },
  };
}

function toSummary(row: SummaryRow, tags: TagRef[]): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    kicker: row.kicker,
    kind: row.kind,
    byline: row.byline,
    publication: row.publication,
    date: toDate(row),
    page: row.page_label,
    section: row.section,
    source: row.source_name,
    sourceId: row.source_id,
    excerpt: row.excerpt,
    characters: row.characters,
    readingState: row.reading_state,
    highlights: row.highlights,
    tags,
    // A page that the desk could not separate is still raw: the next version of the desk may.
    desk: row.desk === 'failed' ? 'raw' : row.desk,
    importedAt: row.imported_at,
    deletedAt: row.deleted_at,
  };
}

/** Blocks of a part, where they stand in the whole. */
function shifted(list: readonly Block[], by: number): Block[] {
  return list.map((block) => ({ ...block, span: { start: block.span.start + by, end: block.span.end + by } }));
}

function toArticleRest(row: ArticleRow) {
  return {
    subtitle: row.subtitle,
    parent: row.parent_id,
    language: row.language,
    url: row.url,
    body: row.body,
    note: row.note,
    readingPosition: row.reading_position,
    sourceSha256: row.source_sha256,
    editedAt: row.edited_at,
    revision: row.revision,
  };
}

export function toDate(row: Pick<SummaryRow, 'date_edtf' | 'date_printed' | 'date_inferred'>): PrintedDate | null {
  if (row.date_edtf === null) return null;
  return { edtf: row.date_edtf, printed: row.date_printed, inferred: row.date_inferred === 1 };
}
