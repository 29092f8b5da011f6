import type { Topic } from '#contract/archive.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { AnnotationId, ArticleId, PlaceHandle } from '#contract/ids.ts';
import type { Suggestion } from '#contract/search.ts';
import type { RunTemplate } from './export/render-ours.ts';
import type { IntakeDocument, ReadOptions } from './intake/document.ts';
import type { ReadDb, WriteDb } from './store/database.ts';

/** CPU-heavy work in worker threads with a time and a memory limit; the hosts bring it, because only they know where the built files are. */
export interface Pool {
  /** Bytes of one file to a document. Rejects with IntakeRefusal, or with what the system says of its disk. */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<IntakeDocument>;
  /** A raw newspaper page to separate articles. */
  separate(text: string, signal?: AbortSignal): Promise<Derivation>;
  close(): Promise<void>;
}

/** One article as the as-you-type layer knows it. */
export interface SuggestionSource {
  readonly article: ArticleId;
  readonly title: string;
  readonly byline: string | null;
  readonly publication: string | null;
}

/** FlexSearch in a worker: answers while one types, rebuilt from the store at start. */
export interface Suggestions {
  add(rows: readonly SuggestionSource[]): void;
  remove(articles: readonly ArticleId[]): void;
  setTags(paths: readonly string[]): void;
  suggest(text: string, limit: number): Promise<Suggestion[]>;
  close(): Promise<void>;
}

/** A person's templates, run in a thread that is ended when one takes too long or too much. */
export interface Templates {
  /** Rejects with TemplateStopped. */
  run: RunTemplate;
  close(): Promise<void>;
}

/** Folders that a person granted. The service sees paths only through this. */
export interface Places {
  resolve(handle: PlaceHandle): string | undefined;
}

/** What the routes of an open archive work with. */
export interface ArchiveContext {
  /** The archive folder, absolute. */
  readonly dir: string;
  readonly db: WriteDb;
  /** A second connection, so that reading never waits for writing. */
  readonly reader: ReadDb;
  readonly pool: Pool;
  readonly suggestions: Suggestions;
  readonly templates: Templates;
  readonly places: Places;
  /** Whose acts the journal records. */
  readonly who: string;
  readonly now: () => number;
  /** Tells every `archive.watch` what to refresh. */
  readonly publish: (...topics: Topic[]) => void;
  /** Of all highlights only these changed, and what else is named. */
  readonly publishMarks: (marks: readonly AnnotationId[], others: readonly Topic[]) => void;
}
