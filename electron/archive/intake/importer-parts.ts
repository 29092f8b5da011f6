import type { Derivation } from '#contract/derivation.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from '../store/database.ts';
import type { CutQuote } from '../store/own-articles.ts';
import type { CarryMark } from '../store/separations.ts';
import type { Terms } from '../store/texts.ts';
import type { TakeBag } from './bag-spool.ts';
import type { IntakeDocument, ReadOptions } from './document.ts';

/** What an importer works with; whoever opens the archive joins it together. */
export interface ImporterParts {
  readonly dir: string;
  readonly db: WriteDb;
  readonly reader: ReadDb;
  readonly pool: {
    read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<IntakeDocument>;
    separate(text: string, signal?: AbortSignal): Promise<Derivation>;
  };
  readonly terms: Terms;
  readonly carry: CarryMark;
  readonly cutQuote: CutQuote;
  /** Decisions of a derivation that are not certain. */
  readonly doubtsIn: (derivation: Derivation) => number;
  readonly deskVersion: string;
  /** Whose acts the journal records. */
  readonly who: string;
  readonly now: () => number;
  readonly publish: (...topics: ('articles' | 'desk' | 'annotations' | 'tags')[]) => void;
  /** Takes the highlights of an earlier reading of a file along to the one that came in now. */
  readonly renew: (from: SourceId, to: SourceId) => CarriedMarks | undefined;
  readonly takeBag: TakeBag;
  /** When this process found itself alone in the archive; undefined while others may be writing. */
  readonly aloneSince?: number | undefined;
}
