import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { SUBPROTOCOL } from '#contract/wire.ts';
import type { Connection } from './connection.ts';
import type { Handshake } from './control.ts';
import { MESSAGE_BYTES } from './limits.ts';

/** More than this waiting to be read by the page, and streams pause. */
const BUFFERED_BYTES = 8_388_608;
const server = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MESSAGE_BYTES,
  handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
});

/** Answers the handshake of a page that was let in. `head`: what was read of the socket after the request. */
export function acceptSocket(
  socket: Duplex,
  { url, headers }: Handshake,
  head: Buffer = Buffer.alloc(0),
): Promise<Connection> {
  // ws reads the method, the address and the headers of a request, and nothing else when no verifyClient is set.
  const request = { method: 'GET', url, headers } as unknown as IncomingMessage;
  return new Promise((resolve, reject) => {
    socket.once('close', () => reject(new Error('the page left')));
    server.handleUpgrade(request, socket, head, (accepted) => resolve(toConnection(accepted)));
  });
}

function toConnection(socket: WebSocket): Connection {
  // A page speaks as soon as it may, which can be before anybody listens here.
  const early: unknown[] = [];
  let listener = (message: unknown): void => void early.push(message);
  socket.on('message', (data: Buffer, isBinary) => listener(isBinary ? data : data.toString('utf8')));
  socket.on('error', () => socket.terminate());
  return {
    send: (message) =>
      new Promise<void>((resolve, reject) => {
        const paused = socket.bufferedAmount > BUFFERED_BYTES;
        socket.send(message, (error) => (error ? reject(error) : resolve()));
        if (!paused) resolve();
      }),
    onMessage(heard) {
      listener = heard;
      for (const message of early.splice(0)) heard(message);
    },
    onClose(left) {
      if (socket.readyState === socket.CLOSED) left();
      else socket.once('close', left);
    },
    close: () => socket.close(1008),
  };
}
