import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PrintedDate } from '#contract/articles.ts';
import { IntakeRefusal } from './document.ts';
import { type DraftBlock, deriveDocument, textOfPieces } from './draft.ts';
import { blocksOf, type HtmlBlock, visibleText } from './html-blocks.ts';
import { sizeOf } from './html-limits.ts';
import { type PageDocument, type PageMetadata, readPageMetadata } from './html-metadata.ts';
import { htmlTextBlocks } from './html-ranges.ts';
import { sanitise } from './html-sanitise.ts';
import { htmlPieces } from './markdown-align.ts';
import { languageOf, readNewsLine } from './news-lines.ts';
import { type ReadText, roleOf, titleFromName } from './read-text.ts';

export interface ReadHtml extends ReadText {
  /** What the offsets of the derivation count in. */
  readonly text: string;
}

/** An article shorter than this, on a page with much more to read, is not what the page is about. */
const ARTICLE_CHARACTERS = 200;

/**
 * A saved web page as one article. Offsets count in the *extract*: the title and the visible text of each block, white
 * space as a browser shows it, one line feed between them. They do not count in the HTML file, because the extraction
 * that finds the article moves and merges elements; the file itself is kept whole as the original, and the extract can
 * be made again from it by the same version of the importer.
 */
export function readHtml(source: string, name: string): ReadHtml {
  // Images inlined by savers are most of a file's bytes and none of its text.
  const html = source.replace(/\bdata:[a-z0-9.+/-]{1,100};base64,[a-z0-9+/=%]*/gi, 'data:,');
  const size = sizeOf(html);
  const page = size === 'monstrous' ? undefined : extract(html, source, size === 'whole');
  const blocks = page?.blocks ?? flatBlocks(html);
  if (blocks.length === 0) throw new IntakeRefusal('nothing_to_read');
  return layOut(blocks, page?.metadata, page?.around ?? [], name);
}

interface Extract {
  readonly metadata: PageMetadata;
  readonly blocks: readonly HtmlBlock[];
  /** Every block of the page, for the lines about the article that stand outside it. */
  readonly around: readonly HtmlBlock[];
}

function extract(html: string, source: string, weigh: boolean): Extract | undefined {
  // The parser makes no document of a fragment: without a root element there is no head, no body, no title.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  if (!document.documentElement) return undefined;
  const metadata = readPageMetadata(document as unknown as PageDocument, source);
  const around = blocksOf(sanitise(bodyOf(whole)));
  if (!weigh) return { metadata, blocks: around, around };
  let article: string | null | undefined;
  try {
    article = new Readability(document as never, { charThreshold: ARTICLE_CHARACTERS }).parse()?.content;
  } catch {
    // It fails on documents without a body; the page is read whole then.
  }
  const found = article ? blocksOf(sanitise(article)) : [];
  const blocks = charactersOf(found) < ARTICLE_CHARACTERS && charactersOf(around) > 0 ? orWhole(found, around) : found;
  return { metadata, blocks, around };
}

/** Little was found: a short article it is only if it is most of what the page says. */
function orWhole(found: readonly HtmlBlock[], around: readonly HtmlBlock[]): readonly HtmlBlock[] {
  return charactersOf(found) * 2 >= charactersOf(around) ? found : around;
}

function bodyOf(html: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  return body ? html.slice(body.index + body[0].length) : html;
}

function charactersOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** The text of a page that no parser is asked to build. */
function flatBlocks(html: string): HtmlBlock[] {
  return htmlTextBlocks(html)
    .map((ranges) =>
      visibleText(ranges.map(({ start, end }) => textOfPieces(html, htmlPieces(html, start, end))).join('')),
    )
    .filter((text) => text !== '')
    .map((text) => ({ role: 'paragraph', text }));
}

function layOut(
  found: readonly HtmlBlock[],
  page: PageMetadata | undefined,
  around: readonly HtmlBlock[],
  name: string,
): ReadHtml {
  const heading = found.find(({ role, level }) => role === 'subhead' && level === 1)?.text;
  const title = page?.title ?? heading ?? titleFromName(name);
  const isTitleOf = ({ text }: HtmlBlock) => text === title;
  const top = found.slice(0, 4).findIndex(isTitleOf);
  // A title that stands only in the page's head is read above the text; a file name is no text of the page.
  const blocks =
    top < 0 && page?.title == null
      ? found
      : [...found.slice(0, Math.max(0, top)), { role: 'title' as const, text: title }, ...found.slice(top + 1)];
  const labelled = blocks.map((block, index): HtmlBlock => {
    const near = index < 8 || index >= blocks.length - 4;
    const line = near && block.role === 'paragraph' ? readNewsLine(block.text) : undefined;
    return line ? { role: roleOf(line), text: block.text } : block;
  });
  // The line under the headline is the page's own word, before what its template says in the head.
  const from = Math.max(0, around.findIndex(isTitleOf));
  const printed: { byline?: string; publication?: string; date?: PrintedDate } = {};
  for (const { text } of [...labelled.slice(0, 9), ...labelled.slice(-4), ...around.slice(from, from + 40)]) {
    const line = readNewsLine(text);
    if (!line) continue;
    printed.byline ??= line.byline;
    printed.publication ??= line.publication;
    printed.date ??= line.date;
  }
  const sameDay = page?.date == null || page.date.edtf === printed.date?.edtf;
  const text = labelled.map((block) => block.text).join('\n');
  let at = 0;
  const drafts = labelled.map(({ role, level, text: words }): DraftBlock => {
    const start = at;
    at += words.length + 1;
    return { role, ...(level === undefined ? {} : { level }), pieces: [{ start, end: start + words.length }] };
  });
  return {
    text,
    derivation: deriveDocument(text, title, drafts),
    metadata: {
      byline: printed.byline ?? page?.byline ?? null,
      publication: printed.publication ?? page?.publication ?? null,
      date: (sameDay ? printed.date : page?.date) ?? null,
      url: page?.url ?? null,
      language: page?.language ?? languageOf(text),
      pageLabel: null,
      section: null,
    },
  };
}
