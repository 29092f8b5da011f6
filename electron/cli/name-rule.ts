import { walkPaths } from '#archive/intake/folder.ts';
import { type NameReading, type NameRule, type RuleProblem, readName, readNameRule } from '#contract/name-rule.ts';
import { Misuse } from './failure.ts';
import type { Language } from './language.ts';
import { say } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';

const PROBLEMS: Readonly<Record<RuleProblem['code'], readonly [english: string, chinese: string]>> = {
  empty: ['the rule is empty', '规则是空的'],
  too_long: ['the rule is too long', '规则太长'],
  unknown_field: ['there is no such field', '没有这个字段'],
  open_brace: ['a brace without its other half', '花括号不成对'],
  nothing_between: ['nothing tells this field from the one before it', '与前一个字段之间没有分隔，分不清到哪里为止'],
  no_field: ['no field of paper, day or page is in it', '其中没有报名、日期或版次字段'],
  month_without_year: ['a month needs a year', '有月份而没有年份'],
  day_without_month: ['a day needs a month', '有日子而没有月份'],
  unbalanced: ['a bracket without its other half', '括号不成对'],
  nothing_to_repeat: ['there is nothing to repeat', '没有可重复的内容'],
  bad_repetition: ['this is not a number of repetitions', '重复次数不合规则'],
  bad_class: ['this is not a set of characters', '字符集不合规则'],
  bad_escape: ['this is not an escape', '转义不合规则'],
  bad_group: ['there is no such kind of group', '没有这种分组'],
  group_twice: ['the name of this group stands there twice', '分组名重复'],
  look_around: ['looking ahead or behind is not supported', '不支持环视'],
  back_reference: ['back references are not supported', '不支持反向引用'],
  not_supported: ['this is not supported', '不支持这种写法'],
  too_large: ['it repeats too much', '重复太多'],
};

/** The rule that an option holds. @throws Misuse that says where it is wrong and why */
export function nameRuleOption(value: unknown, language: Language): NameRule | undefined {
  if (typeof value !== 'string') return undefined;
  const read = readNameRule(value);
  if ('rule' in read) return read.rule;
  const { code, at, end } = read.problem;
  const [english, chinese] = PROBLEMS[code];
  const part = value.slice(at, end);
  const where =
    part === '' || part === value
      ? ''
      : say(language, ` at character ${at + 1}, ${part}`, `，第 ${at + 1} 个字符起：${part}`);
  throw new Misuse(`--name-rule${where}: ${say(language, english, chinese)}`);
}

export interface NamedFile {
  readonly path: string;
  readonly reading: NameReading;
}

/** Every file below the paths and what its name says; nothing is opened. */
export async function readNames(rule: NameRule, paths: readonly string[], except: string): Promise<NamedFile[]> {
  const names: NamedFile[] = [];
  for await (const item of walkPaths(paths, except))
    if (!('reason' in item)) names.push({ path: item.path, reading: readName(rule, item.path) });
  return names;
}

/** One line for each name that fits: path, paper, day, page and what the page is called, with tabs between them. */
export function tellNames({ out }: Surroundings, names: readonly NamedFile[], shown: (path: string) => string): void {
  for (const { path, reading } of names) {
    if (reading.is !== 'read') continue;
    const { publication, date, pageLabel, section } = reading.parts;
    out([shown(path), ...[publication, date, pageLabel, section].map((part) => part ?? '-')].join('\t'));
  }
}

/** One line on standard error for each name that does not fit, and how many there are. */
export function tellUnmatched(
  { err, language }: Surroundings,
  unmatched: readonly NamedFile[],
  shown: (path: string) => string,
): void {
  for (const { path, reading } of unmatched) {
    const why =
      reading.is === 'no_such_day'
        ? say(language, `there is no day ${reading.said}`, `没有 ${reading.said} 这一天`)
        : reading.is === 'two_values'
          ? say(language, `one field says two things, ${reading.said}`, `同一字段两种说法：${reading.said}`)
          : say(language, 'its name does not fit the rule', '名称不合规则');
    err(`${shown(path)}: ${why}`);
  }
}
