import type { ArticleId } from '#contract/ids.ts';
import type { ReadDb } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';
import { filterRows, TRASH } from './filters.ts';
import { INDEXED_TERMS } from './limits.ts';
import { looseExpression, nearExpression, phraseExpression } from './match-expression.ts';
import { pause } from './pause.ts';
import type { Clause, Item, Phrase, Query } from './query.ts';
import { standsIn } from './scan.ts';

/** What a query selects. */
export interface Selection {
  /** Rows of the full-text index outside the trash, ascending: each article once. */
  readonly rows: readonly number[];
  /** Phrases that stood nowhere as they were typed and are matched with punctuation inside. */
  readonly loose: ReadonlySet<Phrase>;
}

export interface TextRow {
  readonly seq: number;
  readonly id: ArticleId;
  readonly title: string;
  readonly body: string;
  readonly notes: string;
}

/** Texts compared between two looks at the signal. */
const COMPARED_AT_ONCE = 200;

/** An item as FTS5 can answer it, or as the rows that it was found to hold for. */
type Answer = { readonly match: string } | { readonly rows: Sql };

export function openSelection(db: ReadDb) {
  const trash = numbers(db, TRASH.text);
  const anyRow = numbers(db, 'SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT 1');
  const liveRow = numbers(
    db,
    `SELECT rowid FROM article_index WHERE article_index MATCH ? AND +rowid NOT IN (${TRASH.text}) LIMIT 1`,
  );
  const matching = numbers(db, 'SELECT rowid FROM article_index WHERE article_index MATCH ?');
  const texts = db.prepare<[string], TextRow>(
    'SELECT t.seq, t.id, t.title, t.body, t.notes FROM json_each(?) k CROSS JOIN article_text t ON t.seq = k.value',
  );
  const toRows = filterRows(db);

  function isFound(phrase: Phrase, hasTrash: boolean): boolean {
    return (hasTrash ? liveRow : anyRow).all(phraseExpression(phrase)).length > 0;
  }

  /** The rows among `candidates` in whose text the phrase really stands. */
  async function compare(
    candidates: readonly number[],
    phrase: Phrase,
    loose: boolean,
    signal: AbortSignal | undefined,
  ): Promise<number[]> {
    const rows: number[] = [];
    for (let from = 0; from < candidates.length; from += COMPARED_AT_ONCE) {
      if (from > 0) await pause(signal);
      for (const row of texts.iterate(JSON.stringify(candidates.slice(from, from + COMPARED_AT_ONCE))))
        if (fieldsOf(row, phrase).some((text) => standsIn(text, phrase, loose))) rows.push(row.seq);
    }
    return rows;
  }

  async function answerPhrase(
    phrase: Phrase,
    deleted: ReadonlySet<number>,
    loose: Set<Phrase>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    if (phrase.terms.length <= INDEXED_TERMS) {
      if (phrase.terms.length === 1 || isFound(phrase, deleted.size > 0)) return { match: phraseExpression(phrase) };
    } else {
      const rows = await compare(matching.all(phraseExpression(phrase)), phrase, false, signal);
      if (rows.some((row) => !deleted.has(row))) return { rows: listed(rows) };
    }
    loose.add(phrase);
    const expression = looseExpression(phrase);
    const candidates = expression === undefined ? [] : matching.all(expression);
    return { rows: listed(await compare(candidates, phrase, true, signal)) };
  }

  /** @throws the signal's reason when it is aborted between two steps. */
  async function select(query: Query, signal?: AbortSignal): Promise<Selection> {
    const loose = new Set<Phrase>();
    if (query.clauses.length === 0) return { rows: [], loose };
    const deleted = new Set(trash.all());
    const isLive = (row: number) => !deleted.has(row);
    const plain = plainAnswers(query.clauses);
    if (plain) {
      const rows = run(compose(query.clauses, plain)).filter(isLive);
      if (rows.length > 0) return { rows, loose };
    }
    const answers = new Map<Item, Answer>();
    for (const item of query.clauses.flat()) {
      const { wanted } = item;
      if (wanted.type === 'phrase') answers.set(item, await answerPhrase(wanted, deleted, loose, signal));
      else answers.set(item, wanted.type === 'near' ? { match: nearExpression(wanted) } : { rows: toRows(wanted) });
    }
    return { rows: run(compose(query.clauses, answers)).filter(isLive), loose };
  }

  function run({ text, values }: Sql): number[] {
    return numbers(db, text).all(...values);
  }

  /**
   * The items as if every phrase stood somewhere as it was typed. Where all of them are wanted, a row that is found
   * proves it, and no phrase has to be looked for by itself first.
   */
  function plainAnswers(clauses: readonly Clause[]): Map<Item, Answer> | undefined {
    const answers = new Map<Item, Answer>();
    for (const [item, ...others] of clauses) {
      if (!item || item.excluded || others.length > 0) return undefined;
      const { wanted } = item;
      if (wanted.type === 'near') answers.set(item, { match: nearExpression(wanted) });
      else if (wanted.type !== 'phrase') answers.set(item, { rows: toRows(wanted) });
      else if (wanted.terms.length > INDEXED_TERMS) return undefined;
      else answers.set(item, { match: phraseExpression(wanted) });
    }
    return answers;
  }

  return { select, texts: (rows: readonly number[]): TextRow[] => texts.all(JSON.stringify(rows)) };
}

function numbers(db: ReadDb, sql: string): { all(...values: unknown[]): number[] } {
  return db.prepare<unknown[], number>(sql).pluck() as unknown as { all(...values: unknown[]): number[] };
}

function listed(rows: readonly number[]): Sql {
  return { text: 'SELECT value FROM json_each(?)', values: [JSON.stringify(rows)] };
}

/** The texts of a row that a phrase is looked for in. */
function fieldsOf(row: Pick<TextRow, 'title' | 'body' | 'notes'>, { field }: Pick<Phrase, 'field'>): string[] {
  if (field === 'title') return [row.title];
  if (field === 'note') return [row.notes];
  return [row.title, row.body, row.notes];
}

/**
 * One statement for the whole query. What FTS5 can answer alone goes into one MATCH; the rest becomes conditions on
 * the row. `+rowid` keeps SQLite from running the MATCH once for each row of such a condition.
 */
function compose(clauses: readonly Clause[], answers: ReadonlyMap<Item, Answer>): Sql {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const conditions: Sql[] = [];
  for (const clause of clauses) {
    const matches = clause.map((item) => {
      const answer = answers.get(item);
      return answer && 'match' in answer ? answer.match : undefined;
    });
    const isText = matches.every((match) => match !== undefined);
    const [first] = clause;
    if (isText && clause.every((item) => !item.excluded)) wanted.push(`(${matches.join(' OR ')})`);
    else if (isText && clause.length === 1 && first?.excluded) unwanted.push(matches.join(''));
    else conditions.push(clauseCondition(clause, answers));
  }
  const values = conditions.flatMap((condition) => condition.values);
  const rest = conditions.map((condition) => condition.text);
  if (wanted.length > 0) {
    const not = unwanted.length > 0 ? ` NOT (${unwanted.join(' OR ')})` : '';
    const match = `(${wanted.join(' AND ')})${not}`;
    const where = ['article_index MATCH ?', ...rest.map((text) => text.replaceAll('@row', '+rowid'))].join(' AND ');
    return { text: `SELECT rowid FROM article_index WHERE ${where} ORDER BY rowid`, values: [match, ...values] };
  }
  for (const match of unwanted) {
    rest.push(`@row NOT IN (${MATCHING})`);
    values.push(match);
  }
  const where = rest.map((text) => text.replaceAll('@row', 'seq')).join(' AND ');
  return { text: `SELECT seq FROM article_text WHERE ${where} ORDER BY seq`, values };
}

const MATCHING = 'SELECT rowid FROM article_index WHERE article_index MATCH ?';

function clauseCondition(clause: Clause, answers: ReadonlyMap<Item, Answer>): Sql {
  const parts = clause.map((item): Sql => {
    const answer = answers.get(item) as Answer;
    const rows = 'match' in answer ? { text: MATCHING, values: [answer.match] } : answer.rows;
    return { text: `@row ${item.excluded ? 'NOT IN' : 'IN'} (${rows.text})`, values: rows.values };
  });
  return { text: `(${parts.map((part) => part.text).join(' OR ')})`, values: parts.flatMap((part) => part.values) };
}
