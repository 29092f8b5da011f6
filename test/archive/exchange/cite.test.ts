import { expect, test } from 'vitest';
import { cite } from '#archive/exchange/cite.ts';
import { referenceOf } from '#archive/reference-of.ts';
import { articleOf } from '../export/article-of.ts';
import { type CitedArticle, citedArticles } from './cited-articles.ts';

/** GB/T 7714—2015, the Chicago manual as a note and as an entry, APA: each line was written by hand from its manual. */
const STYLES = {
  gb7714: (article: CitedArticle) => line(article, 'gb7714', 'entry'),
  note: (article: CitedArticle) => line(article, 'chicago', 'note'),
  entry: (article: CitedArticle) => line(article, 'chicago', 'entry'),
  apa: (article: CitedArticle) => line(article, 'apa', 'entry'),
};

function line({ article }: CitedArticle, style: 'gb7714' | 'chicago' | 'apa', form: 'note' | 'entry'): string {
  return cite(referenceOf(article, 'UTC'), style, form);
}

test.each(citedArticles())('$about', (cited) => {
  for (const [style, write] of Object.entries(STYLES)) expect(write(cited)).toBe(cited[style as keyof typeof STYLES]);
});

test('an article is cited as its language has it, unless a style was chosen', () => {
  const [chinese, english] = ['渡口', 'Ferry'].map((title) =>
    referenceOf(articleOf(title, [], { publication: title, page: '1' }), 'UTC'),
  );
  if (!chinese || !english) throw new Error('two articles');
  expect(cite(chinese, 'auto', 'note')).toBe('渡口[N]. 渡口(1).');
  expect(cite(english, 'auto', 'note')).toBe('“Ferry,” Ferry, n.d., 1.');
  expect(cite(english, 'gb7714', 'note')).toBe('Ferry[N]. Ferry(1).');
});

test('of many authors a list names as many as its manual says', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVW'];
  const byline = letters.map((letter) => `${letter}my ${letter}ood`).join(', ');
  const reference = referenceOf(articleOf('Choir', [], { byline }), 'UTC');
  expect(cite(reference, 'chicago', 'entry')).toBe(
    'Aood, Amy, Bmy Bood, Cmy Cood, Dmy Dood, Emy Eood, Fmy Food, Gmy Good, et al. “Choir.” n.d.',
  );
  expect(cite(reference, 'apa', 'entry')).toMatch(/^Aood, A\., .*, Sood, S\., … Wood, W\. \(n\.d\.\)\. Choir\.$/);
});

test('an address that is none of the web is not cited, and no line breaks are', () => {
  const article = articleOf('渡口\n复航', [], { url: 'file:///home/a.html', publication: '江城\t日报' });
  expect(cite(referenceOf(article, 'UTC'), 'auto', 'note')).toBe('渡口 复航[N]. 江城 日报.');
});
