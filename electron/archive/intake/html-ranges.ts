export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Elements whose content nobody reads. */
const SILENT = /^<(script|style|template|noscript|iframe|object|svg|math|head|title|textarea|select)\b/i;
/** Elements inside a line: text on both sides belongs together. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|q|ruby|rb|s|samp|small|span|strong|sub|sup|time|u|var)\b/i;

/**
 * Where the text stands in a piece of HTML, a list of ranges for each block, found in one pass without building a
 * document: for the HTML inside a Markdown file, and for pages that no parser should be asked to nest.
 */
export function htmlTextBlocks(html: string): TextRange[][] {
  const blocks: TextRange[][] = [];
  let block: TextRange[] = [];
  let start = 0;
  let at = 0;
  const closeRange = (end: number) => {
    if (end > start) block.push({ start, end });
  };
  const closeBlock = () => {
    if (block.some((range) => html.slice(range.start, range.end).trim() !== '')) blocks.push(block);
    block = [];
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      at = open + 1;
      continue;
    }
    closeRange(open);
    if (!INLINE.test(html.slice(open, open + 10))) closeBlock();
    at = endOfMarkup(html, open);
    start = at;
  }
  closeRange(html.length);
  closeBlock();
  return blocks;
}

function endOfMarkup(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const silent = SILENT.exec(html.slice(open, open + 16));
  if (silent) {
    const end = new RegExp(`</${silent[1]}`, 'gi');
    end.lastIndex = open;
    const found = end.exec(html);
    return found ? after(html, '>', found.index) : html.length;
  }
  return after(html, '>', open);
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found < 0 ? html.length : found + what.length;
}
