import type { Grant, HostMessage, OpenArchiveOrder, ServiceMessage } from '../control.ts';

/** One run of the service, whatever the host starts it as. `handle` is the page's port or socket that goes with `connect`. */
export interface ServiceProcess<Handle> {
  send(message: HostMessage, handle?: Handle): void;
  onMessage(listener: (message: ServiceMessage) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  kill(): void;
}

export type ServiceState = 'lost' | 'back';

/** The archive could not be opened; starting again would not help. */
export class ArchiveRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'ArchiveRefused';
    this.code = code;
  }
}

interface Keeper<Handle> {
  /** Settles when the archive is open for the first time. @throws ArchiveRefused */
  readonly opened: Promise<void>;
  /** Hands the service a page's port or socket, at once or as soon as the service is there. */
  connect(message: HostMessage & { is: 'connect' }, handle: Handle): void;
  /** The service may write into these folders. Settles when it knows them. */
  grant(places: readonly Grant[]): Promise<void>;
  /** Lets the service finish what it committed, then ends it. */
  close(): Promise<void>;
}

interface KeeperOptions<Handle> {
  start(): ServiceProcess<Handle>;
  readonly open: OpenArchiveOrder;
  onState(state: ServiceState): void;
  /** What to do with a page that waited for a service that is not coming. */
  refuse(handle: Handle): void;
  readonly setTimer?: (run: () => void, milliseconds: number) => void;
}

const WAITS = [50, 250, 1_000, 3_000] as const;
/** A service that stayed open this long has not failed at its start. */
const SETTLED_MILLISECONDS = 30_000;
const CLOSE_MILLISECONDS = 10_000;

/**
 * Keeps one service running. When it dies it is started again, is granted again what it was granted, and gets the pages
 * that asked in the meantime; only the first refusal of the archive is final.
 */
export function keepService<Handle>(options: KeeperOptions<Handle>): Keeper<Handle> {
  const setTimer = options.setTimer ?? ((run, milliseconds) => void setTimeout(run, milliseconds));
  const granted = new Map<string, string>();
  const unanswered = new Map<number, () => void>();
  const waiting: { message: HostMessage & { is: 'connect' }; handle: Handle }[] = [];
  const opened = Promise.withResolvers<void>();
  opened.promise.catch(() => undefined);
  let running: ServiceProcess<Handle> | undefined;
  let ready = false;
  let everOpen = false;
  let ending: (() => void) | undefined;
  let failures = 0;
  let grants = 0;

  function start(): void {
    const service = options.start();
    running = service;
    let refused = false;
    let since = 0;
    service.onMessage((message) => {
      if (message.is === 'granted') {
        unanswered.get(message.id)?.();
        unanswered.delete(message.id);
      } else if (message.is === 'refused') {
        refused = true;
        if (!everOpen) opened.reject(new ArchiveRefused(message.code));
      } else {
        since = Date.now();
        enterReady(service);
      }
    });
    service.onExit(() => {
      const wasReady = ready;
      running = undefined;
      ready = false;
      if (ending) return ending();
      if (!everOpen) {
        opened.reject(new ArchiveRefused(refused ? 'REFUSED' : 'SERVICE_DIED'));
        for (const { handle } of waiting.splice(0)) options.refuse(handle);
        return;
      }
      if (wasReady) options.onState('lost');
      failures = since > 0 && Date.now() - since > SETTLED_MILLISECONDS ? 0 : failures + 1;
      setTimer(() => ending ?? start(), WAITS[Math.min(failures, WAITS.length - 1)] ?? 0);
    });
    service.send(options.open);
  }

  function enterReady(service: ServiceProcess<Handle>): void {
    ready = true;
    grants += 1;
    if (granted.size > 0) service.send({ is: 'grant', id: grants, places: [...granted] });
    for (const settle of unanswered.values()) settle();
    unanswered.clear();
    for (const { message, handle } of waiting.splice(0)) service.send(message, handle);
    if (everOpen) options.onState('back');
    everOpen = true;
    opened.resolve();
  }

  start();
  return {
    opened: opened.promise,
    connect(message, handle) {
      if (ready) running?.send(message, handle);
      else if (ending) options.refuse(handle);
      else waiting.push({ message, handle });
    },
    async grant(places) {
      const fresh = places.filter(([handle]) => !granted.has(handle));
      for (const [handle, path] of fresh) granted.set(handle, path);
      if (fresh.length === 0 || !ready) return;
      grants += 1;
      const id = grants;
      const known = new Promise<void>((resolve) => unanswered.set(id, resolve));
      running?.send({ is: 'grant', id, places: fresh });
      await known;
    },
    async close() {
      const gone = new Promise<void>((resolve) => {
        ending = resolve;
      });
      if (running === undefined) return;
      running.send({ is: 'close' });
      const late = setTimeout(() => running?.kill(), CLOSE_MILLISECONDS);
      await gone;
      clearTimeout(late);
    },
  };
}
