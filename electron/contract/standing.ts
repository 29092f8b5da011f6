import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ExportEvent, ExportSelection, stoppedTemplate } from './exports.ts';
import { PlaceHandle } from './ids.ts';
import { ExportTemplate } from './template.ts';
import { DailyChoice, ExportAmount, ExportProfile } from './vault.ts';

/** How a folder of Markdown is written, whenever it is. */
export const StandingSettings = z.object({
  selection: ExportSelection,
  profile: ExportProfile,
  amount: ExportAmount,
  template: ExportTemplate.nullable().default(null),
  /** With highlights that are marked confidential. */
  confidential: z.boolean().default(false),
  daily: DailyChoice.nullable().default(null),
  /** By itself: two minutes after the last change, and when the archive is closed. */
  isOn: z.boolean(),
});
export type StandingSettings = z.infer<typeof StandingSettings>;

/** Why a folder was not written: it is gone (or another stands in its place), it cannot be written to, or some files of it could not. */
export const StandingFailure = z.enum(['gone', 'unwritable', 'files', 'other']);
export type StandingFailure = z.infer<typeof StandingFailure>;

/** A folder that was exported to, with the settings of the last time. */
export const StandingExport = StandingSettings.extend({
  id: z.string(),
  /** The folder's own name. */
  label: z.string(),
  /** When it was last written to the end: UTC milliseconds. */
  lastAt: z.int().nullable(),
  /** How many files of it were new or others then. */
  written: z.int(),
  failure: StandingFailure.nullable(),
});
export type StandingExport = z.infer<typeof StandingExport>;

export const standing = {
  list: oc.output(z.array(StandingExport)),
  /** What is remembered of a folder; null where nothing is. */
  find: oc
    .input(z.object({ place: PlaceHandle }))
    .output(StandingExport.nullable())
    .errors({ NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
  /** Remembers a folder that was just exported to. */
  keep: oc
    .input(StandingSettings.extend({ place: PlaceHandle, written: z.int() }))
    .output(StandingExport)
    .errors({ NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
  /** One that was forgotten meanwhile stays forgotten. */
  setOn: oc.input(z.object({ id: z.string(), isOn: z.boolean() })).output(z.void()),
  forget: oc.input(z.object({ id: z.string() })).output(z.void()),
  /** Writes it again as the last time. */
  again: oc
    .input(z.object({ id: z.string() }))
    .output(eventIterator(ExportEvent))
    .errors({ NOT_FOUND: {}, ...stoppedTemplate, NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
};
