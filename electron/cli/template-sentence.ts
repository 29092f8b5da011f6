import type { TemplateFault, TemplateFaultReason } from '#contract/template.ts';
import type { Language } from './language.ts';
import { say } from './sentences.ts';

const REASONS: Readonly<Record<TemplateFaultReason, readonly [english: string, chinese: string]>> = {
  not_understood: ['“{0}” is not understood', '看不懂“{0}”'],
  unknown_tag: ['there is no tag “{0}” here', '没有“{0}”这个标记'],
  unknown_filter: ['there is no filter “{0}”', '没有“{0}”这个过滤器'],
  not_closed: ['“{0}” has no end', '“{0}”没有结束'],
  not_begun: ['“{0}” ends or parts what was not begun', '“{0}”没有对应的开头'],
  bad_name: [
    'what is kept needs a name of its own, of letters, digits, blanks and hyphens: {0}',
    '保留处要有不重复的名称，只用文字、数字、空格和连字符：{0}',
  ],
  front_matter: [
    'the properties between two “---” are written by Jianbao: begin below them',
    '两个“---”之间的属性由剪报来写，请从它下面开始',
  ],
  too_slow: ['it takes longer than 2 seconds', '超过 2 秒没有写完'],
  too_large: ['it makes more than a file can hold', '生成的内容过大'],
  failed: ['“{0}” cannot be done', '“{0}”无法执行'],
};

/** In which line, and why. */
export function templateSentence(language: Language, { line, reason, what }: TemplateFault): string {
  const [english, chinese] = REASONS[reason];
  return say(
    language,
    `line ${line}: ${english.replace('{0}', () => what)}`,
    `第 ${line} 行，${chinese.replace('{0}', () => what)}`,
  );
}
