import type { PrintedDate } from '#contract/articles.ts';

/** What a line around an article says about it. */
export interface NewsLine {
  readonly publication?: string;
  readonly byline?: string;
  readonly date?: PrintedDate;
  /** 责任编辑 and its kind: a credit that is nobody's byline. */
  readonly editor?: boolean;
}

/** Longer lines are sentences. */
const LINE_CHARACTERS = 80;
const NAMES =
  '[\\p{Script=Han}·]{2,12}(?:[ \\u3000、，,]+(?:(?:通讯员|记者|摄影)[：: \\u3000]*)?[\\p{Script=Han}·]{1,6}){0,6}';
const REPORTER = '[\\p{Script=Han}]{0,12}?(?:实习|见习|特约|首席|驻\\p{Script=Han}{2,4})?(?:记者|通讯员|特派员|评论员)';
const BYLINE = new RegExp(`^[□■◎●▲◆（(\\s]*${REPORTER}\\s*[：:/／ \\u3000]\\s*(${NAMES})[）)\\s]*$`, 'u');
const AUTHOR = new RegExp(`(?:^|[\\s|｜])(?:作者|撰文|撰稿|文)\\s*[：:/／]\\s*(${NAMES})`, 'u');
const ENGLISH_BYLINE = /^by\s+((?:\p{Lu}[\p{L}.'’-]*)(?:[ ,]+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){0,6})$/iu;
const PUBLICATION = /(?:来源|稿源|出处|來源)\s*[：:]\s*([^\s|｜：:]{2,40})/u;
const EDITOR = /^[（([【\s]*(?:责任编辑|責任編輯|责编|编辑|编审|校对|值班编委|审核|监制)\s*[：:/／]/u;

/**
 * Reads a short line that stands apart from the text: `来源：某某日报 2018-11-05 08:15`, `本报记者 宋红敏`,
 * `（责任编辑：…）`. Returns undefined for a line that says none of it; a date alone counts only where nothing else stands.
 */
export function readNewsLine(line: string): NewsLine | undefined {
  const text = line.trim();
  if (text === '' || text.length > LINE_CHARACTERS || /[。！？!?；;]$/.test(text)) return undefined;
  if (EDITOR.test(text)) return { editor: true };
  const publication = PUBLICATION.exec(text)?.[1];
  const date = readDate(text);
  const undated = text
    .replace(date?.printed ?? '', ' ')
    .replace(/\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/, ' ')
    .trim();
  const byline = BYLINE.exec(undated)?.[1] ?? ENGLISH_BYLINE.exec(text)?.[1] ?? AUTHOR.exec(text)?.[1];
  const labelled = publication !== undefined || byline !== undefined;
  const onlyDate =
    date?.printed != null &&
    /^(?:(?:发布|发表|更新|出版)?(?:时间|日期)?\s*[：:]?)?[\s\d:：年月日时分秒星期一二三四五六日（）()-]*$/u.test(
      text.replace(date.printed, ''),
    );
  if (!labelled && !onlyDate) return undefined;
  return {
    ...(publication === undefined ? {} : { publication }),
    ...(byline === undefined ? {} : { byline: byline.replace(/[\s\u3000]+/g, ' ').trim() }),
    ...(date === undefined ? {} : { date }),
  };
}

const NUMERALS = '〇一二三四五六七八九';
const NUMERIC_DATE = /(?<!\d)(\d{4})\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})(?!\d)\s?日?/u;
const HAN_DATE =
  /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, 'i');

/** The first full date of a text as EDTF, with the form in which it is printed. A date is a date: nothing is moved to another time zone. */
export function readDate(text: string): PrintedDate | undefined {
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) return dated(numeric[0], Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const han = HAN_DATE.exec(text);
  if (han)
    return dated(han[0], Number([...(han[1] ?? '')].map(digit).join('')), numeral(han[2] ?? ''), numeral(han[3] ?? ''));
  const first = MONTH_FIRST.exec(text);
  if (first) return dated(first[0], Number(first[3]), monthOf(first[1] ?? ''), Number(first[2]));
  const second = DAY_FIRST.exec(text);
  if (second) return dated(second[0], Number(second[3]), monthOf(second[2] ?? ''), Number(second[1]));
  return undefined;
}

export function dated(printed: string, year: number, month: number, day: number): PrintedDate | undefined {
  const edtf = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const known = new Date(`${edtf}T00:00:00Z`);
  // 30 February parses to nothing or to March: neither is a date that was printed.
  if (Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== edtf || year < 1000) return undefined;
  return { edtf, printed: printed.trim(), inferred: false };
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function digit(character: string): number {
  return character === '○' || character === '零' ? 0 : NUMERALS.indexOf(character);
}

/** 1 to 99 in Chinese numerals. */
export function numeral(text: string): number {
  const [tens, ones] = text.split('十');
  if (ones === undefined) return digit(text);
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + (ones === '' ? 0 : digit(ones));
}

/** Simplified or traditional Chinese, or English, by which characters there are; null when neither prevails. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000);
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let latin = 0;
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit >= 0x3400 && unit <= 0x9fff) {
      han += 1;
      if (TRADITIONAL.has(unit)) traditional += 1;
      else if (SIMPLIFIED.has(unit)) simplified += 1;
    } else if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f))
      latin += 1;
    else if (unit >= 0x3040 && unit <= 0x30ff) kana += 1;
    else if (unit >= 0xac00 && unit <= 0xd7a3) hangul += 1;
  }
  if (han + kana + hangul + latin < 10) return null;
  if (kana > (han + kana) * 0.1) return 'ja';
  if (hangul > han) return 'ko';
  // A Han character says as much as a short word.
  if (han * 4 > latin) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  return /\b(?:the|and|of|to)\b/i.test(sample) ? 'en' : null;
}

const units = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
/** Frequent characters that are written differently in the two forms, in the same order. */
const TRADITIONAL = units('這個們來時國會學說對後為還發現當經點問間應總長開關實際體業產無與從動東車電書見聽馬門風');
const SIMPLIFIED = units('这个们来时国会学说对后为还发现当经点问间应总长开关实际体业产无与从动东车电书见听马门风');
