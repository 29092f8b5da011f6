import type { AnchorState, ColourNames, HighlightColour } from '#contract/annotations.ts';
import { escapeInside } from './escape.ts';

/** The few words of ours in an exported file, in the language of its article: they must not change with the window's. */
export interface Labels {
  /** Of these words. */
  readonly language: 'zh' | 'en';
  readonly text: string;
  readonly highlights: string;
  readonly note: string;
  readonly remark: string;
  readonly bookmark: string;
  readonly myNotes: string;
  readonly openHere: string;
  readonly removed: string;
  readonly conflict: string;
  readonly conflictHint: string;
  readonly colours: Readonly<Record<HighlightColour, string>>;
  readonly states: Readonly<Record<Exclude<AnchorState, 'exact' | 'moved'>, string>>;
  readonly page: (label: string) => string;
  readonly corrected: (times: number) => string;
  /** Both already written as Markdown. */
  readonly became: (was: string, now: string) => string;
  readonly comma: string;
  /** Names of files. */
  readonly noTitle: string;
  readonly newVersion: string;
  readonly clipping: string;
}

const chinese: Labels = {
  language: 'zh',
  text: '正文',
  highlights: '高亮',
  note: '全文批注',
  remark: '批注',
  bookmark: '书签',
  myNotes: '我的笔记',
  openHere: '在剪报中打开',
  removed: '这条高亮已在剪报中删除',
  conflict: '冲突',
  conflictHint: '上面这部分你改过，剪报里的现在是这样',
  colours: { fact: '事实', quote: '引语', question: '疑问', contradiction: '矛盾', followup: '跟进' },
  states: { changed: '原文已变', orphan: '原文已不在' },
  page: (label) => `${label}版`,
  corrected: (times) => `改正过 ${times} 次，原件未动`,
  became: (was, now) => `“${was}”改为“${now}”`,
  comma: '，',
  noTitle: '无题',
  newVersion: '剪报 新版',
  clipping: '剪报',
};

const english: Labels = {
  language: 'en',
  text: 'Text',
  highlights: 'Highlights',
  note: 'Note on the article',
  remark: 'Note',
  bookmark: 'Bookmark',
  myNotes: 'My notes',
  openHere: 'Open in Jianbao',
  removed: 'This highlight was removed in Jianbao',
  conflict: 'Conflict',
  conflictHint: 'you changed what stands above; in Jianbao it is this now',
  colours: {
    fact: 'Fact',
    quote: 'Quote',
    question: 'Question',
    contradiction: 'Contradiction',
    followup: 'Follow up',
  },
  states: { changed: 'text changed', orphan: 'text gone' },
  page: (label) => `p${label}`,
  corrected: (times) => `Corrected ${times === 1 ? 'once' : `${times} times`}; the source is as it was`,
  became: (was, now) => `“${was}” became “${now}”`,
  comma: ', ',
  noTitle: 'Untitled',
  newVersion: 'Jianbao new version',
  clipping: 'clipping',
};

/** In every language that a file can be in. */
export const LABELS: readonly Labels[] = [chinese, english];

/** What stands for a paper or a day that nobody knows. */
export interface FolderNames {
  readonly noPublication: string;
  readonly noDate: string;
}

export type VaultLanguage = 'zh' | 'en';

/** A folder holds articles of both languages: its name is in that of the vault, so that there is one for one thing. */
export const FOLDER_NAMES: Readonly<Record<VaultLanguage, FolderNames>> = {
  zh: { noPublication: '未署报名', noDate: '日期不详' },
  en: { noPublication: 'No publication', noDate: 'No date' },
};

interface Readable {
  readonly language: string | null;
  readonly title: string;
  readonly body: string;
}

/** By the declared language, else by the script of the text. */
export function labelsFor(article: Readable): Labels {
  return isInChinese(article) ? chinese : english;
}

export function isInChinese({ language, title, body }: Readable): boolean {
  return language ? language.toLowerCase().startsWith('zh') : isChinese(title || body.slice(0, 200));
}

/** With the names that a person gave to colours. */
export function withColourNames(labels: Labels, names: ColourNames): Labels {
  const named = Object.entries(names).map(([colour, name]) => [colour, escapeInside(name)]);
  return { ...labels, colours: { ...labels.colours, ...Object.fromEntries(named) } };
}

/** The language of a new vault: Chinese as soon as one of its articles is. */
export function vaultLanguage(articles: Iterable<{ readonly title: string; readonly excerpt: string }>): VaultLanguage {
  for (const { title, excerpt } of articles) if (isChinese(title || excerpt)) return 'zh';
  return 'en';
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
