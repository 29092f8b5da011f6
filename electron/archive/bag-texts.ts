import type { Article } from '#contract/articles.ts';
import type { Described } from './exchange/dublin-core.ts';
import { renderText } from './export/article-text.ts';
import { escapeInside, oneLine } from './export/escape.ts';
import { renderProperties } from './export/front-matter.ts';
import { localTimeZone, referenceOf } from './reference-of.ts';

/** An article's text alone, as Markdown that names where it comes from. */
export function cleanText(article: Article): string {
  const { publication, date, page, byline, url, language } = article;
  const properties = {
    title: oneLine(article.title),
    jianbao_article: article.id,
    source_sha256: article.sourceSha256,
    source_name: oneLine(article.source),
    publication: oneLine(publication ?? ''),
    published: date?.edtf ?? '',
    page: oneLine(page ?? ''),
    author: oneLine(byline ?? ''),
    source: oneLine(url ?? ''),
    language: oneLine(language ?? ''),
  };
  const said = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
  const text = renderText(article);
  return `---\n${renderProperties(said)}---\n\n# ${escapeInside(oneLine(article.title))}\n${text === '' ? '' : `\n${text}\n`}`;
}

/** Its language and its day stand there as the archive has them: an EDTF date is one of W3CDTF where it is a day. */
export function describe(article: Article, address: string): Described {
  const { title, authors, publication, pages, section, url, keywords } = referenceOf(article, localTimeZone());
  return {
    id: article.id,
    address,
    title,
    authors: authors.map((author) =>
      'literal' in author
        ? author.literal
        : [author.given, author.family, author.suffix].filter((part) => part !== '').join(' '),
    ),
    publication,
    date: article.date?.edtf ?? '',
    pages,
    section,
    url,
    language: article.language ?? '',
    subjects: keywords,
    description: oneLine(article.excerpt),
    original: article.sourceSha256,
  };
}
