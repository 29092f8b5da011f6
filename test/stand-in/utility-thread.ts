import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { StandInPort } from './ports.ts';

/** What `process.parentPort` is in Electron's utility process, for the service in a thread. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    parentPort?.postMessage(message);
  }
}
const port = new ParentPort();
parentPort?.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) => {
  port.emit('message', { data, ports: ports.map((one) => new StandInPort(one)) });
});
Object.defineProperty(process, 'parentPort', { value: port });
await import((workerData as { file: string }).file);
