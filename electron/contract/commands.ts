import { z } from 'zod';
import { BagReason, TakenBag } from './bags.ts';
import { Derivation } from './derivation.ts';
import { ExchangeFormat } from './exports.ts';
import { ArticleId, SourceId, Span } from './ids.ts';
import { RefusalReason } from './intake.ts';
import { AnnotationCollection, LeftReason } from './web-annotations.ts';

/** What the commands print with `--json`. Each object begins with its schema's name and version. */
export const DeskOutput = z.object({
  schema: z.literal('jianbao.desk/1'),
  path: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  characters: z.int(),
  /** Whether the text looks like a newspaper page; if not, it is one document. */
  page: z.boolean(),
  ...Derivation.shape,
});
export type DeskOutput = z.infer<typeof DeskOutput>;

export const SearchOutput = z.object({
  schema: z.literal('jianbao.search/1'),
  query: z.string(),
  total: z.int(),
  items: z.array(
    z.object({
      id: ArticleId,
      title: z.string(),
      publication: z.string().nullable(),
      date: z.string().nullable(),
      source: z.string(),
      snippet: z.string(),
      /** Positions in the article's body. */
      hits: z.array(Span),
    }),
  ),
});
export type SearchOutput = z.infer<typeof SearchOutput>;

/** One line per file, printed when it is acknowledged. */
export const ImportOutput = z.object({
  schema: z.literal('jianbao.import/1'),
  state: z.enum(['imported', 'known', 'attached', 'refused']),
  /** The source's id, for a picture that of its page; null when the file was refused. */
  id: SourceId.nullable(),
  path: z.string(),
  sha256: z.string().nullable(),
  articles: z.array(ArticleId),
  reason: RefusalReason.nullable(),
});
export type ImportOutput = z.infer<typeof ImportOutput>;

export const AnnotationsOutput = z.object({
  schema: z.literal('jianbao.annotations/1'),
  /** The file that was written or read. */
  path: z.string().nullable(),
  /** W3C JSON-LD; null where annotations were taken in. */
  collection: AnnotationCollection.nullable(),
  taken: z
    .object({
      made: z.int(),
      known: z.int(),
      /** Of those that were made: their words are not, or not certainly, in the text. */
      waiting: z.int(),
      left: z.array(z.object({ index: z.int(), reason: LeftReason })),
    })
    .nullable(),
});
export type AnnotationsOutput = z.infer<typeof AnnotationsOutput>;

export const ExportOutput = z.object({
  schema: z.literal('jianbao.export/1'),
  written: z.int(),
  unchanged: z.int(),
  kept: z.int(),
  missing: z.int(),
  failed: z.int(),
  files: z.array(z.object({ state: z.string(), path: z.string(), article: ArticleId })),
});
export type ExportOutput = z.infer<typeof ExportOutput>;

/** A BagIt bag. */
export const BagOutput = z.object({
  schema: z.literal('jianbao.bag/1'),
  path: z.string(),
  sources: z.int(),
  articles: z.int(),
  highlights: z.int(),
  files: z.int(),
  bytes: z.int(),
  withheld: z.int(),
});
export type BagOutput = z.infer<typeof BagOutput>;

/** METS and ALTO. */
export const PagesOutput = z.object({
  schema: z.literal('jianbao.pages/1'),
  path: z.string(),
  issues: z.int(),
  pages: z.int(),
  articles: z.int(),
  left: z.int(),
});
export type PagesOutput = z.infer<typeof PagesOutput>;

/** What came of a bag: one line, in the place of those of its files. */
export const TakenBagOutput = z.object({
  schema: z.literal('jianbao.import-bag/1'),
  path: z.string(),
  /** Null where nothing was taken in. */
  taken: TakenBag.nullable(),
  reason: BagReason.nullable(),
  /** The file that it is about, inside the bag. */
  file: z.string().nullable(),
});
export type TakenBagOutput = z.infer<typeof TakenBagOutput>;

/** One text of many articles: citations, tables, what reference managers read. */
export const ExportedTextOutput = z.object({
  schema: z.literal('jianbao.export-text/1'),
  as: ExchangeFormat,
  /** The file that was written. */
  path: z.string().nullable(),
  articles: z.int(),
  highlights: z.int(),
  /** Where no file was named. */
  text: z.string().nullable(),
});
export type ExportedTextOutput = z.infer<typeof ExportedTextOutput>;

export const CheckOutput = z.object({
  schema: z.literal('jianbao.check/1'),
  ok: z.boolean(),
  verified: z.object({ originals: z.int(), texts: z.int(), journal: z.int(), indexRows: z.int() }),
  failed: z.array(
    z.object({
      what: z.enum(['original', 'text', 'journal', 'index', 'database']),
      id: z.string(),
      reason: z.string(),
    }),
  ),
});
export type CheckOutput = z.infer<typeof CheckOutput>;

export const BackupOutput = z.object({
  schema: z.literal('jianbao.backup/1'),
  path: z.string(),
  bytes: z.int(),
  articles: z.int(),
  sha256: z.string(),
});
export type BackupOutput = z.infer<typeof BackupOutput>;

export const RestoreOutput = z.object({ schema: z.literal('jianbao.restore/1'), from: z.string(), articles: z.int() });
export type RestoreOutput = z.infer<typeof RestoreOutput>;

/** One line each time there is something to open: at the start, and when another address was asked for. */
export const ServeOutput = z.object({
  schema: z.literal('jianbao.serve/1'),
  /** `already`: another process shows this archive; `front`: its window was brought to the front. */
  shown: z.enum(['address', 'address-again', 'window', 'already', 'front']),
  archive: z.string(),
  /** Good for half a minute, and once. Null where a window shows the archive. */
  address: z.string().nullable(),
});
export type ServeOutput = z.infer<typeof ServeOutput>;

/** What the program finds on this machine. */
export const DoctorOutput = z.object({
  schema: z.literal('jianbao.doctor/1'),
  ok: z.boolean(),
  findings: z.array(z.object({ what: z.string(), ok: z.boolean(), found: z.string() })),
});
export type DoctorOutput = z.infer<typeof DoctorOutput>;
