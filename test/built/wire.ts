import { setTimeout as wait } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { ArchiveContract } from '#contract/archive.ts';
import type { HostContract } from '#contract/host.ts';
import type { StartedLoopback } from './start-loopback.ts';

interface Contracts {
  archive: ContractRouterClient<ArchiveContract>;
  host: ContractRouterClient<HostContract>;
}

export interface Wire<T> {
  readonly client: T;
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
}

/** A page, as far as the host can see: its own Origin, the token among its subprotocols. Tries again, as the page does. */
export async function connectTo<Link extends keyof Contracts>(
  started: StartedLoopback,
  link: Link,
): Promise<Wire<Contracts[Link]>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await connectOnce(started, link);
    } catch (error) {
      if (attempt === 200) throw error;
      await wait(100);
    }
  }
}

async function connectOnce<Link extends keyof Contracts>(
  started: StartedLoopback,
  link: Link,
): Promise<Wire<Contracts[Link]>> {
  const socket = new WebSocket(`ws://127.0.0.1:${started.port}/rpc/${link}`, ['jianbao', `token.${started.token()}`], {
    origin: started.origin,
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  // oRPC reads a Blob, a string or an ArrayBuffer, as a browser's socket gives them.
  socket.binaryType = 'arraybuffer';
  const websocket = socket as unknown as globalThis.WebSocket;
  return { client: createORPCClient(new RPCLink({ websocket })), socket, closed };
}
