import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleKind } from '../../electron/contract/derivation.ts';
import type { CleanArticle } from '../archive/desk/scramble/article.ts';
import { realPages } from './desk-score.ts';

interface Text {
  readonly text: string;
}

interface LabelledArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly parent: string | null;
  readonly title: string | null;
  readonly kicker?: Text | readonly Text[] | null;
  readonly subtitle?: Text | readonly Text[] | null;
  readonly labels?: readonly Text[];
  readonly bylines?: readonly (Text & { readonly position: string })[];
  readonly datelines?: readonly Text[];
  readonly continuation_marks?: readonly Text[];
  readonly captions?: readonly (Text & { readonly credit?: Text | null })[];
  readonly subheads?: readonly (Text & { readonly before_paragraph: number })[];
  readonly paragraphs: readonly (Text & { readonly n: number; readonly truncated_end?: boolean })[];
}

/** Longer ones would fill a page by themselves. */
const MOST_ITEMS = 24;

/**
 * The articles of the labelled pages beside the repository, clean, so that the scrambler can lay them out anew: their
 * sentences are other people's and their columns hold more than those of our own articles. Nothing where no pages are.
 */
export function readLabelledArticles(without: readonly string[] = []): CleanArticle[] {
  const folder = realPages();
  if (!folder) return [];
  return readdirSync(join(folder, 'labels'))
    .toSorted()
    .filter((name) => !without.some((start) => name.startsWith(start)))
    .flatMap((name) => {
      const labels = JSON.parse(readFileSync(join(folder, 'labels', name), 'utf8')) as {
        readonly articles: readonly LabelledArticle[];
      };
      return labels.articles.map(cleanArticle).filter((article) => article.items.length > 0);
    });
}

function cleanArticle(article: LabelledArticle): CleanArticle {
  const heads = new Map((article.subheads ?? []).map((head) => [head.before_paragraph, head.text]));
  const items = article.paragraphs.flatMap((paragraph) => {
    const head = heads.get(paragraph.n);
    return [
      ...(head === undefined ? [] : [{ role: 'subhead' as const, text: head }]),
      ...(paragraph.truncated_end ? [] : [{ role: 'paragraph' as const, text: paragraph.text }]),
    ];
  });
  const caption = article.captions?.[0];
  const label = article.labels?.[0]?.text;
  const fields = {
    kind: article.kind,
    topic: 'labelled',
    title: article.title,
    kicker: firstOf(article.kicker),
    subtitle: firstOf(article.subtitle),
    byline: article.bylines?.find(({ position }) => position === 'top')?.text,
    closing: article.bylines?.find(({ position }) => position === 'end' || position === 'bottom')?.text,
    label: label && /按|评/u.test(label) ? label : undefined,
    dateline: article.datelines?.[0]?.text,
    mark: article.continuation_marks?.[0]?.text,
    caption: caption?.credit ? `${caption.text}|${caption.credit.text}` : undefined,
    parent: article.parent,
  };
  return {
    name: article.id,
    kind: article.kind,
    lang: 'zh',
    fields: Object.fromEntries(Object.entries(fields).flatMap(([name, text]) => (text ? [[name, text]] : []))),
    items: items.slice(0, MOST_ITEMS),
  };
}

const firstOf = (part: Text | readonly Text[] | null | undefined) =>
  part && 'text' in part ? part.text : part?.[0]?.text;
