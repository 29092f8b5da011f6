import type { Article } from '#contract/articles.ts';
import { authorsOf } from './exchange/authors.ts';
import { referenceDate } from './exchange/dates.ts';
import type { Reference } from './exchange/reference.ts';
import { isInChinese } from './export/labels.ts';
import { localTime } from './export/properties.ts';
import { peopleOf } from './search/bylines.ts';
import { shortId } from './store/ids.ts';

/** An article as a source to be cited. Its subtitle is no part of it: a headline is cited as it stands above the text. */
export function referenceOf(article: Article, timeZone: string): Reference {
  const { byline, date, page, parts, importedAt } = article;
  const url = /^https?:\/\/\S+$/iu.test(article.url ?? '') ? (article.url ?? '') : '';
  const publication = plain(article.publication);
  return {
    id: shortId(article.id),
    type: url && !publication ? 'webpage' : 'article-newspaper',
    title: plain(article.title),
    authors: byline ? authorsOf(byline, peopleOf(byline), publication) : [],
    publication,
    date: (date && referenceDate(date.edtf, date.inferred)) ?? null,
    pages: [...new Set([page, ...parts.map((part) => part.page)].map(plain))].filter((label) => label !== ''),
    section: plain(article.section),
    url,
    accessed: url && localTime(importedAt, timeZone).slice(0, 10),
    language: article.language ?? '',
    isChinese: isInChinese(article),
    keywords: article.tags.map(({ path }) => plain(path)).filter((path) => path !== ''),
  };
}

/** Days are counted where the person is. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function plain(text: string | null): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
