import type { CleanArticle } from './article.ts';
import type { Random } from './random.ts';

/** A part of one paragraph, or a whole line of another role, as it is printed in one column. */
export interface Strip {
  readonly role: string;
  readonly article: string;
  readonly text: string;
  /** Number of the paragraph in its article, for paragraphs. */
  readonly paragraph: number;
  readonly section: string | null;
  /** Printed line ends inside `text`. */
  readonly breaks: readonly number[];
  readonly firstOfParagraph: boolean;
  readonly lastOfParagraph: boolean;
  readonly lostEnd: boolean;
}

/** What stands in one printed column, top to bottom. */
export type Column = Strip[];

const wide = (ch: string) => (ch.charCodeAt(0) < 0x2000 ? 0.5 : 1);
/** A line does not begin with these. */
const NO_START = /[，。、；：！？”’》）」』%,.;:!?)]/u;

/** Where printed lines end, the last line's end left out. The first line is set in by two. */
export function breakLines(text: string, width: number, lang: 'zh' | 'en'): number[] {
  const breaks: number[] = [];
  let room = width - 2;
  let lastSpace = -1;
  let from = 0;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    const ch = text[at] ?? '';
    if (lang === 'en' && ch === ' ') lastSpace = at;
    used += wide(ch);
    if (used <= room) continue;
    let end = at;
    if (lang === 'en') end = lastSpace > from ? lastSpace + 1 : at;
    else if (NO_START.test(ch)) end = NO_START.test(text[at + 1] ?? '') ? at + 2 : at + 1;
    else if (/[0-9A-Za-z.]/.test(ch) && /[0-9A-Za-z.]/.test(text[at - 1] ?? '')) {
      while (end > from + 1 && /[0-9A-Za-z.]/.test(text[end - 1] ?? '')) end--;
    } else if (/[“‘《（「(]/u.test(text[at - 1] ?? '')) end = at - 1;
    if (end >= text.length) break;
    breaks.push(end);
    from = end;
    at = end - 1;
    used = 0;
    room = width;
  }
  return breaks;
}

export interface Setting {
  readonly width: number;
  readonly height: number;
  /** Share of paragraphs whose last printed line is lost. */
  readonly lost: number;
}

/** Sets the body of an article in columns of equal height; a paragraph that does not fit is cut at a printed line. */
export function setInColumns(article: CleanArticle, setting: Setting, random: Random): Column[] {
  const columns: Column[] = [[]];
  let used = random.int(0, Math.floor(setting.height / 3));
  let section: string | null = null;
  article.items.forEach((item, paragraph) => {
    if (item.role === 'subhead') {
      section = item.text;
      // A section head does not stand alone at the foot of a column.
      if (used > setting.height - 4) {
        columns.push([]);
        used = 0;
      }
      columns.at(-1)?.push(strip(article, 'subhead', item.text, paragraph, section));
      used += 2;
      return;
    }
    if (item.role === 'caption') {
      const [caption = '', credit = ''] = item.text.split(' | ');
      columns.at(-1)?.push(strip(article, 'caption', caption), strip(article, 'photo_credit', credit));
      return;
    }
    const ends = breakLines(item.text, setting.width, article.lang);
    const lines = ends.length + 1;
    let last = item.text.length;
    let lostEnd = false;
    if (lines > 3 && random.chance(setting.lost)) {
      const end = ends.at(-1) ?? last;
      if (!/[。！？.!?”"]\s*$/u.test(item.text.slice(0, end))) {
        last = end;
        lostEnd = true;
      }
    }
    let from = 0;
    let line = 0;
    while (from < last) {
      if (used >= setting.height) {
        columns.push([]);
        used = 0;
      }
      const room = setting.height - used;
      const reach = (rows: number) => (line + rows >= lines ? last : Math.min(last, ends[line + rows - 1] ?? last));
      // A column that ends with a whole sentence cuts nothing that anyone could see.
      let rows = room;
      while (reach(rows) < last && /[。！？：.!?:][”’"]?\s*$/u.test(item.text.slice(0, reach(rows)))) rows++;
      const target = reach(rows);
      const breaks = ends.filter((end) => end > from && end < target).map((end) => end - from);
      columns.at(-1)?.push({
        role: 'paragraph',
        article: article.name,
        text: item.text.slice(from, target),
        paragraph,
        section,
        breaks,
        firstOfParagraph: from === 0,
        lastOfParagraph: target === last,
        lostEnd: lostEnd && target === last,
      });
      used += breaks.length + 1;
      line += breaks.length + 1;
      from = target;
    }
  });
  return columns.filter((column) => column.length > 0);
}

export function strip(
  article: Pick<CleanArticle, 'name'>,
  role: string,
  text: string,
  paragraph = -1,
  section: string | null = null,
): Strip {
  return {
    role,
    article: article.name,
    text,
    paragraph,
    section,
    breaks: [],
    firstOfParagraph: true,
    lastOfParagraph: true,
    lostEnd: false,
  };
}
