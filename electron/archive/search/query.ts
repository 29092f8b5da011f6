import { ReadingState } from '#contract/articles.ts';
import { ArticleKind } from '#contract/derivation.ts';
import type { QueryField } from '#contract/query-fields.ts';
import { QUERY_CHARACTERS, type QueryPart, type QueryProblem } from '#contract/search.ts';
import { dayBounds } from '../store/edtf.ts';
import { cut, isSolid } from './cut.ts';
import { Class, foldedText } from './fold.ts';
import { INDEXED_TERMS } from './limits.ts';
import type { Sought } from './match.ts';
import { isOperator, isOr, nearDistance, readTokens, type Token, toPart } from './tokens.ts';

/** Words or a phrase: terms that must stand one after the other. */
export interface Phrase extends Sought {
  readonly type: 'phrase';
  /** `any` is title, body and notes. */
  readonly field: 'any' | 'title' | 'note';
}

/** Phrases that stand in one field with no more than so many terms between them, in any order. */
export interface Near {
  readonly type: 'near';
  readonly field: Phrase['field'];
  /** Terms between the end of each and the beginning of the last of them; a punctuation mark is one. */
  readonly distance: number;
  readonly parts: readonly Sought[];
}

/** What is looked for in the text. */
export type Words = Phrase | Near;

/** A paper or a person: terms that stand in the name, or after `=` the whole name, folded. */
export interface NameFilter extends Sought {
  readonly type: 'paper' | 'by';
  readonly exact: string | undefined;
}

/** What is asked of an article beside its text. */
export type Filter =
  | { readonly type: 'tag'; readonly path: string; readonly below: boolean }
  | NameFilter
  | { readonly type: 'kind'; readonly kind: ArticleKind }
  | { readonly type: 'is'; readonly state: ReadingState }
  | { readonly type: 'has'; readonly what: 'highlight' | 'note' | 'tag' }
  /** Days, both included; an article's own bounds must reach into them. */
  | { readonly type: 'date'; readonly from: string | undefined; readonly to: string | undefined };

export interface Item {
  readonly excluded: boolean;
  readonly wanted: Words | Filter;
}

/** One of its items must hold; all clauses of a query must. */
export type Clause = readonly Item[];

export interface Query {
  readonly clauses: readonly Clause[];
  readonly problems: readonly QueryProblem[];
  /** Everything that was read, in its order. */
  readonly parts: readonly QueryPart[];
}

/** More words than a person types; each costs a look into the index. */
const MOST_ITEMS = 200;

const HAS = new Set(['highlight', 'note', 'tag']);

/** Farther apart, words have nothing to do with each other. */
const FARTHEST = 100;

/**
 * Reads what a person typed. Blanks mean AND, `OR` joins its two neighbours and binds closer, `NEAR/n` closer still, `-`
 * excludes. Nothing is an error: what cannot be understood is a problem with its place, and the rest is searched.
 */
export function parseQuery(text: string): Query {
  const problems: QueryProblem[] = [];
  const typed = shorten(text, problems);
  const clauses: Item[][] = [];
  let items = 0;
  let joins = false;
  /** The item just before an operator, and what was asked of it and the next one. */
  let previous: Item | undefined;
  let near: { readonly distance: number; readonly at: QueryProblem['at'] } | undefined;
  const tokens = readTokens(typed, problems);
  const parts = tokens.slice(0, MOST_ITEMS).map(toPart);
  for (const [i, token] of tokens.entries()) {
    const isBetween = i > 0 && !isOperator(tokens[i - 1]) && i + 1 < tokens.length && !isOperator(tokens[i + 1]);
    const distance = nearDistance(token);
    if (distance !== undefined) {
      if (isBetween) near = { distance, at: token.at };
      else problems.push({ code: 'bad_near', at: token.at });
      continue;
    }
    if (isOr(token) && items > 0 && i + 1 < tokens.length && !isOr(tokens[i + 1])) {
      joins = true;
      continue;
    }
    const item = toItem(token, problems);
    const asked = near;
    near = undefined;
    if (!item) {
      previous = undefined;
      continue;
    }
    items += 1;
    if (items > MOST_ITEMS) {
      problems.push({ code: 'too_long', at: { start: token.at.start, end: typed.length } });
      break;
    }
    const last = clauses.at(-1);
    const together = asked && previous && joinNear(previous, item, asked.distance);
    if (asked && !together) problems.push({ code: 'bad_near', at: asked.at });
    if (together) last?.splice(-1, 1, together);
    else if (joins && last) last.push(item);
    else clauses.push([item]);
    previous = together ?? item;
    joins = false;
  }
  const isPositive = clauses.some((clause) => clause.some((item) => !item.excluded));
  if (clauses.length > 0 && !isPositive) {
    problems.push({ code: 'only_exclusions', at: { start: 0, end: typed.length } });
    return { clauses: [], problems, parts };
  }
  return { clauses: joinDays(clauses), problems, parts };
}

/** Undefined where the two cannot be asked to be near each other: the rest is searched as if only both were wanted. */
function joinNear(one: Item, other: Item, distance: number): Item | undefined {
  const { wanted: left } = one;
  const { wanted: right } = other;
  if (distance > FARTHEST || other.excluded || right.type !== 'phrase') return undefined;
  if (left.type !== 'phrase' && (left.type !== 'near' || left.distance !== distance)) return undefined;
  if (left.field !== right.field && left.field !== 'any' && right.field !== 'any') return undefined;
  const field = left.field === 'any' ? right.field : left.field;
  const parts = [...(left.type === 'near' ? left.parts : [left]), right];
  if (parts.some((part) => part.terms.length > INDEXED_TERMS)) return undefined;
  return { excluded: one.excluded, wanted: { type: 'near', field, distance, parts } };
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
      const exact = token.exact ? foldedText(token.value) : undefined;
      return found && { excluded, wanted: { type: token.field, exact, ...found } };
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
  return field === 'from' || field === 'to' || field === 'before' ? 'bad_date' : 'unknown_value';
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

function toFilter(field: QueryField, value: string): Filter | undefined {
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
