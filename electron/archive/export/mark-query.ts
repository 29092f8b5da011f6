import type { Annotation } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';
import { inkOf, placeInk } from '../store/ink.ts';
import { tagName } from './properties.ts';
import { decodeTag, encodeTagInAddress } from './tag-code.ts';

/** What of a mark its words in the file do not say, and an import of the file needs. */
export interface MarkQuery {
  /** Where its quote stands in the ink of the text, where its words alone do not say it. */
  readonly at?: Span;
  /** Its tags, where a vault cannot write them as they are. */
  readonly tags?: readonly string[];
}

/** A last paragraph that would be read as the line of tags. */
const TAG_LINE = /(?:^|\n)[ \t]*\\?#\S+(?:[ \t]+\\?#\S+)*$/;

/** `?at=12-40`; empty for nearly every mark. `ink`: of the article's text. */
export function queryOf({ quote, state, tags, note }: Annotation, body: string, ink: string): string {
  const parts: string[] = [];
  const words = inkOf(quote.exact);
  const isPlaced = state !== 'orphan' && words !== '';
  if (isPlaced && (state === 'changed' || placeInk(ink, words, undefined) === undefined)) {
    const start = inkOf(body.slice(0, quote.start)).length;
    parts.push(`at=${start}-${start + inkOf(body.slice(quote.start, quote.end)).length}`);
  }
  if (tags.some((path) => tagName(path) !== path) || TAG_LINE.test(note.trim()))
    parts.push(`tags=${tags.map(encodeTagInAddress).join(',')}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export function readQuery(query: string): MarkQuery {
  const said = new Map(query.split('&').map((part) => part.split('=', 2) as [string, string]));
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(said.get('at') ?? '') ?? [];
  const tags = said.get('tags');
  return {
    ...(start !== undefined && end !== undefined && { at: { start: Number(start), end: Number(end) } }),
    ...(tags !== undefined && { tags: tags === '' ? [] : tags.split(',').map(decodeTag) }),
  };
}
