import { RE2JS, RE2JSSyntaxException } from 're2js';

/**
 * Regular expressions that cannot run away: a person writes the rule and a stranger the names, so they are RE2's, whose
 * time grows with the name and with nothing else. It has no looking around and no back references.
 */
export type Pattern = RE2JS;

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

/** Longer names match nothing. */
const NAME_CHARACTERS = 4_096;

/** @throws PatternError */
export function compilePattern(text: string, ignoreCase = false): Pattern {
  // What JavaScript calls a script, RE2 calls by its name alone.
  const source = text.replace(/\\([pP])\{(?:Script|sc|Script_Extensions|scx)=/gu, '\\$1{');
  try {
    return RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw faultOf(text, error.getDescription(), error.getPattern() ?? '');
  }
}

/** The names of the groups. */
export function groupsOf(pattern: Pattern): string[] {
  return Object.keys(pattern.namedGroups());
}

/** The groups of the first match, by name; a group that took no part is not among them. Undefined where nothing matches. */
export function matchPattern(pattern: Pattern, text: string): ReadonlyMap<string, string> | undefined {
  if (text.length > NAME_CHARACTERS) return undefined;
  const matcher = pattern.matcher(text);
  if (!matcher.find()) return undefined;
  return new Map(
    groupsOf(pattern).flatMap((name) => {
      const value = matcher.group(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

const FAULTS: Readonly<Record<string, PatternFault>> = {
  'missing closing )': 'unbalanced',
  'unexpected )': 'unbalanced',
  'missing closing ]': 'unbalanced',
  'missing argument to repetition operator': 'nothing_to_repeat',
  'invalid nested repetition operator': 'nothing_to_repeat',
  'invalid repeat count': 'bad_repetition',
  'invalid character class range': 'bad_class',
  'invalid escape sequence': 'bad_escape',
  'trailing backslash at end of expression': 'bad_escape',
  'invalid named capture': 'bad_group',
  'duplicate capture group name': 'group_twice',
  'expression too large': 'too_large',
  'expression nests too deeply': 'too_large',
};

/** `part` is the piece of the expression that RE2 stumbled over: for a missing bracket, all that follows it or all of it. */
function faultOf(text: string, said: string, part: string): PatternError {
  const code = FAULTS[said] ?? 'not_supported';
  if (said === 'missing closing )') return faultAt('unbalanced', text, unclosed(text), 1);
  if (said === 'unexpected )') return faultAt('unbalanced', text, text.lastIndexOf(')'), 1);
  if (code === 'unbalanced') return faultAt(code, text, text.indexOf(part), 1);
  const at = code === 'group_twice' ? text.lastIndexOf(`(?<${part}>`) : text.indexOf(part);
  const length = code === 'group_twice' ? part.length + 4 : part.length;
  if (/^\(\?<?[=!]/u.test(part)) return faultAt('look_around', text, at, length);
  if (code === 'bad_escape' && /^\\[1-9k]/u.test(part)) return faultAt('back_reference', text, at, length);
  if (code === 'bad_repetition' && isCount(part)) return faultAt('too_large', text, at, length);
  return faultAt(code, text, at, length);
}

function faultAt(code: PatternFault, text: string, at: number, length: number): PatternError {
  return at < 0 ? new PatternError(code, 0, text.length) : new PatternError(code, at, at + length);
}

/** A number of repetitions that says what it means, and is too many by itself or inside others. */
function isCount(part: string): boolean {
  const [, least = '', most = least] = /^\{(\d+)(?:,(\d*))?\}$/u.exec(part) ?? [];
  return least !== '' && (most === '' || Number(most) >= Number(least));
}

/** Where the last bracket is that nothing closes. */
function unclosed(text: string): number {
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[()]/gu)) {
    if (token === '(') open.push(index);
    else if (token === ')') open.pop();
  }
  return open.at(-1) ?? -1;
}
