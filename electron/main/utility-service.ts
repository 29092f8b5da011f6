import { type MessagePortMain, utilityProcess } from 'electron';
import type { ServiceMessage } from '../service/control.ts';
import type { ServiceProcess } from '../service/host/keeper.ts';

/** The service in Electron's utility process. A page's port travels with `connect`, so calls never pass this process. */
export function forkUtility(file: string): ServiceProcess<MessagePortMain> {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Jianbao archive',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    send: (message, port) => child.postMessage(message, port ? [port] : []),
    onMessage: (listener) => void child.on('message', (message: ServiceMessage) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
}
