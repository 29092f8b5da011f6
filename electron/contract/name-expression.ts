export type PatternFault =
  | 'unbalanced'
  | 'nothing_to_repeat'
  | 'bad_repetition'
  | 'bad_class'
  | 'bad_escape'
  | 'bad_group'
  | 'group_twice'
  | 'look_around'
  | 'back_reference'
  | 'not_supported'
  | 'too_large';

/** What is wrong, and where in the text that was given. */
export class PatternError extends Error {
  readonly code: PatternFault;
  readonly at: number;
  readonly end: number;
  constructor(code: PatternFault, at: number, end: number) {
    super(code);
    this.code = code;
    this.at = at;
    this.end = end;
  }
}

/** What an expression is made of. `slot` is the place of the group among the names. */
export type PatternNode =
  | { readonly is: 'one'; readonly test: (character: string) => boolean }
  | { readonly is: 'start' | 'end' }
  | { readonly is: 'all' | 'any'; readonly parts: readonly PatternNode[] }
  | { readonly is: 'group'; readonly slot: number; readonly body: PatternNode }
  | {
      readonly is: 'repeat';
      readonly body: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

/** A counted repetition is written out. */
const MOST_REPEATS = 200;

/** The structure of the text; what one character may be is left to the language's own expressions, one at a time. */
export function parseExpression(text: string, ignoreCase: boolean): { node: PatternNode; groups: string[] } {
  const groups: string[] = [];
  let at = 0;

  function one(start: number, fault: PatternFault): PatternNode {
    const source = text.slice(start, at);
    try {
      const expression = new RegExp(`^(?:${source})$`, ignoreCase ? 'isu' : 'su');
      return { is: 'one', test: (character) => expression.test(character) };
    } catch {
      throw new PatternError(fault, start, at);
    }
  }

  function parseAny(): PatternNode {
    const parts: PatternNode[] = [parseAll()];
    while (text[at] === '|') {
      at += 1;
      parts.push(parseAll());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { is: 'any', parts };
  }

  function parseAll(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') parts.push(parseRepeat());
    return { is: 'all', parts };
  }

  function parseRepeat(): PatternNode {
    const start = at;
    const body = parseAtom();
    const repetition = /^(?:[*+?]|\{(\d{1,6})(,(\d{0,6}))?\})(\??)/.exec(text.slice(at));
    if (!repetition) return body;
    if (body.is === 'start' || body.is === 'end') throw new PatternError('nothing_to_repeat', start, at + 1);
    const [whole, low, comma, high, lazy] = repetition;
    const sign = whole[0];
    const least = low === undefined ? (sign === '+' ? 1 : 0) : Number(low);
    const most =
      low === undefined
        ? sign === '?'
          ? 1
          : Number.POSITIVE_INFINITY
        : comma === undefined
          ? least
          : high === ''
            ? Number.POSITIVE_INFINITY
            : Number(high);
    const end = at + whole.length;
    if (least > most) throw new PatternError('bad_repetition', at, end);
    if (least > MOST_REPEATS || (most !== Number.POSITIVE_INFINITY && most > MOST_REPEATS))
      throw new PatternError('too_large', at, end);
    at = end;
    if (/^[*+?{]/.test(text.slice(at))) throw new PatternError('nothing_to_repeat', at, at + 1);
    return { is: 'repeat', body, least, most, lazy: lazy === '?' };
  }

  function parseAtom(): PatternNode {
    const start = at;
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += sign.length;
    switch (sign) {
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '(':
        return parseGroup(start);
      case '[':
        return parseClass(start);
      case '\\':
        return parseEscape(start);
      case '.':
        return { is: 'one', test: () => true };
      case '*':
      case '+':
      case '?':
        throw new PatternError('nothing_to_repeat', start, at);
      case '{':
        throw new PatternError('bad_repetition', start, at);
      case ']':
      case '}':
        throw new PatternError('unbalanced', start, at);
      default:
        return one(start, 'not_supported');
    }
  }

  function parseGroup(start: number): PatternNode {
    let slot: number | undefined;
    if (text[at] === '?') {
      const rest = text.slice(at);
      const name = /^\?<([A-Za-z_]\w{0,31})>/.exec(rest);
      if (/^\?<?[=!]/.test(rest)) throw new PatternError('look_around', start, Math.min(text.length, start + 3));
      if (name?.[1] !== undefined) {
        if (groups.includes(name[1])) throw new PatternError('group_twice', start, start + 1 + name[0].length);
        slot = groups.push(name[1]) - 1;
        at += name[0].length;
      } else if (rest.startsWith('?:')) at += 2;
      else throw new PatternError('bad_group', start, Math.min(text.length, start + 3));
    }
    const body = parseAny();
    if (text[at] !== ')') throw new PatternError('unbalanced', start, start + 1);
    at += 1;
    return slot === undefined ? body : { is: 'group', slot, body };
  }

  function parseClass(start: number): PatternNode {
    while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1;
    if (at >= text.length) throw new PatternError('unbalanced', start, start + 1);
    at += 1;
    return one(start, 'bad_class');
  }

  function parseEscape(start: number): PatternNode {
    const sign = /^(?:[pP]\{[^{}]{1,64}\}|u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/su.exec(
      text.slice(at),
    )?.[0];
    if (sign === undefined) throw new PatternError('bad_escape', start, text.length);
    at += sign.length;
    if (/^[1-9k]/.test(sign)) throw new PatternError('back_reference', start, at);
    if (/^[bB]$/.test(sign)) throw new PatternError('not_supported', start, at);
    return one(start, 'bad_escape');
  }

  const node = parseAny();
  if (at < text.length) throw new PatternError('unbalanced', at, at + 1);
  return { node, groups };
}
