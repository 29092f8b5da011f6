import type { ReadDb } from '../store/database.ts';
import type { Columns } from './columns.ts';
import { titleExpression } from './match-expression.ts';
import type { Phrase } from './query.ts';
import { scanPhrase, standsIn } from './scan.ts';
import type { Selection } from './selection.ts';
import type { TextRow } from './text-rows.ts';

/** Results that are put in order of relevance; the rest follow, the last imported first. */
export const RANKED = 120;
/** Title hits among them when there are more results. */
const TITLES = 90;

/** A word ten times in an article says little more than five times. */
const MOST_COUNTED = 12;
/** Okapi BM25's usual values; the length is that of an ordinary newspaper article. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const ORDINARY_LENGTH = 1500;
/** A phrase in the title outweighs everything in the text; the newest article wins between equals. */
const TITLE_WEIGHT = 10;
const NOTE_WEIGHT = 1;
const RECENCY_WEIGHT = 0.5;

export function openRanking(db: ReadDb, texts: (rows: readonly number[]) => TextRow[]) {
  const titles = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM title_index WHERE title_index MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck() as unknown as { all(match: string, limit: number): number[] };

  /** Rows worth ranking: those with a hit in the title, then the last imported. */
  function choose(rows: readonly number[], phrases: readonly Phrase[]): number[] {
    if (rows.length <= RANKED) return [...rows];
    const chosen = new Set<number>();
    const inTitle = titles.all(phrases.map(titleExpression).join(' OR '), TITLES * 4);
    for (const row of inTitle) if (chosen.size < TITLES && contains(rows, row)) chosen.add(row);
    for (let i = rows.length - 1; i >= 0 && chosen.size < RANKED; i -= 1) chosen.add(rows[i] as number);
    return [...chosen];
  }

  /** The texts that begin the list, best first. */
  return function rank({ rows, loose }: Selection, phrases: readonly Phrase[], columns: Columns): TextRow[] {
    if (phrases.length === 0) return [];
    const chosen = texts(choose(rows, phrases));
    const days = chosen.map(({ seq }) => dayOf(seq, columns));
    const oldest = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const span = days.reduce((a, b) => Math.max(a, b), 0) - oldest;
    const scored = chosen.map((row, i) => {
      const day = days[i] as number;
      const recency = span > 0 ? (day - oldest) / span : 0;
      return { row, day, score: scoreText(row, phrases, loose) + RECENCY_WEIGHT * recency };
    });
    scored.sort((a, b) => b.score - a.score || b.day - a.day || b.row.seq - a.row.seq);
    return scored.map(({ row }) => row);
  };
}

function scoreText(row: TextRow, phrases: readonly Phrase[], loose: ReadonlySet<Phrase>): number {
  const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * row.body.length) / ORDINARY_LENGTH);
  let score = 0;
  for (const phrase of phrases) {
    const isLoose = loose.has(phrase);
    if (phrase.field !== 'note' && standsIn(row.title, phrase, isLoose)) score += TITLE_WEIGHT;
    if (phrase.field !== 'title' && standsIn(row.notes, phrase, isLoose)) score += NOTE_WEIGHT;
    if (phrase.field !== 'any') continue;
    const count = scanPhrase(row.body, phrase, isLoose, MOST_COUNTED).length;
    score += (count * (SATURATION + 1)) / (count + norm);
  }
  return score;
}

/** Days since 1970 of the printed date, or of the import where there is none. */
function dayOf(row: number, { from, imported }: Columns): number {
  const day = from[row] as number;
  if (day === 0) return imported[row] as number;
  return (
    new Date(0).setUTCFullYear(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / 86_400_000
  );
}

/** Whether an ascending list holds a row. */
export function contains(rows: readonly number[], row: number): boolean {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = rows[middle] as number;
    if (value === row) return true;
    if (value < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
