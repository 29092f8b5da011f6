import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { CitationStyle } from './citations.ts';
import { ArticleId, PlaceHandle } from './ids.ts';
import { ExportTemplate, TemplateFault } from './template.ts';
import { DailyChoice, ExportAmount, ExportProfile, KnownVault, VaultPreview } from './vault.ts';

export const ExportSelection = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('articles'), ids: z.array(ArticleId).min(1) }),
  z.object({ of: z.literal('search'), text: z.string() }),
  /** Those with a tag or one below it. */
  z.object({ of: z.literal('tag'), path: z.string().min(1).max(200) }),
]);
export type ExportSelection = z.infer<typeof ExportSelection>;

export const ExportReason = z.enum([
  'disk_full',
  'read_only',
  'outside_place',
  'front_matter_broken',
  'conflict',
  'other',
]);

const Progress = z.object({ state: z.literal('progress'), done: z.int(), of: z.int() });

export const ExportEvent = z.discriminatedUnion('state', [
  Progress,
  /** `kept`: a person edited what is ours in the file. It stays, and ours stands below it (`conflict`) or in a file beside it, `aside`. `missing`: a person deleted it, so it was not written again. */
  z.object({
    state: z.enum(['written', 'unchanged', 'kept', 'missing', 'failed']),
    article: ArticleId,
    path: z.string(),
    /** There was no file of it before. */
    isNew: z.boolean().optional(),
    aside: z.string().optional(),
    reason: ExportReason.optional(),
  }),
  z.object({
    state: z.literal('finished'),
    written: z.int(),
    unchanged: z.int(),
    kept: z.int(),
    missing: z.int(),
    failed: z.int(),
    cancelled: z.boolean(),
    /** Of notes of days: how many new marks went into them, and which could not be written. */
    daily: z
      .object({ marks: z.int(), failed: z.array(z.object({ path: z.string(), reason: ExportReason })) })
      .optional(),
  }),
]);
export type ExportEvent = z.infer<typeof ExportEvent>;

/**
 * One file of many articles. `csv` and `jsonl` have one row for each article or, as `highlights-…`, for each highlight;
 * `annotations` is a W3C collection of these.
 */
export const ExchangeFormat = z.enum([
  'citations',
  'bibtex',
  'ris',
  'csl',
  'csv',
  'jsonl',
  'highlights-csv',
  'highlights-jsonl',
  'annotations',
]);
export type ExchangeFormat = z.infer<typeof ExchangeFormat>;

const Written = z.object({
  selection: ExportSelection,
  as: ExchangeFormat,
  /** Of citations. */
  style: CitationStyle.default('auto'),
  /** Highlights that are marked confidential are in no export unless this names them. */
  confidential: z.boolean().default(false),
});

/** How much is in it. */
const Finished = z.object({ state: z.literal('finished'), articles: z.int(), highlights: z.int() });

export const TextEvent = z.discriminatedUnion('state', [
  Progress,
  z.object({ state: z.literal('piece'), text: z.string() }),
  Finished,
]);
export type TextEvent = z.infer<typeof TextEvent>;

export const FileEvent = z.discriminatedUnion('state', [
  Progress,
  Finished.extend({ name: z.string() }),
  /** Nothing of it was written. */
  z.object({ state: z.literal('failed'), name: z.string(), reason: ExportReason }),
]);
export type FileEvent = z.infer<typeof FileEvent>;

const unusablePlace = { NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} };
export const stoppedTemplate = { TEMPLATE_FAULT: { data: TemplateFault } };

/** Of a folder. What is not named is as in the run before in that folder; a profile without a template has none. */
const vaultHabits = {
  profile: ExportProfile.optional(),
  amount: ExportAmount.optional(),
  /** Writes the bodies; null for none. Files, properties and comments are those of the profile. */
  template: ExportTemplate.nullable().optional(),
};

export const exports = {
  /**
   * Writes a folder of Markdown files. A second run with nothing changed writes nothing. Profile and amount that are not
   * named are those of the run before in that folder, in a new one `obsidian` and `both`. A template that fails in one of
   * the articles has written none of them where it is new to the folder.
   */
  markdown: oc
    .input(
      z.object({
        place: PlaceHandle,
        selection: ExportSelection,
        ...vaultHabits,
        /** As in `text`. */
        confidential: z.boolean().default(false),
        daily: DailyChoice.optional(),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(eventIterator(ExportEvent))
    .errors({ ...unusablePlace, ...stoppedTemplate }),
  /** What was exported to a folder before; null where nothing was. */
  vault: oc
    .input(z.object({ place: PlaceHandle }))
    .output(KnownVault.nullable())
    .errors(unusablePlace),
  /** What the file of one article would be there; null for an article of which nothing would be written. */
  preview: oc
    .input(
      z.object({
        place: PlaceHandle,
        /** Of the export: names of folders depend on all that goes into them. */
        selection: ExportSelection,
        article: ArticleId,
        ...vaultHabits,
        confidential: z.boolean().default(false),
      }),
    )
    .output(VaultPreview.nullable())
    .errors({ ...unusablePlace, ...stoppedTemplate }),
  /** How many highlights in these articles are marked confidential. */
  confidential: oc.input(z.object({ selection: ExportSelection })).output(z.object({ marks: z.int() })),
  /** One text, for the clipboard or for another program. */
  text: oc.input(Written).output(eventIterator(TextEvent)),
  /** The same as a file of that title in a place, whole or not at all; with a number where there is one of its name. */
  file: oc
    .input(Written.extend({ place: PlaceHandle, title: z.string().min(1).max(200) }))
    .output(eventIterator(FileEvent))
    .errors(unusablePlace),
};
