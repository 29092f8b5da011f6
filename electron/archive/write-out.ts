import { setImmediate } from 'node:timers/promises';
import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { CitationStyle } from '#contract/citations.ts';
import { BYTE_ORDER_MARK, csvLine } from '#contract/csv.ts';
import type { ExchangeFormat } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import { annotationCollection, type WebAnnotation } from '#contract/web-annotations.ts';
import { toCodePoints } from './annotate/code-points.ts';
import { collectionUrn, toWebAnnotation } from './annotate/web-annotation.ts';
import { toBibtex } from './exchange/bibtex.ts';
import { cite } from './exchange/cite.ts';
import { toCsl } from './exchange/csl.ts';
import { toRis } from './exchange/ris.ts';
import { ARTICLE_COLUMNS, articleRow, cellsOf, MARK_COLUMNS, markRow, type Row } from './exchange/rows.ts';
import { localTimeZone, referenceOf } from './reference-of.ts';
import { annotationReads } from './store/annotations.ts';
import { articleReads } from './store/articles.ts';
import type { ReadDb } from './store/database.ts';
import { shortId } from './store/ids.ts';
import { linkReads } from './store/links.ts';

/** What a file of each is called at its end. */
export const ENDINGS: Readonly<Record<ExchangeFormat, string>> = {
  citations: '.txt',
  bibtex: '.bib',
  ris: '.ris',
  csl: '.json',
  csv: '.csv',
  jsonl: '.jsonl',
  'highlights-csv': '.csv',
  'highlights-jsonl': '.jsonl',
  annotations: '.jsonld',
};

export interface WriteOutOptions {
  readonly ids: readonly ArticleId[];
  readonly as: ExchangeFormat;
  readonly style: CitationStyle;
  /** With what is marked confidential: only where a person named it. */
  readonly confidential: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A part of what is written, and how many articles were gone through for it. */
export interface WrittenPiece {
  readonly text: string;
  readonly done: number;
  readonly articles: number;
  readonly highlights: number;
}

/** Characters that are handed on at once. */
const PIECE = 65_536;

/**
 * Articles, or their highlights, as one text, in the order of the ids; those in the trash are left out. Other calls are
 * answered between two pieces. Ends early when the signal says so: what was written by then is no whole.
 */
export async function* writeOut(db: ReadDb, options: WriteOutOptions): AsyncGenerator<WrittenPiece, void, void> {
  const { ids, as, confidential, signal } = options;
  const articles = articleReads(db);
  const annotations = annotationReads(db);
  const writer = openWriter(db, options);
  const count = { articles: 0, highlights: 0 };
  let [text, rested] = [writer.head, performance.now()];
  for (const [at, id] of ids.entries()) {
    const article = articles.find(id);
    if (article && article.deletedAt === null) {
      const marks = READS_MARKS.has(as)
        ? annotations.ofArticle(id).filter((mark) => confidential || !mark.confidential)
        : [];
      text += writer.write(article, marks);
      count.articles += 1;
      count.highlights += marks.length;
    }
    if (text.length >= PIECE || performance.now() - rested >= REST_MILLISECONDS) {
      yield { text, done: at + 1, ...count };
      text = '';
      await setImmediate();
      if (signal?.aborted) return;
      rested = performance.now();
    }
  }
  yield { text: text + writer.tail(), done: ids.length, ...count };
}

/** So long at most does one read what nobody else waits for. */
const REST_MILLISECONDS = 15;

const READS_MARKS = new Set<ExchangeFormat>(['csv', 'jsonl', 'highlights-csv', 'highlights-jsonl', 'annotations']);

interface Writer {
  readonly head: string;
  write(article: Article, marks: readonly Annotation[]): string;
  tail(): string;
}

function openWriter(db: ReadDb, { as, style }: WriteOutOptions): Writer {
  const timeZone = localTimeZone();
  const plain = (write: Writer['write']): Writer => ({ head: '', write, tail: () => '' });
  switch (as) {
    case 'citations':
      return plain((article) => `${cite(referenceOf(article, timeZone), style, 'entry')}\n`);
    case 'bibtex':
      return plain((article) => `${toBibtex(referenceOf(article, timeZone))}\n`);
    case 'ris':
      return plain((article) => `${toRis(referenceOf(article, timeZone))}\r\n`);
    case 'csl':
      return listWriter((article) => toCsl(referenceOf(article, timeZone)));
    case 'csv':
      return tableWriter(ARTICLE_COLUMNS, (article, marks) => [articleRowOf(article, marks)]);
    case 'jsonl':
      return plain((article, marks) => line({ ...articleRowOf(article, marks), text: article.body }));
    case 'highlights-csv':
      return tableWriter(MARK_COLUMNS, markRowsOf);
    case 'highlights-jsonl':
      return plain((article, marks) => markRowsOf(article, marks).map(line).join(''));
    case 'annotations':
      return collectionWriter(linkReads(db).archive());
  }
}

function articleRowOf(article: Article, { length }: readonly Annotation[]) {
  return articleRow({ article, shortId: shortId(article.id), highlights: length });
}

function markRowsOf(article: Article, marks: readonly Annotation[]) {
  return marks.map((mark) => {
    const { start, end } = mark.quote;
    const isFound = mark.state === 'exact' || mark.state === 'moved';
    const span = isFound ? { start: toCodePoints(article.body, start), end: toCodePoints(article.body, end) } : null;
    return markRow({ mark, article, shortId: shortId(article.id), span });
  });
}

function line(row: Row): string {
  return `${JSON.stringify(row)}\n`;
}

function tableWriter<Column extends string>(
  columns: readonly Column[],
  rowsOf: (article: Article, marks: readonly Annotation[]) => readonly Row<Column>[],
): Writer {
  return {
    head: BYTE_ORDER_MARK + csvLine(columns),
    write: (article, marks) =>
      rowsOf(article, marks)
        .map((row) => csvLine(cellsOf(columns, row)))
        .join(''),
    tail: () => '',
  };
}

function listWriter(itemOf: (article: Article) => unknown): Writer {
  let isBegun = false;
  return {
    head: '[\n',
    write: (article) => {
      const before = isBegun ? ',\n' : '';
      isBegun = true;
      return before + JSON.stringify(itemOf(article), undefined, 1);
    },
    tail: () => `${isBegun ? '\n' : ''}]\n`,
  };
}

function collectionWriter(archive: string): Writer {
  const items: WebAnnotation[] = [];
  return {
    head: '',
    write: (article, marks) => {
      const { body, url, editedAt } = article;
      const annotated = { body, url, editedAt, shortId: shortId(article.id) };
      for (const mark of marks) items.push(toWebAnnotation(mark, annotated));
      return '';
    },
    tail: () => `${JSON.stringify(annotationCollection(collectionUrn(archive), items), undefined, 1)}\n`,
  };
}
