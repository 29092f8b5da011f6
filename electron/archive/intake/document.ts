import type { RefusalReason } from '#contract/intake.ts';
import type { SourceDocument } from '../store/documents.ts';
import type { AltoBlock, Divisions } from './divide.ts';

/** What a file became, before it is stored. For a page, every block of lines is a paragraph, until the desk has worked. */
export interface IntakeDocument extends SourceDocument {
  /** Of an ALTO file: what its blocks are called, and where they stand. */
  readonly blocks?: readonly AltoBlock[];
  /** The file is METS: it has no text, and says what the blocks of ALTO files beside it are. */
  readonly divisions?: Divisions;
  readonly metadata: Required<SourceDocument['metadata']>;
  /** Whoever read the file also kept its bytes in the archive folder, synced. */
  readonly kept?: boolean;
  readonly notices: readonly ('text_too_long' | 'lossy_decoding' | 'no_text_layer')[];
}

export interface ReadOptions {
  /** Where the file was in what was chosen: its folders may say the paper and the day. */
  readonly path?: string | undefined;
  /** How the names of its batch are read. */
  readonly rule?: string | undefined;
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
