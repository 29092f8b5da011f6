/** Readers of what is written here that share nothing with the writers. */

export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Entries by the grammar of BibTeX: a value is a word or whatever stands between braces that match, backslash or not. */
export function readBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new Error(`not BibTeX at ${at}: ${text.slice(at, at + 40)}`);
    at = pattern.lastIndex;
    return match[1] ?? '';
  };
  const value = (): string => {
    if (text[at] !== '{') return take(/(\w+)/y);
    let depth = 0;
    const start = at + 1;
    do {
      if (at >= text.length) throw new Error('a brace is not closed');
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      at += 1;
    } while (depth > 0);
    return text.slice(start, at - 1);
  };
  while (text.slice(at).trim() !== '') {
    const type = take(/\s*@(\w+)\{/y);
    const key = take(/([\w-]+),\s*/y);
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const name = take(/(\w+) = /y);
      fields[name] = value();
      take(/(),\s*/y);
    }
    at += 1;
    entries.push({ type, key, fields });
  }
  return entries;
}

const MACROS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** What TeX sets: macros by their names, an escaped mark as itself, braces as nothing. */
export function setByTex(source: string): string {
  return source.replace(/\\(text[a-z]+)\{\}|\\([%#$&_])|[{}]/g, (_, macro?: string, mark?: string) =>
    macro === undefined ? (mark ?? '') : (MACROS[macro] ?? `?${macro}?`),
  );
}

/** Names of an `author` field: `and` parts them outside of braces alone. */
export function namesIn(source: string): string[] {
  const names: string[] = [];
  let [depth, name] = [0, ''];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    if (depth === 0 && source.startsWith(' and ', at)) {
      names.push(name);
      name = '';
      at += 4;
    } else name += source[at];
  }
  return name === '' ? names : [...names, name];
}

/** Records of RIS, each a list of tags and values. */
export function readRis(text: string): [tag: string, value: string][][] {
  const records: [string, string][][] = [];
  let open: [string, string][] = [];
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line);
    if (!match) throw new Error(`not RIS: ${line}`);
    if (match[1] === 'ER') {
      records.push(open);
      open = [];
    } else open.push([match[1] ?? '', match[2] ?? '']);
  }
  if (open.length > 0) throw new Error('a record is not closed');
  return records;
}

/** Rows of a table by RFC 4180, without the byte-order mark that must stand before them. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('no byte-order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    const cell = (text[at] === '"' ? /"((?:[^"]|"")*)"/y : /([^,\r\n"]*)/y) as RegExp;
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) throw new Error(`not CSV at ${at}`);
    row.push((match[1] ?? '').replaceAll('""', '"'));
    at = cell.lastIndex;
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`not CSV at ${at}`);
  }
  return rows;
}
