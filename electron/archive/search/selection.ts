import type { ReadDb } from '../store/database.ts';
import { type Columns, openColumns } from './columns.ts';
import { openFilters, type RowTest } from './filters.ts';
import { INDEXED_TERMS } from './limits.ts';
import { looseExpression, nearExpression, phraseExpression } from './match-expression.ts';
import { pause } from './pause.ts';
import type { Clause, Item, Phrase, Query } from './query.ts';
import { standsIn } from './scan.ts';
import { type TextRow, textRowReads } from './text-rows.ts';

/** What a query selects. */
export interface Selection {
  /** Rows of the full-text index outside the trash, ascending: each article once. */
  readonly rows: readonly number[];
  /** Phrases that stood nowhere as they were typed and are matched with punctuation inside. */
  readonly loose: ReadonlySet<Phrase>;
}

/** Texts compared between two looks at the signal. */
const COMPARED_AT_ONCE = 200;

/** An item as FTS5 can answer it, the rows that it was found to hold for, or a test of each row. */
type Answer = { readonly match: string } | { readonly rows: readonly number[] } | { readonly test: RowTest };

export function openSelection(db: ReadDb) {
  const matching = db
    .prepare('SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid')
    .pluck() as unknown as { iterate(match: string): IterableIterator<number> };
  // One text of all numbers: tens of thousands of rows one by one take half as long again.
  const gathered = db
    .prepare(
      `SELECT json_group_array(rowid)
       FROM (SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid)`,
    )
    .pluck() as unknown as { get(match: string): string };
  const texts = textRowReads(db);
  const current = openColumns(db);
  const toTest = openFilters(db);

  function matchingRows(match: string): number[] {
    return JSON.parse(gathered.get(match)) as number[];
  }

  function isFound(phrase: Phrase, { alive }: Columns): boolean {
    for (const row of matching.iterate(phraseExpression(phrase))) if (alive[row] === 1) return true;
    return false;
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
      for (const row of texts(candidates.slice(from, from + COMPARED_AT_ONCE)))
        if (fieldsOf(row, phrase).some((text) => standsIn(text, phrase, loose))) rows.push(row.seq);
    }
    return rows;
  }

  /** `lacking`: it is known already that the phrase stands nowhere as it was typed. */
  async function answerPhrase(
    phrase: Phrase,
    columns: Columns,
    loose: Set<Phrase>,
    lacking: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    if (phrase.terms.length <= INDEXED_TERMS) {
      if (phrase.terms.length === 1 || (!lacking && isFound(phrase, columns)))
        return { match: phraseExpression(phrase) };
    } else {
      const rows = await compare(matchingRows(phraseExpression(phrase)), phrase, false, signal);
      if (rows.some((row) => columns.alive[row] === 1)) return { rows };
    }
    loose.add(phrase);
    const expression = looseExpression(phrase);
    const candidates = expression === undefined ? [] : matchingRows(expression);
    return { rows: await compare(candidates, phrase, true, signal) };
  }

  /** @throws the signal's reason when it is aborted between two steps. */
  async function select(query: Query, signal?: AbortSignal): Promise<Selection> {
    const loose = new Set<Phrase>();
    if (query.clauses.length === 0) return { rows: [], loose };
    const columns = await current(signal);
    const plain = plainAnswers(query.clauses, columns);
    if (plain) {
      const rows = run(query.clauses, plain, columns);
      if (rows.length > 0) return { rows, loose };
    }
    const items = query.clauses.flat();
    const answers = new Map<Item, Answer>();
    for (const item of items) {
      const { wanted } = item;
      if (wanted.type === 'phrase')
        answers.set(
          item,
          await answerPhrase(wanted, columns, loose, plain !== undefined && items.length === 1, signal),
        );
      else answers.set(item, plainAnswer(wanted, columns));
    }
    return { rows: run(query.clauses, answers, columns), loose };
  }

  /**
   * The items as if every phrase stood somewhere as it was typed. Where all of them are wanted, a row that is found
   * proves it, and no phrase has to be looked for by itself first.
   */
  function plainAnswers(clauses: readonly Clause[], columns: Columns): Map<Item, Answer> | undefined {
    const answers = new Map<Item, Answer>();
    for (const [item, ...others] of clauses) {
      if (!item || item.excluded || others.length > 0) return undefined;
      const { wanted } = item;
      if (wanted.type === 'phrase' && wanted.terms.length > INDEXED_TERMS) return undefined;
      answers.set(item, wanted.type === 'phrase' ? { match: phraseExpression(wanted) } : plainAnswer(wanted, columns));
    }
    return answers;
  }

  function plainAnswer(wanted: Exclude<Item['wanted'], Phrase>, columns: Columns): Answer {
    return wanted.type === 'near' ? { match: nearExpression(wanted) } : { test: toTest(wanted, columns) };
  }

  /**
   * The live rows for which every clause holds. What FTS5 can answer alone goes into one MATCH; the rest is tested row
   * by row.
   */
  function run(clauses: readonly Clause[], answers: ReadonlyMap<Item, Answer>, columns: Columns): number[] {
    const wanted: string[] = [];
    const unwanted: string[] = [];
    const tests: RowTest[] = [];
    for (const clause of clauses) {
      const matches = clause.flatMap((item) => {
        const answer = answers.get(item);
        return answer && 'match' in answer ? answer.match : [];
      });
      const isText = matches.length === clause.length;
      if (isText && clause.every((item) => !item.excluded)) wanted.push(`(${matches.join(' OR ')})`);
      else if (isText && clause.length === 1) unwanted.push(matches.join(''));
      else tests.push(anyOf(clause.map((item) => testOf(answers.get(item) as Answer, item.excluded))));
    }
    const { alive, length } = columns;
    if (wanted.length > 0) {
      const not = unwanted.length > 0 ? ` NOT (${unwanted.join(' OR ')})` : '';
      const rows = matchingRows(`(${wanted.join(' AND ')})${not}`);
      return rows.filter((row) => alive[row] === 1 && tests.every((test) => test(row)));
    }
    for (const match of unwanted) tests.push(testOf({ match }, true));
    const rows: number[] = [];
    for (let row = 1; row < length; row += 1) if (alive[row] === 1 && tests.every((test) => test(row))) rows.push(row);
    return rows;
  }

  function testOf(answer: Answer, excluded: boolean): RowTest {
    if ('test' in answer) return excluded ? (row) => !answer.test(row) : answer.test;
    const rows = new Set('match' in answer ? matchingRows(answer.match) : answer.rows);
    return excluded ? (row) => !rows.has(row) : (row) => rows.has(row);
  }

  return { select, current, texts };
}

function anyOf(tests: readonly RowTest[]): RowTest {
  const [only] = tests;
  return tests.length === 1 && only ? only : (row) => tests.some((test) => test(row));
}

/** The texts of a row that a phrase is looked for in. */
function fieldsOf(row: Pick<TextRow, 'title' | 'body' | 'notes'>, { field }: Pick<Phrase, 'field'>): string[] {
  if (field === 'title') return [row.title];
  if (field === 'note') return [row.notes];
  return [row.title, row.body, row.notes];
}
