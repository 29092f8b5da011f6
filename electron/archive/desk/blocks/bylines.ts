import { solid, spelledOut } from '../reading/characters.ts';

/** What a line that names people says of them. */
export type NameLine = 'byline' | 'bare names' | undefined;

const NAME = spelledOut(/^[\p{Script=Han}·]{2,4}$/u);
const LONG_NAME = spelledOut(/^[\p{Script=Han}]{2,10}·[\p{Script=Han}·]{1,12}$/u);
/** A role may carry its house before it and a name after it: `X日报融媒体记者`, `记者王某`. */
const ROLE = spelledOut(
  /^[\p{Script=Han}“”A-Za-z0-9]{0,16}(?:记者|通讯员|评论员|特约撰稿|撰稿人|撰稿|撰文|作者|摄影|采写|整理|实习生|年级)(?:组|部)?$|^(?:文图|图文|文|图)$/u,
);
const ROLE_AND_NAME = spelledOut(
  /^[\p{Script=Han}]{0,16}(?:记者|通讯员|评论员|实习生|作者)[\p{Script=Han}]{2,4}(?:报道|摄影报道|整理|采写)?$/u,
);
/** Who writes by office: `X县委书记 名`. */
const OFFICE = spelledOut(
  /^[\p{Script=Han}“”]{2,20}(?:书记|部长|主任|主席|局长|市长|县长|区长|镇长|乡长|院长|校长|处长|所长|站长|会长|秘书长|教授|研究员|讲师|委员|代表|律师)$/u,
);
/** Where the writer works, behind a square and before the name. */
const HOUSE_OF = spelledOut(
  /^[\p{Script=Han}]{2,16}(?:研究院|研究所|学院|大学|中学|小学|党校|法院|检察院|医院|协会|学会|委员会|中心|集团|公司)$/u,
);
const SHORT_NAME = spelledOut(/^\p{Script=Han}{2,3}$/u);
const SURNAME = spelledOut(/^\p{Script=Han}$/u);
const FILLER = spelledOut(/^(?:报道|摄影报道|发自\p{Script=Han}{2,6}|整理|采写|\p{Script=Han}{1,4}报道|和|与|及|并)$/u);
const SQUARE = /^[□■▢☐◇◆○●◎▲△]\s*/u;
/** Behind the title of a poem: there are more of them. */
export const isMoreNote = (line: string) =>
  /^[(（](?:外[一二三四五六七八九十两]{1,2}[首篇章则题]|组诗|节选|散文诗)[)）]$/u.test(line);
const NOT_A_NAME = /[的了是在和与为将把被对从到等们这那个着过]/u;

/** Who did it, said with a colon: `（点评人：某院研究员 王某）`. */
const SIGNED = spelledOut(
  /^(?:点评人|点评专家|执笔人?|撰文|整理|采写|供稿|主笔|口述|讲述人|翻译|统筹)\s*[:：]\s*[\p{Script=Han}·\s、]{2,}$/u,
);

/** Where the words come from, in place of a name: `（综合新华社消息）`. */
const AGENCY = spelledOut(
  /^(?:据|综合|均据|本报综合)?(?:新华社|新华网|央视|人民日报|中新社|中新网|本报)[\p{Script=Han}、]{0,10}(?:消息|报道|电|讯)$|^(?:均?据)(?:新华社|中新社)$/u,
);

/** An English paper's own people or an agency, in place of a name. */
const HOUSE =
  /^(?:(?:\p{Lu}[\p{L}-]+ ){0,3}(?:[Ss]taff|STAFF|[Ww]ire)(?: (?:reports?|writers?|reporters?|services?|REPORTS?|WRITERS?))?|(?:[Tt]he )?Associated Press|Reuters|Agence France-Presse|Special to (?:the |The )?\p{Lu}[\p{L} -]{2,30})$/u;
/** Behind an English name: `By Jane Doe | Staff writer`, `By Jane Doe, Courier staff`. */
const POSITION =
  /\s*[|,/–—-]\s*(?:[\p{L} ]{0,20}\b)?(?:staff|writers?|reporters?|correspondents?|editors?)(?: \p{L}+)?$/iu;

const BY =
  /^(?:by|story by|text by|words by)\s+\p{Lu}[\p{L}.'’-]*(?:[\s,&]+(?:and\s+|of\s+)?\p{Lu}[\p{L}.'’-]*|\s+in\s+\p{Lu}\p{L}+)*$/iu;
const BY_CAPITAL = /^(?:[Bb]y|BY|[Ss]tory [Bb]y|[Tt]ext [Bb]y|[Ww]ords [Bb]y)\s+\p{Lu}/u;
/** The foot of a sentence: `by Thursday.`; only initials and the like end in a full stop. */
const ENDS =
  /\p{Ll}{3,}\.$|^by .*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^by (?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const STAFF = /^(?:staff|senior|chief|special|guest)?\s*(?:reporter|writer|correspondent|columnist)s?$/iu;

/** Two-character names are padded to the width of three: `周 博`. */
export const PADDED_NAME = spelledOut(/(?<![\p{Script=Han}])(\p{Script=Han}) (\p{Script=Han})(?![\p{Script=Han}])/gu);

function looksLikeNames(tokens: readonly string[]): boolean {
  return tokens.every((token) => (NAME.test(token) && !NOT_A_NAME.test(token)) || LONG_NAME.test(token));
}

/** A sentence can end in what is also somebody's work: `我们计划再整理`. */
const SAYS = /[的了是将把被从到们这那着过再已要会能]/u;

/** Behind what somebody is a single character is the first of a name: `本报记者 平 远山`. */
function joinSurnames(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const [before, last] = joined.slice(-2);
    if (before && last && SURNAME.test(last) && ROLE.test(before) && SHORT_NAME.test(token))
      joined.splice(-1, 1, last + token);
    else joined.push(token);
  }
  return joined;
}

/** Reads a whole line; one word that is neither a name nor a role makes it something else. */
export function readNameLine(line: string): NameLine {
  let text = line.trim();
  if (isMoreNote(solid(text))) return undefined;
  if (solid(text).length > 48 || /[。！？!?；;]/u.test(text)) return undefined;
  if (/[A-Za-z]/.test(text)) {
    if (HOUSE.test(text)) return 'byline';
    text = text.replace(POSITION, '');
    if (BY.test(text)) return BY_CAPITAL.test(text) && !ENDS.test(text) ? 'byline' : undefined;
    if (STAFF.test(text)) return 'byline';
  }
  const bracket = /^[(（](.*)[)）]$/u.exec(text);
  if (bracket) text = (bracket[1] ?? '').trim();
  if (bracket && text.length <= 36 && SIGNED.test(text)) return 'byline';
  if (AGENCY.test(text)) return 'byline';
  const squared = SQUARE.test(text);
  text = text.replace(SQUARE, '').replace(PADDED_NAME, '$1$2');
  const tokens = joinSurnames(text.split(/[\s、，,/／:：|｜]+/u).filter(Boolean));
  if (tokens.length === 0 || tokens.length > 10) return undefined;
  const roles = tokens.filter(
    (token, at) =>
      (squared && at === 0 && tokens.length > 1 && HOUSE_OF.test(token)) ||
      (ROLE.test(token) && !SAYS.test(token)) ||
      ROLE_AND_NAME.test(token) ||
      (at < tokens.length - 1 && OFFICE.test(token)),
  );
  const rest = tokens.filter((token) => !roles.includes(token) && !FILLER.test(token));
  if (!looksLikeNames(rest)) return undefined;
  if (roles.some((token) => /^[文图]$/u.test(token)) && roles.length === tokens.length) return undefined;
  if (roles.some((role) => ROLE_AND_NAME.test(role)) || (roles.length > 0 && rest.length > 0)) return 'byline';
  if (roles.length > 0) return bracket || squared || /^本报(?:评论员|记者|通讯员)$/u.test(text) ? 'byline' : undefined;
  if (squared || (bracket && rest.length <= 4)) return 'byline';
  // Names of four characters are rare, headlines in fours are not.
  return rest.length <= 4 && rest.every((token) => token.length <= 3 || LONG_NAME.test(token))
    ? 'bare names'
    : undefined;
}

/** `【记者某某／某地报道】` in front of a text: how many characters it takes. */
export function openingReporter(line: string): number | undefined {
  return /^[【〔［(（](?:(?:本报|综合)?(?:特约|特派|实习|驻[^\s，。]{1,6})?(?:记者|通讯员|特派员)|(?:记者)?编译|综合报道)[^【】〔〕［］()（）。，；]{0,28}[】〕］)）](?=\s*\S)/u.exec(
    line,
  )?.[0].length;
}

/** `本报讯`, `新华社某地12月3日电`, with the reporter behind it. Lengths count from the start of the line. */
export interface Lead {
  readonly dateline: number;
  /** Start and end of the reporter's name, or undefined. */
  readonly byline: readonly [number, number] | undefined;
}

const DATELINE = spelledOut(
  /^[▲△●○■□◆◇★☆►▶]?\s*(?:本报综合(?:报道|消息)|(?:综合|据)?(?:本报|新华社|新华网|中新社|中新网|人民网|央视网?|[\p{Script=Han}]{2,5}(?:日报|晚报|时报|商报|晨报|早报|社|网))[\p{Script=Han}]{0,8}(?:\d{1,2}月\d{1,2}日)?(?:专?电|讯|消息)|[\p{Script=Han}]{2,4}讯|[\p{Script=Han}]{2,6}\d{1,2}月\d{1,2}日(?:电|讯))(?=[\s(（:：])[:：]?/u,
);

/** `吴某 郝某 记者李某 报道`, `记者王某报道`: everything up to 报道 must be names and roles. */
const REPORT = spelledOut(
  /^\s*((?:[\p{Script=Han}]{2,4}\s+){0,4}(?:[\p{Script=Han}]{0,12}(?:记者|通讯员)\s*[\p{Script=Han}]{2,4}\s*){1,3}(?:[\p{Script=Han}]{2,4}\s+){0,4}(?:摄影)?报道)(?=[\s:：])/u,
);
/** `本报讯 记者 张某`, set apart by spaces on both sides. */
const APART = spelledOut(
  /^\s*((?:本报)?(?:记者|通讯员)\s+[\p{Script=Han}]{2,4}(?:\s+[\p{Script=Han}]{2,4}){0,2})(?=\s)/u,
);

export function readLead(line: string): Lead | undefined {
  const head = DATELINE.exec(line);
  if (!head) return undefined;
  const dateline = head[0].length;
  const rest = line.slice(dateline);
  const bracket = /^\s*([(（](?:[^()（）]{0,30}(?:记者|通讯员|作者)[^()（）]{0,30})[)）])/u.exec(rest);
  if (bracket) {
    const end = dateline + bracket[0].length;
    return { dateline, byline: [end - (bracket[1] ?? '').length, end] };
  }
  const report = rest.includes('报道') ? REPORT.exec(rest) : null;
  if (report && solid(report[1] ?? '').length <= 40) {
    const end = dateline + report[0].length;
    return { dateline, byline: [end - (report[1] ?? '').length, end] };
  }
  const apart = APART.exec(rest);
  if (apart) {
    const end = dateline + apart[0].length;
    return { dateline, byline: [end - (apart[1] ?? '').length, end] };
  }
  return { dateline, byline: undefined };
}

/** What an editor says in brackets behind a text, where a name can stand too. */
const REMARK = /^(?:待续|未完|完结|全文完|节选|摘编|摘自|综合|选自|转载|编译|连载|下同|同上|附图|略)/u;

/** The names that close a story, in brackets behind its last sentence: where the bracket begins. */
export function readClosingNames(text: string): number | undefined {
  const house = /\s[—–]\s*([\p{L} ]{5,40})$/u.exec(text);
  if (house && HOUSE.test(house[1] ?? '')) return house.index + 1;
  const found = /[(（]([^()（）]{2,44})[)）]$/u.exec(text);
  if (!found || found.index === 0) return undefined;
  if (!/[。！？!?”"’]\s*$/u.test(text.slice(0, found.index))) return undefined;
  const inside = found[1] ?? '';
  if (readNameLine(found[0]) !== 'byline') return undefined;
  const single = SHORT_NAME.test(inside) && !REMARK.test(inside);
  return single || /记者|通讯员|作者|文|报道|[\s、]/u.test(inside) ? found.index : undefined;
}
