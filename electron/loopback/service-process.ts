import { fork } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ServiceMessage, SocketGiven, SocketOffer, SocketTaken } from '../service/control.ts';
import type { ServiceProcess } from '../service/host/keeper.ts';

/**
 * The service as a process of its own, like Electron's utility process: when it dies, this host still answers, says so
 * in the window and starts it again. A page's socket is handed over once it was let in, so that calls never pass here.
 */
export function forkService(file: string): ServiceProcess<Duplex> {
  // Standard output belongs to the command that started us; what goes wrong is said on standard error.
  const child = fork(file, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('error', () => child.kill('SIGKILL'));
  let offers = 0;
  child.on('message', (message: ServiceMessage | SocketTaken) => {
    if (message.is === 'taken') child.send({ is: 'given', id: message.id } satisfies SocketGiven, () => undefined);
  });
  return {
    send(message, socket) {
      if (!child.connected) socket?.destroy();
      else if (message.is === 'connect' && message.handshake && socket) {
        offers += 1;
        const offer: SocketOffer = { is: 'offer', id: offers, handshake: message.handshake };
        child.send(offer, socket as Socket, { keepOpen: false }, () => undefined);
      } else child.send(message, () => undefined);
    },
    onMessage(listener) {
      child.on('message', (message: ServiceMessage | SocketTaken) => {
        if (message.is !== 'taken') listener(message);
      });
    },
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill('SIGKILL'),
  };
}
