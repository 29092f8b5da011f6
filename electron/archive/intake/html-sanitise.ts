import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

/**
 * What may stay of a document: the names of elements that carry text, and no attribute at all. Everything that loads,
 * runs, submits or draws goes with its content; any other element goes and leaves its text. The text of what stays
 * becomes blocks, so no markup reaches the store or the window; this is the fence in front of that.
 */
const ALLOWED: Options = {
  tagNames: [
    ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'figure', 'figcaption', 'blockquote'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre', 'hr', 'br', 'address', 'center'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'details', 'summary'],
  ],
  strip: [
    ...[
      'script',
      'style',
      'template',
      'noscript',
      'link',
      'meta',
      'base',
      'title',
      'head',
      'iframe',
      'frame',
      'frameset',
    ],
    ...[
      'noframes',
      'object',
      'embed',
      'applet',
      'param',
      'input',
      'button',
      'select',
      'option',
      'optgroup',
      'textarea',
    ],
    ...[
      'datalist',
      'output',
      'progress',
      'meter',
      'video',
      'audio',
      'source',
      'track',
      'picture',
      'canvas',
      'map',
      'area',
    ],
    ...['svg', 'math', 'dialog', 'portal', 'fencedframe', 'rp', 'rt', 'xmp', 'plaintext', 'noembed', 'bgsound'],
  ],
  attributes: {},
  clobber: [],
  protocols: {},
  ancestors: {},
  required: {},
  allowComments: false,
  allowDoctypes: false,
};

const cleaner = unified().use(rehypeSanitize, ALLOWED);
const fragmentParser = unified().use(rehypeParse, { fragment: true });

/** Parses a piece of HTML as a browser would and keeps only what carries text. */
export function sanitise(html: string): Root {
  return cleaner.runSync(fragmentParser.parse(html)) as Root;
}
