import type { ExchangeFormat } from '#contract/exports.ts';

/** What an export is written as: a folder of Markdown, or one file. */
export type Form = 'markdown' | ExchangeFormat;

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
];

/** Whether its rows are highlights, so that these are what is counted. */
export function isOfHighlights(form: Form): boolean {
  return form.startsWith('highlights-') || form === 'annotations';
}
