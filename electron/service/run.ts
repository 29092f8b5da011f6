import type { PlaceHandle } from '#contract/ids.ts';
import { serveConnection } from './connection.ts';
import type { HostMessage } from './control.ts';
import type { Door } from './doors.ts';
import { createHandler } from './limits.ts';
import { logFailure } from './log.ts';
import { type Service, startService } from './service.ts';

/** One archive behind one door, until the host says so or is gone. */
export function runService(door: Door): void {
  const places = new Map<string, string>();
  let service: Promise<Service> | undefined;

  async function open(order: HostMessage & { is: 'open' }): Promise<void> {
    try {
      service = startService({
        archiveDir: order.archive,
        create: order.create,
        who: order.who,
        workers: order.workers,
        samplesDir: order.samples ?? undefined,
        window: true,
        places: { resolve: (handle: PlaceHandle) => places.get(handle) },
      });
      await service;
      door.send({ is: 'open' });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'OTHER';
      if (code === 'OTHER') logFailure('open', error);
      door.send({ is: 'refused', code });
      door.leave();
    }
  }

  async function close(): Promise<void> {
    // Why nothing was opened has been said already.
    const opened = await service?.catch(() => undefined);
    try {
      await opened?.close();
    } catch (error) {
      logFailure('close', error);
    }
    process.exit();
  }

  door.onMessage((order, connection) => {
    if (order.is === 'open') void open(order);
    else if (order.is === 'grant') {
      for (const [handle, path] of order.places) places.set(handle, path);
      door.send({ is: 'granted', id: order.id });
    } else if (order.is === 'close') void close();
    else if (service && connection) {
      Promise.all([service, connection]).then(
        ([{ router }, to]) => serveConnection(to, createHandler(router)),
        () => undefined, // The page left before it was let in.
      );
    }
  });
  door.onGone(() => void close());
}
