import { timingSafeEqual } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import type { Connection } from './connection.ts';
import type { Introduction, ListenOrder } from './control.ts';
import { logFailure } from './log.ts';
import { acceptSocket } from './sockets.ts';

const INTRODUCTION_BYTES = 8_192;
const INTRODUCTION_MILLISECONDS = 5_000;
const LINE_END = 0x0a;

/**
 * Pages whose host is another process, through a pipe of the system (a socket file in a folder of this person only).
 * Sockets are not handed from process to process: Node reads on from the sender's copy until it is closed and drops what
 * it reads (one first call in fifteen, measured), and a socket on its way to a dying process is never answered.
 */
export function listenToPages({ path, secret }: ListenOrder, onPage: (page: Promise<Connection>) => void): void {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    readIntroduction(socket, secret, ({ handshake }, rest) => onPage(acceptSocket(socket, handshake, rest)));
  });
  server.on('error', (error) => logFailure('listen', error));
  server.listen(path);
}

/** Reads the first line. Who says nothing, too much or the wrong secret is hung up on. */
function readIntroduction(socket: Socket, secret: string, admit: (said: Introduction, rest: Buffer) => void): void {
  let bytes = Buffer.alloc(0);
  socket.setTimeout(INTRODUCTION_MILLISECONDS, () => socket.destroy());
  const read = (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    const end = bytes.indexOf(LINE_END);
    if (end < 0) {
      if (bytes.length > INTRODUCTION_BYTES) socket.destroy();
      return;
    }
    socket.off('data', read).setTimeout(0);
    const said = parse(bytes.toString('utf8', 0, end));
    if (said === undefined || !isSame(said.secret, secret)) socket.destroy();
    else admit(said, bytes.subarray(end + 1));
  };
  socket.on('data', read);
}

function parse(line: string): Introduction | undefined {
  try {
    const said = JSON.parse(line) as Partial<Introduction> | null;
    return typeof said?.secret === 'string' && typeof said.handshake === 'object' ? (said as Introduction) : undefined;
  } catch {
    return undefined;
  }
}

function isSame(said: string, secret: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
