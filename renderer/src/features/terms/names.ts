/** Names that are looked for in one go; the archive takes no more. */
export const MOST_NAMES = 300;
const LONGEST = 200;

/** The names of a pasted list: one a line, or a column of a table; each once, in its order. */
export function readNames(text: string): string[] {
  const names = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => (line.split('\t')[0] ?? '').replace(/^["“”\s]+|["“”\s]+$/gu, '').slice(0, LONGEST))
    .filter((name) => name !== '');
  return [...new Set(names)];
}
