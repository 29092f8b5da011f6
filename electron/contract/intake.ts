import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { BagReason, TakenBag } from './bags.ts';
import { BlobPiece } from './blob-piece.ts';
import { CarriedMarks } from './desk.ts';
import { ArticleId, BatchId, SourceId } from './ids.ts';
import { BAD_RULE, NameRuleText } from './naming.ts';

export { FILE_BYTES, PIECE_BYTES } from './limits.ts';

/** Why a file was not taken. The window and the command line have one sentence for each. */
export const RefusalReason = z.enum([
  'empty',
  'binary',
  'unknown_encoding',
  'unreadable',
  'vanished',
  'changed_while_read',
  'too_large',
  'link_loop',
  'link_not_followed',
  'not_a_file',
  'unsupported_type',
  'nothing_to_read',
  /** Ends or nests where it must not. */
  'broken_document',
  /** Declares entities or names a document type elsewhere: nothing of that kind is resolved. */
  'unsafe_document_type',
  'encrypted',
  /** It brings programs along, which would run where its original is opened. */
  'active_content',
  /** Pictures of pages without the text that stands on them. */
  'no_text_layer',
  /** More pages, boxes or nesting than a newspaper has. */
  'too_complex',
  /** The picture of a page came without the page's text. */
  'image_alone',
  /** METS without pages of its own beside it. */
  'structure_alone',
  'bad_image',
  /** TIFF and JPEG 2000: no browser shows them. */
  'unshown_image',
  /** A file that we exported, whose front matter was broken since. */
  'broken_front_matter',
  /** A file that we exported with marks alone, of an article that is not here. */
  'marks_without_text',
  'parser_failed',
  'parser_timed_out',
  'disk_full',
  'read_only',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** What is not as whole as the file, though it was taken. */
export const ImportNotice = z.enum(['text_too_long', 'lossy_decoding', 'no_text_layer']);
export type ImportNotice = z.infer<typeof ImportNotice>;

/**
 * What is to be said of a file that we exported. `other_text`: its article is here with another text, and both are kept.
 * `words_kept`: what a person wrote in it stands in the note on the article; `words_left`: it was too long for that.
 * `properties_left`: properties of the person's own. `differs`: what the file says of an article that is here is other
 * than what the archive says, which stays. What is left stands in the file alone.
 */
export const BackNotice = z.enum(['other_text', 'words_kept', 'words_left', 'properties_left', 'differs']);
export type BackNotice = z.infer<typeof BackNotice>;

export const TakenBack = z.object({
  /** Marks that came with it, and were not here. */
  marks: z.int(),
  /** Of them: how many have no certain place in the text and wait for one. */
  orphans: z.int(),
  notices: z.array(BackNotice),
});
export type TakenBack = z.infer<typeof TakenBack>;

export const ImportEvent = z.discriminatedUnion('state', [
  /** Original, source row and index rows are committed and synced. */
  z.object({
    state: z.literal('imported'),
    path: z.string(),
    source: SourceId,
    sha256: z.string(),
    articles: z.array(ArticleId),
    /** The desk will separate it next. */
    page: z.boolean(),
    notices: z.array(ImportNotice),
    /** The file was here before with another text: what became of the highlights on it, which stand on this one now. */
    marks: CarriedMarks.nullable(),
    back: TakenBack.optional(),
  }),
  /** The same bytes are in the archive already, or the same article of a file that we exported. */
  z.object({
    state: z.literal('known'),
    path: z.string(),
    source: SourceId,
    sha256: z.string(),
    articles: z.array(ArticleId),
    knownAs: z.string(),
    back: TakenBack.optional(),
  }),
  /** The picture of a page, kept with the page's text, which came in the same batch. */
  z.object({ state: z.literal('attached'), path: z.string(), source: SourceId, sha256: z.string() }),
  z.object({ state: z.literal('refused'), path: z.string(), reason: RefusalReason }),
  /** METS: so many pages of the batch have the articles that it names. */
  z.object({ state: z.literal('structure'), path: z.string(), pages: z.int() }),
  /** A newspaper page was separated. */
  z.object({ state: z.literal('separated'), path: z.string(), source: SourceId, articles: z.array(ArticleId) }),
  /** The folder that came was a bag, and this is what came of it. */
  TakenBag.extend({ state: z.literal('bag'), path: z.string() }),
  /** Nothing of the bag was taken in. `file`: the one that it is about, inside the bag; empty for all of it. */
  z.object({ state: z.literal('bag_refused'), path: z.string(), file: z.string(), reason: BagReason }),
  z.object({
    state: z.literal('progress'),
    files: z.int(),
    done: z.int(),
    bytes: z.int(),
    receivedBytes: z.int(),
    pagesWaiting: z.int(),
  }),
  z.object({
    state: z.literal('finished'),
    imported: z.int(),
    known: z.int(),
    refused: z.int(),
    cancelled: z.boolean(),
  }),
]);
export type ImportEvent = z.infer<typeof ImportEvent>;

const noBatch = { NO_SUCH_BATCH: {} };

/** Bytes come in, never paths: the page reads the files itself and sends them here. */
export const intake = {
  begin: oc
    .input(
      z
        .object({
          /** How the names of these files say paper, day and page; names that it does not fit are read as without one. */
          rule: NameRuleText.optional(),
          /** The files are a BagIt bag, whole or nothing; each path begins with this folder, without a last `/`. */
          bag: z.string().min(1).max(4096).optional(),
        })
        .optional(),
    )
    .output(z.object({ batch: BatchId }))
    .errors(BAD_RULE),
  /** One piece of one file. `path` is relative to what was dropped and is kept as the file's name; `offset` must continue where the last piece ended. */
  receive: oc
    .input(
      z.object({
        batch: BatchId,
        path: z.string().min(1).max(4096),
        size: z.int().nonnegative(),
        offset: z.int().nonnegative(),
        piece: BlobPiece,
      }),
    )
    .output(z.object({ received: z.int() }))
    .errors({ ...noBatch, OUT_OF_ORDER: { data: z.object({ expected: z.int() }) }, TOO_LARGE: {} }),
  /** The page could not read a file: it is listed with the others. */
  refuse: oc
    .input(z.object({ batch: BatchId, path: z.string().min(1).max(4096), reason: RefusalReason }))
    .output(z.void())
    .errors(noBatch),
  /** No more files will be sent. */
  finish: oc
    .input(z.object({ batch: BatchId }))
    .output(z.void())
    .errors(noBatch),
  /** What happened, from the batch's first event on; ends after `finished`. A second call replays. */
  events: oc
    .input(z.object({ batch: BatchId }))
    .output(eventIterator(ImportEvent))
    .errors(noBatch),
  /** What is committed stays; the rest is dropped. */
  cancel: oc
    .input(z.object({ batch: BatchId }))
    .output(z.void())
    .errors(noBatch),
};
