import { z } from 'zod';

/** Whose conventions the files of a vault follow. */
export const ExportProfile = z.enum(['obsidian', 'commonmark', 'logseq', 'readwise', 'omnivore']);
export type ExportProfile = z.infer<typeof ExportProfile>;

/** `marks`: what was marked and noted, and only of articles that have some. `text`: the articles alone. */
export const ExportAmount = z.enum(['both', 'marks', 'text']);
export type ExportAmount = z.infer<typeof ExportAmount>;
