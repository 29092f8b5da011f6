import type { PrintedDate } from '#contract/articles.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { RefusalReason } from '#contract/intake.ts';
import type { PreparedArticle } from '../store/prepare.ts';

/** What a file became, before it is stored. */
export interface IntakeDocument {
  readonly mediaType: string;
  /** WHATWG label. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly lineEnds: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** Encoding the text again gives the file, byte for byte. */
  readonly lossless: boolean;
  /** `file`: offsets count in the decoded file. `extract`: in the text that the importer took out of it. */
  readonly textOf: 'file' | 'extract';
  /** Decoded text without its byte-order mark, before anything else is changed. */
  readonly text: string;
  /** Name and version of the importer: `text 1`. */
  readonly importer: string;
  /** Looks like a raw newspaper page: the desk separates it next. */
  readonly page: boolean;
  /** The document as one article. For a page, every block of lines a paragraph, until the desk has worked. */
  readonly derivation: Derivation;
  /** The rows of its articles, when whoever read the file made them too. */
  readonly prepared?: readonly PreparedArticle[];
  /** Whoever read the file also kept its bytes in the archive folder, synced. */
  readonly kept?: boolean;
  readonly metadata: {
    readonly byline: string | null;
    readonly publication: string | null;
    readonly date: PrintedDate | null;
    readonly url: string | null;
    readonly language: string | null;
    /** The page of the paper and its section, as printed: `A04`, `要闻`. */
    readonly pageLabel: string | null;
    readonly section: string | null;
  };
  readonly notices: readonly ('text_too_long' | 'lossy_decoding')[];
}

export interface ReadOptions {
  /** Where the file was in what was chosen: its folders may say the paper and the day. */
  readonly path?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The archive folder in which a file that could be read is kept under its hash: one way for both. */
  readonly keep?: { readonly dir: string; readonly sha256: string } | undefined;
}

/** A document that says nothing of itself. */
export const NO_METADATA: IntakeDocument['metadata'] = {
  byline: null,
  publication: null,
  date: null,
  url: null,
  language: null,
  pageLabel: null,
  section: null,
};

/** A file that is not taken; the reason is one of the contract's. */
export class IntakeRefusal extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'IntakeRefusal';
    this.reason = reason;
  }
}
