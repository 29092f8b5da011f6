import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ArticleId, PlaceHandle } from './ids.ts';

export const ExportSelection = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('articles'), ids: z.array(ArticleId).min(1) }),
  z.object({ of: z.literal('search'), text: z.string() }),
]);
export type ExportSelection = z.infer<typeof ExportSelection>;

export const ExportEvent = z.discriminatedUnion('state', [
  z.object({ state: z.literal('progress'), done: z.int(), of: z.int() }),
  /** `kept`: a person edited the file; ours was written beside it under `aside`. `missing`: a person deleted it, so it was not written again. */
  z.object({
    state: z.enum(['written', 'unchanged', 'kept', 'missing', 'failed']),
    article: ArticleId,
    path: z.string(),
    aside: z.string().optional(),
    reason: z.enum(['disk_full', 'read_only', 'outside_place', 'front_matter_broken', 'other']).optional(),
  }),
  z.object({
    state: z.literal('finished'),
    written: z.int(),
    unchanged: z.int(),
    kept: z.int(),
    missing: z.int(),
    failed: z.int(),
    cancelled: z.boolean(),
  }),
]);
export type ExportEvent = z.infer<typeof ExportEvent>;

export const exports = {
  /** Writes a folder of Markdown files. A second run with nothing changed writes nothing. */
  markdown: oc
    .input(z.object({ place: PlaceHandle, selection: ExportSelection, dryRun: z.boolean().default(false) }))
    .output(eventIterator(ExportEvent))
    .errors({ NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
};
