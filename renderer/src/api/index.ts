export { archive, archiveQueries, host, hostQueries } from './clients.ts';
export { Failure } from './failure.ts';
export { followArchive, queryClient } from './queries.ts';
export { retryConnections, useConnectionState } from './use-connection.ts';
export { KEPT_MILLISECONDS, type PagedRows, usePagedRows } from './use-paged-rows.ts';
export { countWaiting } from './waiting-pages.ts';
