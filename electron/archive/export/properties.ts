import type { Article } from '#contract/articles.ts';
import { shortId } from '../store/ids.ts';
import { inkOf } from '../store/ink.ts';
import { headlineBlock } from './article-text.ts';
import { oneLine } from './escape.ts';
import { safeName } from './file-names.ts';
import type { Labels } from './labels.ts';
import { encodeTag } from './tag-code.ts';

/** What stands in a file's front matter: flat, because Obsidian shows no nested properties. */
export type PropertyValue = string | number | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface PropertySources {
  readonly article: Article;
  /** How often its text was corrected. */
  readonly corrections: number;
  /** The archive's id, for `jianbao://` addresses. */
  readonly archive: string;
  /** Local times are written in the zone of the first export, so that a journey does not rewrite a vault. */
  readonly timeZone: string;
  readonly labels: Labels;
}

export function propertiesOf({ article, corrections, archive, timeZone, labels }: PropertySources): Properties {
  const id = shortId(article.id);
  const title = plainTitle(article.title) || labels.noTitle;
  const day = article.date?.edtf.match(/^\d{4}-\d{2}-\d{2}$/)?.[0];
  const properties: Record<string, PropertyValue | null | undefined> = {
    title,
    // Obsidian makes a link of it, so only what a person would want to open.
    source: article.url && /^https?:\/\//i.test(article.url) ? plainTitle(article.url) : null,
    jianbao: `jianbao://${archive}/article/${id}`,
    author: article.byline && linkedAuthors(article.byline),
    published: day ?? article.date?.edtf,
    created: localTime(article.importedAt, timeZone),
    updated: localTime(article.editedAt, timeZone),
    description: plainTitle(article.excerpt),
    tags: [labels.clipping, ...article.tags.map(({ path }) => tagName(path))].filter((tag) => tag !== ''),
    // The file's name leaves out what a file system refuses; searching for the whole title still finds it.
    aliases: safeName(article.title) === article.title ? null : [title],
    publication: article.publication && plainTitle(article.publication),
    page: article.page && plainTitle(article.page),
    // One story on several pages of the paper.
    pages: pagesOf(article),
    section: article.section && plainTitle(article.section),
    language: article.language && plainTitle(article.language),
    jianbao_id: id,
    jianbao_rev: article.revision,
    source_sha256: article.sourceSha256,
    derivation: article.desk === 'none' ? null : article.desk,
    corrections: corrections === 0 ? null : corrections,
    // What the file's own words do not say, for an import of it.
    jianbao_headline: headlineOf(article),
    jianbao_tags: article.tags.every(({ path }) => tagName(path) === path)
      ? null
      : article.tags.map(({ path }) => encodeTag(path)),
  };
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, PropertyValue] => entry[1] != null && entry[1] !== ''),
  );
}

/** The same without links, which only a vault understands. */
export function plainPropertiesOf(sources: PropertySources): Properties {
  const properties = propertiesOf(sources);
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      key === 'author' && Array.isArray(value) ? value.map((name) => name.replace(/^\[\[(.*)\]\]$/, '$1')) : value,
    ]),
  );
}

/**
 * How much of the text, without its blanks, stands before the headline, which the file has as its heading: usually
 * nothing, and nothing is said. `none`: the heading stands nowhere in the text.
 */
function headlineOf(article: Article): number | 'none' | null {
  const headline = headlineBlock(article);
  if (!headline) return 'none';
  return inkOf(article.body.slice(0, headline.span.start)).length || null;
}

function pagesOf({ page, parts }: Article): readonly string[] | null {
  if (parts.length === 0) return null;
  return [page, ...parts.map((part) => part.page)].flatMap((label) => (label === null ? [] : [plainTitle(label)]));
}

/** One line in which Obsidian sees no link: a property that holds `[[…]]` becomes one. */
function plainTitle(text: string): string {
  return oneLine(text).replace(/\[(?=\[)/g, '[ ');
}

/**
 * Names as links where the byline is made of nothing but names and the usual words around them, else the byline as it
 * was printed: a wrong person is worse than none.
 */
export function linkedAuthors(byline: string): readonly string[] {
  const names = oneLine(byline)
    .replace(/(?:本报|记者|通讯员|特约|见习|实习|编辑|作者|撰文|摄影)[:：]?|[□■◎●○]/g, ' ')
    .split(/[\s、，,;；/]+/)
    .filter((part) => part !== '');
  const areNames =
    names.length > 0 && names.every((name) => /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?$/u.test(name));
  return areNames ? names.map((name) => `[[${name}]]`) : [plainTitle(byline)];
}

/** A tag as Obsidian takes it: no `#`, no blanks, levels by `/`, never digits alone. */
export function tagName(path: string): string {
  const name = oneLine(path)
    .split('/')
    .map((level) => level.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((level) => level !== '')
    .join('/');
  return /^[\d/]+$/.test(name) ? `y${name}` : name;
}

/** Making one takes longer than everything else here together. */
const clocks = new Map<string, Intl.DateTimeFormat>();

export function localTime(at: number, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish writes ISO 8601 with a blank.
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
  }
  return clock.format(at).replace(' ', 'T');
}
