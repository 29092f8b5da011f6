import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Connection } from './connection.ts';
import type { Handshake, HostMessage, ServiceMessage, SocketGiven, SocketOffer, SocketTaken } from './control.ts';
import { acceptPort, type PortLike } from './ports.ts';
import { acceptSocket } from './sockets.ts';

/** The control port to the host that started this process. */
export interface Door {
  send(message: ServiceMessage): void;
  /** `connection` comes with `connect`; it is undefined when the page left meanwhile. */
  onMessage(listener: (message: HostMessage, connection: Promise<Connection> | undefined) => void): void;
  /** The host is gone. */
  onGone(listener: () => void): void;
}

/** Electron's utility process has a parent port, a forked process an IPC channel. Undefined: a person started this file. */
export function findDoor(): Door | undefined {
  // The declarations say that it is always there; outside Electron it is not.
  const parentPort = process.parentPort as Electron.ParentPort | undefined;
  if (parentPort) return electronDoor(parentPort);
  return process.send === undefined ? undefined : forkDoor();
}

function electronDoor(parentPort: Electron.ParentPort): Door {
  return {
    send: (message) => parentPort.postMessage(message),
    onMessage(listener) {
      parentPort.on('message', ({ data, ports: [port] }) => {
        // The same methods; Electron declares its listeners more narrowly.
        listener(data as HostMessage, port && Promise.resolve(acceptPort(port as unknown as PortLike)));
      });
    },
    // Electron ends its utility processes with the main process.
    onGone: () => undefined,
  };
}

function forkDoor(): Door {
  const offered = new Map<number, { socket: Duplex; handshake: Handshake }>();
  return {
    send: (message) => process.connected && process.send?.(message),
    onMessage(listener) {
      process.on('message', (message, handle) => {
        const order = message as HostMessage | SocketOffer | SocketGiven;
        if (order.is === 'offer') {
          // The page may have left on the way: then there is no socket.
          if (handle) offered.set(order.id, { socket: handle as Socket, handshake: order.handshake });
          process.send?.({ is: 'taken', id: order.id } satisfies SocketTaken);
        } else if (order.is === 'given') {
          const { socket, handshake } = offered.get(order.id) ?? {};
          offered.delete(order.id);
          if (socket && handshake) listener({ is: 'connect' }, acceptSocket(socket, handshake));
        } else listener(order, undefined);
      });
    },
    onGone(listener) {
      process.once('disconnect', listener);
    },
  };
}
