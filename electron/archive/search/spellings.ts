import { SIMPLIFIED_PAIRS } from './simplified.ts';

/** Simplified characters with the traditional ones that fold to them; made when it is first needed. */
let traditional: Map<string, string[]> | undefined;
let simplified: Map<string, string> | undefined;

function readPairs(): void {
  traditional = new Map();
  simplified = new Map();
  const characters = [...SIMPLIFIED_PAIRS.replaceAll('\n', '')];
  for (let index = 0; index < characters.length; index += 2) {
    const [from, to] = [characters[index] ?? '', characters[index + 1] ?? ''];
    simplified.set(from, to);
    traditional.set(to, [...(traditional.get(to) ?? []), from]);
  }
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
  if (!simplified || !traditional) readPairs();
  const folded = character.normalize('NFKC');
  const base = [...folded].length === 1 ? folded : character;
  const plain = simplified?.get(base) ?? base;
  const cases = [character, base, base.toLowerCase(), base.toUpperCase(), plain, ...(traditional?.get(plain) ?? [])];
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
