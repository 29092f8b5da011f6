/** What stands before a colon in a query. */
export const QUERY_FIELDS = [
  'title',
  'note',
  'tag',
  'from',
  'to',
  'before',
  'paper',
  'by',
  'kind',
  'has',
  'is',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];
