import type { PrintedDate } from '#contract/articles.ts';
import { dated, numeral, readDate } from './news-lines.ts';

/** What a file's name, or a line of a page, plainly says of the paper; the same value said twice is one. */
export interface PrintedParts {
  readonly papers: readonly string[];
  /** Full dates. */
  readonly dates: readonly PrintedDate[];
  /** Something reads as a date and is none, as a span of days, as a moment of saving, or as part of a sentence. */
  readonly isDateDoubtful: boolean;
  readonly pages: readonly string[];
  readonly sections: readonly string[];
  readonly hasWeekday: boolean;
  /** Words that say none of it. */
  readonly rest: readonly string[];
}

const DATE = '\ue000';
const PAGE = '\ue001';
const WEEKDAY = '\ue002';
/** Stands for a blank inside a name of several words. */
const INNER = '\ue003';
const OURS = /[\ue000-\ue003]/gu;

const SEPARATOR = /[\s_\-.,，、·•|/\\:;《》〈〉「」『』【】〔〕()[\]{}“”"'‘’—–~+&@#]+/u;

/** Numbers of issues and of pages in all, the lunar day, and codes of the post: beside a date, never the page. */
const BESIDE =
  /今[日天]\s?\d{1,3}\s?版|(?:共|本期)\s?\d{1,3}\s?版|总?第\s?\d{1,6}\s?期|农历[^\s\d]{2,12}|(?:国内统一|邮发代号)\S*/gu;

const DAY =
  /(?<!\d)(\d{4})(?:\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?|([-._ ])(\d{1,2})\4(\d{1,2})|(\d{2})(\d{2}))(?!\d)/gu;
const WRITTEN_DAY = /[一二][〇○零一二三四五六七八九]{3}年|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
/** Behind a date: an hour, which is a moment of saving, or a second day. */
const MOMENT = /^[\sT_-]*(?:\d{1,2}\s?[:.点时]\s?\d{2}|\d{4}(?:\d{2})?(?!\d))/u;
const SPAN = /^\s*(?:[-~—–至到、]+\s*(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号]|[~—–至到]+\s*\d)/u;
/** What is left of other numbers and days. */
const NUMBERS = /^[\d年月日号至到]+$/u;
const YEARS = { first: 1800, last: 2100 };

const PAGES = /(?<!\d)\d{1,3}\s?[-~—–、,/至和及]\s?第?[A-Z]?\d{1,3}\s?版/iu;
const PAGE_LABEL =
  /(?<![A-Za-z\d])第?\s?([A-Z]?\d{1,3})\s?版(?![本权式税])|第([一二三四五六七八九十]{1,3})版|(?<![A-Za-z\d])p(?:age|g)?[\s._-]?(\d{1,3})(?![A-Za-z\d])/giu;
const LETTERED_PAGE = /^[A-H]\d{2}$/u;
const DAY_OF_WEEK = /(?:星期|礼拜)[一二三四五六日天]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;

const KINDS =
  '日报|晚报|早报|晨报|午报|夜报|周报|时报|商报|快报|导报|都市报|文摘报|青年报|工人报|农民报|教育报|法治报|法制报|经济报|科技报|文化报|文艺报|艺术报|卫生报|健康报|体育报|妇女报|少年报|儿童报|老年报|新闻报|环境报|能源报|税务报|检察报|法院报|国防报|军报|交通报|铁道报|建设报|旅游报|公安报|侨报|画报|京报|市报|县报|校报|观察报|周刊';
const PAPER = new RegExp(`^(\\p{Script=Han}{1,10}?)(?:${KINDS})$|^(?:参考消息|南方周末|文汇报|大公报)$`, 'u');
/** What an office writes every day or week is called by the same words. */
const OFFICE =
  /工作|项目|个人|部门|部$|团队|小组|销售|生产|施工|运营|数据|监理|学习|实习|研发|产品|业务|客服|财务|行情|舆情|会议|活动|业绩|疫情|值班|巡检|质量|测试|天气|预算|情况|^[每本今当][日周天月]?$/u;
const ENGLISH_PAPER =
  /^(?:The (?:\p{Lu}[\p{L}’']* ){1,5}(?:Daily|Times|News|Post|Herald|Courier|Gazette|Tribune|Weekly|Observer|Guardian|Chronicle|Journal|Mail|Telegraph|Mercury|Advertiser|Examiner|Independent)|(?:\p{Lu}[\p{L}’']* ){1,5}(?:Daily|Herald|Courier|Gazette|Tribune|Chronicle|Telegraph|Mercury|Advertiser|Examiner))$/u;

const SECTIONS = new Set(
  '要闻 时政 国际 国内 社会 文化 体育 经济 财经 理论 评论 副刊 综合 教育 科技 健康 专题 特刊 地方 新闻 人物 读书 娱乐 生活 民生 法治 视点 深度 军事 政治 广告 头版 本市 本地 综合新闻 国际新闻 国内新闻 社会新闻 经济新闻 文化新闻 体育新闻'.split(
    ' ',
  ),
);

/** Reads a segment of a path, or a line. */
export function readParts(source: string): PrintedParts {
  const dates = new Map<string, PrintedDate>();
  const pages = new Set<string>();
  let isDateDoubtful = false;
  let arePagesDoubtful = false;
  let text = source.normalize('NFKC').replace(OURS, ' ').replace(BESIDE, ' ');

  function take(printed: string, date: PrintedDate | undefined, after: string): string {
    const year = Number(date?.edtf.slice(0, 4));
    if (!date || year < YEARS.first || year > YEARS.last || MOMENT.test(after) || SPAN.test(after)) {
      isDateDoubtful = true;
      return printed.replace(/\d/g, ' ');
    }
    dates.set(date.edtf, date);
    return DATE;
  }

  text = text.replace(DAY, (printed: string, ...found: (string | undefined)[]) => {
    const [year, month, day, , month2, day2, month3, day3] = found.slice(0, 8);
    const at = Number(found[8]);
    // Eight digits are a number like any other, unless their first four are a year of newspapers.
    if (month3 && (Number(year) < YEARS.first || Number(year) > YEARS.last)) return printed;
    const date = dated(printed, Number(year), Number(month ?? month2 ?? month3), Number(day ?? day2 ?? day3));
    return take(printed, date, text.slice(at + printed.length));
  });
  for (let more = 0; more < 3 && WRITTEN_DAY.test(text); more += 1) {
    const date = readDate(text);
    const printed = date?.printed ?? '';
    const at = text.indexOf(printed);
    if (!date || printed === '' || at < 0) break;
    text = text.slice(0, at) + take(printed, date, text.slice(at + printed.length)) + text.slice(at + printed.length);
  }
  if (PAGES.test(text)) arePagesDoubtful = true;
  text = text.replace(PAGE_LABEL, (printed: string, label?: string, han?: string, western?: string) => {
    const page = pageOf(label ?? western ?? String(numeral(han ?? '')));
    if (page === undefined) return printed;
    pages.add(page);
    return PAGE;
  });
  const hasWeekday = text.search(DAY_OF_WEEK) >= 0;
  text = joinEnglishPaper(text.replace(DAY_OF_WEEK, WEEKDAY));

  const items = text.split(SEPARATOR).flatMap((token, index) =>
    token
      .split(/([\ue000-\ue002])/u)
      .filter((piece) => piece !== '')
      .map((piece) => ({ piece: piece.replaceAll(INNER, ' '), token: index })),
  );
  const papers = new Set<string>();
  const sections = new Set<string>();
  const rest: string[] = [];
  const isMark = (at: number) => /^[\ue000-\ue002]$/u.test(items[at]?.piece ?? '');
  const words = items.filter(
    ({ piece }, at) => !isMark(at) && !NUMBERS.test(piece) && !isPaper(piece) && sectionOf(piece) === undefined,
  );
  for (const [at, { piece, token }] of items.entries()) {
    if (isMark(at)) continue;
    const section = sectionOf(piece);
    // Among other words a paper's name is one only beside its date or page: it may be what the article is about.
    if (isPaper(piece) && (words.length === 0 || isMark(at - 1) || isMark(at + 1))) papers.add(piece);
    else if (section !== undefined && pages.size > 0) sections.add(section);
    else if (LETTERED_PAGE.test(piece) && dates.size > 0) pages.add(piece);
    else {
      rest.push(piece);
      const touches = [at - 1, at + 1]
        .filter((other) => items[other]?.token === token)
        .map((other) => items[other]?.piece);
      if (touches.includes(DATE)) isDateDoubtful = true;
      if (touches.includes(PAGE)) arePagesDoubtful = true;
    }
  }
  return {
    papers: [...papers],
    dates: [...dates.values()],
    isDateDoubtful,
    pages: arePagesDoubtful ? [] : [...pages],
    sections: [...sections],
    hasWeekday,
    rest,
  };
}

/** `02` is page 2, `a04` is `A04`. */
export function pageOf(label: string): string | undefined {
  const page = label.toUpperCase().replace(/^0+/, '');
  return /^(?:[A-Z]\d{1,3}|[1-9]\d{0,2})$/.test(page) ? page : undefined;
}

function isPaper(word: string): boolean {
  const found = PAPER.exec(word);
  return found ? !OFFICE.test(found[1] ?? '') : ENGLISH_PAPER.test(word);
}

function sectionOf(word: string): string | undefined {
  const name = word.length > 2 ? word.replace(/版$/u, '') : word;
  return SECTIONS.has(name) ? name : undefined;
}

/** A Western name of several words becomes one, where nothing else stands with it between marks and ends. */
function joinEnglishPaper(text: string): string {
  return text
    .split(/([\ue000-\ue002])/u)
    .map((chunk) => {
      const name = chunk.replace(/^[\s_\-.,|()]+|[\s_\-.,|()]+$/g, '');
      return ENGLISH_PAPER.test(name) ? chunk.replace(name, name.replaceAll(' ', INNER)) : chunk;
    })
    .join('');
}
