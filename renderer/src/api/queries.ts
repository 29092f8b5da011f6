import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '#contract/archive.ts';
import { archive, archiveConnection, archiveQueries } from './clients.ts';
import { Failure } from './failure.ts';

/** What the archive owns lives here: never stale by age, refreshed when the archive says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 3 && error instanceof Failure && error.code === 'DISCONNECTED',
      retryDelay: 300,
      // Old data is better than a failure screen: only a query that has nothing to show goes to its boundary.
      throwOnError: (_error, query) => query.state.data === undefined,
    },
    mutations: { networkMode: 'always' },
  },
});

const {
  articles,
  annotations,
  tags,
  search,
  desk,
  positions,
  jumps,
  naming,
  holdings,
  archive: about,
} = archiveQueries;

/** A title in a search result, a count beside a place: what each topic's change can be seen in. */
const SEEN_IN: Readonly<Record<Topic, readonly (readonly unknown[])[]>> = {
  articles: [
    articles.key(),
    holdings.key(),
    search.key(),
    about.key(),
    desk.key(),
    tags.key(),
    jumps.key(),
    naming.key(),
  ],
  annotations: [annotations.key(), holdings.key(), articles.key(), search.key()],
  tags: [tags.key(), articles.key(), annotations.key(), search.key()],
  desk: [desk.key(), positions.key(), articles.key(), jumps.key(), naming.key()],
  archive: [archiveQueries.key()],
};

/** An import publishes many times a second; the window looks again at most this often. */
const QUIET_MILLISECONDS = 250;

/** Follows the archive for as long as the window lives, over every connection it will have. */
export function followArchive(): void {
  const waiting = new Set<Topic>();
  let resting = false;

  async function refresh(): Promise<void> {
    if (resting || waiting.size === 0) return;
    resting = true;
    const keys = [...waiting].flatMap((topic) => SEEN_IN[topic]);
    waiting.clear();
    await Promise.allSettled([
      ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS)),
    ]);
    resting = false;
    void refresh();
  }

  async function watch(): Promise<void> {
    try {
      for await (const { topics } of await archive.archive.watch()) {
        for (const topic of topics) waiting.add(topic);
        void refresh();
      }
    } catch {
      // The connection says why; the next one starts a new watch.
    }
  }

  let wasLost = false;
  function follow(): void {
    const state = archiveConnection.getState();
    if (state !== 'open') {
      wasLost ||= state === 'lost';
      return;
    }
    void watch();
    if (wasLost) void queryClient.invalidateQueries();
    wasLost = false;
  }
  archiveConnection.subscribe(follow);
  follow();
}
