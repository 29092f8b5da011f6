import type { ExchangeFormat } from '#contract/exports.ts';

/** What an export is written as: a folder of Markdown, of pages, a bag, or one file. */
export type Form = 'markdown' | 'mets' | 'bag' | ExchangeFormat;

/** Whether it is one text, which can be copied too. */
export function isOneText(form: Form): form is ExchangeFormat {
  return form !== 'markdown' && form !== 'mets' && form !== 'bag';
}

/** In the order in which they are offered. */
export const FORMS: readonly Form[] = [
  'markdown',
  'citations',
  'bibtex',
  'ris',
  'csl',
  'csv',
  'highlights-csv',
  'jsonl',
  'highlights-jsonl',
  'annotations',
  'mets',
  'bag',
];

/** Whether its rows are highlights, so that these are what is counted. */
export function isOfHighlights(form: Form): boolean {
  return form.startsWith('highlights-') || form === 'annotations' || form === 'bag';
}
