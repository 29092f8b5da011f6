import { z } from 'zod';

/** `auto`: GB/T 7714 for Chinese articles, the Chicago manual for others. */
export const CitationStyle = z.enum(['auto', 'gb7714', 'chicago', 'apa']);
export type CitationStyle = z.infer<typeof CitationStyle>;
