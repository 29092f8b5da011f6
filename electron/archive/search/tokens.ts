import type { Span } from '#contract/ids.ts';
import { QUERY_FIELDS, type QueryField } from '#contract/query-fields.ts';
import type { QueryPart, QueryProblem } from '#contract/search.ts';

const BLANK = /[\s\p{Control}]/u;
const FIELD = /^([A-Za-z]{2,12}):(?!\/\/)/;
const FIELDS: ReadonlyMap<string, QueryField> = new Map(QUERY_FIELDS.map((field) => [field, field]));

/** Fields whose values are names. */
const NAMES = new Set(['paper', 'by']);

/** A piece between blanks: `-title:"…"*` with its parts told apart. */
export interface Token {
  readonly at: Span;
  readonly excluded: boolean;
  readonly field: QueryField | undefined;
  /** `by:=林越`: this whole name. */
  readonly exact: boolean;
  readonly value: string;
  readonly quoted: boolean;
  readonly prefix: boolean;
}

export function isOr(token: Token | undefined): boolean {
  return token?.value === 'OR' && !token.quoted && !token.excluded && token.field === undefined && !token.prefix;
}

const NEAR = /^NEAR\/(\d{1,6})$/;

/** The number of `NEAR/5`; undefined for everything else. */
export function nearDistance(token: Token | undefined): number | undefined {
  if (!token || token.quoted || token.excluded || token.field !== undefined || token.prefix) return undefined;
  const number = NEAR.exec(token.value)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Whether a token joins its neighbours and is nothing to look for. */
export function isOperator(token: Token | undefined): boolean {
  return isOr(token) || nearDistance(token) !== undefined;
}

export function readTokens(text: string, problems: QueryProblem[]): Token[] {
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
  const field = FIELDS.get(name?.toLowerCase() ?? '');
  if (name !== undefined && field === undefined)
    problems.push({ code: 'unknown_field', at: { start: at, end: at + name.length + 1 } });
  if (field !== undefined) at += field.length + 1;
  const exact = text[at] === '=' && field !== undefined && NAMES.has(field);
  if (exact) at += 1;
  if (text[at] === '"') return readQuoted(text, { start, at, excluded, field, exact }, problems);
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
  return { at: { start, end }, excluded, field, exact, value, quoted: false, prefix };
}

function readQuoted(
  text: string,
  { start, at, ...told }: Pick<Token, 'excluded' | 'field' | 'exact'> & { start: number; at: number },
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
    return { at: { start, end: text.length }, ...told, value, quoted: true, prefix: false };
  }
  const prefix = text[end + 1] === '*';
  return { at: { start, end: end + (prefix ? 2 : 1) }, ...told, value, quoted: true, prefix };
}

/** A token as a person is shown it. */
export function toPart(token: Token): QueryPart {
  const { at, excluded, value, prefix, field } = token;
  const is = isOr(token) ? 'or' : nearDistance(token) !== undefined ? 'near' : (field ?? 'words');
  return { at, is, excluded, value: prefix ? `${value}*` : value };
}
