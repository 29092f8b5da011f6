import type { AnnotationKind, HighlightColour } from '#contract/annotations.ts';
import type { PrintedDate } from '#contract/articles.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId, Span } from '#contract/ids.ts';
import type { TakenBack } from '#contract/intake.ts';
import type { DocumentPage } from './positions.ts';
import type { PreparedArticle } from './prepare.ts';
import type { Source } from './sources.ts';

/** A mark as a Markdown file of our own export says it. */
export interface OwnMark {
  readonly shortId: string;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour;
  /** Its words, a line for each line of the text. */
  readonly quote: string;
  /** Where they stand in the ink of the text, where the file says it. */
  readonly at?: Span | undefined;
  /** What the archive thought of it. */
  readonly doubt: 'changed' | 'orphan' | undefined;
  readonly note: string;
  readonly tags: readonly string[];
}

/** What a Markdown file of our own export says of its article, beside the text. */
export interface OwnArticle {
  readonly shortId: string;
  /** When it came into its archive. */
  readonly importedAt: number | undefined;
  /** Of a file of marks alone there is none. */
  readonly hasText: boolean;
  readonly note: string;
  /** What a person wrote beside ours. */
  readonly words: string;
  readonly tags: readonly string[];
  readonly marks: readonly OwnMark[];
  /** It has properties that an archive has no place for. */
  readonly hasForeignProperties: boolean;
}

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
  /** Where the file is one that we wrote. */
  readonly own?: OwnArticle;
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
  /** `known`: the same bytes, or the same article of ours, were in the archive already. */
  readonly state: 'imported' | 'known';
  readonly source: SourceId;
  readonly articles: readonly ArticleId[];
  /** The name under which the bytes are known. */
  readonly name: string;
  /** Of a file of ours: what came back with it. */
  readonly back?: TakenBack;
}
