import type { Connection } from './connection.ts';

/** What Node's MessagePort and Electron's MessagePortMain have in common. Node gives the data, Electron an event. */
export interface PortLike {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export function acceptPort(port: PortLike): Connection {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (event) => listener(isEvent(event) ? event.data : event));
      port.start();
    },
    onClose(listener) {
      port.on('close', listener);
    },
    close: () => port.close(),
  };
}

function isEvent(value: unknown): value is { data: unknown } {
  return typeof value === 'object' && value !== null && 'data' in value && 'ports' in value;
}
