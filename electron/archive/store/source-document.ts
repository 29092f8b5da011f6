import type { PrintedDate } from '#contract/articles.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { DocumentPage } from './positions.ts';
import type { PreparedArticle } from './prepare.ts';
import type { Source } from './sources.ts';

/** What an importer made of a file. */
export interface SourceDocument
  extends Pick<Source, 'mediaType' | 'encoding' | 'byteOrderMark' | 'lineEnds' | 'lossless' | 'textOf' | 'importer'> {
  /** Decoded text without its byte-order mark, before anything else is changed. */
  readonly text: string;
  /** A raw newspaper page: one article until the desk has separated it. */
  readonly page: boolean;
  readonly derivation: Derivation;
  /** Where the text stands on its printed pages, where the file says it. */
  readonly positions?: readonly DocumentPage[];
  /** One for each article of the derivation, where they were made already. */
  readonly prepared?: readonly PreparedArticle[];
  readonly metadata: {
    readonly byline: string | null;
    readonly publication: string | null;
    readonly date: PrintedDate | null;
    readonly url: string | null;
    readonly language: string | null;
    /** As printed: `A4`. */
    readonly pageLabel?: string | null;
    /** As printed: `要闻`. */
    readonly section?: string | null;
  };
}

/** A file whose original is kept already. */
export interface FileToStore {
  /** Its id, where it has one already. */
  readonly source?: SourceId;
  readonly sha256: string;
  readonly name: string;
  /** As it was given, relative to what was chosen. */
  readonly path: string;
  readonly bytes: number;
  readonly document: SourceDocument;
}

export interface StoredFile {
  /** `known`: the same bytes were in the archive already; nothing was written. */
  readonly state: 'imported' | 'known';
  readonly source: SourceId;
  readonly articles: readonly ArticleId[];
  /** The name under which the bytes are known. */
  readonly name: string;
}
