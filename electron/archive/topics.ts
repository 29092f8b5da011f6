import type { Topic } from '#contract/archive.ts';

/** Who listens to what changes. */
export interface Topics {
  publish(...topics: Topic[]): void;
  /** What changed since the last turn, gathered; ends when the signal aborts or the archive closes. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<{ topics: Topic[] }, void, void>;
  /** Ends every watch. */
  close(): void;
}

export function openTopics(): Topics {
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const closing = new AbortController();
  return {
    publish(...topics) {
      for (const listener of listeners) listener(topics);
    },
    async *watch(signal) {
      const changed = new Set<Topic>();
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      let wake = () => {};
      const listener = (topics: readonly Topic[]) => {
        for (const topic of topics) changed.add(topic);
        wake();
      };
      const onStop = () => wake();
      listeners.add(listener);
      stop.addEventListener('abort', onStop);
      try {
        while (!stop.aborted) {
          if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
          if (changed.size === 0) continue;
          const topics = [...changed];
          changed.clear();
          yield { topics };
        }
      } finally {
        listeners.delete(listener);
        stop.removeEventListener('abort', onStop);
      }
    },
    close() {
      closing.abort();
    },
  };
}
