import type { PrintedDate } from '#contract/articles.ts';
import { readDate } from './news-lines.ts';

export interface PageMetadata {
  /** The best of several places, without the tail of channel and site name. */
  readonly title: string | null;
  readonly byline: string | null;
  readonly publication: string | null;
  readonly date: PrintedDate | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** As much of a document as is asked of it: the types of a browser's document are not known here. */
export interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Reads what a page says of itself in its head and in the comment that savers leave. */
export function readPageMetadata(document: PageDocument, source: string): PageMetadata {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = oneLine(meta.getAttribute('content'));
    if (name !== '' && content !== null && !metas.has(name)) metas.set(name, content);
  }
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const linked = readLinkedData(document);
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => oneLine(heading.textContent))
    .filter((text) => text !== null);
  const dated =
    meta(
      'article:published_time',
      'og:published_time',
      'og:release_date',
      'publishdate',
      'pubdate',
      'date',
      'dc.date',
      'dcterms.issued',
      'datepublished',
      'weibo: article:create_at',
    ) ??
    linked.date ??
    oneLine(document.querySelector('time[datetime]')?.getAttribute('datetime'));
  const url =
    savedFrom(source) ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  const language = document.documentElement?.getAttribute('lang')?.trim();
  const heads = [meta('og:title', 'twitter:title'), linked.title, ...headings].filter((head) => head !== null);
  return {
    title: chooseTitle(oneLine(document.querySelector('title')?.textContent), heads, meta('og:site_name')),
    byline: meta('author', 'article:author_name', 'dc.creator', 'byl')?.replace(/^by\s+/i, '') ?? linked.author,
    publication:
      meta('source', 'contentsource', 'publication', 'citation_journal_title', 'og:site_name', 'application-name') ??
      linked.publisher,
    // The day as the page writes it, in the page's own time zone: a date is a date.
    date: dated === null ? null : (readDate(dated.replace(/[T ]\d{1,2}:.*$/, '')) ?? null),
    url: url !== null && url !== undefined && /^https?:\/\/[^\s]{1,2000}$/i.test(url) ? url : null,
    language: language && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null,
  };
}

/** The address in the comment of SingleFile, or in the mark that browsers put in front of a page saved to disk. */
function savedFrom(source: string): string | undefined {
  const head = source.slice(0, 4096);
  return (
    /<!-{2}[\s\S]{0,200}?Page saved with SingleFile[\s\S]{0,100}?url:\s*(https?:\/\/\S+)/i.exec(head)?.[1] ??
    /<!-{2}\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-{2}>/i.exec(head)?.[1]
  );
}

/**
 * The title that the page shows, not the one of its tab: a heading that begins or fills the tab's title is it. Failing
 * that, `标题_频道_站名` loses its tail, and `Title - Site` its last part.
 */
export function chooseTitle(tab: string | null, heads: readonly string[], site: string | null): string | null {
  if (tab === null) return heads[0] ?? null;
  const shown =
    heads.find((head) => head.length >= 4 && tab.startsWith(head)) ??
    heads.find((head) => head.length >= 6 && tab.includes(head));
  if (shown !== undefined) return withoutTail(shown, site);
  return withoutTail(tab, site);
}

function withoutTail(title: string, site: string | null): string {
  const [first = '', ...tail] = title.split(/\s*[_|｜]\s*/);
  const head = tail.length > 0 && first.length >= 4 ? first : title;
  const parts = head.split(/\s+[-–—]\s+|(?<=\p{Script=Han})-(?=\p{Script=Han})/u);
  const last = parts.at(-1);
  const before = last === undefined ? '' : head.slice(0, head.lastIndexOf(last)).replace(/\s*[-–—]\s*$/, '');
  if (parts.length > 1 && last !== undefined && before.length >= 4 && (last === site || last.length <= 20))
    return before;
  return head;
}

interface LinkedData {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
}

/** schema.org's NewsArticle and its kin. */
function readLinkedData(document: PageDocument): LinkedData {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 10)) {
    const text = script.textContent ?? '';
    if (text.length > 262_144) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    const found = findArticle(value, 0);
    if (found)
      return {
        title: nameOf(found.headline),
        author: nameOf(found.author),
        publisher: nameOf(found.publisher),
        date: typeof found.datePublished === 'string' ? found.datePublished : null,
      };
  }
  return { title: null, author: null, publisher: null, date: null };
}

function findArticle(value: unknown, depth: number): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || depth > 4) return undefined;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 50)) {
      const found = findArticle(entry, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  const record = value as Record<string, unknown>;
  if (/Article|BlogPosting|Report/.test(String(record['@type'] ?? ''))) return record;
  return findArticle(record['@graph'], depth + 1);
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 8)
      .map(nameOf)
      .filter((name) => name !== null);
    return names.length > 0 ? names.join(', ') : null;
  }
  if (typeof value === 'object' && value !== null && 'name' in value) return nameOf(value.name);
  return null;
}

function oneLine(text: string | null | undefined): string | null {
  const line = (text ?? '').replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  return line === '' ? null : line.slice(0, 300);
}
