import { posix } from 'node:path';
import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { type Batch, endIfDone, nudge, say } from './batch.ts';
import { type AltoBlock, type Divisions, divide } from './divide.ts';

/** A raw page that came as ALTO: a METS of its batch may say what its articles are. */
export interface AltoPage {
  readonly path: string;
  readonly source: SourceId;
  readonly text: string;
  readonly blocks: readonly AltoBlock[];
}

interface StructureParts {
  /** Puts the articles in the place of the page; undefined where somebody was quicker. */
  store(source: SourceId, derivation: Derivation): readonly ArticleId[] | undefined;
  /** Nothing says what its articles are. */
  toDesk(batch: Batch, page: AltoPage): void;
  publish(): void;
}

/**
 * METS files wait for the pages of their batch, and these for them, whichever comes first: when all files are read, a
 * page whose blocks are named has the articles of its METS, every other goes to the desk.
 */
export function openStructures({ store, toDesk, publish }: StructureParts) {
  const waiting = new Map<Batch, { pages: AltoPage[]; structures: { path: string; divisions: Divisions }[] }>();

  function of(batch: Batch) {
    const found = waiting.get(batch) ?? { pages: [], structures: [] };
    waiting.set(batch, found);
    // A batch is not over while something of it waits.
    batch.pagesWaiting += 1;
    return found;
  }

  function settle(batch: Batch, page: AltoPage, structures: readonly { path: string; divisions: Divisions }[]) {
    for (const { path, divisions } of structures) {
      const folder = posix.dirname(path);
      const isFile = (name: string) => posix.join(folder, name) === page.path;
      const derivation = divide(page.text, page.blocks, divisions, isFile);
      const articles = derivation && store(page.source, derivation);
      if (!articles) continue;
      say(batch, { state: 'separated', path: page.path, source: page.source, articles: [...articles] });
      return path;
    }
    toDesk(batch, page);
    return undefined;
  }

  return {
    page: (batch: Batch, page: AltoPage) => void of(batch).pages.push(page),
    structure: (batch: Batch, path: string, divisions: Divisions) =>
      void of(batch).structures.push({ path, divisions }),
    /** Asked whenever a file is settled: all of them are when none is open. */
    endOfBatch(batch: Batch): void {
      const found = waiting.get(batch);
      if (!found || !batch.finished || batch.open > 0 || batch.stop.signal.aborted) return;
      waiting.delete(batch);
      const used = new Map<string, number>();
      for (const page of found.pages) {
        const by = settle(batch, page, found.structures);
        if (by !== undefined) used.set(by, (used.get(by) ?? 0) + 1);
        batch.pagesWaiting -= 1;
      }
      for (const { path } of found.structures) {
        const pages = used.get(path) ?? 0;
        batch.pagesWaiting -= 1;
        say(
          batch,
          pages > 0 ? { state: 'structure', path, pages } : { state: 'refused', path, reason: 'structure_alone' },
        );
      }
      if (used.size > 0) publish();
      endIfDone(batch);
      nudge(batch);
    },
    drop: (batch: Batch) => void waiting.delete(batch),
  };
}
