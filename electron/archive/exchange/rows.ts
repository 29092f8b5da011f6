import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Cell } from '#contract/csv.ts';

/** What one cell holds; of several things a table shows them in one, JSON as a list. */
export type Value = Cell | null | readonly string[];
export type Row<Column extends string = string> = Readonly<Record<Column, Value>>;

/** `article_id` is what Markdown files and `jianbao://` links have; the text of an article is in JSON alone. */
export const ARTICLE_COLUMNS = [
  'uuid',
  'article_id',
  'publication',
  'issue_date',
  'date_printed',
  'page',
  'section',
  'title',
  'kicker',
  'subtitle',
  'byline',
  'kind',
  'language',
  'url',
  'tags',
  'reading_state',
  'highlights',
  'characters',
  'note',
  'source',
  'source_sha256',
  'created',
  'modified',
] as const;

export const MARK_COLUMNS = [
  'uuid',
  'article_id',
  'publication',
  'issue_date',
  'page',
  'title',
  'quote',
  'start',
  'end',
  'colour',
  'tags',
  'note',
  'status',
  'created',
  'modified',
] as const;

export interface ArticleFacts {
  readonly article: Article;
  readonly shortId: string;
  /** Those that are written, which confidential ones need not be. */
  readonly highlights: number;
}

export function articleRow({ article, shortId, highlights }: ArticleFacts): Row<(typeof ARTICLE_COLUMNS)[number]> {
  const { date, tags } = article;
  return {
    uuid: article.id,
    article_id: shortId,
    publication: article.publication,
    issue_date: date?.edtf ?? null,
    date_printed: date?.printed ?? null,
    page: article.page,
    section: article.section,
    title: article.title,
    kicker: article.kicker,
    subtitle: article.subtitle,
    byline: article.byline,
    kind: article.kind,
    language: article.language,
    url: article.url,
    tags: tags.map(({ path }) => path),
    reading_state: article.readingState,
    highlights,
    characters: article.characters,
    note: article.note,
    source: article.source,
    source_sha256: article.sourceSha256,
    created: instant(article.importedAt),
    modified: instant(article.editedAt),
  };
}

export interface MarkFacts {
  readonly mark: Annotation;
  readonly article: Article;
  /** Of the article. */
  readonly shortId: string;
  /** In code points, as standards count; null where its words do not stand there. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

export function markRow({ mark, article, shortId, span }: MarkFacts): Row<(typeof MARK_COLUMNS)[number]> {
  return {
    uuid: mark.id,
    article_id: shortId,
    publication: article.publication,
    issue_date: article.date?.edtf ?? null,
    page: article.page,
    title: article.title,
    quote: mark.quote.exact,
    start: span?.start ?? null,
    end: span?.end ?? null,
    colour: mark.kind === 'bookmark' ? 'bookmark' : mark.colour,
    tags: mark.tags,
    note: mark.note,
    status: mark.state,
    created: instant(mark.createdAt),
    modified: instant(mark.updatedAt),
  };
}

export function cellsOf<Column extends string>(columns: readonly Column[], row: Row<Column>): Cell[] {
  return columns.map((column) => {
    const value: Value = row[column];
    if (value === null) return '';
    return typeof value === 'object' ? value.join('; ') : value;
  });
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
