import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import type { LinkName } from '#contract/wire.ts';
import type { Handshake } from '../service/control.ts';
import { answerPage, makeNonce, type PageFiles, pageHeaders } from '../service/host/page.ts';
import { type House, judge, type Knock } from './gate.ts';
import { http } from './http.ts';
import type { Session } from './session.ts';

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly files: PageFiles;
  readonly session: Session;
  /** The Host header that is ours, once the port is known. */
  authorityAt(port: number): string;
  onSocket(link: LinkName, socket: Duplex, handshake: Handshake): void;
  /** A second start asks for the window; what it should be told. */
  onWindowAsked(): Promise<object>;
}

const FRAME = "'self'";
const CODE_BYTES = 1024;
/** What a request may come with once only: two of them mean that somebody reads them otherwise than we do. */
const SINGLE = ['host', 'origin', 'authorization', 'sec-fetch-site', 'sec-websocket-protocol', 'content-length'];
const SessionRequest = z.union([
  z.strictObject({ code: z.string().max(100) }),
  z.strictObject({ token: z.string().max(100) }),
]);

/** Listens on 127.0.0.1 and nowhere else, on a port that the system chooses. */
export async function listen(options: ServerOptions): Promise<LoopbackServer> {
  const server = http.createServer({
    // Slow senders are hung up on long before they take up all connections.
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
    requireHostHeader: false,
  });
  server.maxConnections = 1_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { session, files } = options;
  const house: House = {
    authority: options.authorityAt(port),
    isFile: (url) => files.has(url),
    isToken: session.isToken,
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => response.destroy());
  };
  server.on('request', answer);
  server.on('checkContinue', (_request, response: ServerResponse) => refuse(response));
  server.on('checkExpectation', (_request, response: ServerResponse) => refuse(response));
  // Node forgets a connection once it is a WebSocket; closing has to end those too.
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (request, socket) => {
    const verdict = judge(toKnock(request, true), house);
    if (verdict.admit === 'socket') options.onSocket(verdict.link, socket, toHandshake(request));
    else refuseSocket(socket);
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verdict = judge(toKnock(request, false), house);
    if (verdict.admit === 'file') {
      const { status, headers, body } = answerPage(files, request.url ?? '', FRAME);
      write(response, status, headers, body);
    } else if (verdict.admit === 'session') {
      const token = redeem(await readJson(request));
      if (token === undefined) refuse(response);
      else respondJson(response, { token });
    } else if (verdict.admit === 'window') respondJson(response, await options.onWindowAsked());
    else refuse(response);
  }

  function redeem(body: unknown): string | undefined {
    const asked = SessionRequest.safeParse(body).data;
    if (asked === undefined) return undefined;
    if ('code' in asked) return session.redeem(asked.code);
    return session.isToken(asked.token) ? session.token : undefined;
  }

  return {
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function toKnock(request: IncomingMessage, upgrade: boolean): Knock {
  const { headers } = request;
  const single = SINGLE.every((name) => (request.headersDistinct[name]?.length ?? 0) <= 1);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    upgrade,
    host: single ? headers.host : undefined,
    origin: headers.origin,
    fetchSite: headers['sec-fetch-site']?.toString(),
    protocols: headers['sec-websocket-protocol'],
    authorization: headers.authorization,
  };
}

/** Only what answering takes: the token stays in this process. */
function toHandshake(request: IncomingMessage): Handshake {
  const headers: Record<string, string> = {};
  for (const name of ['upgrade', 'connection', 'sec-websocket-key', 'sec-websocket-version']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return { url: request.url ?? '/', headers: { ...headers, 'sec-websocket-protocol': 'jianbao' } };
}

function respondJson(response: ServerResponse, body: object): void {
  const headers = { ...pageHeaders(makeNonce(), FRAME), 'content-type': 'application/json' };
  write(response, 200, headers, JSON.stringify(body));
}

function refuse(response: ServerResponse): void {
  // The rest of a refused request is not waited for.
  write(response, 403, { ...pageHeaders(makeNonce(), FRAME), connection: 'close' }, '');
}

function write(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Uint8Array,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

export function refuseSocket(socket: Duplex): void {
  const headers = Object.entries({ ...pageHeaders(makeNonce(), FRAME), connection: 'close', 'content-length': '0' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 403 Forbidden\r\n${lines}\r\n`);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > CODE_BYTES) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}
