import type { ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { LinkName, PortGrant, PortRequest } from '#contract/wire.ts';
import { Failure } from './failure.ts';
import { isTokenRefused } from './session.ts';
import { takeSocket } from './sockets.ts';

type Context = Record<never, never>;

/** One living connection to one contract. `closed` settles once, when nothing more can arrive over it. */
export interface Transport {
  readonly link: ClientLink<Context>;
  readonly closed: Promise<void>;
}

const GRANT_MILLISECONDS = 5_000;

/** Opens a connection or rejects; UNAUTHORISED means that trying again is of no use. */
export function openTransport(name: LinkName): Promise<Transport> {
  return location.protocol.startsWith('http') ? openSocket(name) : openPort(name);
}

async function openSocket(name: LinkName): Promise<Transport> {
  const socket = await takeSocket(name);
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
  const opened = new Promise<'open'>((resolve) => {
    if (socket.readyState === WebSocket.OPEN) resolve('open');
    else socket.addEventListener('open', () => resolve('open'), { once: true });
  });
  const link = new SocketLink({ websocket: socket });
  if ((await Promise.race([opened, closed])) === 'open') return { link, closed };
  throw new Failure((await isTokenRefused()) ? 'UNAUTHORISED' : 'DISCONNECTED');
}

/** Asks the preload for a port. The grant is a message that this window posted to itself, with the port in hand. */
async function openPort(name: LinkName): Promise<Transport> {
  const port = await new Promise<MessagePort>((resolve, reject) => {
    const giveUp = setTimeout(() => {
      window.removeEventListener('message', listen);
      reject(new Failure('DISCONNECTED'));
    }, GRANT_MILLISECONDS);
    function listen(event: MessageEvent<Partial<PortGrant> | null>) {
      const [granted] = event.ports;
      if (event.source !== window || event.data?.jianbao !== 'port' || event.data.link !== name || !granted) return;
      window.removeEventListener('message', listen);
      clearTimeout(giveUp);
      resolve(granted);
    }
    window.addEventListener('message', listen);
    const request: PortRequest = { jianbao: 'ask', link: name };
    window.postMessage(request, location.origin);
  });
  const closed = new Promise<void>((resolve) => port.addEventListener('close', () => resolve(), { once: true }));
  const link = new PortLink({ port });
  port.start();
  return { link, closed };
}
