import type { PrintedDate } from '#contract/articles.ts';
import type { IntakeDocument } from './document.ts';
import { dated } from './news-lines.ts';
import { type PrintedParts, pageOf, readParts } from './printed-parts.ts';

/** The paper, its day and its page. Null for what is not said, or said in two ways. */
export type PrintedOrigin = Pick<IntakeDocument['metadata'], 'publication' | 'date' | 'pageLabel' | 'section'>;

interface NameOrigin extends PrintedOrigin {
  /** A number alone, below a folder of the day: the page, if the file is one. */
  readonly bareNumber: string | null;
}

const SEGMENTS = 6;
/** A name with one of these words says when the file was made. */
const SAVED =
  /\b(?:img|dsc|vid|scan|scanned|screenshot|download|downloaded|backup|exported|copy|saved|mmexport)(?:\b|_)|截图|截屏|扫描|下载|备份|导出|副本|保存|抓取|采集|微信图片|修订|修改/iu;

/**
 * What the path of a file says where it says it plainly: `人民日报/1998/0315/02.txt`, `1998-03-15 人民日报 第2版.txt`. A
 * folder counts only where all of its name is paper, day or page; a file's name may have a title beside them.
 */
export function readNameOrigin(path: string): NameOrigin {
  const segments = path.split(/[\\/]/).filter((segment) => !/^\.{0,2}$/.test(segment));
  const names = segments.slice(-SEGMENTS).map((name) => name.normalize('NFKC').trim());
  const last = names.length - 1;
  names[last] = (names[last] ?? '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const read = names.map(readParts);
  const plain = read.filter((parts, at) => at === last || parts.rest.length === 0);
  const split = readSplitDay(names);
  const days = plain.flatMap((parts) => parts.dates).concat(split.day ? [split.day] : []);
  const isDoubtful =
    split.isDoubtful || plain.some((parts) => parts.isDateDoubtful) || names.some((name) => SAVED.test(name));
  const publication = only(plain.flatMap((parts) => parts.papers));
  const edtf = isDoubtful
    ? null
    : (only(days.map((day) => day.edtf)) ?? (publication && days.length === 0 ? split.part : null));
  const isPlaced = publication !== null || edtf?.length === 10;
  const page = isPlaced ? only(plain.flatMap((parts) => parts.pages)) : null;
  return {
    publication,
    // Nothing of it is printed on the page.
    date: edtf === null ? null : { edtf, printed: null, inferred: true },
    pageLabel: page,
    section: page === null ? null : only(plain.flatMap((parts) => parts.sections)),
    bareNumber: edtf?.length === 10 && /^\d{1,2}$/.test(names[last] ?? '') ? (pageOf(names[last] ?? '') ?? null) : null,
  };
}

const YEAR = '(1[89]\\d\\d|20\\d\\d)';
const YEAR_FOLDER = new RegExp(`^${YEAR}年?$`, 'u');
const MONTH_FOLDER = new RegExp(`^${YEAR}(?:[-._年](\\d{1,2})|(\\d{2}))月?$`, 'u');
const MONTH = /^(\d{1,2})月?$/u;
const MONTH_DAY = /^(?:(\d{2})(\d{2})|(\d{1,2})(?:[-._]|月)(\d{1,2})[日号]?)(?![\d\p{L}])/u;
const DAY_FOLDER = /^(\d{1,2})[日号]?$/u;
/** A number alone as a file's name may be the page or the article: the day only where it says so. */
const DAY_FILE = /^(\d{1,2})[日号](?![\d\p{L}])/u;

/** A day in several folders: `1998/0315`, `1998/03/15`, `1998-03/15日.txt`; else the month or the year that there is. */
function readSplitDay(names: readonly string[]): { day?: PrintedDate; part: string | null; isDoubtful: boolean } {
  const last = names.length - 1;
  for (const [at, name] of names.slice(0, -1).entries()) {
    const next = names[at + 1] ?? '';
    const inMonth = MONTH_FOLDER.exec(name);
    const year = inMonth?.[1] ?? YEAR_FOLDER.exec(name)?.[1];
    if (year === undefined) continue;
    const monthDay = inMonth ? null : MONTH_DAY.exec(next);
    const isWhole = monthDay && (at + 1 === last || monthDay[0].length === next.length);
    if (isWhole) return dayOf(year, monthDay[1] ?? monthDay[3], monthDay[2] ?? monthDay[4]);
    const month = inMonth ? (inMonth[2] ?? inMonth[3]) : at + 1 < last ? MONTH.exec(next)?.[1] : undefined;
    if (month === undefined) return { part: year, isDoubtful: false };
    const dayAt = inMonth ? at + 1 : at + 2;
    const day = (dayAt === last ? DAY_FILE : DAY_FOLDER).exec(names[dayAt] ?? '')?.[1];
    if (day !== undefined) return dayOf(year, month, day);
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    return { part: isMonth ? `${year}-${month.padStart(2, '0')}` : null, isDoubtful: !isMonth };
  }
  return { part: null, isDoubtful: false };
}

function dayOf(year: string, month: string | undefined, day: string | undefined) {
  const found = dated('', Number(year), Number(month), Number(day));
  return found ? { day: found, part: null, isDoubtful: false } : { part: null, isDoubtful: true };
}

const LINE_CHARACTERS = 70;
const PAGE_LINES = 3000;
/** Before and behind a single text. */
const EDGE_LINES = 8;
const SOURCE_MARK = /^[\s(（【《]*(?:来源|原载|刊于|刊载于|载于)\s*[:：]?/u;
const CREDITS =
  /(?:责任编辑|责编|编辑|主编|编委|值班\p{Script=Han}{0,4}|版式|美编|校对|组版|视觉|电话|邮箱|新闻热线|投稿|E-?mail)\s*[:：/／\s].*$/iu;

/**
 * What the folio lines of a page say (`霁川日报 2024年3月18日 星期一 第3版`), or the line that names the source of a single
 * text. A line counts only where all of it is paper, day, page and the like, and with more than one of them.
 */
export function readMasthead(text: string, isPage: boolean): PrintedOrigin {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/).filter((line) => line.trim() !== '');
  const near = isPage
    ? lines.slice(0, PAGE_LINES)
    : [...lines.slice(0, EDGE_LINES), ...lines.slice(EDGE_LINES).slice(-EDGE_LINES)];
  const mastheads = near.flatMap((line) => {
    if (line.length > LINE_CHARACTERS || !/\d|[一二]\p{Script=Han}{3}年/u.test(line) || /[。！？；]/u.test(line))
      return [];
    const parts = readParts(line.replace(SOURCE_MARK, ' ').replace(CREDITS, ' '));
    return isMasthead(parts, isPage) ? [parts] : [];
  });
  const day = only(mastheads.flatMap((parts) => parts.dates.map(({ edtf }) => edtf)));
  const printed = mastheads.flatMap((parts) => parts.dates).find(({ edtf }) => edtf === day)?.printed ?? null;
  const pageLabel = only(mastheads.flatMap((parts) => parts.pages));
  return {
    publication: only(mastheads.flatMap((parts) => parts.papers)),
    date: day === null ? null : { edtf: day, printed, inferred: true },
    pageLabel,
    section: pageLabel === null ? null : only(mastheads.flatMap((parts) => parts.sections)),
  };
}

function isMasthead(
  { papers, dates, isDateDoubtful, pages, hasWeekday, rest }: PrintedParts,
  isPage: boolean,
): boolean {
  if (rest.length > 0 || isDateDoubtful) return false;
  const said = [papers, dates, pages].filter((values) => values.length > 0).length;
  if (dates.length > 0 && hasWeekday) return true;
  // On a whole page a paper with a date may stand under what was reprinted from it.
  return said >= 2 && (!isPage || pages.length > 0);
}

/**
 * The document with what its own lines and its file's name say of paper, day and page, where it does not say so itself.
 * Where the two differ neither is taken.
 */
export function withPrintedOrigin(document: IntakeDocument, path: string): IntakeDocument {
  const { metadata, page } = document;
  const name = readNameOrigin(path);
  const lines = document.mediaType === 'text/plain' ? readMasthead(document.text, page) : null;
  const date = metadata.date ?? agreed(lines?.date, name.date, (one) => one.edtf);
  const publication = metadata.publication ?? agreed(lines?.publication, name.publication, (one) => one);
  // A name that means another day or paper says nothing of this one's page.
  const isNameOurs =
    (name.date === null || date === null || date.edtf.startsWith(name.date.edtf)) &&
    (name.publication === null || publication === name.publication);
  const number = name.pageLabel ?? (page ? name.bareNumber : null);
  const pageLabel =
    metadata.pageLabel ??
    (isNameOurs || lines?.pageLabel != null ? agreed(lines?.pageLabel, number, (one) => one) : null);
  const sectionOfName = isNameOurs ? name.section : null;
  const section = metadata.section ?? (pageLabel === null ? null : agreed(lines?.section, sectionOfName, (one) => one));
  return { ...document, metadata: { ...metadata, date, publication, pageLabel, section } };
}

function agreed<T>(one: T | null | undefined, other: T | null, key: (value: T) => string): T | null {
  if (one == null) return other;
  return other === null || key(one) === key(other) || key(one).startsWith(`${key(other)}-`) ? one : null;
}

/** The one value there is; null for none and for several. */
function only(values: readonly string[]): string | null {
  const [first, ...others] = new Set(values);
  return first !== undefined && others.length === 0 ? first : null;
}
