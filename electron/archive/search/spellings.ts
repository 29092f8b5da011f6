import { SIMPLIFIED } from '../store/simplified.ts';

/** Simplified characters with the traditional ones that fold to them; made when it is first needed. */
let traditional: Map<string, string[]> | undefined;

function readTraditional(): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const [from, to] of SIMPLIFIED) forms.set(to, [...(forms.get(to) ?? []), from]);
  return forms;
}

/**
 * One GLOB pattern for each word, that finds it anywhere in a text however it is written there: every character stands
 * for its capital, its full-width and its simplified or traditional forms. For texts that have no index, such as notes.
 */
export function spellings(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `*${[...word].map(spelling).join('')}*`);
}

function spelling(character: string): string {
  traditional ??= readTraditional();
  const folded = character.normalize('NFKC');
  const base = [...folded].length === 1 ? folded : character;
  const plain = SIMPLIFIED.get(base) ?? base;
  const cases = [character, base, base.toLowerCase(), base.toUpperCase(), plain, ...(traditional.get(plain) ?? [])];
  const single = cases.filter((form) => [...form].length === 1);
  const forms = [...new Set(single.flatMap((form) => [form, ...fullWidth(form)]))];
  const [only] = forms;
  if (forms.length === 1 && only !== undefined && !'*?['.includes(only)) return only;
  // A bracket that closes stands first in its class, a caret never does.
  const order = (form: string) => (form === ']' ? 0 : form === '^' ? 2 : 1);
  return `[${forms.sort((one, other) => order(one) - order(other)).join('')}]`;
}

function fullWidth(form: string): string[] {
  const code = form.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f ? [String.fromCodePoint(code + 0xfee0)] : [];
}
