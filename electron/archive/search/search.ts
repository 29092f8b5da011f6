import type { ArticleId, Span } from '#contract/ids.ts';
import type { QueryPart, QueryProblem, SearchFacets, SearchHit, SearchSort } from '#contract/search.ts';
import { articleReads } from '../store/articles.ts';
import type { ReadDb } from '../store/database.ts';
import type { Columns } from './columns.ts';
import { openFacets } from './facets.ts';
import { openOrder } from './order.ts';
import { pause } from './pause.ts';
import { type Phrase, parseQuery, type Query, type Words } from './query.ts';
import { openRanking } from './rank.ts';
import { openSelection, type Selection } from './selection.ts';
import { bodyHits, describeHits } from './snippet.ts';
import type { TextRow } from './text-rows.ts';

export interface SearchInput {
  readonly text: string;
  readonly offset?: number;
  readonly limit?: number;
  readonly sort?: SearchSort;
}

export interface SearchResult {
  readonly items: SearchHit[];
  /** Exact: every matching article outside the trash. */
  readonly total: number;
  readonly problems: QueryProblem[];
  readonly parts: QueryPart[];
}

/** A text up to here is kept between being ranked and being described; a book is read again. */
const KEPT_CHARACTERS = 20_000;
/** Queries whose rows are kept. */
const KEPT_ANSWERS = 3;
/** Results described between two looks at the signal. */
const DESCRIBED_AT_ONCE = 10;

/** What one query selected, kept while it is asked for again and nothing was written. */
interface Answered {
  readonly text: string;
  readonly version: string;
  readonly query: Query;
  readonly selection: Selection;
  /** Best first, with their texts but for very long ones; made when the first page by relevance is asked for. */
  ranked: ReadonlyMap<number, TextRow | undefined> | undefined;
}

/**
 * Searches one archive over a connection that reads. Each method works in short steps and gives the event loop its turn
 * between them: aborting the signal ends it at the next step with the signal's reason.
 */
export function openSearch(db: ReadDb) {
  const { select, current, texts } = openSelection(db);
  const rank = openRanking(db, texts);
  const order = openOrder(db);
  const countFacets = openFacets(db);
  const articles = articleReads(db);
  const idOf = db
    .prepare<[string], ArticleId>('SELECT t.id FROM json_each(?) k CROSS JOIN article_text t ON t.seq = k.value')
    .pluck() as unknown as { all(rows: string): ArticleId[] };
  const body = db.prepare<[string], string>('SELECT body FROM article_text WHERE id = ?').pluck() as unknown as {
    get(id: string): string | undefined;
  };
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck() as unknown as { get(): number };
  const marked = db.prepare<[string], { article: ArticleId; start: number; end: number }>(`
    SELECT article_id AS article, span_start AS start, span_end AS end FROM annotation
    WHERE article_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND kind = 'highlight'`);
  /** The newest first: a window asks for results, for facets, and for the time around a chosen time. */
  let known: readonly Answered[] = [];
  let running: { readonly text: string; readonly version: string; readonly answered: Promise<Answered> } | undefined;

  /** Differs after every commit, of this connection or another. */
  function version(): string {
    return `${String(db.pragma('data_version', { simple: true }))} ${changes.get()}`;
  }

  async function answer(text: string, signal: AbortSignal | undefined): Promise<Answered> {
    const now = version();
    const before = known.find((answered) => answered.text === text && answered.version === now);
    if (before) return before;
    // A window asks for results and for facets in one breath: the second waits for the first.
    if (running?.text === text && running.version === now) {
      const shared = await running.answered.catch(() => undefined);
      signal?.throwIfAborted();
      if (shared) return shared;
    }
    const answered = answerAnew(text, now, signal);
    const mine = { text, version: now, answered };
    running = mine;
    try {
      const made = await answered;
      known = [made, ...known.filter((other) => other.text !== text)].slice(0, KEPT_ANSWERS);
      return made;
    } finally {
      if (running === mine) running = undefined;
    }
  }

  async function answerAnew(text: string, now: string, signal: AbortSignal | undefined): Promise<Answered> {
    const query = parseQuery(text);
    const selection = await select(query, signal);
    return { text, version: now, query, selection, ranked: undefined };
  }

  /** The rows of one page in their order. */
  function pageOf(
    answered: Answered,
    columns: Columns,
    { offset = 0, limit = 50, sort = 'relevance' }: SearchInput,
  ): number[] {
    const { rows } = answered.selection;
    if (sort !== 'relevance') return order(rows, sort, offset, limit, columns);
    answered.ranked ??= new Map(
      rank(answered.selection, phrasesOf(positiveWords(answered.query)), columns).map((row) => [
        row.seq,
        row.body.length > KEPT_CHARACTERS ? undefined : row,
      ]),
    );
    const { ranked } = answered;
    const page = [...ranked.keys()].slice(offset, offset + limit);
    if (page.length === limit || ranked.size === rows.length) return page;
    // The rest follow as they were imported, the last first.
    let skip = Math.max(0, offset - ranked.size);
    for (let i = rows.length - 1; i >= 0 && page.length < limit; i -= 1) {
      const row = rows[i] as number;
      if (ranked.has(row)) continue;
      if (skip > 0) skip -= 1;
      else page.push(row);
    }
    return page;
  }

  function markedSpans(ids: readonly ArticleId[]): ReadonlyMap<ArticleId, Span[]> {
    return Map.groupBy(marked.all(JSON.stringify(ids)), ({ article }) => article);
  }

  /** Their texts in their order; what was read to be ranked is not read again. */
  function textsOf(rows: readonly number[], ranked: Answered['ranked']): TextRow[] {
    const others = rows.filter((row) => !ranked?.get(row));
    const read = new Map(others.length === 0 ? [] : texts(others).map((row) => [row.seq, row]));
    return rows.flatMap((row) => ranked?.get(row) ?? read.get(row) ?? []);
  }

  return {
    async query(input: SearchInput, signal?: AbortSignal): Promise<SearchResult> {
      await pause(signal);
      const answered = await answer(input.text, signal);
      const { query, selection } = answered;
      await pause(signal);
      const page = pageOf(answered, await current(signal), input);
      const words = positiveWords(query);
      const items: SearchHit[] = [];
      for (let from = 0; from < page.length; from += DESCRIBED_AT_ONCE) {
        await pause(signal);
        const rows = textsOf(page.slice(from, from + DESCRIBED_AT_ONCE), answered.ranked);
        const found = new Map(rows.map((row) => [row.id, row]));
        const marks = markedSpans([...found.keys()]);
        for (const article of articles.summaries([...found.keys()])) {
          const row = found.get(article.id);
          if (!row) continue;
          const told = describeHits(row, words, selection.loose);
          const inMarks = countInside(told.hits, marks.get(article.id) ?? []);
          items.push({ article, ...told, inMarks });
        }
      }
      return { items, total: selection.rows.length, problems: [...query.problems], parts: [...query.parts] };
    },

    /** What is told of all articles found: paper, people, tags, kinds and time. */
    async facets(text: string, signal?: AbortSignal): Promise<SearchFacets> {
      await pause(signal);
      const { selection } = await answer(text, signal);
      return countFacets(selection.rows, await current(signal));
    },

    /** A number for each article found, the last six bytes of its id, ascending. */
    async tails(text: string, signal?: AbortSignal): Promise<Float64Array> {
      const { selection } = await answer(text, signal);
      const { tail } = await current(signal);
      return Float64Array.from(selection.rows, (row) => tail[row] as number).sort();
    },

    /** Reads what conditions are answered from, so that nobody waits for it later. */
    async warm(signal?: AbortSignal): Promise<void> {
      await current(signal);
    },

    /** Every matching article, in the order of import. */
    async ids(text: string, signal?: AbortSignal): Promise<ArticleId[]> {
      const { selection } = await answer(text, signal);
      return idOf.all(JSON.stringify(selection.rows));
    },

    /** All hits of a query in one article's body; none when there is no such article. */
    async inArticle(article: ArticleId, text: string, signal?: AbortSignal): Promise<Span[]> {
      const stored = body.get(article);
      if (stored === undefined) return [];
      const { query, selection } = await answer(text, signal);
      return bodyHits(stored, positiveWords(query), selection.loose);
    },
  };
}

export type Search = ReturnType<typeof openSearch>;

/** How many of the hits touch one of the spans. */
function countInside(hits: readonly Span[], spans: readonly Span[]): number {
  return hits.filter((hit) => spans.some(({ start, end }) => start < hit.end && hit.start < end)).length;
}

/** The words whose hits are shown. */
function positiveWords(query: Query): Words[] {
  return query.clauses
    .flat()
    .flatMap(({ excluded, wanted }) =>
      !excluded && (wanted.type === 'phrase' || wanted.type === 'near') ? [wanted] : [],
    );
}

/** What counts for the order: of words near each other each by itself. */
function phrasesOf(words: readonly Words[]): Phrase[] {
  return words.flatMap((wanted) =>
    wanted.type === 'phrase'
      ? [wanted]
      : wanted.parts.map((part): Phrase => ({ type: 'phrase', field: wanted.field, ...part })),
  );
}
