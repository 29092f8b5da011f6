import type { Comment } from './comment-regions.ts';
import { keptBlock } from './kept-blocks.ts';
import { CLOSE, OPEN } from './template-values.ts';

/** Around the name and the words of what is kept. */
export const KEPT_NAME = '\ufdd2';
export const KEPT_BEGIN = '\ufdd3';
export const KEPT_END = '\ufdd4';

/** What quotations and lists begin a line with. */
const LEADING = /^(?:[ \t]*>[ \t]?|[ \t]+|[-*+] (?:\[.\] )?|\d+[.)] )*/;
/** Pairs of characters that mean something together and nothing apart. */
const ALIVE = /^(?:==|%%|::|\(\(|\{\{|\{%|%\}|\}\}|:\/|\/\/|&[#\w]|\w@|@\w|<%)$/;

/**
 * What was rendered, as it stands in a file: further lines of a field begin as its line does (`> `, a bullet's indent),
 * nothing becomes alive where a field meets what stands beside it, and what is kept stands between comments.
 */
export function joinFields(rendered: string, comment: Comment): string {
  let text = '';
  let depth = 0;
  let isAfterField = false;
  let kept = { name: '', from: 0 };
  for (const piece of rendered.split(/([\ufdd0-\ufdd4])/)) {
    switch (piece) {
      case '':
        break;
      case OPEN:
        depth += 1;
        break;
      case CLOSE:
        depth -= 1;
        break;
      case KEPT_NAME:
        text = onItsLine(text);
        kept = { name: '', from: text.length };
        break;
      case KEPT_BEGIN:
        kept = { name: text.slice(kept.from), from: kept.from };
        text = text.slice(0, kept.from);
        break;
      case KEPT_END:
        text = `${text.slice(0, kept.from)}${keptBlock(kept.name, text.slice(kept.from), comment)}\n`;
        break;
      default: {
        const isField = depth > 0;
        // A line end that stands behind the end of what is kept is there already.
        const next = isField ? continued(text, piece) : piece.replace(/^\n/, isAfterKept(text, comment) ? '' : '\n');
        text = isField || isAfterField ? meet(text, next, isField) : text + next;
        isAfterField = isField;
      }
    }
  }
  return text.replace(/^\n+|\s+$/g, '');
}

function isAfterKept(text: string, { close }: Comment): boolean {
  return text.endsWith(` ${close}\n`);
}

/** A line of its own, of which the template may have begun no more than its indent. */
function onItsLine(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return line.trim() === '' ? text.slice(0, text.length - line.length) : `${text}\n`;
}

function continued(text: string, field: string): string {
  if (!field.includes('\n')) return field;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const leading = (LEADING.exec(line)?.[0] ?? '').replace(/[-*+]|\[.\]|\d+[.)]/g, (mark) => ' '.repeat(mark.length));
  return field
    .split('\n')
    .map((each, index) => (index === 0 ? each : `${leading}${each}`.trimEnd()))
    .join('\n');
}

/** The field's own character is escaped where both together would mean something. */
function meet(text: string, piece: string, isField: boolean): string {
  const before = text.at(-1) ?? '';
  const after = piece[0] ?? '';
  if (!ALIVE.test(before + after)) return text + piece;
  // Templater reads the file, not the Markdown.
  if (before === '<') return `${text.replace(/\\?<$/, '')}&lt;${piece}`;
  if (isField) return `${text}\\${piece}`;
  return text.at(-2) === '\\' ? text + piece : `${text.slice(0, -1)}\\${before}${piece}`;
}
