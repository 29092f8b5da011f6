import { ReadingState } from '#contract/articles.ts';
import { ArticleKind } from '#contract/derivation.ts';
import type { Span } from '#contract/ids.ts';
import { QUERY_CHARACTERS, type QueryProblem } from '#contract/search.ts';
import { dayBounds } from '../store/edtf.ts';
import { cut, isSolid } from './cut.ts';
import { Class } from './fold.ts';
import type { Sought } from './match.ts';

/** Words or a phrase: terms that must stand one after the other. */
export interface Phrase extends Sought {
  readonly type: 'phrase';
  /** `any` is title, body and notes. */
  readonly field: 'any' | 'title' | 'note';
}

/** What is asked of an article beside its text. Values of `paper` and `by` are terms, those of `tag` a path. */
export type Filter =
  | { readonly type: 'tag'; readonly path: string; readonly below: boolean }
  | ({ readonly type: 'paper' | 'by' } & Sought)
  | { readonly type: 'kind'; readonly kind: ArticleKind }
  | { readonly type: 'is'; readonly state: ReadingState }
  | { readonly type: 'has'; readonly what: 'highlight' | 'note' | 'tag' }
  /** Days, both included; an article's own bounds must reach into them. */
  | { readonly type: 'date'; readonly from: string | undefined; readonly to: string | undefined };

export interface Item {
  readonly excluded: boolean;
  readonly wanted: Phrase | Filter;
}

/** One of its items must hold; all clauses of a query must. */
export type Clause = readonly Item[];

export interface Query {
  readonly clauses: readonly Clause[];
  readonly problems: readonly QueryProblem[];
}

/** More words than a person types; each costs a look into the index. */
const MOST_ITEMS = 200;

const BLANK = /[\s\p{Control}]/u;
const FIELD = /^([A-Za-z]{2,12}):(?!\/\/)/;
const FIELDS = new Set(['title', 'note', 'tag', 'from', 'to', 'before', 'paper', 'by', 'kind', 'has', 'is']);
const HAS = new Set(['highlight', 'note', 'tag']);

/** A piece between blanks: `-title:"…"*` with its parts told apart. */
interface Token {
  readonly at: Span;
  readonly excluded: boolean;
  readonly field: string | undefined;
  readonly value: string;
  readonly quoted: boolean;
  readonly prefix: boolean;
}

/**
 * Reads what a person typed. Blanks mean AND, `OR` joins its two neighbours and binds closer, `-` excludes. Nothing is
 * an error: what cannot be understood is a problem with its place, and the rest is searched.
 */
export function parseQuery(text: string): Query {
  const problems: QueryProblem[] = [];
  const typed = shorten(text, problems);
  const clauses: Item[][] = [];
  let items = 0;
  let joins = false;
  const tokens = readTokens(typed, problems);
  for (const [i, token] of tokens.entries()) {
    if (isOr(token) && items > 0 && i + 1 < tokens.length && !isOr(tokens[i + 1])) {
      joins = true;
      continue;
    }
    const item = toItem(token, problems);
    if (!item) continue;
    items += 1;
    if (items > MOST_ITEMS) {
      problems.push({ code: 'too_long', at: { start: token.at.start, end: typed.length } });
      break;
    }
    const last = clauses.at(-1);
    if (joins && last) last.push(item);
    else clauses.push([item]);
    joins = false;
  }
  const isPositive = clauses.some((clause) => clause.some((item) => !item.excluded));
  if (clauses.length > 0 && !isPositive) {
    problems.push({ code: 'only_exclusions', at: { start: 0, end: typed.length } });
    return { clauses: [], problems };
  }
  return { clauses: joinDays(clauses), problems };
}

/** `from:` and `to:` are one range of days: each alone lets half of the archive through. */
function joinDays(clauses: readonly Clause[]): Clause[] {
  const rest: Clause[] = [];
  let from: string | undefined;
  let to: string | undefined;
  for (const clause of clauses) {
    const [item] = clause;
    if (clause.length > 1 || !item || item.excluded || item.wanted.type !== 'date') {
      rest.push(clause);
      continue;
    }
    const days = item.wanted;
    if (days.from !== undefined && (from === undefined || days.from > from)) from = days.from;
    if (days.to !== undefined && (to === undefined || days.to < to)) to = days.to;
  }
  if (from === undefined && to === undefined) return rest;
  return [...rest, [{ excluded: false, wanted: { type: 'date', from, to } }]];
}

function shorten(text: string, problems: QueryProblem[]): string {
  if (text.length <= QUERY_CHARACTERS) return text;
  problems.push({ code: 'too_long', at: { start: QUERY_CHARACTERS, end: text.length } });
  return text.slice(0, QUERY_CHARACTERS);
}

function isOr(token: Token | undefined): boolean {
  return token?.value === 'OR' && !token.quoted && !token.excluded && token.field === undefined && !token.prefix;
}

function readTokens(text: string, problems: QueryProblem[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (BLANK.test(text[at] as string)) {
      at += 1;
      continue;
    }
    const token = readToken(text, at, problems);
    tokens.push(token);
    at = token.at.end;
  }
  return tokens;
}

function readToken(text: string, start: number, problems: QueryProblem[]): Token {
  let at = start;
  const excluded = text[at] === '-' && at + 1 < text.length && !BLANK.test(text[at + 1] as string);
  if (excluded) at += 1;
  const name = FIELD.exec(text.slice(at, at + 16))?.[1];
  const field = name !== undefined && FIELDS.has(name.toLowerCase()) ? name.toLowerCase() : undefined;
  if (name !== undefined && field === undefined)
    problems.push({ code: 'unknown_field', at: { start: at, end: at + name.length + 1 } });
  if (field !== undefined) at += field.length + 1;
  if (text[at] === '"') return readQuoted(text, { start, at, excluded, field }, problems);
  let end = at;
  while (end < text.length && !BLANK.test(text[end] as string)) end += 1;
  let value = text.slice(at, end);
  const prefix = value.length > 1 && value.endsWith('*') && field !== 'tag';
  if (prefix) value = value.slice(0, -1);
  // A quotation mark that closes nothing would only make sure that nothing is found.
  if (value.endsWith('"') && value.indexOf('"') === value.length - 1) {
    problems.push({ code: 'unbalanced_quote', at: { start: at + value.length - 1, end: at + value.length } });
    value = value.slice(0, -1);
  }
  return { at: { start, end }, excluded, field, value, quoted: false, prefix };
}

function readQuoted(
  text: string,
  { start, at, excluded, field }: { start: number; at: number; excluded: boolean; field: string | undefined },
  problems: QueryProblem[],
): Token {
  let value = '';
  let end = at + 1;
  for (; end < text.length; end += 1) {
    if (text[end] !== '"') value += text[end];
    else if (text[end + 1] === '"' && value !== '') {
      // Doubled, a quotation mark stands for itself.
      value += '"';
      end += 1;
    } else break;
  }
  if (end >= text.length) {
    problems.push({ code: 'unbalanced_quote', at: { start: at, end: at + 1 } });
    return { at: { start, end: text.length }, excluded, field, value, quoted: true, prefix: false };
  }
  const prefix = text[end + 1] === '*';
  return { at: { start, end: end + (prefix ? 2 : 1) }, excluded, field, value, quoted: true, prefix };
}

function toItem(token: Token, problems: QueryProblem[]): Item | undefined {
  const { excluded } = token;
  switch (token.field) {
    case undefined:
    case 'title':
    case 'note': {
      const found = toTerms(token, problems);
      return found && { excluded, wanted: { type: 'phrase', field: token.field ?? 'any', ...found } };
    }
    case 'paper':
    case 'by': {
      const found = toTerms(token, problems);
      return found && { excluded, wanted: { type: token.field, ...found } };
    }
    default: {
      const wanted = toFilter(token.field, token.value);
      if (!wanted) problems.push({ code: codeFor(token), at: token.at });
      return wanted && { excluded, wanted };
    }
  }
}

function codeFor({ field, value }: Token): QueryProblem['code'] {
  if (value.trim() === '') return 'nothing_to_search';
  return field === 'from' || field === 'to' || field === 'before' ? 'bad_date' : 'unknown_field';
}

/** Punctuation alone finds nothing worth reading; beside words it must match. */
function toTerms(token: Token, problems: QueryProblem[]): Sought | undefined {
  const { terms, kinds } = cut(token.value);
  if (!kinds.some(isSolid)) {
    problems.push({ code: 'nothing_to_search', at: token.at });
    return undefined;
  }
  return { terms, kinds, prefix: token.prefix && kinds.at(-1) === Class.letter };
}

function toFilter(field: string, value: string): Filter | undefined {
  const word = value.trim().toLowerCase();
  if (field === 'tag') return toTag(value.trim());
  if (field === 'kind') {
    const kind = ArticleKind.safeParse(word.replaceAll('-', '_'));
    return kind.success ? { type: 'kind', kind: kind.data } : undefined;
  }
  if (field === 'is') {
    const state = ReadingState.safeParse(word);
    return state.success ? { type: 'is', state: state.data } : undefined;
  }
  if (field === 'has') return HAS.has(word) ? { type: 'has', what: word as 'highlight' | 'note' | 'tag' } : undefined;
  const bounds = dayBounds(value.trim().replace(/^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?$/, spellDate));
  if (!bounds) return undefined;
  if (field === 'from') return { type: 'date', from: bounds.from, to: undefined };
  return { type: 'date', from: undefined, to: field === 'to' ? bounds.to : dayBefore(bounds.from) };
}

function toTag(value: string): Filter | undefined {
  const below = value.endsWith('/*');
  const path = below ? value.slice(0, -2) : value.replace(/\/+$/, '');
  return path === '' ? undefined : { type: 'tag', path, below };
}

function spellDate(_: string, year: string, month: string, day: string | undefined): string {
  const rest = day === undefined ? '' : `-${day.padStart(2, '0')}`;
  return `${year}-${month.padStart(2, '0')}${rest}`;
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
