/**
 * One expression as people write it for Nunjucks or for Liquid, as Liquid evaluates it: with parentheses wherever the
 * two group differently, and with filters for what Liquid has no sign for.
 */
export interface Expression {
  readonly liquid: string;
  /** What stands behind it and is no part of it. */
  readonly rest: string;
}

/** It is not understood from here on. */
export class NotUnderstood extends Error {
  readonly what: string;
  readonly reason: 'not_understood' | 'unknown_filter';
  constructor(what: string, reason: NotUnderstood['reason'] = 'not_understood') {
    super(what);
    this.name = 'NotUnderstood';
    this.what = what;
    this.reason = reason;
  }
}

interface Piece {
  readonly kind: 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

const PIECE =
  /\s*(?:(?<text>"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|(?<number>\d+(?:\.\d+)?(?!\.?\d))|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<sign>===|!==|==|!=|>=|<=|\.\.|\/\/|[|.,:()[\]+\-*/%~=<>]))/uy;

/** Signs whose work a filter does. */
const SUMS: Readonly<Record<string, string>> = { '+': 'add', '-': 'minus', '~': 'beside' };
const PRODUCTS: Readonly<Record<string, string>> = {
  '*': 'times',
  '/': 'divided_by',
  '//': 'divided_by',
  '%': 'modulo',
};
const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '>': '>',
  '<': '<',
  '>=': '>=',
  '<=': '<=',
};
/** Methods of JavaScript that templates for Nunjucks call, and the filters that do the same. */
const METHODS: Readonly<Record<string, string>> = {
  format: 'format',
  replace: 'replace',
  replaceAll: 'replace',
  split: 'split',
  join: 'join',
  slice: 'slice',
  trim: 'strip',
  toLowerCase: 'downcase',
  toUpperCase: 'upcase',
  includes: 'includes',
};
const NO_NAMES = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'contains']);

/** @throws NotUnderstood */
export function readExpression(source: string, filters: ReadonlySet<string>): Expression {
  const pieces = cut(source);
  let next = 0;
  const peek = (text: string, ahead = 0) =>
    pieces[next + ahead]?.text === text && pieces[next + ahead]?.kind !== 'text';
  const stop = (): never => {
    throw new NotUnderstood(source.slice(pieces[next]?.at ?? source.length).trim() || source.trim());
  };
  function take(text: string): boolean {
    if (!peek(text)) return false;
    next += 1;
    return true;
  }
  function expect(text: string): void {
    if (!take(text)) stop();
  }

  /** `a if b else c` */
  function whole(): string {
    const value = either();
    if (!take('if')) return value;
    const when = either();
    return `(${value} | given: ${when}, ${take('else') ? whole() : "''"})`;
  }

  function either(): string {
    let left = both();
    while (take('or')) left = `(${left} or ${both()})`;
    return left;
  }

  function both(): string {
    let left = negated();
    while (take('and')) left = `(${left} and ${negated()})`;
    return left;
  }

  function negated(): string {
    return take('not') ? `(${negated()} | untrue)` : compared();
  }

  function compared(): string {
    let left = summed();
    for (;;) {
      const sign = pieces[next]?.kind === 'sign' ? COMPARISONS[pieces[next]?.text ?? ''] : undefined;
      if (sign !== undefined) {
        next += 1;
        left = `(${left} ${sign} ${summed()})`;
      } else if (take('contains')) left = `(${left} contains ${summed()})`;
      else if (take('in')) left = `(${summed()} contains ${left})`;
      else if (peek('not') && peek('in', 1)) {
        next += 2;
        left = `((${summed()} contains ${left}) | untrue)`;
      } else if (take('is')) left = tested(left);
      else return left;
    }
  }

  function tested(value: string): string {
    const isNot = take('not');
    const name = pieces[next]?.text ?? '';
    if (!['defined', 'undefined', 'none', 'null'].includes(name)) stop();
    next += 1;
    return `(${value} ${(name === 'defined') === isNot ? '==' : '!='} nil)`;
  }

  function chained(signs: Readonly<Record<string, string>>, operand: () => string): string {
    let left = operand();
    for (;;) {
      const filter = pieces[next]?.kind === 'sign' ? signs[pieces[next]?.text ?? ''] : undefined;
      if (filter === undefined) return left;
      next += 1;
      left = `(${left} | ${filter}: ${operand()})`;
    }
  }
  const summed = () => chained(SUMS, () => chained(PRODUCTS, filtered));

  function filtered(): string {
    let value = operand();
    while (take('|')) {
      const name = nameOf();
      if (!filters.has(name)) throw new NotUnderstood(name, 'unknown_filter');
      if (take('(')) value = `(${value} | ${name}${given(')')})`;
      else if (take(':')) value = `(${value} | ${name}${given(null)})`;
      else value = `(${value} | ${name})`;
    }
    return value;
  }

  /** What a filter is given: within parentheses any expressions, behind a colon operands alone, as the next filter begins with `|`. */
  function given(end: ')' | null): string {
    const all: string[] = [];
    if (end !== null && take(end)) return '';
    do {
      // Their order is that of their names.
      if (pieces[next]?.kind === 'word' && (peek('=', 1) || peek(':', 1))) next += 2;
      all.push(end === null ? operand() : whole());
    } while (take(','));
    if (end !== null) expect(end);
    return `: ${all.join(', ')}`;
  }

  function nameOf(): string {
    const piece = pieces[next];
    if (piece?.kind !== 'word') return stop();
    next += 1;
    return piece.text;
  }

  function operand(): string {
    const piece = pieces[next];
    if (piece === undefined) return stop();
    next += 1;
    if (piece.kind === 'number') return piece.text;
    if (piece.kind === 'text') return inside(piece.text);
    if (piece.kind === 'word') {
      if (!NO_NAMES.has(piece.text)) return inside(wordOf(piece.text));
    } else if (piece.text === '-' && pieces[next]?.kind === 'number') {
      next += 1;
      return `-${pieces[next - 1]?.text}`;
    } else if (piece.text === '(') {
      const value = whole();
      if (take('..')) {
        const end = whole();
        expect(')');
        return `(${value}..${end})`;
      }
      expect(')');
      return inside(value.startsWith('(') ? value : `(${value})`);
    } else if (piece.text === '[') {
      if (take(']')) return "('' | items)";
      const all = [whole()];
      while (take(',')) all.push(whole());
      expect(']');
      return inside(`(${all[0]} | together: ${all.join(', ')})`);
    }
    next -= 1;
    return stop();
  }

  /** `.name`, `[…]` and methods behind a value. */
  function inside(value: string): string {
    let path = value;
    for (;;) {
      if (take('[')) {
        path += `[${whole()}]`;
        expect(']');
      } else if (peek('.') && pieces[next + 1]?.kind === 'word') {
        next += 1;
        const name = nameOf();
        const filter = METHODS[name];
        if (!peek('(')) path += `.${name}`;
        else if (filter === undefined) {
          next -= 1;
          return stop();
        } else {
          next += 1;
          path = `(${path} | ${filter}${given(')')})`;
        }
      } else {
        if (peek('(') && /^[\p{L}_]/u.test(value)) stop();
        return path;
      }
    }
  }

  const liquid = whole();
  return { liquid, rest: pieces[next] === undefined ? '' : source.slice(pieces[next]?.at).trim() };
}

function wordOf(word: string): string {
  return { True: 'true', False: 'false', None: 'nil', none: 'nil', undefined: 'nil' }[word] ?? word;
}

function cut(source: string): Piece[] {
  const pieces: Piece[] = [];
  PIECE.lastIndex = 0;
  let at = 0;
  while (at < source.trimEnd().length) {
    PIECE.lastIndex = at;
    const groups = PIECE.exec(source)?.groups;
    const [kind, text] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (kind === undefined || text === undefined) throw new NotUnderstood(source.slice(at).trim());
    at = PIECE.lastIndex;
    pieces.push({ kind: kind as Piece['kind'], text, at: at - text.length });
  }
  return pieces;
}
