import type { Connection } from './connection.ts';
import type { HostMessage, ServiceMessage } from './control.ts';
import { listenToPages } from './page-pipe.ts';
import { acceptPort, type PortLike } from './ports.ts';

/** The control port to the host that started this process. */
export interface Door {
  send(message: ServiceMessage): void;
  /** `connection` comes with `connect`. */
  onMessage(listener: (message: HostMessage, connection: Promise<Connection> | undefined) => void): void;
  /** Ends this process after what was sent has arrived. */
  leave(): void;
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
    // Electron has no word for "all was sent"; the host has read this long before.
    leave: () => void setTimeout(() => process.exit(1), 500),
    // Electron ends its utility processes with the main process.
    onGone: () => undefined,
  };
}

function forkDoor(): Door {
  return {
    send: (message) => process.connected && process.send?.(message),
    onMessage(listener) {
      process.on('message', (message) => {
        const order = message as HostMessage;
        if (order.is === 'listen') listenToPages(order, (page) => listener({ is: 'connect' }, page));
        else listener(order, undefined);
      });
    },
    leave() {
      process.exitCode = 1;
      process.disconnect?.();
    },
    onGone(listener) {
      process.once('disconnect', listener);
    },
  };
}
