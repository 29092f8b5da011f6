import { Worker } from 'node:worker_threads';
import type { Suggestions } from '#archive/context.ts';
import type { Suggestion } from '#contract/search.ts';
import { logFailure } from './log.ts';
import type { SuggestAnswer, SuggestMessage } from './suggest-messages.ts';

/**
 * Enough for the titles of half a million articles; the young ones kept small, because what comes in stays: over 100,000
 * articles that is a hundred megabytes less, and as quick.
 */
const MEMORY_MB = 1024;
const YOUNG_MB = 8;

/**
 * The thread that answers while one types; it starts with the first thing it is told, so that a window that opens has the
 * processor for itself. `file` is its built entry; only the host knows where that is. A thread that fails leaves the
 * search without suggestions and is told of on standard error: typing goes on.
 */
export function startSuggestions(file: string): Suggestions {
  let worker: Worker | undefined;
  const waiting = new Map<number, (suggestions: Suggestion[]) => void>();
  let calls = 0;
  let isRunning = true;

  function end(): void {
    isRunning = false;
    for (const settle of waiting.values()) settle([]);
    waiting.clear();
  }

  function start(): Worker {
    const begun = new Worker(file, {
      name: 'suggest',
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // The archive keeps the process going, and a question that waits for its answer.
    begun.unref();
    begun.on('message', ({ call, suggestions }: SuggestAnswer) => {
      waiting.get(call)?.(suggestions);
      waiting.delete(call);
      if (waiting.size === 0) begun.unref();
    });
    begun.on('error', (error) => {
      logFailure('suggestions', error);
      end();
    });
    begun.on('exit', end);
    return begun;
  }

  const tell = (message: SuggestMessage) => {
    if (!isRunning) return;
    worker ??= start();
    worker.postMessage(message);
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
        tell({ is: 'suggest', call, text, limit });
        worker?.ref();
      });
    },
    async close() {
      isRunning = false;
      await worker?.terminate();
    },
  };
}
