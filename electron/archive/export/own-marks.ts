import type { HighlightColour } from '#contract/annotations.ts';
import type { OwnMark } from '../store/source-document.ts';
import { unescapeInside } from './escape.ts';
import { LABELS } from './labels.ts';
import { readQuery } from './mark-query.ts';
import { tagName } from './properties.ts';

/** The marks of a region, and what a person wrote between them. */
export interface ReadMarks {
  readonly marks: readonly OwnMark[];
  readonly rest: string;
}

export const SHORT_ID = '[0-9a-hjkmnp-tv-z]{10}';
/** The address of a mark, as every profile writes it. */
export const LINK = `\\[[^\\]\\n]*\\]\\(jianbao://[\\w-]+/highlight/(?<id>${SHORT_ID})(?:\\?(?<query>[\\w=&%,.-]*))?\\)`;

interface Found {
  readonly id: string | undefined;
  readonly query: string | undefined;
  readonly title?: Partial<Pick<OwnMark, 'kind' | 'colour' | 'doubt'>>;
  /** Markdown, as it stands in the file without what marks it as a quotation. */
  readonly quote: string;
  readonly note: string;
  /** What stands in the place of tags: each begins with its sign. */
  readonly tags?: string | undefined;
}

/** Undefined for what has no id. A line of tags that our address does not speak of is the note's last. */
export function ownMark({ id, query = '', title, quote, note, tags }: Found): OwnMark | undefined {
  if (id === undefined) return undefined;
  const said = readQuery(query);
  const written = said.tags?.map(tagName).filter((name) => name !== '');
  const known = new Map((said.tags ?? []).map((path) => [tagName(path), path]));
  const isOfNote = tags !== undefined && written?.length === 0;
  const names = (tags === undefined || isOfNote ? [] : tags.trim().split(/[ \t]+(?=\\?#|\[\[)/))
    .map((name) => name.replace(/^\\?#|\[\[|\]\]/g, ''))
    .filter((name) => name !== '');
  return {
    shortId: id,
    kind: title?.kind ?? 'highlight',
    colour: title?.colour ?? 'fact',
    doubt: title?.doubt,
    quote: linesOf(quote),
    at: said.at,
    note: (isOfNote ? `${note}\n\n${tags}` : note).trim(),
    tags:
      said.tags && written?.join('\n') === names.join('\n') ? said.tags : names.map((name) => known.get(name) ?? name),
  };
}

function linesOf(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => unescapeInside(line.trim()))
    .filter((line) => line !== '')
    .join('\n');
}

/** `事实 · 1版 ¶4 · 原文已变` in either language; the names that a person gave to colours say nothing elsewhere. */
export function readTitle(title: string): NonNullable<Found['title']> {
  const parts = title.split(' · ').map((part) => part.trim());
  const is = (part: string | undefined, label: string) => part === label;
  for (const labels of LABELS) {
    const [colour] = Object.entries(labels.colours).find(([, name]) => is(parts[0], name)) ?? [];
    const [doubt] = Object.entries(labels.states).find(([, name]) => is(parts.at(-1), name)) ?? [];
    if (colour === undefined && doubt === undefined && !is(parts[0], labels.bookmark)) continue;
    return {
      kind: is(parts[0], labels.bookmark) ? 'bookmark' : 'highlight',
      ...(colour !== undefined && { colour: colour as HighlightColour }),
      ...(doubt !== undefined && { doubt: doubt as OwnMark['doubt'] }),
    };
  }
  return {};
}

/** Paragraphs of which the last is nothing but tags: that one apart. */
export function withTagLine(paragraphs: string): { readonly note: string; readonly tags: string | undefined } {
  const found = /(?:^|\n\n)((?:#[^\s#]+)(?: #[^\s#]+)*)$/.exec(paragraphs);
  return found ? { note: paragraphs.slice(0, found.index), tags: found[1] } : { note: paragraphs, tags: undefined };
}

const DOUBTS = { quote: undefined, warning: 'changed', failure: 'orphan' } as const;
const CALLOUT = /^\[!(quote|warning|failure)(?:\|(\w+))?\][+-]? ?(.*)$/;
const REMARK = new RegExp(`(?:^|\\n\\n)\\*\\*(?:${LABELS.map(({ remark }) => remark).join('|')})\\*\\*(?: |\\n\\n|$)`);

/** A callout, a blank line, and its block id. */
export function readCallouts(content: string): ReadMarks {
  const marks: OwnMark[] = [];
  const rest = content.replace(
    new RegExp(`((?:^>.*\\n)+)\\n\\^jb-(${SHORT_ID})[ \\t]*$\\n?`, 'gm'),
    (whole: string, quoted: string, id: string) => {
      const inside = unquoted(quoted);
      const [head = '', ...lines] = inside.split('\n');
      const [, type = 'quote', meta = '', title = ''] = CALLOUT.exec(head) ?? [];
      const body = lines.join('\n').trimEnd();
      const link = new RegExp(`(?:^|\\n\\n)${LINK}$`).exec(body);
      // What is left in the place of one that was removed.
      if (!link) return type === 'failure' ? '' : whole;
      const said = body.slice(0, link.index);
      const remark = REMARK.exec(said);
      const isColour = (word: string): word is HighlightColour => LABELS.some(({ colours }) => word in colours);
      const { note, tags } = withTagLine(remark ? said.slice(remark.index + remark[0].length) : said);
      const mark = ownMark({
        id,
        query: link.groups?.query,
        title: {
          ...readTitle(title),
          ...(isColour(meta) && { colour: meta }),
          kind: meta === 'bookmark' ? 'bookmark' : 'highlight',
          doubt: DOUBTS[type as keyof typeof DOUBTS],
        },
        quote: remark ? said.slice(0, remark.index) : note,
        note: remark ? note : '',
        tags,
      });
      if (mark) marks.push(mark);
      return mark ? '' : whole;
    },
  );
  return { marks, rest };
}

/** Headings with an anchor, a quotation, the note, and in the last line tags and address. */
export function readSections(content: string): ReadMarks {
  const [before = '', ...sections] = `\n${content}`.split(/^(?=### <a id="jb-)/m);
  const rest = [before];
  const marks = sections.flatMap((section) => {
    const [, title = ''] = /^### <a id="jb-\w+"><\/a>(.*)\n?/.exec(section) ?? [];
    const [, quote = '', body = ''] = /^.*\n+((?:>.*(?:\n|$))*)\n*([\s\S]*)$/.exec(section) ?? [];
    const link = [...body.matchAll(new RegExp(`(?:^|\\n\\n)((?:\\\\#\\S+ )*)${LINK}[ \\t]*$`, 'gm'))].at(-1);
    if (!link) return [];
    rest.push(body.slice(link.index + link[0].length));
    const { id, query } = link.groups ?? {};
    const tags = link[1] === '' ? undefined : link[1];
    const note = body.slice(0, link.index);
    return ownMark({ id, query, title: readTitle(title), quote: unquoted(quote), note, tags }) ?? [];
  });
  return { marks, rest: rest.join('\n') };
}

/** A quotation that ends with address, tags and block id; what follows it is its note. */
export function readQuotations(content: string): ReadMarks {
  const marks: OwnMark[] = [];
  const pattern = new RegExp(`((?:^>.*\\n)*^>.*?) ?${LINK}((?: #\\S+)*) \\^jb-${SHORT_ID}[ \\t]*$`, 'gm');
  const found = [...content.matchAll(pattern)];
  for (const [index, match] of found.entries()) {
    const tombstone = new RegExp(`^> [^\\n]*\\^jb-${SHORT_ID}[ \\t]*$`, 'm');
    const body = content.slice(match.index + match[0].length, found[index + 1]?.index).split(tombstone)[0] ?? '';
    const [first = '', ...others] = body.trim().split('\n\n');
    const title = first.includes('\n') ? {} : readTitle(first);
    const note = title.doubt ? others.join('\n\n') : body;
    const { id, query } = match.groups ?? {};
    const mark = ownMark({ id, query, title, quote: unquoted(match[1] ?? ''), note, tags: match[4] || undefined });
    if (mark) marks.push(mark);
  }
  return { marks, rest: content.slice(0, found[0]?.index ?? content.length) };
}

/** Bullets that end with an address; tags and note below them. */
export function readBullets(content: string): ReadMarks {
  const [before = '', ...bullets] = `\n${content}`.split(/^(?=- )/m);
  const rest = [before];
  const marks = bullets.flatMap((bullet) => {
    const [head = '', ...below] = bullet.split(/^(?= {4}- )/m);
    const link = new RegExp(`^- ([\\s\\S]*?) ?\\(${LINK}\\)\\s*$`).exec(head);
    const part = (name: string) =>
      below
        .find((item) => item.startsWith(`    - ${name}: `))
        ?.slice(8 + name.length)
        .replace(/^ {6}/gm, '')
        .trim();
    const mark = link && ownMark({ ...idOf(link), quote: link[1] ?? '', note: part('Note') ?? '', tags: part('Tags') });
    if (!mark) rest.push(bullet);
    const doubt = below.map((item) => readTitle(item.slice(6).trim()).doubt).find((said) => said !== undefined);
    return mark ? [{ ...mark, doubt }] : [];
  });
  return { marks, rest: rest.join('') };
}

function idOf({ groups }: RegExpExecArray): Pick<Found, 'id' | 'query'> {
  return { id: groups?.id, query: groups?.query };
}

export function unquoted(quotation: string): string {
  return quotation.replace(/^> ?/gm, '');
}
