import { readFile, stat } from 'node:fs/promises';
import type { Derivation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { Source } from '../store/sources.ts';
import type { IntakeDocument } from './document.ts';
import { readHead } from './receiving.ts';

/** Pages at the desk at the same time. */
const AT_ONCE = 2;

interface DeskParts {
  separate(text: string, signal: AbortSignal): Promise<Derivation>;
  /** Replaces the raw page's article; undefined when the desk found nothing. */
  store(source: SourceId, derivation: Derivation): readonly ArticleId[] | undefined;
  fail(source: SourceId): void;
}

export interface DeskTask {
  readonly source: SourceId;
  text(): Promise<string>;
  done(articles: readonly ArticleId[] | undefined): void;
}

export interface DeskQueue {
  add(task: DeskTask): void;
  /** Ends what is under way; the pages stay raw and are taken up at the next start. */
  close(): void;
}

/** Raw pages waiting to be separated, in order of arrival. A page that fails is marked and never stops the rest. */
export function openDeskQueue({ separate, store, fail }: DeskParts): DeskQueue {
  const waiting: DeskTask[] = [];
  const under = new Set<Promise<void>>();
  const closing = new AbortController();

  async function work(task: DeskTask): Promise<void> {
    let articles: readonly ArticleId[] | undefined;
    try {
      const derivation = await separate(await task.text(), closing.signal);
      if (closing.signal.aborted) return;
      articles = store(task.source, derivation);
    } catch {
      if (closing.signal.aborted) return;
      try {
        fail(task.source);
      } catch {
        // A full disk: the page stays raw, and the next start tries again.
      }
    }
    task.done(articles);
  }

  function next(): void {
    while (under.size < AT_ONCE && !closing.signal.aborted) {
      const task = waiting.shift();
      if (!task) return;
      const working = work(task).finally(() => {
        under.delete(working);
        next();
      });
      under.add(working);
    }
  }

  return {
    add(task) {
      waiting.push(task);
      next();
    },
    close() {
      closing.abort();
      waiting.length = 0;
    },
  };
}

/** The text of a page of an earlier session, read from its original again. */
export async function textOfSource(
  source: Source,
  original: string,
  read: (bytes: Uint8Array, name: string) => Promise<IntakeDocument>,
): Promise<string> {
  const { size } = await stat(original);
  const bytes = source.textOf === 'extract' ? await readFile(original) : await readHead(original, size, source.name);
  return (await read(bytes, source.name)).text;
}
