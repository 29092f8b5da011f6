import type { Article } from '#contract/articles.ts';
import { isInChinese } from './export/labels.ts';
import { peopleOf } from './search/bylines.ts';

/** A paper in a byline is no author. */
const PAPER = /[报刊社网台]$/u;

/**
 * One line that says where words are from: GB/T 7714-2015 for a Chinese article (`林月. 标题[N]. 江城日报, 2024-03-18(3).`),
 * the order of the Chicago manual for others. What is not known is left out, never made up.
 */
export function citationOf(article: Article): string {
  const people = (article.byline ? peopleOf(article.byline) : []).filter((name) => !PAPER.test(name));
  const title = article.title.replace(/\s+/g, ' ').trim();
  const day = article.date?.edtf.replace(/[~?%]$/, '') ?? '';
  const { publication, page, url } = article;
  if (isInChinese(article)) {
    const kind = publication || !url ? 'N' : 'EB/OL';
    const printed = [publication, day && page ? `${day}(${page})` : day || (page && `(${page})`)];
    const parts = [
      people.join(', '),
      title && `${title}[${kind}]`,
      printed.filter(Boolean).join(', '),
      kind === 'N' ? '' : url,
    ];
    return `${parts.filter(Boolean).join('. ')}.`;
  }
  const parts = [
    people.join(' and '),
    title && `“${title}”`,
    publication,
    day,
    page && `p. ${page}`,
    publication ? '' : url,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
