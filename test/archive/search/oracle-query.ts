import { type OracleTerm, oracleHits, oracleTerms } from './oracle.ts';

/** What is known of an article, as the test made it. */
export interface Known {
  readonly title: readonly OracleTerm[];
  readonly body: readonly OracleTerm[];
  readonly notes: readonly OracleTerm[];
  readonly note: string | undefined;
  readonly publication: string | undefined;
  readonly byline: string | undefined;
  readonly date: string | undefined;
  readonly tag: string | undefined;
  readonly kind: string;
  readonly state: string;
  readonly isMarked: boolean;
}

export type Field = 'any' | 'title' | 'note';

/** One thing that a query asks, before it is written. */
export type OracleItem =
  | { readonly is: 'words' | 'prefix'; readonly field: Field; readonly text: string }
  | { readonly is: 'near'; readonly field: Field; readonly texts: readonly string[]; readonly distance: number }
  | { readonly is: 'paper' | 'by'; readonly text: string }
  | { readonly is: 'tag'; readonly path: string }
  | { readonly is: 'kind' | 'state' | 'has'; readonly value: string }
  | { readonly is: 'from' | 'to' | 'before'; readonly day: string };

const VALUES = {
  kind: ['main', 'brief'],
  state: ['read', 'unread'],
  has: ['highlight', 'note', 'tag'],
} as const;

/** As a person types it; it holds `undefined` where a field has no such value. */
export function writeItem(item: OracleItem): string {
  switch (item.is) {
    case 'words':
      return `${fieldOf(item.field)}"${item.text}"`;
    case 'prefix':
      return `${fieldOf(item.field)}${item.text}*`;
    case 'near':
      return `${fieldOf(item.field)}${item.texts.join(` NEAR/${item.distance} `)}`;
    case 'paper':
    case 'by':
      return `${item.is}:"${item.text}"`;
    case 'tag':
      return `tag:${item.path}`;
    case 'kind':
    case 'state':
    case 'has':
      return `${item.is === 'state' ? 'is' : item.is}:${VALUES[item.is].find((value) => value === item.value)}`;
    default:
      return `${item.is}:${item.day}`;
  }
}

function fieldOf(field: Field): string {
  return field === 'any' ? '' : `${field}:`;
}

/** Whether the article at `index` is what an item asks for; decided by reading it, and of words that stand nowhere all the others. */
export function oracleFinds(all: readonly Known[], index: number, item: OracleItem): boolean {
  const article = all[index] as Known;
  switch (item.is) {
    case 'words': {
      const phrase = oracleTerms(item.text);
      if (!phrase.some(({ kind }) => kind === 'character' || kind === 'word')) return false;
      const holds = (one: Known, loose: boolean) =>
        fieldsIn(one, item.field).some((terms) => oracleHits(terms, phrase, loose).length > 0);
      const isLoose = phrase.length > 1 && !all.some((one) => holds(one, false));
      return holds(article, isLoose);
    }
    case 'prefix':
      return fieldsIn(article, item.field).some((terms) =>
        terms.some(({ kind, text }) => kind === 'word' && text.startsWith(item.text)),
      );
    case 'near':
      return fieldsIn(article, item.field).some((terms) => isNear(terms, item.texts, item.distance));
    case 'paper':
      return named(article.publication, item.text);
    case 'by':
      return named(article.byline, item.text);
    case 'tag': {
      const path = item.path.replace('業', '业');
      const own = article.tag ?? '';
      return path.endsWith('/*') ? own.startsWith(path.slice(0, -1)) : own === path || own.startsWith(`${path}/`);
    }
    case 'kind':
      return article.kind === item.value;
    case 'state':
      return article.state === item.value;
    case 'has':
      return item.value === 'highlight' ? article.isMarked : Boolean(item.value === 'tag' ? article.tag : article.note);
    default: {
      if (article.date === undefined) return false;
      if (item.is === 'from') return lastDay(article.date) >= firstDay(item.day);
      return item.is === 'to'
        ? firstDay(article.date) <= lastDay(item.day)
        : firstDay(article.date) < firstDay(item.day);
    }
  }
}

function fieldsIn({ title, body, notes }: Known, field: Field): (readonly OracleTerm[])[] {
  if (field === 'any') return [title, body, notes];
  return [field === 'title' ? title : notes];
}

function named(name: string | undefined, text: string): boolean {
  return name !== undefined && oracleHits(oracleTerms(name), oracleTerms(text), false).length > 0;
}

/** Tries every choice of one place for each word. */
function isNear(terms: readonly OracleTerm[], texts: readonly string[], distance: number): boolean {
  const phrases = texts.map((text) => oracleTerms(text));
  const choose = (chosen: readonly { at: number; after: number }[]): boolean => {
    const phrase = phrases[chosen.length];
    if (!phrase) {
      const last = Math.max(...chosen.map(({ at }) => at));
      return chosen.every(({ after }) => last - after <= distance);
    }
    return terms.some(
      (_, at) =>
        phrase.every((term, i) => term.text === terms[at + i]?.text) &&
        choose([...chosen, { at, after: at + phrase.length }]),
    );
  };
  return choose([]);
}

function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

function lastDay(date: string): string {
  if (date.length === 10) return date;
  return `${date}-31`.length === 10 ? `${date}-31` : `${date}-12-31`;
}
