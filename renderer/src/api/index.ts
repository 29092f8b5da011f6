export { archive, archiveQueries, host, hostQueries } from './clients.ts';
export { Failure } from './failure.ts';
export { shareMarks } from './merge-marks.ts';
export { keepMarks } from './patch-marks.ts';
export { followArchive } from './queries.ts';
export { queryClient } from './query-client.ts';
export { retryConnections, useConnectionState } from './use-connection.ts';
export { KEPT_MILLISECONDS, type PagedRows, usePagedRows } from './use-paged-rows.ts';
export { countWaiting } from './waiting-pages.ts';
