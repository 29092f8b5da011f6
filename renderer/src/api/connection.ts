import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { Failure } from './failure.ts';
import { toFailure } from './to-failure.ts';
import type { Transport } from './transport.ts';

/** `refused`: the host is there and does not know this window (an old address); only a person can help. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Connection {
  readonly link: ClientLink<ClientContext>;
  getState(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Tries at once instead of waiting for the next turn. */
  retry(): void;
}

/** Waits before each further try; the last one repeats. */
const DELAYS = [100, 250, 500, 1_000, 2_000, 4_000] as const;
/** A call made while the connection is being made again waits this long for it. */
const PATIENCE_MILLISECONDS = 8_000;

/**
 * Keeps one contract reachable. When a connection closes, everything pending over it fails with DISCONNECTED (a call
 * over a dead port would never settle by itself), a new one is asked for until it is there, and calls go over that.
 */
export function createConnection(open: () => Promise<Transport>): Connection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let wake: (() => void) | undefined;
  let current = Promise.withResolvers<Line>();
  current.promise.catch(() => undefined);

  function enter(next: ConnectionState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function renew(): void {
    current = Promise.withResolvers<Line>();
    current.promise.catch(() => undefined);
  }

  async function run(): Promise<never> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const transport = await open();
        attempt = 0;
        current.resolve(lineOver(transport));
        enter('open');
        await transport.closed;
        renew();
        enter('lost');
      } catch (error) {
        const refused = error instanceof Failure && error.code === 'UNAUTHORISED';
        if (refused) {
          current.reject(error);
          renew();
        }
        enter(refused ? 'refused' : state === 'connecting' && attempt === 0 ? 'connecting' : 'lost');
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (state !== 'refused') setTimeout(resolve, DELAYS[Math.min(attempt, DELAYS.length - 1)]);
      });
    }
  }
  void run();

  const link: ClientLink<ClientContext> = {
    async call(path, input, options: ClientOptions<ClientContext>) {
      if (state === 'refused') throw new Failure('UNAUTHORISED');
      const line = await within(PATIENCE_MILLISECONDS, current.promise);
      try {
        const answer = await line.orGone(line.link.call(path, input, options));
        return isIterator(answer) ? untilGone(answer, line) : answer;
      } catch (error) {
        throw toFailure(error, line.isLost());
      }
    },
  };

  return {
    link,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => wake?.(),
  };
}

interface Line {
  readonly link: Transport['link'];
  readonly isLost: () => boolean;
  /** What the promise comes to, or DISCONNECTED once the connection is gone. */
  orGone<T>(promise: Promise<T>): Promise<T>;
}

/**
 * One list of who waits over a connection, left as soon as one has an answer. Raced against the promise of its end, every
 * call there ever was would be held by that promise for as long as the connection lives.
 */
function lineOver({ link, closed }: Transport): Line {
  const waiting = new Set<(failure: Failure) => void>();
  let isLost = false;
  void closed.then(() => {
    isLost = true;
    for (const fail of waiting) fail(new Failure('DISCONNECTED'));
    waiting.clear();
  });
  return {
    link,
    isLost: () => isLost,
    orGone: (promise) =>
      new Promise((resolve, reject) => {
        if (isLost) reject(new Failure('DISCONNECTED'));
        else waiting.add(reject);
        promise.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
  };
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure('DISCONNECTED')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

type Events = AsyncIteratorObject<unknown, unknown, unknown>;

function isIterator(value: unknown): value is Events {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** The same events; the stream ends with DISCONNECTED when the connection does. */
async function* untilGone(events: Events, line: Line): AsyncGenerator<unknown, unknown> {
  try {
    for (;;) {
      const step = await line.orGone(events.next());
      if (step.done) return step.value;
      yield step.value;
    }
  } catch (error) {
    throw toFailure(error, false);
  } finally {
    events.return?.().catch(() => undefined);
  }
}
