import { Worker } from 'node:worker_threads';
import type { Suggestions } from '#archive/context.ts';
import type { Suggestion } from '#contract/search.ts';
import { logFailure } from './log.ts';
import type { SuggestAnswer, SuggestMessage } from './suggest-messages.ts';

/** Enough for the titles of half a million articles. */
const MEMORY_MB = 1024;

/**
 * Starts the thread that answers while one types. `file` is its built entry; only the host knows where that is. A
 * thread that fails leaves the search without suggestions and is told of on standard error: typing goes on.
 */
export function startSuggestions(file: string): Suggestions {
  const worker = new Worker(file, { name: 'suggest', resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  // The archive keeps the process going, and a question that waits for its answer.
  worker.unref();
  const waiting = new Map<number, (suggestions: Suggestion[]) => void>();
  let calls = 0;
  let isRunning = true;

  function end(): void {
    isRunning = false;
    for (const settle of waiting.values()) settle([]);
    waiting.clear();
  }
  worker.on('message', ({ call, suggestions }: SuggestAnswer) => {
    waiting.get(call)?.(suggestions);
    waiting.delete(call);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    logFailure('suggestions', error);
    end();
  });
  worker.on('exit', end);

  const tell = (message: SuggestMessage) => {
    if (isRunning) worker.postMessage(message);
  };
  return {
    add: (rows) => tell({ is: 'add', rows }),
    remove: (articles) => tell({ is: 'remove', articles }),
    setTags: (paths) => tell({ is: 'tags', paths }),
    suggest(text, limit) {
      if (!isRunning) return Promise.resolve([]);
      calls += 1;
      const call = calls;
      return new Promise((resolve) => {
        waiting.set(call, resolve);
        worker.ref();
        tell({ is: 'suggest', call, text, limit });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
