/** Readability's work grows with the square of an element's neighbours; a longer page is read whole, without it. */
const TAGS_TO_WEIGH = 10_000;
/** A saved page has far fewer of each; below them every parser here ends within two seconds. */
const TAGS = 40_000;
const DEPTH = 400;
const ATTRIBUTES_A_TAG = 500;
const ATTRIBUTES = 300_000;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th)$/i;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;

/** `whole`: short enough to look for the article in it. `plain`: it is parsed, but not weighed. `monstrous`: no parser builds it. */
export type HtmlSize = 'whole' | 'plain' | 'monstrous';

/**
 * Whether a page is nested, or set with attributes, beyond what its author can have meant: parsers compare each
 * attribute with all others of its tag and walk trees by recursion. One pass, no document is built.
 */
export function sizeOf(html: string): HtmlSize {
  let tags = 0;
  let depth = 0;
  let attributes = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    tags += 1;
    if (tags > TAGS) return 'monstrous';
    if (!VOID.test(tag[2] ?? '')) depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    if (depth > DEPTH) return 'monstrous';
    let own = 0;
    // To the end of the tag; a bracket inside a quoted value ends the count early, which errs on the calm side.
    for (let at = TAG.lastIndex; at < html.length; at++) {
      const unit = html.charCodeAt(at);
      if (unit === 0x3e) break;
      if (unit === 0x3d || (unit <= 0x20 && html.charCodeAt(at + 1) > 0x20)) own += 1;
    }
    attributes += own;
    if (own > 4 * ATTRIBUTES_A_TAG && longestTagRun(html, TAG.lastIndex)) return 'monstrous';
    if (attributes > ATTRIBUTES) return 'monstrous';
  }
  return tags > TAGS_TO_WEIGH ? 'plain' : 'whole';
}

/** Counts attributes properly where a rough count was alarming: a long inlined style or script value has many blanks. */
function longestTagRun(html: string, from: number): boolean {
  const attribute = /\s*([^\s=>"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?/y;
  attribute.lastIndex = from;
  for (let count = 0; count <= ATTRIBUTES_A_TAG; count++) if (!attribute.test(html)) return false;
  return true;
}
