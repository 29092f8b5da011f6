import type { Topic } from '#contract/archive.ts';
import type { AnnotationId } from '#contract/ids.ts';

export interface Change {
  readonly topics: Topic[];
  readonly marks?: AnnotationId[];
}

/** What highlights can be seen in: whoever publishes one of these does not say which of them changed. */
const WITH_MARKS: ReadonlySet<Topic> = new Set(['annotations', 'tags', 'archive']);
/** More at once are read again as a whole. */
const MOST_MARKS = 200;

/** Who listens to what changes. */
export interface Topics {
  publish(...topics: Topic[]): void;
  /** Of all highlights only these changed, and what else is named. */
  publishMarks(marks: readonly AnnotationId[], others: readonly Topic[]): void;
  /** What changed since the last turn, gathered; ends when the signal aborts or the archive closes. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Change, void, void>;
  /** Ends every watch. */
  close(): void;
}

export function openTopics(): Topics {
  const listeners = new Set<(topics: readonly Topic[], marks: readonly AnnotationId[] | undefined) => void>();
  const closing = new AbortController();
  return {
    publish(...topics) {
      const marks = topics.some((topic) => WITH_MARKS.has(topic)) ? undefined : [];
      for (const listener of listeners) listener(topics, marks);
    },
    publishMarks(marks, others) {
      for (const listener of listeners) listener(['annotations', ...others], marks);
    },
    async *watch(signal) {
      const changed = new Set<Topic>();
      let marks: Set<AnnotationId> | undefined = new Set();
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      let wake = () => {};
      const listener = (topics: readonly Topic[], some: readonly AnnotationId[] | undefined) => {
        for (const topic of topics) changed.add(topic);
        marks = some && marks && marks.size + some.length <= MOST_MARKS ? new Set([...marks, ...some]) : undefined;
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
          const change = marks && marks.size > 0 ? { topics, marks: [...marks] } : { topics };
          marks = new Set();
          yield change;
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
