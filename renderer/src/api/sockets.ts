import { LINKS, type LinkName, RPC_PATHS, SUBPROTOCOL, TOKEN_PREFIX } from '#contract/wire.ts';
import { readToken } from './session.ts';

/** Sockets that were opened before anybody asked for them, each to be taken once. */
const early = new Map<LinkName, Promise<WebSocket>>();

/** A host that has not answered by then is waited for by the window, which says so. */
const PATIENCE_MILLISECONDS = 500;

/**
 * Opens what the window will need while the rest of it is still being read and drawn. Settles when the sockets are on
 * their way: whoever then keeps the thread busy holds nothing up.
 */
export async function beginSockets(): Promise<void> {
  if (!location.protocol.startsWith('http')) return;
  for (const name of LINKS) {
    const socket = createSocket(name);
    // Whoever takes it is told what went wrong.
    socket.catch(() => undefined);
    early.set(name, socket);
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
  await Promise.race([Promise.allSettled(early.values()), late]);
}

/** A socket that is connecting or open. @throws Failure UNAUTHORISED or DISCONNECTED when the host gives no token */
export async function takeSocket(name: LinkName): Promise<WebSocket> {
  const begun = early.get(name);
  early.delete(name);
  const socket = await begun;
  return socket && socket.readyState <= WebSocket.OPEN ? socket : createSocket(name);
}

async function createSocket(name: LinkName): Promise<WebSocket> {
  const token = await readToken();
  return new WebSocket(`ws://${location.host}${RPC_PATHS[name]}`, [SUBPROTOCOL, `${TOKEN_PREFIX}${token}`]);
}
