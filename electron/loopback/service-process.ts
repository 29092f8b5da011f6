import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Duplex, pipeline } from 'node:stream';
import type { Handshake, Introduction, ServiceMessage } from '../service/control.ts';
import type { ServiceProcess } from '../service/host/keeper.ts';

/** A page that was let in: its socket, and the request that the service answers. */
export interface Page {
  readonly socket: Duplex;
  readonly handshake: Handshake;
}

/**
 * The service as a process of its own, like Electron's utility process: when it dies, this host still answers, says so
 * in the window and starts it again. Every page gets a pipe to it, so its socket closes when the service ends.
 */
export function forkService(file: string): ServiceProcess<Page> {
  // Standard output belongs to the command that started us; what goes wrong is said on standard error.
  const child = fork(file, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const folder = process.platform === 'win32' ? undefined : mkdtempSync(join(tmpdir(), 'jianbao-'));
  const path = folder === undefined ? `\\\\.\\pipe\\jianbao-${randomBytes(16).toString('hex')}` : join(folder, 'pages');
  const secret = randomBytes(32).toString('base64url');
  child.on('error', () => child.kill('SIGKILL'));
  child.once('exit', () => folder === undefined || rmSync(folder, { recursive: true, force: true }));
  child.send({ is: 'listen', path, secret });

  function open({ socket, handshake }: Page): void {
    const pipe = connect(path);
    const introduction: Introduction = { secret, handshake };
    pipe.write(`${JSON.stringify(introduction)}\n`);
    // Whichever side ends or fails first takes the other with it.
    pipeline(socket, pipe, socket, () => {
      pipe.destroy();
      socket.destroy();
    });
  }

  return {
    send(message, page) {
      if (page) open(page);
      else if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as ServiceMessage)),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill('SIGKILL'),
  };
}
