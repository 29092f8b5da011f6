import { useSyncExternalStore } from 'react';
import { archiveConnection, hostConnection } from './clients.ts';
import type { ConnectionState } from './connection.ts';

/** The worse of the two connections: what the screen has to say. */
export function useConnectionState(): ConnectionState {
  const archive = useSyncExternalStore(archiveConnection.subscribe, archiveConnection.getState);
  const host = useSyncExternalStore(hostConnection.subscribe, hostConnection.getState);
  const order: ConnectionState[] = ['refused', 'lost', 'connecting', 'open'];
  return order.find((state) => state === archive || state === host) ?? 'open';
}

export function retryConnections(): void {
  archiveConnection.retry();
  hostConnection.retry();
}
