export { archive, archiveQueries, host, hostQueries } from './clients.ts';
export { Failure } from './failure.ts';
export { followArchive, queryClient } from './queries.ts';
export { retryConnections, useConnectionState } from './use-connection.ts';
