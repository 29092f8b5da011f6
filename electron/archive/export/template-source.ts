import { NotUnderstood, readExpression } from './template-expressions.ts';
import { TemplateStopped } from './template-fault.ts';
import { templateFilters } from './template-filters.ts';

/** What a template of a person may hold, by the word that begins it, and the word that ends it. */
const BLOCKS: Readonly<Record<string, string>> = {
  if: 'endif',
  unless: 'endunless',
  for: 'endfor',
  case: 'endcase',
  capture: 'endcapture',
  set: 'endset',
  persist: 'endpersist',
};
/** What may stand in which block only. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  else: ['if', 'unless', 'for', 'case'],
  elsif: ['if', 'unless'],
  elif: ['if', 'unless'],
  elseif: ['if', 'unless'],
  when: ['case'],
};
const FRONT_MATTER = /^\ufeff?---[ \t]*\n[\s\S]*?^---[ \t]*$/m;
const FILTERS: ReadonlySet<string> = new Set(Object.keys(templateFilters()));
const OPENING = /\{\{|\{%|\{#/g;
/** One of what a `when` names, with commas or `or` between them. */
const CHOICE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?!or\b)[^\s,"']+/g;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

interface Open {
  readonly tag: string;
  readonly line: number;
}

/**
 * A template as people write it for Nunjucks or Liquid, as Liquid reads it, with as many lines: what either of both says
 * otherwise is said in Liquid's way, and whatever is not understood stops here, with its line.
 * @throws TemplateStopped
 */
export function liquidOf(source: string): string {
  const text = source.replace(/\r\n?/g, '\n').replace(/[\ufdd0-\ufdef]/g, '');
  if (FRONT_MATTER.test(text)) throw new TemplateStopped(1, 'front_matter', '---');
  const open: Open[] = [];
  let liquid = '';
  let at = 0;
  let counted = 0;
  let line = 1;
  const lineAt = (position: number) => {
    for (; counted < position; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
  for (;;) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    if (!found) break;
    liquid += text.slice(at, found.index);
    const here = lineAt(found.index);
    const kind = found[0];
    const end = endOf(text, found.index + 2, kind);
    if (end < 0) throw new TemplateStopped(here, 'not_closed', firstLine(text.slice(found.index)));
    const raw = text.slice(found.index, end);
    const [, before = '', inner = '', after = ''] = /^..(-?)([\s\S]*?)(-?)..$/.exec(raw) ?? [];
    const lines = '\n'.repeat(raw.split('\n').length - 1);
    const tag = (words: string) => `{%${before} ${words}${lines} ${after}%}`;
    at = end;
    try {
      if (kind === '{{') liquid += `{{${before} ${expressionOf(inner)}${lines} ${after}}}`;
      else if (kind === '{#') liquid += `{%${before} comment %}${lines}{% endcomment ${after}%}`;
      else {
        const [, name = '', words = ''] = /^\s*(#|[\p{L}_]*)([\s\S]*)$/u.exec(inner) ?? [];
        if (name === 'raw' || name === 'verbatim' || name === 'comment') {
          const close = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
          close.lastIndex = at;
          const closed = close.exec(text);
          if (!closed) throw new TemplateStopped(here, 'not_closed', name);
          const kept = text.slice(at, closed.index);
          at = close.lastIndex;
          const word = name === 'comment' ? 'comment' : 'raw';
          // A comment's words would be read as tags.
          const content = name === 'comment' ? kept.replace(/[^\n]/g, '') : kept;
          liquid += `{%${before} ${word}${lines} %}${content}{% end${word} ${closed[0].includes('-%') ? '-' : ''}%}`;
        } else liquid += tag(tagOf(name, words.trim(), here, open));
      }
    } catch (error) {
      if (error instanceof NotUnderstood) throw new TemplateStopped(here, error.reason, error.what);
      throw error;
    }
  }
  const left = open.at(-1);
  if (left) throw new TemplateStopped(left.line, 'not_closed', left.tag);
  return liquid + text.slice(at);
}

/** Behind the end of what begins here; strings are passed over. Negative where there is none. */
function endOf(text: string, from: number, kind: string): number {
  const end = { '{{': '}}', '{%': '%}', '{#': '#}' }[kind] ?? '';
  if (kind === '{#') {
    const found = text.indexOf(end, from);
    return found < 0 ? found : found + 2;
  }
  // An apostrophe in a comment of Liquid begins no string.
  const hasStrings = !/^-?\s*#/.test(text.slice(from, from + 40));
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (text.startsWith(end, at)) return at + 2;
    if (hasStrings && (mark === '"' || mark === "'")) {
      for (at += 1; at < text.length && text[at] !== mark; at += 1) if (text[at] === '\\') at += 1;
    }
  }
  return -1;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function expressionOf(source: string): string {
  const { liquid, rest } = readExpression(source, FILTERS);
  if (rest !== '') throw new NotUnderstood(rest);
  return liquid;
}

/** One tag in Liquid's words. What is open is kept in step. */
function tagOf(name: string, words: string, line: number, open: Open[]): string {
  const within = WITHIN[name];
  const inside = open.at(-1)?.tag ?? '';
  if (within && !within.includes(inside)) throw new TemplateStopped(line, 'not_begun', name);
  if (name.startsWith('end') && Object.values(BLOCKS).includes(name)) {
    const begun = open.pop()?.tag ?? '';
    if (BLOCKS[begun] !== name) throw new TemplateStopped(line, 'not_begun', name);
    return name === 'endset' ? 'endcapture' : name;
  }
  const begins = BLOCKS[name] !== undefined && !(name === 'set' && words.includes('='));
  if (begins) open.push({ tag: name, line });
  switch (name) {
    case 'if':
    case 'unless':
    case 'case':
      return `${name} ${expressionOf(words)}`;
    case 'elsif':
    case 'elif':
    case 'elseif':
      return `elsif ${expressionOf(words)}`;
    case 'else':
    case 'break':
    case 'continue':
      return name;
    case 'when':
      return `when ${(words.match(CHOICE) ?? []).map(expressionOf).join(', ')}`;
    case 'for':
      return loopOf(words);
    case 'set':
    case 'assign':
    case 'capture': {
      const [, variable = '', sign = '', value = ''] = /^(\S+?)\s*(?:(=)([\s\S]*))?$/.exec(words) ?? [];
      if (!NAME.test(variable) || (sign === '') !== begins) throw new NotUnderstood(words);
      return begins ? `capture ${variable}` : `assign ${variable} = ${expressionOf(value)}`;
    }
    case 'echo':
      return `assign echoed = ${expressionOf(words)} %}{{ echoed }}{% comment %}{% endcomment`;
    case 'persist': {
      const kept = /^(["'])([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} _-]{0,59})\1$/u.exec(words)?.[2];
      if (kept === undefined || /-$|--/.test(kept)) throw new TemplateStopped(line, 'bad_name', words);
      if (open.filter(({ tag }) => tag === 'persist').length > 1) throw new TemplateStopped(line, 'bad_name', words);
      return `persist '${kept}'`;
    }
    case '#':
      return `# ${words.replace(/\s+/g, ' ')}`;
    default:
      throw new TemplateStopped(line, 'unknown_tag', name || words);
  }
}

/** `mark in marks`, with what Liquid can say behind it. */
function loopOf(words: string): string {
  const [, variable = '', list = ''] = /^([\s\S]*?)\s+in\s+([\s\S]*)$/.exec(words) ?? [];
  if (!NAME.test(variable)) throw new NotUnderstood(words);
  const { liquid, rest } = readExpression(list, FILTERS);
  if (!/^(?:(?:reversed|limit\s*:\s*\w+|offset\s*:\s*\w+)\s*)*$/.test(rest)) throw new NotUnderstood(rest);
  return `for ${variable} in (${liquid} | items) ${rest}`.trimEnd();
}
