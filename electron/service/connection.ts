import type { StandardHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer';
import { CALLS_OPEN, MESSAGE_BYTES } from './limits.ts';
import { logFailure } from './log.ts';

/** A message port or a socket, as far as the calls over it are concerned. */
export interface Connection {
  /** Settles when more may be sent. */
  send(message: EncodedMessage): void | Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/**
 * Answers the calls that arrive over one connection. Written on oRPC's own peer and not on its port and socket
 * adapters, because there a malformed message rejects a promise that nobody holds, which ends the process. Here whoever
 * sends what the page never sends (too large, not a message, too many calls at a time) loses his connection.
 */
export function serveConnection(connection: Connection, handler: StandardHandler<Record<never, never>>): void {
  const handle = createServerPeerHandleRequestFn(handler, { context: {} });
  const peer = new ServerPeer((message) => connection.send(message));
  const drop = (reason: string) => {
    logFailure(`connection (${reason})`, undefined);
    connection.close();
  };
  let open = 0;
  connection.onMessage(async (message) => {
    const encoded = toEncoded(message);
    if (encoded === undefined) return drop('not a message');
    if (sizeOf(encoded) > MESSAGE_BYTES) return drop('message too large');
    open += 1;
    let asked = false;
    try {
      await peer.message(encoded, (request) => {
        asked = true;
        if (open > CALLS_OPEN) drop('too many open calls');
        return handle(request);
      });
    } catch (error) {
      // After the call began, the other side is gone or its stream failed, which was reported where it happened.
      if (!asked) {
        logFailure('connection (malformed message)', error);
        connection.close();
      }
    } finally {
      open -= 1;
    }
  });
  connection.onClose(() => peer.close());
}

function toEncoded(message: unknown): EncodedMessage | undefined {
  if (typeof message === 'string' || message instanceof ArrayBuffer) return message;
  return message instanceof Uint8Array ? (message as Uint8Array<ArrayBuffer>) : undefined;
}

function sizeOf(message: EncodedMessage): number {
  return typeof message === 'string' ? message.length : message.byteLength;
}
