import { QueryClient } from '@tanstack/react-query';
import { Failure } from './failure.ts';

/** What the archive owns lives here: never stale by age, refreshed when the archive says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      // Asked for again in a millisecond or two: who leafs through thousands of articles keeps those of the last minute.
      gcTime: 60_000,
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
