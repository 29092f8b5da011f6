import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Sink {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** First path segments that were asked for. */
  readonly asked: Set<string>;
  readonly sockets: () => number;
  forget(): void;
  close(): Promise<void>;
}

/** Listens where nothing should ever arrive: counts requests, and sockets that were opened without one. `pages` are served, all else is noted. */
export async function openSink(pages: ReadonlyMap<string, string> = new Map()): Promise<Sink> {
  const asked = new Set<string>();
  const open = new Set<Socket>();
  let sockets = 0;
  const server = createServer((request, response) => {
    const name = (request.url ?? '').split(/[/?#]/)[1] ?? '';
    const page = pages.get(name);
    if (page === undefined) asked.add(name);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  server.on('connection', (socket) => {
    sockets += 1;
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sockets: () => sockets,
    forget() {
      asked.clear();
      sockets = 0;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
