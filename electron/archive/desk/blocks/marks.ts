import { isHan, solid, spelledOut, widthOf } from '../reading/characters.ts';

/** Conventional signs of newspapers: what a line is, told by its own words alone. */

const CONTINUED =
  /^[(（▲△►▶〈<[【]*\s*(?:上接|下转|文接|文转|转|接|紧接|续)\s*第?\s*[A-Z]?\d{0,3}[一二三四五六七八九十]{0,3}\s*[A-Z]?\d{0,3}\s*版[^。，]{0,12}[)）〉>\]】]*$/u;
const CONTINUED_LATIN =
  /^[(▲►▶]*\s*(?:continued\s+(?:on|from)|(?:turn|jump)s?\s+to|from|see\s+[A-Z'’ -]{2,30},?)\s+(?:page\s+)?[A-Z]?-?\d{1,3}[A-Z]?[).]*$/iu;
/** `BRIDGE, from page A1`: the key word of a jump above the rest of its story. */
const KEYED_LATIN =
  /^[(▲►▶]*\s*\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}|&)[\p{L}’'-]*){0,3}\s*[,:—–-]?\s+(?:[Cc]ontinued |CONTINUED )?(?:[Ff]rom|FROM)\s+(?:(?:[Pp]age|PAGE)\s+[A-Z]?-?\d{1,3}[A-Z]?|[A-Z]-?\d{1,3})[).]*$/u;

/** Points to other stories, and leaves this one where it is. */
const REFERENCE =
  /^[(（▲►▶]?(?:相关|更多|详细)?(?:新闻|报道|内容|评论|图片)?(?:详?见|刊)(?:今日|本报)?第?[A-Z]?\d{1,3}(?:[、-]\d{1,3})?版[)）]?$/u;

export const isReference = (line: string) => REFERENCE.test(solid(line));

export function isContinuationMark(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= 50 &&
    (CONTINUED.test(solid(text)) || CONTINUED_LATIN.test(text) || KEYED_LATIN.test(text) || isReference(text))
  );
}

/** Of a continuation mark, its spaces kept or not. */
export const comesFromAnotherPage = (mark: string) =>
  /上接|文接|紧接|续|from\s*(?:page)?\s*[a-z]?-?\d{1,3}[a-z]?[).]*$/iu.test(mark);

/** A jump mark at the very end of a paragraph: where it begins. */
export function closingContinuation(text: string): number | undefined {
  const found =
    /[(（▲►]\s*(?:下转|转)[^()（）]{1,12}版[^()（）]{0,8}[)）]?$|\(?\b(?:Continued on|CONTINUED ON|Turn to|See)\s+(?:(?:[Pp]age|PAGE)\s+)?[A-Z]?-?\d{1,3}\)?$/u.exec(
      text,
    );
  return found && found.index > 0 ? found.index : undefined;
}

/** A jump mark that opens a paragraph: where it ends. */
export function openingContinuation(text: string): number | undefined {
  const found =
    /^[(（▲►]?\s*(?:紧接|上接)\s*第?[^()（）]{1,6}版[^()（）]{0,12}[)）]\s*(?=\S)/u.exec(text) ??
    /^\(?(?:Continued from|CONTINUED FROM) (?:(?:[Pp]age|PAGE) )?[A-Z]?-?\d{1,3}\)?\s+(?=\S)/u.exec(text);
  return found?.[0].trimEnd().length;
}

export type LabelKind = 'commentary' | 'editor_note' | 'sidebar' | 'abstract' | 'column';

const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ['editor_note', /^(?:编者按语?|编者的话|编后|编后语|开栏的话|开栏语|editor['’]s note)$/iu],
  [
    'commentary',
    spelledOut(
      /^(?:[\p{Script=Han}]{0,4}(?:短评|快评|时评|微评|锐评|评论|社评|社论|评论员文章|特约评论|点评|手记|感言|述评|杂谈|漫评|微言|微议)|editorial|opinion|commentary|analysis)$/iu,
    ),
  ],
  [
    'sidebar',
    spelledOut(
      /^(?:[\p{Script=Han}]{0,3}(?:链接|延伸阅读|背景|小资料|小贴士|小知识|名词解释|资料卡|相关新闻|知识窗|小档案|小传|小词典|小百科|数读|数说|数据)|(?:人物|专家|嘉宾|新闻)(?:名片|档案|简介)|新闻人物|sidebar|background|fact ?box|who['’]?s who|by the numbers)$/iu,
    ),
  ],
  ['abstract', /^(?:核心提示|内容提要|阅读提示|提要|导读|摘要|核心阅读|at a glance|in brief|summary)$/iu],
  [
    'column',
    spelledOut(
      /^(?:[\p{Script=Han}]{0,4}(?:动态|简讯|快讯|短讯|要闻|简报|图片新闻|一句话新闻|速览|播报|观察|论坛|观点|视点|关注|聚焦|新闻眼)|声音|众说|回音壁|读者来信|来信照登|编读往来|(?:news|business|sports|community|local|world|national) (?:in brief|briefs|news|calendar)|news in brief|briefs|briefly|letters(?: to the editor)?|readers['’] letters|obituaries|deaths|police (?:log|blotter|beat)|court (?:report|log)|classifieds|corrections?|calendar|weather|in memoriam)$/iu,
    ),
  ],
];

const BRACKETED = /^[【[［〔〖]\s*([^【】[\]［］〔〕〖〗]{1,14})\s*[】\]］〕〗]$/u;

/** A line that only says what kind of text follows. `undefined` is no label. */
export function readLabel(line: string): LabelKind | undefined {
  const bracketed = BRACKETED.exec(line.trim());
  const text = solid(bracketed?.[1] ?? line).replace(/^[■□◆◇●▲◎★☆]+|[:：]$/gu, '');
  const spaced = (bracketed?.[1] ?? line).trim().replace(/:$/, '');
  for (const [kind, words] of LABELS) if (words.test(text) || words.test(spaced)) return kind;
  return bracketed ? 'column' : undefined;
}

/** A label that opens a paragraph (`编者按 …`, `【短评】…`, `核心提示：…`): how many characters it takes. */
export function openingLabel(line: string): { readonly length: number; readonly kind: LabelKind } | undefined {
  const bracketed = /^[【［〔〖]\s*([^【】［］〔〕〖〗]{1,10})\s*[】］〕〗]\s*(?=\S)/u.exec(line);
  if (bracketed) {
    const kind = readLabel(`【${bracketed[1]}】`);
    return kind ? { length: bracketed[0].trimEnd().length, kind } : undefined;
  }
  const plain =
    /^((?:编者按语?|编者的话|开栏的话|编后|核心提示|内容提要|阅读提示|短评|(?:相关|新闻)链接|延伸阅读|名词解释|(?:新闻|相关)背景|Editor['’]s note))\s*([:：]|\s|——)\s*(?=\S)/u.exec(
      line,
    );
  if (!plain) return undefined;
  const kind = readLabel(plain[1] ?? '');
  return kind ? { length: (plain[1] ?? '').length + (/[:：]/u.test(plain[2] ?? '') ? 1 : 0), kind } : undefined;
}

/** Who wrote it, or where it stood before. */
export const isAuthorNote = (line: string) =>
  /^[(（【]\s*(?:原载|摘自|选自|转自|编译自)[^()（）]{2,40}[)）】]$/u.test(line.trim()) ||
  (/^[(（【]?\s*(?:本文)?(?:作者|笔者)\s*(?:系|为|单位|简介|是|[:：])/u.test(line.trim()) && widthOf(line) <= 90);

const SECTION_NAME =
  '(?:要闻|综合|深度|民生|社会|经济|文化|体育|国际|国内|时政|副刊|专版|专刊|特刊|理论|教育|健康|法治|法制|文旅|生活|财经|视点|区县|县域|都市)(?:新闻|周刊|版)?';
const SECTION_LINE = new RegExp(`^${SECTION_NAME}$`, 'u');

const FURNITURE: readonly RegExp[] = [
  /^(?:本版|值班|责任|执行|本期)?(?:责任编辑|责编|编辑|主编|编委|美编|版式|组版|校对|排版|制图|审校|视觉|设计|检校|总值班)(?:[:：/／\s]|编辑|设计|校对|$)/u,
  /^\d{4}年\d{1,2}月\d{1,2}日(?:星期[一二三四五六日天])?(?:农历.{2,12})?(?:第?[A-Z]?\d{1,3}版?)?$/u,
  /^(?:统筹|策划|校检|审读|监制|出品人?)[:：/／]\S{2,24}$/u,
  spelledOut(
    /^[\p{Script=Han}]{2,6}(?:日报|晚报|时报|商报|晨报|早报|快报|周报|都市报)(?:\d{4}年\d{1,2}月\d{1,2}日.{0,12}|[A-Z]?\d{1,3}版?)$/u,
  ),
  /^(?:要闻|综合|深度|民生|社会|经济|文化|体育|国际|国内|时政|副刊|专版|理论|教育|健康|生活|财经)[·•|｜][A-Z]?\d{1,3}$/u,
  /^[A-Z]?\d{2}\s*[-–~]\s*[A-Z]?\d{2}$|^(?:总?第\d{2,6}期|今日\d{1,3}版|\d{4}[.．/]\d{1,2}[.．/]\d{1,2})$/u,
  /^(?:扫码|扫一扫|扫描.{0,8}二维码|长按.{0,6}二维码|微信公众号|官方微博|本版(?:图片|照片|稿件|文图|图文))/u,
  /^星期[一二三四五六日天](?:\d{4}年\d{1,2}月\d{1,2}日)?$/u,
  /^第?[A-Z]?\d{1,3}(?:版)?$/u,
  spelledOut(/^第?[一二三四五六七八九十]{1,3}版(?:[\p{Script=Han}]{2,6})?$/u),
  /^第?[A-Z]?\d{1,3}版?(?:要闻|综合|深度|民生|社会|经济|文化|体育|国际|国内|时政|副刊|专版|专刊|特刊|理论|教育|健康|法治|法制|文旅|生活|财经|新闻|视点|关注|区县|县域|天下|都市)(?:新闻|周刊|版)?$/u,
  new RegExp(`^${SECTION_NAME}第?[A-Z]?\\d{1,3}版?$`, 'u'),
  /^(?:\d{1,2}[/-])?\d{1,2}[/-]\d{4}$/u,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:新闻热线|热线电话|投稿邮箱|电子信箱|电子邮箱|邮箱|传真|社址|邮编|邮发代号|国内统一|广告热线|电话|e-?mail)(?:[:：\s]|刊号|连续)/iu,
  /^(?:page\s+)?[A-Z]?\d{1,3}\s*[|·•]\s*.{2,40}$/iu,
  /^page\s+[A-Z]?\d{1,3}$/iu,
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+[a-z]+\.?\s+\d{1,2},?\s+\d{4}(?:\s+[A-Z]?\d{1,3})?$/iu,
  /^\[?(?:图片|image|photo|figure|table|advertisement|广告)\d*\]?$/iu,
  /^!\[[^\]]*\]\([^)]*\)$/u,
  /^<[^<>]{1,60}>$/u,
];

/** The section that a page belongs to, as it stands beside the page number: a line of its own, and no part of a headline. */
export const isSectionName = (line: string) => SECTION_LINE.test(solid(line));

const ISSUE_DAY = spelledOut(
  /\d{4}年\d{1,2}月\d{1,2}日(?=\P{Script=Han}|$|星期|周[一二三四五六日]|农历|第|总第)|\d{4}[-.．/]\d{1,2}[-.．/]\d{1,2}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}\b/iu,
);
/** What stands beside the day: weekday, moon, number of the issue, number of the page, whose page it is. */
const BESIDE_DAY = [
  /^(?:星期|周)[一二三四五六日天]$/u,
  spelledOut(/^(?:农历)?[\p{Script=Han}]{0,2}年?[\p{Script=Han}]{1,2}月[\p{Script=Han}]{2,3}$/u),
  /^(?:总?第)\d{2,6}期$/u,
  /^第?(?:[A-Z]{0,2}\d{1,3}[A-Z]?|[一二三四五六七八九十]{1,3})版?$/u,
  /^(?:page\s*)?[A-Z]?\d{1,3}[A-Z]?$/iu,
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu,
];
const WEEKDAY = spelledOut(/(?:星期|周)[一二三四五六日天](?=\P{Script=Han}|$|农历|第)/u);
const SECTION = spelledOut(/^[\p{Script=Han}]{2,8}$|^(?:(?:the|of|and|&|\p{Lu}[\p{L}'’.&-]*)(?:\s+|$)){1,6}$/u);

/** The day of the issue between nothing but such names and numbers: the line at the top or foot of a page. */
function isFolio(line: string): boolean {
  const rest = line.replace(ISSUE_DAY, ' | ');
  if (rest === line) return false;
  const parts = rest
    .replace(WEEKDAY, (day) => ` | ${day} | `)
    .split(![...line].some(isHan) ? /\s*[|｜•·,，—–/■●◆]+\s*|\s{2,}/u : /[\s|｜•·,，—–:：/■●◆★]+/u)
    .flatMap((part) => part.trim().split(/(?<=^[A-Z]?\d{1,3}[A-Z]?)\s+|\s+(?=[A-Z]?\d{1,3}[A-Z]?$)/u))
    .filter((part) => part !== '');
  const beside = parts.filter((part) => BESIDE_DAY.some((rule) => rule.test(part)));
  const names = parts.filter((part) => !beside.includes(part));
  return names.length <= 3 && names.every((name) => SECTION.test(name)) && (beside.length > 0 || parts.length === 0);
}

/** Page furniture: credits of the page's makers, folio lines, addresses, what an extractor left. */
export function isFurniture(line: string): boolean {
  const bare = line.trim().replace(/^[□■◇◆○●]+\s*(?=\p{Script=Han})/u, '');
  const text = solid(bare);
  // The last mark of a sentence can stand alone at the top of a column.
  if (!/[\p{L}\p{N}]/u.test(text)) return !/^[”’」』）)》]*[。！？…][”’」』）)]*$/u.test(text);
  if (text.length > 70 || /[。！？]/u.test(text)) return false;
  return FURNITURE.some((rule) => rule.test(text) || rule.test(bare)) || isFolio(line.trim());
}

/** An extractor's heading mark in front of a line: how many characters of it. */
export function headingMark(line: string): number {
  return /^#{1,6}\s+(?=\S)|^#{2,6}(?=\S)/u.exec(line)?.[0].trimEnd().length ?? 0;
}

/** Someone is asked or answers: a line of an interview, however short. */
export const SPEAKER = /^(?:记者|本报记者|主持人|问|答|Q|A)[:：]/u;

const PARTICULAR =
  /(?:地址|地点|电话|热线|手机|传真|邮编|邮箱|网址|微信|联系人|时间|票价|售价|面积|address|phone|tel|fax|e-?mail|contact|hours|admission)\s*[:：]/giu;

/** `地址：… 电话：… 联系人：…`: a line that is whole without a full stop. */
export const isParticulars = (plain: string) =>
  plain.length <= 100 && !/[。！？]/u.test(plain) && (plain.match(PARTICULAR)?.length ?? 0) >= 2;

/** `A/ …`, `一、…`, `（二）…`, `01 …`: numbered section heads. */
export const isNumberedHead = (line: string) =>
  /^(?:[A-Z]\s*[/／|｜]\s*\S|[一二三四五六七八九十]{1,3}、\S|[(（][一二三四五六七八九十]{1,3}[)）]\S|0\d\s+\S)/u.test(
    line.trim(),
  );
