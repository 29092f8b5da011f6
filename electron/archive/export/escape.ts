/** Controls but the tab. NUL alone would become U+FFFD in every renderer. */
const CONTROLS = /(?!\t)\p{Cc}/gu;
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * The lines of an article's text that a reader sees, without the blanks at their edges (an ideographic indent would
 * otherwise become a code block or be shown twice). One line is one paragraph: a soft break becomes a blank in some readers.
 */
export function visibleLines(text: string): string[] {
  return text
    .toWellFormed()
    .split(LINE_ENDS)
    .map((line) => line.replace(CONTROLS, '').trim())
    .filter((line) => line !== '');
}

/** A text as one line, for headings, front matter and file names. */
export function oneLine(text: string): string {
  return visibleLines(text).join(' ').replace(/\s+/g, ' ');
}

/**
 * One line of plain text as one paragraph of Markdown: what is shown equals what was given in CommonMark, GFM and
 * markdown-it, and nothing in it is alive in a vault (Obsidian links, tags, comments, math and block ids, Dataview
 * fields, Templater and Liquid tags, references of Logseq). Article text is never emphasised: `**` beside Chinese punctuation is not bold.
 */
export function escapeLine(line: string): string {
  return escapeStart(escapeInside(line));
}

/** The same for a place that is not the beginning of a line. */
export function escapeInside(text: string): string {
  return text.replace(/[\\`*~$[\]|^#_<&%=:/@.{(]/g, (mark, at: number) => {
    const before = text[at - 1] ?? '';
    const after = text[at + 1] ?? '';
    switch (mark) {
      case '<':
        // A backslash would leave `<%` in the file, and Templater reads the file, not the Markdown.
        return after === '%' ? '&lt;' : '\\<';
      case '_':
        return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? '_' : '\\_';
      case '&':
        return /^&(?:#\d|#[xX][\da-fA-F]|[A-Za-z])[A-Za-z\d]*;/.test(text.slice(at, at + 40)) ? '\\&' : '&';
      case '%':
        return before === '%' || after === '%' || before === '{' ? '\\%' : '%';
      case '=':
      case ':':
        return before === mark || after === mark ? `\\${mark}` : mark;
      case '/':
        return before === ':' && after === '/' ? '\\/' : '/';
      case '@':
        // Readers differ in what they take for a mail address.
        return /[!-~]/.test(before) && /[!-~]/.test(after) ? '\\@' : '@';
      case '.':
        return /(?:^|[^A-Za-z0-9])www$/i.test(text.slice(Math.max(0, at - 4), at)) ? '\\.' : '.';
      case '(':
        return before === '(' || after === '(' ? '\\(' : '(';
      case '{':
        return before === '{' || after === '{' ? '\\{' : '{';
      default:
        return `\\${mark}`;
    }
  });
}

/** What begins a list, a quotation or a rule only at the beginning of a line: `- 3.1%`, `1978. `, `> `. */
function escapeStart(escaped: string): string {
  return escaped.replace(/^[-+>:]/, '\\$&').replace(/^(\d+)([.)])(?!\d)/, '$1\\$2');
}

/** The exact inverse, of a line or of a part of one; what a person wrote without escaping it stands for itself. */
export function unescapeInside(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&lt;/g, (_, mark?: string) => mark ?? '<');
}
