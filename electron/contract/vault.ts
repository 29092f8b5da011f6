import { z } from 'zod';
import { ExportTemplate } from './template.ts';

/** Whose conventions the files of a vault follow. */
export const ExportProfile = z.enum(['obsidian', 'commonmark', 'logseq', 'readwise', 'omnivore']);
export type ExportProfile = z.infer<typeof ExportProfile>;

/** `marks`: what was marked and noted, and only of articles that have some. `text`: the articles alone. */
export const ExportAmount = z.enum(['both', 'marks', 'text']);
export type ExportAmount = z.infer<typeof ExportAmount>;

/** New marks go into the notes of their days, in this folder below the chosen one; empty: where Obsidian's settings say. */
export const DailyChoice = z.object({ folder: z.string().max(200) });
export type DailyChoice = z.infer<typeof DailyChoice>;

/** What a folder was exported to as, and how many files of it are known. */
export const KnownVault = z.object({
  profile: ExportProfile,
  amount: ExportAmount,
  template: ExportTemplate.nullable(),
  files: z.int().nonnegative(),
});
export type KnownVault = z.infer<typeof KnownVault>;

/** One file as it is and as it would be. */
export const VaultPreview = z.object({
  /** Relative to the folder; the file beside it where a person's own is left alone. */
  path: z.string(),
  before: z.string().nullable(),
  after: z.string(),
});
export type VaultPreview = z.infer<typeof VaultPreview>;
