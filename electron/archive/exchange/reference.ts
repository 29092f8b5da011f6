import type { ReferenceDate } from './dates.ts';

/** A name in the parts that styles turn around, or one that is never taken apart: in Han characters, or of an institution. */
export type Author =
  | { readonly family: string; readonly given: string /** `Jr.` */; readonly suffix: string }
  | { readonly literal: string };

/** What is known of an article as a source, named as CSL has it. What is not known is null or empty and never made up. */
export interface Reference {
  /** The article's short id: the same in every export, so that what cites it stays whole. */
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title: string;
  readonly authors: readonly Author[];
  readonly publication: string;
  readonly date: ReferenceDate | null;
  /** As printed, in the order of the text: a story may go on on another page. */
  readonly pages: readonly string[];
  readonly section: string;
  /** Of the web, else empty. */
  readonly url: string;
  /** The day on which the archive took in what stood at the address, `YYYY-MM-DD`; empty without an address. */
  readonly accessed: string;
  readonly language: string;
  readonly isChinese: boolean;
  readonly keywords: readonly string[];
}

/** `A1, A4` behind the name of a paper; where none is known a number alone would say nothing. */
export function pagesOf({ publication, pages }: Reference): string {
  const label = publication !== '' || pages.length === 0 ? '' : pages.length === 1 ? 'p. ' : 'pp. ';
  return label + pages.join(', ');
}

/** A part of a line with the period that ends it, once. */
export function stopped(part: string): string {
  return part.endsWith('.') ? part : `${part}.`;
}
