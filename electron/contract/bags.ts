import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ExportReason, ExportSelection } from './exports.ts';
import { PlaceHandle } from './ids.ts';

/** Why a bag was not taken in. The window and the command line have one sentence for each. */
export const BagReason = z.enum([
  'not_a_bag',
  /** Of BagIt: 1.0 is read. */
  'wrong_version',
  'broken_manifest',
  /** It lists no SHA-256. */
  'no_sha256',
  /** Parts of it have to be fetched from elsewhere. */
  'incomplete',
  /** A manifest names a place outside the bag. */
  'path_outside',
  'missing_file',
  'extra_file',
  'wrong_sum',
  /** It does not hold as much as it says. */
  'wrong_oxum',
  /** A link, or what could not be read. */
  'unreadable_file',
  /** A bag, and whole, but not of an archive of ours. */
  'not_ours',
  /** Of a later version of this program. */
  'newer',
  'broken_records',
  'broken_journal',
  'disk_full',
  'read_only',
  'other',
]);
export type BagReason = z.infer<typeof BagReason>;

/**
 * What stayed as it was here. `differs`: the same file was worked on in both places. `elsewhere`: its bytes are here
 * under another id. `refused`: its rows contradict what is here.
 */
export const KeptSource = z.object({ name: z.string(), reason: z.enum(['differs', 'elsewhere', 'refused']) });
export type KeptSource = z.infer<typeof KeptSource>;

export const TakenBag = z.object({
  /** Files that were new, and their articles. */
  sources: z.int(),
  articles: z.int(),
  highlights: z.int(),
  /** Files that were here exactly so. */
  known: z.int(),
  kept: z.array(KeptSource),
  /** Highlights that are others here, or whose text is. */
  keptHighlights: z.int(),
  /** Entries of the journal. */
  entries: z.int(),
});
export type TakenBag = z.infer<typeof TakenBag>;

export const BagEvent = z.discriminatedUnion('state', [
  z.object({ state: z.literal('progress'), done: z.int(), of: z.int() }),
  z.object({
    state: z.literal('finished'),
    /** Of the folder. */
    name: z.string(),
    sources: z.int(),
    articles: z.int(),
    highlights: z.int(),
    files: z.int(),
    bytes: z.int(),
    /** Entries of the journal that name what stays here. */
    withheld: z.int(),
  }),
  /** Nothing of it was written. `damaged`: an original is not what was imported. */
  z.object({ state: z.literal('failed'), name: z.string(), reason: ExportReason.or(z.literal('damaged')) }),
]);
export type BagEvent = z.infer<typeof BagEvent>;

export const PagesEvent = z.discriminatedUnion('state', [
  z.object({ state: z.literal('progress'), done: z.int(), of: z.int() }),
  z.object({
    state: z.literal('finished'),
    /** Of the folder. */
    name: z.string(),
    issues: z.int(),
    pages: z.int(),
    articles: z.int(),
    /** Files that are no pages of a paper. */
    left: z.int(),
  }),
  /** Nothing of it was written. */
  z.object({ state: z.literal('failed'), name: z.string(), reason: ExportReason }),
]);
export type PagesEvent = z.infer<typeof PagesEvent>;

export const bags = {
  /** Writes the pages as they were corrected as METS and ALTO 4: a folder of that name in a place, whole or not at all. */
  pages: oc
    .input(z.object({ place: PlaceHandle, title: z.string().min(1).max(200), selection: ExportSelection }))
    .output(eventIterator(PagesEvent))
    .errors({ NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
  /**
   * Writes a BagIt 1.0 bag as a folder of that name in a place, whole or not at all. A file comes with all its articles,
   * because its original and its derivation are of one piece.
   */
  write: oc
    .input(
      z.object({
        place: PlaceHandle,
        title: z.string().min(1).max(200),
        selection: ExportSelection,
        /** Highlights that are marked confidential are in no export unless this names them. */
        confidential: z.boolean().default(false),
      }),
    )
    .output(eventIterator(BagEvent))
    .errors({ NO_SUCH_PLACE: {}, PLACE_UNWRITABLE: {} }),
};
