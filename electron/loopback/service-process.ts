import { fork } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ServiceMessage } from '../service/control.ts';
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
  return {
    send(message, handle) {
      if (child.connected) child.send(message, handle as Socket | undefined, { keepOpen: false }, () => undefined);
      else handle?.destroy();
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as ServiceMessage)),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill('SIGKILL'),
  };
}
