import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { ArchiveContract } from '#contract/archive.ts';
import type { HostContract } from '#contract/host.ts';
import { createConnection } from './connection.ts';
import { openTransport } from './transport.ts';

export const archiveConnection = createConnection(() => openTransport('archive'));
export const hostConnection = createConnection(() => openTransport('host'));

/** Direct calls: acts, streams, and whatever no query keeps. */
export const archive: ContractRouterClient<ArchiveContract> = createORPCClient(archiveConnection.link);
export const host: ContractRouterClient<HostContract> = createORPCClient(hostConnection.link);

/** The same, as TanStack Query options: `useQuery(archiveQueries.articles.get.queryOptions({ input: { id } }))`. */
export const archiveQueries = createTanstackQueryUtils(archive, { path: ['archive'] });
export const hostQueries = createTanstackQueryUtils(host, { path: ['host'] });
