import { hanNumber } from './han-number.ts';
import {
  compilePattern,
  groupsOf,
  matchPattern,
  type Pattern,
  PatternError,
  type PatternFault,
} from './name-pattern.ts';

/**
 * How the names of a batch say paper, day and page: a template, `{报}/{yyyy}/{mmdd}/{版}.txt`, or a regular expression
 * between slashes with the groups paper, year, month, day, page and section. Plain functions without schemas: the
 * window reads names with them while one writes, the threads that read files and the command line do the same.
 *
 * A template says the end of a path, from the start of a folder's or the file's name on; an expression is found
 * anywhere in it unless it says where. In both a path has `/` between its parts and digits of ordinary width.
 */
export interface NameRule {
  readonly text: string;
  readonly pattern: Pattern;
}

export interface RuleProblem {
  readonly code:
    | PatternFault
    | 'empty'
    | 'too_long'
    | 'unknown_field'
    | 'open_brace'
    | 'nothing_between'
    | 'no_field'
    | 'month_without_year'
    | 'day_without_month';
  /** The part of the rule that is meant. */
  readonly at: number;
  readonly end: number;
}

/** What a name says by the rule; null for what the rule does not ask of it. */
export interface NameParts {
  readonly publication: string | null;
  /** EDTF: a day, or a month or year where the rule asks for no more. */
  readonly date: string | null;
  readonly pageLabel: string | null;
  readonly section: string | null;
}

export type NameReading =
  | { readonly is: 'read'; readonly parts: NameParts }
  | { readonly is: 'other' }
  /** It has the form, and says a day that no calendar has: `2023-02-30`. */
  | { readonly is: 'no_such_day'; readonly said: string }
  /** The same field stands twice and says two things. */
  | { readonly is: 'two_values'; readonly said: string };

export const RULE_CHARACTERS = 500;

const PAGE = '第?[A-Za-z]?\\d{1,4}版?|第[一二三四五六七八九十]{1,3}版';
const WORDS = '[^/]+?';
/** What a field of a template takes, and which of the groups it is. */
const FIELDS: Readonly<Record<string, readonly (readonly [group: string, takes: string])[]>> = {
  报: [['paper', WORDS]],
  paper: [['paper', WORDS]],
  yyyy: [['year', '\\d{4}']],
  yy: [['year', '\\d{2}']],
  mm: [['month', '\\d{1,2}']],
  dd: [['day', '\\d{1,2}']],
  mmdd: [
    ['month', '\\d{2}'],
    ['day', '\\d{2}'],
  ],
  yyyymmdd: [
    ['year', '\\d{4}'],
    ['month', '\\d{2}'],
    ['day', '\\d{2}'],
  ],
  版: [['page', PAGE]],
  page: [['page', PAGE]],
  版名: [['section', WORDS]],
  section: [['section', WORDS]],
};
const DAY_FIELDS = ['yyyy', 'yy', 'mm', 'dd', 'mmdd', 'yyyymmdd'];
/** As a person is shown them, by the language of the window; a template takes all of them. */
export const TEMPLATE_FIELDS = {
  'zh-Hans': ['报', ...DAY_FIELDS, '版', '版名'],
  en: ['paper', ...DAY_FIELDS, 'page', 'section'],
};
const GROUPS = ['paper', 'year', 'month', 'day', 'page', 'section'];

/** The rule, or what is wrong with it and where. */
export function readNameRule(text: string): { readonly rule: NameRule } | { readonly problem: RuleProblem } {
  const problem = (code: RuleProblem['code'], at = 0, end = text.length) => ({ problem: { code, at, end } });
  if (text.trim() === '') return problem('empty');
  if (text.length > RULE_CHARACTERS) return problem('too_long', RULE_CHARACTERS);
  const expression = /^\/(.+)\/(i?)$/su.exec(text);
  try {
    const pattern = expression
      ? compilePattern(expression[1] ?? '', expression[2] === 'i')
      : compilePattern(readTemplate(text), true);
    const asked = new Set(groupsOf(pattern).map(groupOf));
    const unknown = groupsOf(pattern).find((name) => !GROUPS.includes(groupOf(name)));
    if (unknown !== undefined) {
      const at = text.indexOf(`(?<${unknown}>`);
      return problem('unknown_field', at, at + unknown.length + 4);
    }
    if (asked.size === 0) return problem('no_field');
    if (asked.has('day') && !asked.has('month')) return problem('day_without_month');
    if (asked.has('month') && !asked.has('year')) return problem('month_without_year');
    return { rule: { text, pattern } };
  } catch (error) {
    if (error instanceof TemplateError) return problem(error.code, error.at, error.end);
    if (!(error instanceof PatternError)) throw error;
    // What is found in an expression stands behind the slash; what a template made is the template as a whole.
    return expression ? problem(error.code, error.at + 1, error.end + 1) : problem(error.code);
  }
}

class TemplateError extends Error {
  readonly code: 'unknown_field' | 'open_brace' | 'nothing_between';
  readonly at: number;
  readonly end: number;
  constructor(code: TemplateError['code'], at: number, end: number) {
    super(code);
    this.code = code;
    this.at = at;
    this.end = end;
  }
}

/** A template as an expression over the end of a path. Fields that stand twice get a number behind their name. */
function readTemplate(template: string): string {
  const taken = new Map<string, number>();
  let source = '';
  let wasOpen = false;
  let at = 0;
  for (const [part] of template.matchAll(/\{[^{}]*\}|\*\*[\\/]?|[\s\S]/gu)) {
    const end = at + part.length;
    if (part.startsWith('{') && part.length > 1) {
      const field = FIELDS[part.slice(1, -1).trim().toLowerCase()];
      if (!field) throw new TemplateError('unknown_field', at, end);
      const isOpen = field[0]?.[1] === WORDS;
      // Where does the paper end and the section begin?
      if (wasOpen && isOpen) throw new TemplateError('nothing_between', at, end);
      for (const [group, takes] of field) {
        const times = taken.get(group) ?? 0;
        taken.set(group, times + 1);
        source += `(?<${group}_${times}>${takes})`;
      }
      wasOpen = isOpen;
    } else {
      if (part === '{' || part === '}') throw new TemplateError('open_brace', at, end);
      source += part.startsWith('**')
        ? part.length === 3
          ? '(?:.*/)?'
          : '.*'
        : part === '*'
          ? '[^/]*?'
          : part === '\\'
            ? '/'
            : part.replace(/[$()+.?[\]^|]/gu, '\\$&');
      wasOpen = part === '*' && wasOpen;
    }
    at = end;
  }
  // With folders of any number in it there is no telling its start from its end: then it begins where the path does.
  const before = source.includes('.*') ? '(?:.*/)??' : '(?:.*/)?';
  return `^${before}${source.replace(/^\/+/u, '')}$`;
}

function groupOf(name: string): string {
  return name.replace(/_\d+$/u, '');
}

/** What the rule reads off a path. */
export function readName({ pattern }: NameRule, path: string): NameReading {
  const found = matchPattern(pattern, plain(path));
  if (!found) return { is: 'other' };
  const values = new Map<string, string>();
  for (const [name, value] of found) {
    const group = groupOf(name);
    const said = tidy(group, value);
    const before = values.get(group);
    if (before !== undefined && before !== said) return { is: 'two_values', said: `${before} / ${said}` };
    if (said !== '') values.set(group, said);
  }
  const date = dateOf(values.get('year'), values.get('month'), values.get('day'));
  if (date !== null && !isDate(date)) return { is: 'no_such_day', said: date };
  return {
    is: 'read',
    parts: {
      publication: values.get('paper') ?? null,
      date,
      pageLabel: values.get('page') ?? null,
      section: values.get('section') ?? null,
    },
  };
}

/** `/` between the parts, digits of ordinary width: one character stays one character. */
function plain(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/[\uff10-\uff19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
}

function tidy(group: string, value: string): string {
  const text = value.trim();
  if (group !== 'page') return text;
  const label = text.replace(/^第/u, '').replace(/版$/u, '').trim();
  return /^[一二三四五六七八九十]{1,3}$/u.test(label) ? String(hanNumber(label)) : label;
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined) return null;
  // Two digits: 70 to 99 are of the last century.
  const whole = year.length === 2 ? `${Number(year) >= 70 ? '19' : '20'}${year}` : year;
  const parts = month === undefined ? [] : day === undefined ? [month] : [month, day];
  return [whole, ...parts.map((part) => part.padStart(2, '0'))].join('-');
}

function isDate(edtf: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(edtf) ?? [];
  if (year === undefined || Number(year) < 1000) return false;
  const whole = `${year}-${month}-${day}`;
  const known = new Date(`${whole}T00:00:00Z`);
  // 30 February is March to some calendars.
  return !Number.isNaN(known.getTime()) && known.toISOString().slice(0, 10) === whole;
}

/** Forms in which papers keep their pages, the most telling first; the end of the file's name is added. */
const KNOWN_FORMS = [
  '{报}/{yyyy}/{mm}/{dd}/{版}',
  '{报}/{yyyy}/{mmdd}/{版}',
  '{报}/{yyyymmdd}/{版}',
  '{报}/{yyyy}-{mm}-{dd}/{版}',
  '{报}/{yyyy}年/{mm}月/{dd}日/{版}',
  '{报}/{yyyy}年{mm}月{dd}日/{版}',
  '{报}/{yyyy}-{mm}/{dd}/{版}',
  '{报}/{yyyymmdd}-{版}',
  '{报}/{yyyymmdd}_{版}',
  '{报}_{yyyymmdd}_{版}_{版名}',
  '{报}_{yyyymmdd}_{版}',
  '{报}-{yyyymmdd}-{版}',
  '{报}{yyyymmdd}{版}',
  '{报}_{yyyy}-{mm}-{dd}_{版}',
  '{报} {yyyy}-{mm}-{dd} {版}',
  '{yyyy}-{mm}-{dd} {报} {版}',
  '{yyyy}-{mm}-{dd}_{报}_{版}',
  '{yyyymmdd}_{报}_{版}',
  '{报}{yyyy}年{mm}月{dd}日{版}',
  '{yyyy}/{mm}/{dd}/{版}',
  '{yyyy}/{mmdd}/{版}',
  '{yyyymmdd}/{版}',
  '{yyyy}-{mm}-{dd}/{版}',
  '{yyyymmdd}_{版}',
  '{yyyymmdd}-{版}',
  '{yyyy}-{mm}-{dd}_{版}',
];
const PAPER_WORD = /[报刊報]|消息|周末|daily|times|news|post|herald|courier|gazette|tribune|weekly|journal|mail/iu;
const NAMES_TRIED = 60;

/** A rule that reads nearly all of these names, where they have one of the usual forms. */
export function suggestNameRule(paths: readonly string[]): string | undefined {
  const stride = Math.max(1, Math.floor(paths.length / NAMES_TRIED));
  const some = paths.filter((_, index) => index % stride === 0).slice(0, NAMES_TRIED);
  const ends = new Set(some.map((path) => /\.[a-z0-9]{1,8}$/iu.exec(path)?.[0].toLowerCase() ?? ''));
  const [end = ''] = ends;
  for (const form of KNOWN_FORMS) {
    const text = `${form}${ends.size === 1 ? end : '*'}`;
    const read = readNameRule(text);
    if ('problem' in read) continue;
    const fits = some.filter((path) => {
      const reading = readName(read.rule, path);
      return (
        reading.is === 'read' && (reading.parts.publication === null || PAPER_WORD.test(reading.parts.publication))
      );
    });
    if (fits.length > 0 && fits.length >= some.length * 0.8) return text;
  }
  return undefined;
}
